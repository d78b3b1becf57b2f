import { flushSync } from 'react-dom';
import type { Output } from '#contract/index.ts';
import { CallError } from '#contract/error.ts';
import { openDialog } from '../app/dialogs.ts';
import { openArticle, place } from '../app/place.ts';
import { call } from '../data/client.ts';
import { forgetJob } from '../data/notices.ts';
import { createStore } from '../data/store.ts';
import { upload, type Uploaded } from '../data/upload.ts';
import { sentenceOf } from '../data/use-call.ts';
import { wordsOf } from '../i18n/index.ts';
import { toast } from '../ui/toasts.ts';

export type Source = {
  readonly name: string;
  readonly content: Blob | string;
  /** Which page of an archive is meant, by its number. */
  readonly page?: string;
  /** Of a book: which chapters, counted from 1. */
  readonly chapters?: readonly number[];
  /** An article that this one takes the place of: the whole book, where only some chapters are wanted. */
  readonly replaces?: string;
  /** The title a person gave it, which counts for more than what stands in it. */
  readonly title?: string;
};
export type PageOffer = NonNullable<
  Output<'importArticles'>['failed'][number]['error']['detail']
>['pages'][number];
/** An archive of which a page must be chosen. */
export type Ask = {
  readonly source: Source;
  readonly pages: readonly PageOffer[];
  /** The article that holds the whole book, where chapters are chosen and not pages. */
  readonly book?: string;
};
export type Known = { readonly source: Source; readonly id: string; readonly title: string };

export type Imported = Output<'importArticles'> & {
  readonly skipped: number;
  readonly asks: readonly Ask[];
  /** Files that were in the project before. */
  readonly known: readonly Known[];
  /** Books that were imported whole, and their chapters. */
  readonly books: readonly Ask[];
};

/** The import that is going on, or null. `done` counts sources. */
export type Import = {
  readonly job: string;
  readonly done: number;
  readonly total: number;
  readonly label: string;
  readonly isCancelled: boolean;
};

export const importing = createStore<Import | null>(null);
export const lastImport = createStore<Imported | null>(null);
/** The archive whose pages are being chosen from. */
export const asking = createStore<Ask | null>(null);

/** Sources are handed over a few at a time, so that a large folder never fills the memory. */
const BATCH = 20;
const BATCH_BYTES = 64 << 20;

/** Asks the import that is going on to stop after the source it is at. */
export function cancelImport(): void {
  const now = importing.get();
  if (!now) return;
  importing.set({ ...now, isCancelled: true });
  // Nothing is lost if the engine has just finished: the next batch is not begun.
  void call('cancelJob', { job: now.job }).catch(() => {});
}

function batchesOf(sources: readonly Source[]): Source[][] {
  const batches: Source[][] = [];
  let bytes = 0;
  for (const source of sources) {
    const size = typeof source.content === 'string' ? source.content.length * 2 : source.content.size;
    const last = batches.at(-1);
    if (last && last.length < BATCH && bytes + size <= BATCH_BYTES) {
      last.push(source);
      bytes += size;
    } else {
      batches.push([source]);
      bytes = size;
    }
  }
  return batches;
}

type Found = {
  articles: Imported['articles'];
  failed: Imported['failed'];
  asks: Ask[];
  known: Known[];
  books: Ask[];
};

