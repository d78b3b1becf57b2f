import type { Value } from '#domain/act.ts';
import { SHARED_TABLES, type SharedTable } from '#domain/tables.ts';
import type { ReadDb } from './handle.ts';

// one statement a table, from the constant list
const BY_ID: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(SHARED_TABLES).map((table) => [table, `select * from ${table} where id = ?`]),
);

/** The cells of a row as they stand, or undefined where there never was one; `present` is 0 once it is removed. */
export function rowOf(
  db: ReadDb,
  table: SharedTable,
  id: string,
): Readonly<Record<string, Value>> | undefined {
  const row = db.one<Record<string, Value>>(BY_ID[table]!, id);
  // a row that others only point to is not there yet
  return row && (row['present'] === 1 || wasPresent(db, table, id)) ? row : undefined;
}

function wasPresent(db: ReadDb, table: SharedTable, id: string): boolean {
  return (
    db.one(
      `select 1 from change where tbl = ? and row = ? and col = 'present' and value = 0 and head = 1 limit 1`,
      table,
      id,
    ) !== undefined
  );
}
