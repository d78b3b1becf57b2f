import type { Change, Payload, Value } from '#domain/act.ts';
import type { Stamp } from '#domain/stamp.ts';
import { SHARED_TABLES, columnOf, fits, type Column, type SharedTable } from '#domain/tables.ts';
import type { ReadDb, WriteDb } from './handle.ts';

/** Rows whose cells an act touched, by table: what notices and derived tables need. */
export type Touched = Map<SharedTable, Set<string>>;

/** Every value of a cell that nothing has replaced, newest first. More than one is a conflict. */
export type Head = { readonly stamp: Stamp; readonly value: Value; readonly act: string };

export function headsOf(db: ReadDb, table: string, row: string, column: string): Head[] {
  return db.all<Head>(
    `select stamp, value, act from change
     where tbl = ? and row = ? and col = ? and head = 1
     order by stamp desc`,
    table,
    row,
    column,
  );
}

/**
 * Applies an act's changes to the tables. The outcome depends only on the set of changes applied so far, never on
 * their order: each cell shows the newest of the values that no other value names as its base.
 */
export function applyPayload(
  db: WriteDb,
  hash: string,
  stamp: Stamp,
  payload: Payload,
  touched: Touched,
): void {
  const made = new Set<string>();
  payload.changes.forEach((change, n) => {
    const column = columnOf(change.table, change.column);
    const why =
      column === undefined ? 'unknown column' : fits(column, change.value) ? undefined : 'unfit value';
    if (column === undefined || why !== undefined) {
      db.run(
        `insert into aside (act, n, tbl, row, col, value, base, why) values (?, ?, ?, ?, ?, ?, ?, ?)
         on conflict do nothing`,
        hash,
        n,
        change.table,
        change.row,
        change.column,
        change.value,
        JSON.stringify(change.base),
        why ?? '',
      );
      return;
    }
    applyChange(db, hash, stamp, change, column, made);
    const rows = touched.get(change.table as SharedTable) ?? new Set();
    touched.set(change.table as SharedTable, rows.add(change.row));
  });
}

/** @param made the rows that came into being with this act, as `table row` */
function applyChange(
  db: WriteDb,
  act: string,
  stamp: Stamp,
  { table, row, column: col, value, base }: Change,
  column: Column,
  made: Set<string>,
): void {
  if (ensureRow(db, table as SharedTable, row)) made.add(`${table} ${row}`);
  if (value !== null && column.kind === 'row') ensureRow(db, column.of, String(value));
  if (value !== null && column.kind === 'blob') {
    db.run('insert into blob (sha256) values (?) on conflict do nothing', value);
  }
  // a row that is new has no other values, and nothing waits for it: most cells of a large act are such
  if (base.length === 0 && made.has(`${table} ${row}`)) {
    if (note(db, table, row, col, stamp, act, value, 1)) db.run(SET[table]![col]!, value, row);
    return;
  }

  const awaited = db.run(
    'delete from awaited where tbl = ? and row = ? and col = ? and stamp = ?',
    table,
    row,
    col,
    stamp,
  );
  if (!note(db, table, row, col, stamp, act, value, awaited > 0 ? 0 : 1)) return;
  for (const replaced of base) {
    const known = db.run(
      'update change set head = 0 where tbl = ? and row = ? and col = ? and stamp = ?',
      table,
      row,
      col,
      replaced,
    );
    if (known === 0) {
      db.run(
        'insert into awaited (tbl, row, col, stamp) values (?, ?, ?, ?) on conflict do nothing',
        table,
        row,
        col,
        replaced,
      );
    }
  }
  show(db, table as SharedTable, row, col);
}

/** Adds a value to a cell's history; false where it stands there already. */
function note(
  db: WriteDb,
  table: string,
  row: string,
  col: string,
  stamp: Stamp,
  act: string,
  value: Value,
  head: 0 | 1,
): boolean {
  return (
    db.run(
      `insert into change (tbl, row, col, stamp, act, value, head) values (?, ?, ?, ?, ?, ?, ?)
       on conflict do nothing`,
      table,
      row,
      col,
      stamp,
      act,
      value,
      head,
    ) > 0
  );
}

/** Puts a cell's newest head into its table, and keeps the list of conflicts true. */
function show(db: WriteDb, table: SharedTable, row: string, col: string): void {
  const heads = headsOf(db, table, row, col);
  const shown =
    heads[0] ??
    // only a forged act can leave a cell without a head; its newest value then stands
    db.one<Head>(
      'select stamp, value, act from change where tbl = ? and row = ? and col = ? order by stamp desc limit 1',
      table,
      row,
      col,
    );
  db.run(SET[table]![col]!, shown?.value ?? null, row);
  if (new Set(heads.map((head) => head.value)).size > 1) {
    db.run('insert into conflict (tbl, row, col) values (?, ?, ?) on conflict do nothing', table, row, col);
  } else {
    db.run('delete from conflict where tbl = ? and row = ? and col = ?', table, row, col);
  }
}

function ensureRow(db: WriteDb, table: SharedTable, row: string): boolean {
  return db.run(ENSURE[table]!, row) > 0;
}

// Statements for each table and column of the constant list; nothing from outside enters the text. `present` may not
// be empty in the tables, so a cell that was undone to nothing shows 0.
const tables = Object.entries(SHARED_TABLES).map(
  ([table, columns]) => [table, Object.keys(columns)] as const,
);
const ENSURE: Readonly<Record<string, string>> = Object.fromEntries(
  tables.map(([table]) => [table, `insert into ${table} (id) values (?) on conflict do nothing`]),
);
const SET: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  tables.map(([table, columns]) => [
    table,
    Object.fromEntries(
      columns.map((col) => [
        col,
        col === 'present'
          ? `update ${table} set present = coalesce(?, 0) where id = ?`
          : `update ${table} set "${col}" = ? where id = ?`,
      ]),
    ),
  ]),
);
