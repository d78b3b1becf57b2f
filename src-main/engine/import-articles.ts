import { basename } from 'node:path';
import { cells } from '#domain/act.ts';
import { flatten } from '#domain/flat-text.ts';
import type { ReadArticle } from '#domain/imported.ts';
import type { ArticleDocument } from '#domain/document.ts';
import { CallError } from '#contract/kit.ts';
import type { Asked, Output } from '#contract/index.ts';
import { getArticle, getFootnotes, listFootnotes } from '#store/articles.ts';
import { keepBlob } from '#store/blobs.ts';
import { sha256 } from '#store/hash.ts';
import { likenessesOf } from './likeness.ts';
import { act, nowOf, parserOf, readOf, writeOf, type Session, type Upload } from './session.ts';

type Done = Output<'importArticles'>;
type Imported = Done['articles'][number];
type Failure = Done['failed'][number]['error'];
type Given = Asked<'importArticles'>['uploads'][number];
/** What came of reading one upload, before anything is written. */
type Read = { upload: Upload; hash: string; article: ReadArticle | null } | { failure: unknown };

const MEGABYTE = 1 << 20;
const LARGEST_ARTICLE = 200 * MEGABYTE;
/** How many files are read ahead of the one that is written; the parser itself decides how many at a time. */
const AHEAD = 4;

/** Reads some files at a time and writes them in the order given, one act a file, so that each can be undone alone. */
export async function importArticles(
  session: Session,
  asked: Asked<'importArticles'>,
  signal: AbortSignal,
): Promise<Done> {
  const stop = new AbortController();
  const signals = AbortSignal.any([signal, stop.signal]);
  const { uploads, job, again = false } = asked;
  if (job !== undefined) session.jobs.set(job, stop);
  const say = (done: number, label: string) => {
    if (job !== undefined) session.say({ kind: 'job', job, done, total: uploads.length, label });
  };
  const done: Done = { articles: [], failed: [], cancelled: false };
  const reading: Promise<Read>[] = [];
  try {
    for (const [n, { name, page, chapters }] of uploads.entries()) {
      say(n, name);
      while (!signals.aborted && reading.length < uploads.length && reading.length <= n + AHEAD)
        reading.push(readUpload(session, uploads[reading.length]!, again, signals));
      const read = await reading[n];
      if (signals.aborted || !read) {
        done.cancelled = true;
        break;
      }
      // what is wrong with the project ends the import; what is wrong with a file is noted beside it
      if ('failure' in read) done.failed.push({ source: name, error: failureOf(read.failure) });
      else
        done.articles.push(
          keep(session, read.upload, read.hash, read.article, again || chapters !== undefined, page),
        );
    }
  } finally {
    stop.abort();
    await Promise.allSettled(reading);
    for (const { token } of uploads) session.uploads.delete(token);
    if (job !== undefined) session.jobs.delete(job);
    say(uploads.length, '');
  }
  return done;
}

async function readUpload(
  session: Session,
  given: Given,
  again: boolean,
  signal: AbortSignal,
): Promise<Read> {
  try {
    const received = session.uploads.get(given.token);
    session.uploads.delete(given.token);
    if (!received)
      throw new CallError('not-found', `The bytes of ${given.name} did not arrive; import it again.`);
    const upload = { ...received, name: given.name };
    if (upload.bytes.length > LARGEST_ARTICLE) {
      const size = Math.ceil(upload.bytes.length / MEGABYTE);
      throw new CallError(
        'too-large',
        `${upload.name} has ${size} MB; Assay takes files up to ${LARGEST_ARTICLE / MEGABYTE} MB.`,
      );
    }
    const hash = sha256(upload.bytes);
    // of an archive another page may be meant: that is known only when it is read
    const isKnown =
      !again &&
      given.chapters === undefined &&
      sameFile(session, hash).some(({ format }) => !isOfMany(format));
    if (isKnown) return { upload, hash, article: null };
    const { page, chapters } = given;
    const source = {
      ...upload,
      ...(page === undefined ? {} : { page }),
      ...(chapters === undefined ? {} : { chapters }),
    };
    return { upload, hash, article: await (await parserOf(session)).readArticle(source, signal) };
  } catch (failure) {
    return { failure };
  }
}

/** A format whose files may hold several articles. */
function isOfMany(format: string | null): boolean {
  return format === 'warc' || format === 'wacz' || format === 'eml';
}

type Same = {
  id: string;
  title: string | null;
  format: string | null;
  address: string | null;
  captured_at: string | null;
};

