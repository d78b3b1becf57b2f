import type { Stance } from '#domain/words.ts';
import type { ReadDb } from './handle.ts';
import { peopleById } from './people.ts';

export type EvidenceRow = ReturnType<typeof evidenceOf>[number];

/** @param claims JSON list of ids */
export function evidenceOf(db: ReadDb, claims: string) {
  return evidenceFrom(
    db,
    db.all<EvidenceCells>(
      `select * from evidence where present = 1 and claim in (select value from json_each(?)) order by linked_at, id`,
      claims,
    ),
  );
}

export function evidenceOfReference(db: ReadDb, reference: string): EvidenceRow[] {
  return evidenceFrom(
    db,
    db.all<EvidenceCells>(
      `select e.* from evidence e join claim c on c.id = e.claim and c.present = 1
       where e.present = 1 and e.reference = ? order by e.linked_at, e.id`,
      reference,
    ),
  );
}

export function getEvidence(db: ReadDb, id: string): EvidenceRow {
  return evidenceFrom(db, db.all<EvidenceCells>('select * from evidence where id = ?', id))[0]!;
}

type EvidenceCells = {
  id: string;
  claim: string;
  reference: string;
  capture: string | null;
  stance: Stance | null;
  quote: string | null;
  place: string | null;
  locator: string | null;
  note: string | null;
  linked_at: string | null;
  linked_by: string | null;
};

type QuotePlace = { start: number; end: number; prefix: string; suffix: string; page?: number };

function evidenceFrom(db: ReadDb, rows: EvidenceCells[]) {
  const by = peopleById(db);
  return rows.map((row) => ({
    id: row.id,
    claim: row.claim,
    reference: row.reference,
    capture: row.capture,
    stance: row.stance ?? ('context' as const),
    quote: row.quote ?? '',
    place: row.place === null ? null : (JSON.parse(row.place) as QuotePlace),
    locator: row.locator ?? '',
    note: row.note ?? '',
    linkedAt: row.linked_at ?? '',
    linkedBy: by(row.linked_by),
  }));
}
