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
  /** Of the printed pages that the article was read from, counted from 1; null where these are not known. */
  readonly page: number | null;
};

/** Where claims stand: on the newest revision of each article. @param claims JSON list of ids */
export function occurrencesOf(db: ReadDb, claims: string): OccurrenceRow[] {
  return db.all<OccurrenceRow>(
    `select id, claim, article, revision, start, "end", exact, prefix, suffix, state, confidence, page
     from standing
     where present = 1 and claim in (select value from json_each(?)) order by made_at, id`,
    claims,
  );
}

export function getOccurrence(db: ReadDb, id: string): OccurrenceRow {
  return db.one<OccurrenceRow>(
    `select id, claim, article, revision, start, "end", exact, prefix, suffix, state, confidence, page
     from standing where id = ?`,
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
     from standing o join claim c on c.id = o.claim and c.present = 1 left join claim_rating r on r.claim = c.id
     where o.article = ? and o.present = 1 order by o.start, o."end" desc, o.id`,
    article,
  );
}

/** Every occurrence of an article on its newest revision, in order of the text. */
export function occurrencesOn(db: ReadDb, article: string) {
  return db.all<Pick<OccurrenceRow, 'id' | 'claim' | 'state' | 'confidence' | 'start' | 'end' | 'exact'>>(
    `select s.id, s.claim, s.state, s.confidence, s.start, s."end", s.exact
     from standing s join claim c on c.id = s.claim and c.present = 1
     where s.article = ? and s.present = 1 order by s.start, s."end" desc, s.id`,
    article,
  );
}

export type AttentionRow = OccurrenceRow & {
  readonly articleTitle: string;
  readonly wording: string;
  /** JSON */
  readonly candidates: string;
};

/** The occurrences whose place is ambiguous or lost, article by article in order of the text. */
export function attentionRows(db: ReadDb, article: string | undefined): AttentionRow[] {
  return db.all<AttentionRow>(
    `select s.id, s.claim, s.article, s.revision, s.start, s."end", s.exact, s.prefix, s.suffix, s.state, s.confidence, s.page,
       s.candidates, coalesce(a.title, '') as articleTitle, coalesce(c.wording, '') as wording
     from standing s join claim c on c.id = s.claim and c.present = 1
       join article a on a.id = s.article and a.present = 1
     where s.present = 1 and s.state in ('ambiguous', 'orphaned') and s.article = coalesce(?, s.article)
     order by a.imported_at, a.id, s.start, s.id`,
    article ?? null,
  );
}