/** The articles that were read from the same bytes. */
function sameFile(session: Session, hash: string): Same[] {
  return readOf(session).all<Same>(
    'select id, title, format, address, captured_at from article where original = ? and present = 1 order by imported_at, id',
    hash,
  );
}

function keep(
  session: Session,
  upload: Upload,
  hash: string,
  read: ReadArticle | null,
  again: boolean,
  page: string | undefined,
): Imported {
  const same = sameFile(session, hash).filter(
    (one) =>
      read === null ||
      !isOfMany(read.format) ||
      (one.address === read.address &&
        (page === undefined || one.title === read.title || read.address !== '')),
  );
  const known = same[0];
  if (known && !again) return knownAs(session, known.id, upload, hash);
  if (!read)
    throw new CallError(
      'changed-since',
      `“${upload.name}” was taken out of the project meanwhile; import it again.`,
    );
  const id = session.world.newId();
  const similar = likenessesOf(session, flatten(read.document).text).filter((one) => one.id !== id);
  const warnings = [
    ...read.warnings,
    ...same.map(({ title }) => `The same file is already in the project as “${title ?? ''}”.`),
    ...(same.length > 0 ? [] : similar.slice(0, 3).map(resembling)),
  ];
  const proposals = write(session, id, upload, read, warnings);
  return {
    id,
    title: read.title,
    source: upload.name,
    format: read.format,
    language: read.language,
    words: getArticle(readOf(session), id).words,
    sha256: hash,
    references: proposals.length,
    warnings,
    proposals,
    chapters: read.chapters.map((title, index) => ({ number: index + 1, title })),
    known: false,
    similar,
  };
}

function resembling({ title, share }: { title: string; share: number }): string {
  return `${Math.round(share * 100)} % of the text is also in “${title}”: it may be another edition of the same article.`;
}

function knownAs(session: Session, id: string, upload: Upload, hash: string): Imported {
  const db = readOf(session);
  const article = getArticle(db, id);
  return {
    id,
    title: article.title,
    source: upload.name,
    format: article.format,
    language: article.language,
    words: article.words,
    sha256: hash,
    references: listFootnotes(db, id).length,
    warnings: [`The same file is already in the project as “${article.title}”; nothing was added.`],
    proposals: [],
    chapters: [],
    known: true,
    similar: [],
  };
}

function write(
  session: Session,
  id: string,
  upload: Upload,
  read: ReadArticle,
  warnings: readonly string[],
): Imported['proposals'] {
  const db = writeOf(session);
  return db.together(() => {
    const at = nowOf(session);
    const original = keepBlob(db, upload.bytes);
    const { document, text } = kept(session, read.document);
    const notes = read.footnotes.map((footnote, position) => ({
      id: session.world.newId(),
      position,
      ...footnote,
    }));
    act(session, 'importArticles', [
      ...cells('article', id, {
        present: 1,
        title: read.title,
        author: read.author,
        publisher: read.publisher,
        address: read.address,
        published: read.published,
        language: read.language,
        original,
        // only the name: a path would tell others about this machine
        original_name: basename(upload.name.replaceAll('\\', '/')),
        format: read.format,
        encoding: read.encoding,
        warnings: JSON.stringify(warnings),
        imported_at: at,
        imported_by: session.me.id,
        ...(read.captured === '' ? {} : { captured_at: read.captured }),
      }),
      ...cells('revision', session.world.newId(), {
        present: 1,
        article: id,
        document,
        sha256: sha256(text),
        person: session.me.id,
        reason: '',
        at,
        ...(read.pages.length > 0 ? { pages: JSON.stringify(read.pages) } : {}),
      }),
      ...notes.flatMap((note) => footnoteCells(id, note)),
    ]);
    return getFootnotes(
      db,
      notes.map((note) => note.id),
    );
  });
}

function kept(session: Session, document: ArticleDocument): { document: string; text: string } {
  const json = JSON.stringify(document);
  return {
    document: keepBlob(writeOf(session), new TextEncoder().encode(json)),
    text: flatten(document).text,
  };
}

type Note = ReadArticle['footnotes'][number] & { id: string; position: number };

function footnoteCells(article: string, note: Note) {
  return cells('footnote', note.id, {
    present: 1,
    article,
    label: note.label,
    text: note.text,
    address: note.address,
    places: JSON.stringify(note.places),
    position: note.position,
  });
}

export function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'internal';
  const detail = error instanceof CallError ? (error.detail as Failure['detail']) : undefined;
  return {
    code,
    message: error instanceof Error ? error.message : String(error),
    ...(detail === undefined ? {} : { detail }),
  };
}
