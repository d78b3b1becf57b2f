import type { Intent, Value } from '#domain/act.ts';
import type { Entry } from '#domain/cell.ts';
import type { SharedTable } from '#domain/tables.ts';
import type { Witness } from './apply.ts';
import type { ReadDb, WriteDb } from './handle.ts';
import { Lineage } from './lineage.ts';
import { bringBack, distinct } from './undo.ts';

export type Cell = { readonly table: SharedTable; readonly row: string; readonly column: string };

/** What cells showed before a merge, in the order in which it touched them. */
export class Before {
  readonly cells = new Map<string, Cell & { readonly value: Value }>();
  /** Rows that came into being, with whether they are there and who says so. */
  readonly rows = new Map<string, Cell & { by: Entry | undefined }>();

  readonly witness: Witness = {
    row: (table, row, by) => {
      this.rows.set(`${table} ${row}`, { table, row, column: 'present', by });
    },
    cell: (table, row, column, before, shown) => {
      const made = this.rows.get(`${table} ${row}`);
      if (made && column === 'present') made.by = shown;
      const key = `${table} ${row} ${column}`;
      // of a row that this merge brought, nothing was shown before
      if (before === shown.value || made || this.cells.has(key)) return;
      this.cells.set(key, { table, row, column, value: before });
    },
  };
}

export type MergeRow = {
  readonly id: string;
  readonly at: string;
  readonly person: string;
  readonly device: string;
  readonly sources: readonly string[];
  readonly people: readonly string[];
  readonly acts: number;
  readonly first: number;
  readonly last: number;
};

/** Keeps what a merge replaced, so that it can be taken back and told about. */
export function keepMerge(db: WriteDb, merge: MergeRow, before: Before): void {
  db.run(
    `insert into merge (id, at, person, device, sources, people, acts, first, last, undone)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)`,
    merge.id,
    merge.at,
    merge.person,
    merge.device,
    JSON.stringify(merge.sources),
    JSON.stringify(merge.people),
    merge.acts,
    merge.first,
    merge.last,
  );
  // of rows that came into being, nothing was shown before
  const made = new Map<SharedTable, string[]>();
  for (const { table, row } of before.rows.values()) {
    const rows = made.get(table);
    if (rows) rows.push(row);
    else made.set(table, [row]);
  }
  for (const [table, rows] of made)
    db.run(
      `insert into merge_change (merge, tbl, row, col, value)
       select ?, ?, value, 'present', null from json_each(?)`,
      merge.id,
      table,
      JSON.stringify(rows),
    );
  for (const cell of before.cells.values())
    db.run(
      'insert into merge_change (merge, tbl, row, col, value) values (?, ?, ?, ?, ?) on conflict do nothing',
      merge.id,
      cell.table,
      cell.row,
      cell.column,
      cell.value,
    );
}

export type ListedMerge = {
  readonly id: string;
  readonly at: string;
  readonly sources: string;
  readonly people: string;
  readonly acts: number;
  readonly undone: string | null;
};

export function listMerges(db: ReadDb): ListedMerge[] {
  return db.all<ListedMerge>(
    'select id, at, sources, people, acts, undone from merge order by at desc, last desc',
  );
}

/** The newest merge of some devices that is in force, with the arrival of its last act. */
export function newestMerge(
  db: ReadDb,
  devices: readonly string[],
  person: string,
): { id: string; last: number } | undefined {
  return db.one<{ id: string; last: number }>(
    `select id, last from merge
     where undone is null and person = ? and device in (select value from json_each(?))
     order by last desc limit 1`,
    person,
    JSON.stringify(devices),
  );
}

/**
 * The changes that take a merge back, ready for `oneAfterAnother`: each cell returns to what it showed before, and a
 * conflict that the merge had settled is one again. Gives undefined where one of its cells was set since, since taking
 * the merge back would lose that value.
 */
export function inverseOfMerge(db: ReadDb, id: string): Intent[] | undefined {
  const since = db.one(
    `select 1 from merge m
     join merge_change k on k.merge = m.id
     join change c on c.tbl = k.tbl and c.row = k.row and c.col = k.col and c.head = 1
     join act a on a.hash = c.act left join payload p on p.hash = a.payload
     where m.id = ? and a.arrival > m.last
       and coalesce(p.body ->> 'deed', '') not in ('undoMerge', 'undo', 'redo')
     limit 1`,
    id,
  );
  if (since !== undefined) return undefined;
  const first = db.one<{ first: number }>('select first from merge where id = ?', id)?.first ?? 0;
  const lineage = new Lineage(db);
  return db
    .all<{ tbl: SharedTable; row: string; col: string; value: Value; disputable: number }>(
      `select k.tbl, k.row, k.col, k.value, (
         select count(*) from change c join act a on a.hash = c.act
         where c.tbl = k.tbl and c.row = k.row and c.col = k.col and a.arrival < ?
       ) > 1 as disputable
       from merge_change k where k.merge = ? order by k.tbl, k.row, k.col`,
      first,
      id,
    )
    .flatMap(({ tbl, row, col, value, disputable }) => {
      const stood = disputable === 1 ? distinct(lineage.before({ tbl, row, col }, first)) : [];
      return bringBack(db, { table: tbl, row, column: col }, stood.length > 1 ? stood : [value]);
    });
}

export function markUndone(db: WriteDb, merge: string, by: string | null): void {
  db.run('update merge set undone = ? where id = ?', by, merge);
}

/** The merge that an act took back or brought again, behind any number of undos and redos. */
export function mergeBehind(db: ReadDb, act: string): string | undefined {
  for (let at: string | null | undefined = act; typeof at === 'string';) {
    if (db.one('select 1 from merge where id = ?', at)) return at;
    at = db.one<{ undoes: string | null }>(
      `select p.body ->> 'undoes' as undoes from act a join payload p on p.hash = a.payload where a.hash = ?`,
      at,
    )?.undoes;
  }
  return undefined;
}
