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
    applyChange(db, hash, stamp, change, column, touched);
  });
}

function applyChange(
  db: WriteDb,
  act: string,
  stamp: Stamp,
  { table, row, column: col, value, base }: Change,
  column: Column,
  touched: Touched,
): void {
  ensureRow(db, table as SharedTable, row);
  if (value !== null && column.kind === 'row') ensureRow(db, column.of, String(value));
  if (value !== null && column.kind === 'blob') {
    db.run('insert into blob (sha256) values (?) on conflict do nothing', value);
  }

  const awaited = db.run(
    'delete from awaited where tbl = ? and row = ? and col = ? and stamp = ?',
    table,
    row,
    col,
    stamp,
  );
  const isNew = db.run(
    `insert into change (tbl, row, col, stamp, act, value, head) values (?, ?, ?, ?, ?, ?, ?)
     on conflict do nothing`,
    table,
    row,
    col,
    stamp,
    act,
    value,
    awaited > 0 ? 0 : 1,
  );
  if (isNew === 0) return;
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
  const rows = touched.get(table as SharedTable) ?? new Set();
  touched.set(table as SharedTable, rows.add(row));
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

function ensureRow(db: WriteDb, table: SharedTable, row: string): void {
  db.run(ENSURE[table]!, row);
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
