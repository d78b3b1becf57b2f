import { toPlainText } from '#domain/rich-text.ts';
import type { Confidence, VerdictState } from '#domain/words.ts';
import type { ReadDb } from './handle.ts';
import { peopleById } from './people.ts';

export type VerdictRow = ReturnType<typeof verdictsOf>[number];

/** Oldest first: the history of each claim's verdicts. */
export function verdictsOf(db: ReadDb, claims: string) {
  const by = peopleById(db);
  const rows = db.all<{
    id: string;
    claim: string;
    scale: string | null;
    rating: string | null;
    justification: string | null;
    confidence: Confidence | null;
    known_as_of: string | null;
    person: string | null;
    at: string | null;
    state: VerdictState | null;
    replaces: string | null;
    why: string | null;
  }>(
    'select * from verdict where present = 1 and claim in (select value from json_each(?)) order by at, id',
    claims,
  );
  const newest = new Map<string, string>();
  for (const row of rows) if (row.state !== 'void') newest.set(`${row.claim} ${row.person}`, row.id);
  return rows.map((row) => {
    const justification =
      row.justification === null ? null : (JSON.parse(row.justification) as { type: 'doc' });
    return {
      id: row.id,
      claim: row.claim,
      scale: row.scale ?? '',
      rating: row.rating ?? '',
      justification,
      text: justification === null ? '' : toPlainText(justification),
      confidence: row.confidence,
      knownAsOf: row.known_as_of ?? '',
      person: by(row.person),
      at: row.at ?? '',
      state: row.state ?? ('draft' as const),
      final: row.state === 'final',
      current: newest.get(`${row.claim} ${row.person}`) === row.id,
      replaces: row.replaces,
      why: row.why ?? '',
    };
  });
}

export function getVerdict(db: ReadDb, id: string): VerdictRow {
  const claim = db.one<{ claim: string }>('select claim from verdict where id = ?', id)!.claim;
  return verdictsOf(db, JSON.stringify([claim])).find((verdict) => verdict.id === id)!;
}
