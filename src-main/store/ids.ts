import { SHARED_TABLES, type SharedTable } from '#domain/tables.ts';
import { StoreError } from './errors.ts';
import type { ReadDb } from './handle.ts';

// one statement a table, from the constant list; ids are ASCII, so `~` closes the range of a beginning
const BY_BEGINNING: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(SHARED_TABLES).map((table) => [
    table,
    `select id from ${table} where present = 1 and id >= ? and id < ? || '~' order by id limit 4`,
  ]),
);

/** The id that is given whole or by an unambiguous beginning. Throws a sentence that names the noun otherwise. */
export function idOf(db: ReadDb, table: SharedTable, given: string): string {
  const found = db.all<{ id: string }>(BY_BEGINNING[table]!, given, given).map((row) => row.id);
  if (found.includes(given)) return given;
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw new StoreError('not-found', `There is no ${table} ${given} in this project.`);
  throw new StoreError('ambiguous', `Several ${table}s begin with ${given}; write more of the id.`);
}
