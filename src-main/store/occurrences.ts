import type { AnchorState, Verifiability } from '#domain/words.ts';
import type { ReadDb } from './handle.ts';

export type OccurrenceRow = {
  readonly id: string;
  readonly claim: string;
  readonly article: string;
  readonly revision: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly state: AnchorState;
  readonly confidence: number;
};

/** @param claims JSON list of ids */
export function occurrencesOf(db: ReadDb, claims: string): OccurrenceRow[] {
  return db.all<OccurrenceRow>(
    `select id, claim, article, revision, start, "end", exact, prefix, suffix, state, confidence from occurrence
     where present = 1 and claim in (select value from json_each(?)) order by made_at, id`,
    claims,
  );
}

export function getOccurrence(db: ReadDb, id: string): OccurrenceRow {
  return db.one<OccurrenceRow>(
    'select id, claim, article, revision, start, "end", exact, prefix, suffix, state, confidence from occurrence where id = ?',
    id,
  )!;
}

/** Everything the editor draws over an article, in order of the text. */
export function listMarks(db: ReadDb, article: string) {
  return db.all<{
    id: string;
    claim: string;
    start: number;
    end: number;
    state: AnchorState;
    verifiability: Verifiability;
    rating: string | null;
    wording: string;
  }>(
    `select o.id, o.claim, o.start, o."end", o.state, coalesce(c.verifiability, 'undecided') as verifiability,
       r.rating, coalesce(c.wording, '') as wording
     from occurrence o join claim c on c.id = o.claim and c.present = 1 left join claim_rating r on r.claim = c.id
     where o.article = ? and o.present = 1 order by o.start, o."end" desc, o.id`,
    article,
  );
}
