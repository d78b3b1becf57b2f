import type { Act } from '#domain/act.ts';
import type { SharedTable } from '#domain/tables.ts';
import type { ReadDb } from './handle.ts';
import { sha256 } from './hash.ts';

// Many at a time: a bundle asks about each of its acts, and a statement for each would take longer than the answers.

/** Which of some acts are here, by their hashes. */
export function actsHere(db: ReadDb, acts: readonly Pick<Act, 'hash'>[]): ReadonlySet<string> {
  const hashes = JSON.stringify(acts.map((act) => act.hash));
  return new Set(
    db
      .all<{ hash: string }>('select a.hash from json_each(?) j cross join act a on a.hash = j.value', hashes)
      .map(({ hash }) => hash),
  );
}

/** Whether acts bring anything that is not here: themselves, or a content that was withheld. */
export function bringNews(db: ReadDb, acts: readonly Act[]): boolean {
  const given = acts.filter((act) => act.body !== null);
  return (
    lacks(
      db,
      'act',
      acts.map((act) => act.hash),
    ) ||
    lacks(
      db,
      'payload',
      given.map((act) => act.payload),
    ) ||
    lacks(
      db,
      'apart',
      acts.flatMap((act) => act.apart.map((part) => sha256(part))),
    )
  );
}

function lacks(db: ReadDb, table: 'act' | 'payload' | 'apart', hashes: readonly string[]): boolean {
  return (
    hashes.length > 0 &&
    db.one(
      `select 1 from json_each(?) j where not exists (select 1 from ${table} where hash = j.value) limit 1`,
      JSON.stringify(hashes),
    ) !== undefined
  );
}

/** Which of some rows stand in a table, be it only because another row points to them. */
export function rowsHere(db: ReadDb, table: SharedTable, ids: Iterable<string>): ReadonlySet<string> {
  return new Set(
    db
      .all<{ id: string }>(
        `select t.id from json_each(?) j cross join ${table} t on t.id = j.value`,
        JSON.stringify([...ids]),
      )
      .map(({ id }) => id),
  );
}
