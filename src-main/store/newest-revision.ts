import type { ReadDb } from './handle.ts';

/** The article's newest revision by time, then by id: the same on every device. */
export function newestRevision(db: ReadDb, article: string): string | undefined {
  return db.one<{ id: string }>(
    `select id from revision where article = ? and present = 1 order by at desc, id desc limit 1`,
    article,
  )?.id;
}
