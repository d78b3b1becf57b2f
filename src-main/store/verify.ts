import { SHARED_TABLES } from '#domain/tables.ts';
import type { ReadDb } from './handle.ts';
import { newHash, sha256 } from './hash.ts';
import { verifyActs } from './verify-acts.ts';
import { verifySeals } from './verify-seals.ts';

export type Problem = { readonly kind: string; readonly id: string; readonly message: string };
/** `notes` are no problems: keys that nobody has compared, acts that are still on their way, contents withheld. */
export type Verified = {
  readonly checked: Record<string, number>;
  readonly problems: Problem[];
  readonly notes: Problem[];
};
export type Tell = (kind: string, id: string, message: string) => void;

/** Checks every hash, chain, signature and rule of a project, and that the tables are what the log says. Changes nothing. */
export function verify(db: ReadDb): Verified {
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const checked: Record<string, number> = {};
  const tell: Tell = (kind, id, message) => problems.push({ kind, id, message });
  const mention: Tell = (kind, id, message) => notes.push({ kind, id, message });

  for (const { integrity_check } of db.all<{ integrity_check: string }>('pragma integrity_check(20)')) {
    if (integrity_check !== 'ok') tell('file', '', `The file is damaged: ${integrity_check}.`);
  }
  for (const broken of db.all<{ table: string; parent: string }>('pragma foreign_key_check')) {
    tell('link', broken.table, `A ${broken.table} points to a ${broken.parent} that is missing.`);
  }
  checked['acts'] = verifyActs(db, tell, mention);
  checked['signatures'] = verifySeals(db, tell, mention);
  checked['cells'] = verifyCells(db, tell);
  checked['files'] = verifyBlobs(db, tell);
  checked['revisions'] = verifyRevisions(db, tell);
  checked['occurrences'] = verifyOccurrences(db, tell);
  checked['quotes'] = verifyQuotes(db, tell);
  return { checked, problems, notes };
}

/** Each cell must show the newest of the values that nothing has replaced. */
function verifyCells(db: ReadDb, tell: Tell): number {
  let count = 0;
  for (const [table, columns] of Object.entries(SHARED_TABLES)) {
    for (const { row } of db.all<{ row: string }>(
      `select distinct row from change where tbl = ? and not exists (select 1 from ${table} where id = row) limit 20`,
      table,
    ))
      tell('row', row, `A ${table} that the history knows is missing.`);
    const isEmpty = db.one(`select 1 from ${table} limit 1`) === undefined;
    for (const column of Object.keys(columns)) {
      count += 1;
      if (isEmpty) continue;
      const shown = column === 'present' ? 'coalesce(h.value, 0)' : 'h.value';
      const wrong = db.all<{ id: string }>(
        `select t.id from ${table} t
         left join (
           select row, value, max(stamp || ' ' || act) from change where tbl = ? and col = ? and head = 1 group by row
         ) h on h.row = t.id
         where t."${column}" is not ${shown} limit 20`,
        table,
        column,
      );
      for (const { id } of wrong)
        tell('cell', id, `The ${column.replaceAll('_', ' ')} of a ${table} is not what the history says.`);
    }
  }
  return count;
}

function verifyBlobs(db: ReadDb, tell: Tell): number {
  let count = 0;
  for (const { sha256: name, bytes } of db.all<{ sha256: string; bytes: number | null }>(
    'select sha256, bytes from blob',
  )) {
    if (bytes === null) {
      tell('file', name, `The bytes of the file ${name.slice(0, 12)} are missing.`);
      continue;
    }
    count += 1;
    const hash = newHash();
    let size = 0;
    for (const { data } of db.each<{ data: Uint8Array }>(
      'select data from chunk where blob = ? order by n',
      name,
    )) {
      hash.update(data);
      size += data.length;
    }
    if (size !== bytes || hash.digest('hex') !== name)
      tell('file', name, `The file ${name.slice(0, 12)} was changed after it was added.`);
  }
  return count;
}

function verifyRevisions(db: ReadDb, tell: Tell): number {
  let count = 0;
  for (const row of db.each<{ id: string; sha256: string | null; text: string | null; title: string | null }>(
    `select r.id, r.sha256, t.text, a.title from revision r
     left join revision_text t on t.revision = r.id left join article a on a.id = r.article`,
  )) {
    if (row.sha256 === null) continue;
    count += 1;
    if (row.text === null || sha256(row.text) !== row.sha256) {
      tell('revision', row.id, `The text of “${row.title ?? ''}” is not the one that was saved.`);
    }
  }
  return count;
}

function verifyOccurrences(db: ReadDb, tell: Tell): number {
  let count = 0;
  for (const row of db.each<{ id: string; exact: string; start: number; end: number; text: string }>(
    `select o.id, o.exact, o.start, o."end", t.text from occurrence o join revision_text t on t.revision = o.revision
     where o.present = 1 and o.state in ('exact', 'moved')
     union all
     select p.occurrence, p.exact, p.start, p."end", t.text from placed p join revision_text t on t.revision = p.revision
     where p.state in ('exact', 'moved')`,
  )) {
    count += 1;
    if (row.text.slice(row.start, row.end) !== row.exact) {
      tell('occurrence', row.id, `The marked words “${row.exact.slice(0, 60)}” are not at their place.`);
    }
  }
  return count;
}

function verifyQuotes(db: ReadDb, tell: Tell): number {
  let count = 0;
  for (const row of db.all<{ id: string; quote: string; place: string; blob: string }>(
    `select e.id, e.quote, e.place, c.text as blob from evidence e join capture c on c.id = e.capture
     where e.present = 1 and e.place is not null and c.text is not null`,
  )) {
    count += 1;
    const pieces = db.all<{ data: Uint8Array }>('select data from chunk where blob = ? order by n', row.blob);
    const text = new TextDecoder().decode(Buffer.concat(pieces.map((piece) => piece.data)));
    const place = JSON.parse(row.place) as { start: number; end: number };
    if (text.slice(place.start, place.end) !== row.quote) {
      tell(
        'evidence',
        row.id,
        `The quote “${row.quote.slice(0, 60)}” is not in the archived copy at its place.`,
      );
    }
  }
  return count;
}
