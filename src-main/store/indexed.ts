import { foldForSearch } from '#domain/fold.ts';
import type { WriteDb } from './handle.ts';

/** What the search finds a row by; undefined where it is not to be found. */
export type Words = { readonly row: string; readonly text: { title: string; body: string } | undefined };

/**
 * Puts rows of one kind into the full-text index, in place of what it held of them. Many in few statements: SQLite writes
 * the index out at the end of each one.
 */
export function index(db: WriteDb, kind: 'article' | 'claim' | 'reference', words: readonly Words[]): void {
  const old = JSON.stringify(
    db
      .all<{ id: number }>(
        'select s.id from json_each(?) j cross join searchable s on s.kind = ? and s.row = j.value',
        JSON.stringify(words.map(({ row }) => row)),
        kind,
      )
      .map(({ id }) => id),
  );
  if (old !== '[]') {
    db.run('delete from search where rowid in (select value from json_each(?))', old);
    db.run('delete from searchable where id in (select value from json_each(?))', old);
  }
  const found = words.flatMap(({ row, text }) =>
    text ? [[row, plain(text.title), plain(text.body)] as const] : [],
  );
  if (found.length === 0) return;
  const { last } = db.one<{ last: number }>('select coalesce(max(id), 0) as last from searchable')!;
  db.run(
    `insert into searchable (id, kind, row, title, body)
     select ? + key + 1, ?, value ->> 0, value ->> 1, value ->> 2 from json_each(?)`,
    last,
    kind,
    JSON.stringify(found),
  );
  db.run(
    'insert into search (rowid, title, body) select ? + key + 1, value ->> 0, value ->> 1 from json_each(?)',
    last,
    JSON.stringify(found.map(([, title, body]) => [foldForSearch(title), foldForSearch(body)])),
  );
}

/** What goes through JSON into SQLite and comes out the same. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ');
}
