import { SHARED_TABLES } from '#domain/tables.ts';
import type { WriteDb } from './handle.ts';

// Statements for each table and column of the constant list; nothing from outside enters the text. `present` may not
// be empty in the tables, so a cell that was undone to nothing shows 0.
const tables = Object.entries(SHARED_TABLES).map(
  ([table, columns]) => [table, Object.keys(columns)] as const,
);

const each = (statement: (table: string, columns: readonly string[]) => string) =>
  Object.fromEntries(tables.map(([table, columns]) => [table, statement(table, columns)])) as Readonly<
    Record<string, string>
  >;

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

/** The columns of a table in the order of their names, each with its place behind the id where FILL takes it. */
export const PLACES: Readonly<Record<string, readonly (readonly [column: string, place: number])[]>> =
  Object.fromEntries(
    tables.map(([table, columns]) => [
      table,
      columns.map((column, i) => [column, i + 1] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );

export const ENSURE = each((table) => `insert into ${table} (id) values (?) on conflict do nothing`);

/** A whole row that does not stand there yet: its id, then every column. */
export const FILL_NEW = each(
  (table, columns) =>
    `insert into ${table} (id, ${quoted(columns)}) values (?, ${columns.map(() => '?').join(', ')})`,
);

/** The same for one that may stand there empty, since another points to it; SQLite keeps a journal for each of these. */
export const FILL = each(
  (table, columns) =>
    `${FILL_NEW[table]}
     on conflict (id) do update set ${columns.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`,
);

export const SET: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  tables.map(([table, columns]) => [
    table,
    Object.fromEntries(
      columns.map((column) => [
        column,
        column === 'present'
          ? `update ${table} set present = coalesce(?, 0) where id = ?`
          : `update ${table} set "${column}" = ? where id = ?`,
      ]),
    ),
  ]),
);

export function addToConflicts(db: WriteDb, table: string, row: string, column: string): void {
  db.run('insert into conflict (tbl, row, col) values (?, ?, ?) on conflict do nothing', table, row, column);
}
