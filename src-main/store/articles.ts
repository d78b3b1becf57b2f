import { newestRevision } from './derive.ts';
import { StoreError } from './errors.ts';
import type { ReadDb } from './handle.ts';
import { peopleById } from './people.ts';
import { coverageOf } from '#domain/coverage.ts';

type Row = {
  id: string;
  title: string | null;
  author: string | null;
  publisher: string | null;
  address: string | null;
  published: string | null;
  language: string | null;
  format: string | null;
  encoding: string | null;
  original: string | null;
  original_name: string | null;
  imported_at: string | null;
  captured_at: string | null;
  imported_by: string | null;
  warnings: string | null;
};

export type ArticleRow = ReturnType<typeof articleFrom>;

export function listArticles(db: ReadDb): ArticleRow[] {
  return db
    .all<Row>('select * from article where present = 1 order by imported_at, id')
    .map((row) => articleFrom(db, row));
}

export function getArticle(db: ReadDb, id: string): ArticleRow & { warnings: string[] } {
  const row = db.one<Row>('select * from article where id = ?', id)!;
  return {
    ...articleFrom(db, row),
    warnings: row.warnings === null ? [] : (JSON.parse(row.warnings) as string[]),
  };
}

function articleFrom(db: ReadDb, row: Row) {
  const revision = newestRevision(db, row.id);
  const text = revision === undefined ? undefined : textOf(db, revision);
  const spans = db.all<{ claim: string; start: number; end: number }>(
    `select o.claim, o.start, o."end" from standing o join claim c on c.id = o.claim and c.present = 1
     where o.article = ? and o.present = 1 and o.state in ('exact', 'moved') order by o.start`,
    row.id,
  );
  return {
    id: row.id,
    title: row.title ?? '',
    author: row.author ?? '',
    publisher: row.publisher ?? '',
    address: row.address ?? '',
    published: row.published ?? '',
    language: row.language ?? '',
    format: row.format ?? '',
    encoding: row.encoding ?? '',
    original: row.original ?? '',
    originalName: row.original_name ?? '',
    importedAt: row.imported_at ?? '',
    capturedAt: row.captured_at ?? '',
    importedBy: peopleById(db)(row.imported_by),
    words: text?.words ?? 0,
    claims: new Set(spans.map((span) => span.claim)).size,
    coverage: text ? coverageOf(text.sentences, spans) : 0,
    attention: db.one<{ n: number }>(
      `select count(*) as n from standing o join claim c on c.id = o.claim and c.present = 1
       where o.article = ? and o.present = 1 and o.state in ('ambiguous', 'orphaned')`,
      row.id,
    )!.n,
    revisions: db.one<{ n: number }>(
      'select count(*) as n from revision where article = ? and present = 1',
      row.id,
    )!.n,
  };
}

/** The canonical text of a revision with its words and sentence bounds. */
export function textOf(db: ReadDb, revision: string): { text: string; words: number; sentences: number[] } {
  const row = db.one<{ text: string; words: number; sentences: string }>(
    'select text, words, sentences from revision_text where revision = ?',
    revision,
  );
  if (!row)
    throw new StoreError('not-found', 'The text of this revision has not arrived in this project yet.');
  return { ...row, sentences: JSON.parse(row.sentences) as number[] };
}

export type RevisionRow = ReturnType<typeof listRevisions>[number];

/** Newest first. */
export function listRevisions(db: ReadDb, article: string) {
  const by = peopleById(db);
  return db
    .all<{
      id: string;
      article: string;
      parent: string | null;
      document: string;
      sha256: string;
      person: string | null;
      reason: string | null;
      at: string;
    }>('select * from revision where article = ? and present = 1 order by at desc, id desc', article)
    .map((row) => ({ ...row, reason: row.reason ?? '', person: by(row.person) }));
}

/** Where the printed pages begin in a revision's text; [] where that is not known. */
export function pagesOf(db: ReadDb, revision: string): number[] {
  const row = db.one<{ pages: string | null }>('select pages from revision where id = ?', revision);
  return row?.pages == null ? [] : (JSON.parse(row.pages) as number[]);
}

export function listFootnotes(db: ReadDb, article: string) {
  return footnotesFrom(
    db.all<FootnoteRow>(
      `select f.*, coalesce(p.places, f.places) as places
       from footnote f left join placed_footnote p on p.footnote = f.id
       where f.article = ? and f.present = 1 order by f.position, f.id`,
      article,
    ),
  );
}

/** The notes of every article, article by article. */
export function listAllFootnotes(db: ReadDb) {
  return footnotesFrom(
    db.all<FootnoteRow>(
      `select f.*, coalesce(p.places, f.places) as places
       from footnote f join article a on a.id = f.article and a.present = 1
         left join placed_footnote p on p.footnote = f.id
       where f.present = 1 order by a.imported_at, a.id, f.position, f.id`,
    ),
  );
}

export function getFootnotes(db: ReadDb, ids: readonly string[]) {
  return footnotesFrom(
    db.all<FootnoteRow>(
      `select f.*, coalesce(p.places, f.places) as places
       from footnote f join json_each(?) j on j.value = f.id left join placed_footnote p on p.footnote = f.id
       order by f.position, f.id`,
      JSON.stringify(ids),
    ),
  );
}

type FootnoteRow = {
  id: string;
  article: string;
  label: string | null;
  text: string | null;
  address: string | null;
  places: string | null;
  reference: string | null;
  dismissed: number | null;
};

function footnotesFrom(rows: FootnoteRow[]) {
  return rows.map((row) => ({
    id: row.id,
    article: row.article,
    label: row.label ?? '',
    text: row.text ?? '',
    address: row.address ?? '',
    places: JSON.parse(row.places ?? '[]') as { start: number; end: number }[],
    reference: row.reference,
    dismissed: row.dismissed === 1,
  }));
}
