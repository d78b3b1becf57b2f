import type { ReferenceKind } from '#domain/words.ts';
import type { ReadDb } from './handle.ts';
import { peopleById } from './people.ts';

type Csl = { type: string; title?: string; URL?: string } & Record<string, unknown>;

export type ReferenceRow = ReturnType<typeof getReferences>[number];

export function referenceIds(db: ReadDb): string[] {
  return db
    .all<{ id: string }>('select id from reference where present = 1 order by added_at, id')
    .map((row) => row.id);
}

/** References with their archived copies, in the order of the ids. */
export function getReferences(db: ReadDb, ids: readonly string[]) {
  const wanted = JSON.stringify(ids);
  const by = peopleById(db);
  const captures = Map.groupBy(capturesOf(db, wanted), (capture) => capture.reference);
  return db
    .all<{
      id: string;
      csl: string | null;
      kind: ReferenceKind | null;
      origin: string | null;
      added_at: string | null;
      added_by: string | null;
      evidence: number;
    }>(
      `select r.*, (
         select count(*) from evidence e join claim c on c.id = e.claim and c.present = 1
         where e.reference = r.id and e.present = 1
       ) as evidence
       from json_each(?) j join reference r on r.id = j.value order by j.key`,
      wanted,
    )
    .map((row) => ({
      id: row.id,
      csl: JSON.parse(row.csl ?? '{"type":"document"}') as Csl,
      kind: row.kind ?? ('unknown' as const),
      origin: row.origin ?? '',
      addedAt: row.added_at ?? '',
      addedBy: by(row.added_by),
      captures: captures.get(row.id) ?? [],
      evidence: row.evidence,
    }));
}

export type CaptureRow = ReturnType<typeof capturesOf>[number];

function capturesOf(db: ReadDb, references: string) {
  return capturesFrom(
    db,
    db.all<CaptureCells>(
      `select c.*, b.bytes as size from capture c left join blob b on b.sha256 = c.bytes
       where c.present = 1 and c.reference in (select value from json_each(?)) order by c.captured_at, c.id`,
      references,
    ),
  );
}

export function getCapture(db: ReadDb, id: string): CaptureRow & { text: string | null } {
  const rows = db.all<CaptureCells>(
    'select c.*, b.bytes as size from capture c left join blob b on b.sha256 = c.bytes where c.id = ?',
    id,
  );
  return { ...capturesFrom(db, rows)[0]!, text: rows[0]!.text };
}

type CaptureCells = {
  id: string;
  reference: string;
  bytes: string | null;
  size: number | null;
  name: string | null;
  media_type: string | null;
  text: string | null;
  captured_at: string | null;
  captured_by: string | null;
};

function capturesFrom(db: ReadDb, rows: CaptureCells[]) {
  const by = peopleById(db);
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    sha256: row.bytes ?? '',
    bytes: row.size ?? 0,
    mediaType: row.media_type ?? 'application/octet-stream',
    name: row.name ?? '',
    capturedAt: row.captured_at ?? '',
    capturedBy: by(row.captured_by),
    hasText: row.text !== null,
  }));
}

/** The reference that has an address already, so that the same address twice gives one reference. */
export function referenceByAddress(db: ReadDb, address: string): string | undefined {
  return db.one<{ id: string }>(
    `select id from reference where present = 1 and csl ->> 'URL' = ? order by added_at, id limit 1`,
    address,
  )?.id;
}

export function listScales(db: ReadDb) {
  return db
    .all<{ id: string; name: string | null; ratings: string | null }>(
      'select id, name, ratings from scale where present = 1 order by name, id',
    )
    .map((row) => ({
      id: row.id,
      name: row.name ?? '',
      ratings: JSON.parse(row.ratings ?? '[]') as unknown[],
    }));
}