/** Imports one batch, and sorts what came of each source. Gives false where it was cancelled. */
async function importBatch(
  batch: readonly Source[],
  found: Found,
  job: string,
  again: boolean,
): Promise<boolean> {
  const say = wordsOf('library');
  const uploads: (Uploaded & { page?: string; chapters?: number[] })[] = [];
  // a name may come twice, as with two pages of one archive: the answers come in the order of the uploads
  const bySource = new Map<string, Source>();
  for (const source of batch) {
    if (importing.get()?.isCancelled) return false;
    importing.set((now) => now && { ...now, label: say('uploading', { name: source.name }) });
    try {
      const uploaded = await upload(source.content, source.name);
      uploads.push({
        ...uploaded,
        ...(source.page === undefined ? {} : { page: source.page }),
        ...(source.chapters === undefined ? {} : { chapters: [...source.chapters] }),
      });
      bySource.set(source.name, source);
    } catch (error) {
      found.failed.push({ source: source.name, error: failureOf(error) });
    }
  }
  if (importing.get()?.isCancelled) return false;
  if (uploads.length === 0) return true;
  const answer = await call('importArticles', { uploads, job, again });
  for (const article of answer.articles) {
    const source = bySource.get(article.source)!;
    if (article.known) found.known.push({ source, id: article.id, title: article.title });
    else {
      found.articles.push(await titled(article, source));
      if (source.replaces !== undefined) {
        // what is on the screen goes on asking for its marks, so it is gone before they are
        if (place.get().article === source.replaces) flushSync(() => openArticle(article.id));
        await call('removeArticle', { id: source.replaces });
      } else if (article.chapters.length > 1) found.books.push(bookOf(article, source));
    }
  }
  for (const failure of answer.failed) {
    const source = bySource.get(failure.source);
    const pages = failure.error.detail?.pages;
    if (source && pages && failure.error.code === 'ambiguous') found.asks.push({ source, pages });
    else found.failed.push(failure);
  }
  return !answer.cancelled;
}

function bookOf(article: Imported['articles'][number], source: Source): Ask {
  const pages = article.chapters.map(({ number, title }) => ({ number, title, url: '', time: '' }));
  return { source, pages, book: article.id };
}

async function titled(
  article: Imported['articles'][number],
  { title = '' }: Source,
): Promise<Imported['articles'][number]> {
  if (title === '' || title === article.title) return article;
  await call('describeArticle', { id: article.id, title });
  return { ...article, title };
}

/**
 * Imports articles with progress and cancel; what could not be read is listed and stops no other.
 * @param skipped how many files of other kinds were left out before.
 * @param again whether files that are already in the project are imported once more.
 */
export async function importFiles(sources: readonly Source[], skipped = 0, again = false): Promise<void> {
  const say = wordsOf('library');
  if (importing.get()) return;
  if (sources.length === 0) {
    toast({ tone: 'danger', text: say('nothingToImport') });
    return;
  }
  const job = `import-${crypto.randomUUID()}`;
  const found: Found = { articles: [], failed: [], asks: [], known: [], books: [] };
  importing.set({ job, done: 0, total: sources.length, label: '', isCancelled: false });
  try {
    for (const batch of batchesOf(sources)) {
      if (!(await importBatch(batch, found, job, again))) break;
      importing.set((now) => now && { ...now, done: now.done + batch.length, label: '' });
    }
  } catch (error) {
    toast({ tone: 'danger', text: sentenceOf(error) });
  } finally {
    const cancelled = importing.get()?.isCancelled ?? false;
    importing.set(null);
    forgetJob(job);
    tell({ ...found, cancelled, skipped });
  }
}

function failureOf(error: unknown): { code: string; message: string } {
  if (error instanceof CallError) return { code: error.code, message: error.message };
  return { code: 'unreadable', message: error instanceof Error ? error.message : String(error) };
}

/** A clean import is told in passing; one with something to decide or to know opens its summary. */
function tell(imported: Imported): void {
  const say = wordsOf('library');
  const { articles, failed, cancelled, skipped, asks, known } = imported;
  lastImport.set(imported);
  const first = articles[0];
  if (first && (articles.length === 1 || place.get().article === null)) openArticle(first.id);
  const hasMore =
    failed.length > 0 ||
    known.length > 0 ||
    imported.books.length > 0 ||
    articles.some((one) => one.warnings.length > 0 || one.proposals.length > 0 || one.similar.length > 0);
  if (asks.length === 1 && !hasMore) {
    asking.set(asks[0]!);
    openDialog.set('choose-page');
  } else if (hasMore || asks.length > 0) openDialog.set('import-summary');
  else if (articles.length > 0) toast({ tone: 'good', text: say('imported', { count: articles.length }) });
  if (cancelled) toast({ tone: 'plain', text: say('importCancelled') });
  if (skipped > 0) toast({ tone: 'plain', text: say('skipped', { count: skipped }) });
}
