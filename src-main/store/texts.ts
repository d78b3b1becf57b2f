import type { ReadDb } from './handle.ts';

export type NewestText = {
  readonly article: string;
  readonly title: string;
  readonly revision: string;
  /** Read only when asked for: the texts of a whole project are large. */
  readonly text: () => string;
};

/** The newest revision of every article, by the same order as `newestRevision`. */
export function newestTexts(db: ReadDb): NewestText[] {
  return db
    .all<{ article: string; title: string | null; revision: string | null }>(
      `select a.id as article, a.title, (
         select r.id from revision r where r.article = a.id and r.present = 1 order by r.at desc, r.id desc limit 1
       ) as revision
       from article a where a.present = 1 order by a.imported_at, a.id`,
    )
    .flatMap(({ article, title, revision }) =>
      revision === null
        ? []
        : [
            {
              article,
              title: title ?? '',
              revision,
              text: () =>
                db.one<{ text: string }>('select text from revision_text where revision = ?', revision)
                  ?.text ?? '',
            },
          ],
    );
}
