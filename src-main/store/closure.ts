import { HANGS_ON } from '#domain/belonging.ts';
import type { ReadDb } from './handle.ts';

/** Rows by table. */
export type RowSet = Map<string, Set<string>>;

export function addRow(rows: RowSet, table: string, row: string): boolean {
  const own = rows.get(table) ?? new Set();
  rows.set(table, own);
  if (own.has(row)) return false;
  own.add(row);
  return true;
}

// one statement a link, from the constant list
const CHILDREN = HANGS_ON.map(
  ({ table, column, of }) =>
    [table, of, `select id from ${table} where "${column}" in (select value from json_each(?))`] as const,
);

/** Adds all that hangs on the rows: of a claim its evidence, of an article its revisions, of all of them the comments. */
export function withAllThatHangsOn(db: ReadDb, rows: RowSet): RowSet {
  for (let grew = true; grew;) {
    grew = false;
    for (const [table, of, sql] of CHILDREN) {
      const owners = rows.get(of);
      if (!owners) continue;
      for (const { id } of db.all<{ id: string }>(sql, JSON.stringify([...owners])))
        grew = addRow(rows, table, id) || grew;
    }
  }
  for (const [kind, ids] of Array.from(rows)) {
    const about = db.all<{ id: string }>(
      'select id from comment where subject_kind = ? and subject in (select value from json_each(?))',
      kind,
      JSON.stringify([...ids]),
    );
    for (const { id } of about) addRow(rows, 'comment', id);
  }
  return rows;
}

/** The claims, notes and sources of articles, and all that hangs on these. */
export function selected(db: ReadDb, articles: readonly string[], claims: readonly string[]): RowSet {
  const rows: RowSet = new Map();
  for (const id of articles) addRow(rows, 'article', id);
  for (const id of claims) addRow(rows, 'claim', id);
  const within = JSON.stringify(articles);
  for (const { claim } of db.all<{ claim: string }>(
    `select distinct claim from occurrence
     where claim is not null and article in (select value from json_each(?))`,
    within,
  ))
    addRow(rows, 'claim', claim);
  const cited = db.all<{ reference: string }>(
    `select reference from evidence where reference is not null and claim in (select value from json_each(?))
     union select reference from footnote where reference is not null and article in (select value from json_each(?))`,
    JSON.stringify([...(rows.get('claim') ?? [])]),
    within,
  );
  for (const { reference } of cited) addRow(rows, 'reference', reference);
  return withAllThatHangsOn(db, rows);
}
