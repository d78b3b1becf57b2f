import type { Node } from '#domain/document.ts';
import { flatten } from '#domain/flat-text.ts';
import { countWords, sentencesOf } from '#domain/sentences.ts';
import type { Touched } from './apply.ts';
import { hasBlob, readText } from './blobs.ts';
import type { WriteDb } from './handle.ts';
import { index, type Words } from './indexed.ts';
import { newestRevision } from './newest-revision.ts';
import { derivePlaces } from './placed.ts';

export { newestRevision } from './newest-revision.ts';

/** Brings the derived tables up to date with the rows that acts touched. */
export function derive(db: WriteDb, touched: Touched): void {
  const articles = new Set(touched.get('article'));
  for (const revision of touched.get('revision') ?? []) {
    const article = deriveText(db, revision);
    if (article !== null) articles.add(article);
  }
  for (const article of articles) deriveArticle(db, article);
  derivePlaces(db, touched);
  const claims = new Set(touched.get('claim'));
  for (const claim of claimsAskedAbout(db, touched)) claims.add(claim);
  deriveClaims(db, [...claims]);
  for (const reference of touched.get('reference') ?? []) deriveReference(db, reference);
}

function deriveText(db: WriteDb, revision: string): string | null {
  const row = db.one<{ article: string | null; document: string | null }>(
    'select article, document from revision where id = ?',
    revision,
  );
  if (!row?.document || !hasBlob(db, row.document)) {
    // one that was undone has no text on any device, whether or not it was seen here before
    if (row?.document === null) db.run('delete from revision_text where revision = ?', revision);
    return row?.article ?? null;
  }
  const { text } = flatten(JSON.parse(readText(db, row.document)) as Node);
  db.run(
    `insert into revision_text (revision, text, words, sentences) values (?, ?, ?, ?)
     on conflict (revision) do update set text = excluded.text, words = excluded.words, sentences = excluded.sentences`,
    revision,
    text,
    countWords(text),
    JSON.stringify(sentencesOf(text)),
  );
  return row.article;
}

function deriveArticle(db: WriteDb, id: string): void {
  const row = db.one<{ title: string | null; author: string | null; publisher: string | null }>(
    'select title, author, publisher from article where id = ? and present = 1',
    id,
  );
  const revision = row && newestRevision(db, id);
  const text =
    revision && db.one<{ text: string }>('select text from revision_text where revision = ?', revision)?.text;
  index(db, 'article', [{ row: id, text: row && { title: row.title ?? '', body: text ?? '' } }]);
}

/** So many claims are found at once: what the search finds them by is held in memory. */
const AT_ONCE = 1_000;

function deriveClaims(db: WriteDb, ids: readonly string[]): void {
  const areAsked = ids.length > 0 && db.one('select 1 from question limit 1') !== undefined;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const rows = db.all<{ id: string; wording: string | null; claimant: string | null }>(
      'select id, wording, claimant from claim where present = 1 and id in (select value from json_each(?))',
      JSON.stringify(some),
    );
    const claims = new Map(rows.map((claim) => [claim.id, claim]));
    const words = some.map((row): Words => {
      const claim = claims.get(row);
      if (!claim) return { row, text: undefined };
      const body = [claim.wording ?? '', ...(areAsked ? askedAbout(db, row) : [])].join('\n');
      return { row, text: { title: claim.claimant ?? '', body } };
    });
    index(db, 'claim', words);
  }
}

/** The questions about a claim and their answers. */
function askedAbout(db: WriteDb, claim: string): string[] {
  return db
    .all<{ text: string }>(
      `select q.text from question q where q.claim = ? and q.present = 1 and q.text is not null
       union all select a.text from answer a join question q on q.id = a.question and q.present = 1
         where q.claim = ? and a.present = 1 and a.text is not null`,
      claim,
      claim,
    )
    .map(({ text }) => text);
}

/** The claims whose questions or answers were touched: their words are found through the claim. */
function claimsAskedAbout(db: WriteDb, touched: Touched): string[] {
  const questions = [...(touched.get('question') ?? [])];
  const answers = [...(touched.get('answer') ?? [])];
  if (questions.length === 0 && answers.length === 0) return [];
  return db
    .all<{ claim: string | null }>(
      `select claim from question where id in (select value from json_each(?))
       union select q.claim from answer a join question q on q.id = a.question
         where a.id in (select value from json_each(?))`,
      JSON.stringify(questions),
      JSON.stringify(answers),
    )
    .flatMap(({ claim }) => (claim === null ? [] : [claim]));
}

function deriveReference(db: WriteDb, id: string): void {
  const row = db.one<{ csl: string | null }>('select csl from reference where id = ? and present = 1', id);
  if (!row?.csl) return index(db, 'reference', [{ row: id, text: undefined }]);
  const csl = JSON.parse(row.csl) as Record<string, unknown>;
  const title = typeof csl['title'] === 'string' ? csl['title'] : '';
  index(db, 'reference', [{ row: id, text: { title, body: wordsOf(csl).join(' ') } }]);
}

/** Every text of a CSL item but its title: names, container, publisher, address, notes. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'title' || key === 'type' ? [] : wordsOf(part),
  );
}
