import type { Output } from '#contract/index.ts';
import { CallError } from '#contract/error.ts';
import { openDialog } from '../app/dialogs.ts';
import { openArticle, place } from '../app/place.ts';
import { call } from '../data/client.ts';
import { forgetJob } from '../data/notices.ts';
import { createStore } from '../data/store.ts';
import { upload, type Uploaded } from '../data/upload.ts';
import { wordsOf } from '../i18n/index.ts';
import { toast } from '../ui/toasts.ts';

export type Source = { readonly name: string; readonly content: Blob | string };
export type Imported = Output<'importArticles'> & { readonly skipped: number };

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

/**
 * Imports articles with progress and cancel; what could not be read is listed and stops no other.
 * @param skipped how many files of other kinds were left out before.
 */
export async function importFiles(sources: readonly Source[], skipped = 0): Promise<void> {
  const say = wordsOf('library');
  if (importing.get()) return;
  if (sources.length === 0) {
    toast({ tone: 'danger', text: say('nothingToImport') });
    return;
  }
  const job = `import-${crypto.randomUUID()}`;
  const all: { articles: Imported['articles']; failed: Imported['failed'] } = { articles: [], failed: [] };
  let done = 0;
  const follow = (label: string) =>
    importing.set((now) => ({
      job,
      done,
      total: sources.length,
      label,
      isCancelled: now?.isCancelled ?? false,
    }));
  try {
    follow('');
    for (const batch of batchesOf(sources)) {
      const uploads: Uploaded[] = [];
      for (const source of batch) {
        if (importing.get()?.isCancelled) break;
        follow(say('uploading', { name: source.name }));
        try {
          uploads.push(await upload(source.content, source.name));
        } catch (error) {
          all.failed.push({ source: source.name, error: failureOf(error) });
        }
      }
      if (importing.get()?.isCancelled) break;
      if (uploads.length > 0) {
        const answer = await call('importArticles', { uploads, job });
        all.articles.push(...answer.articles);
        all.failed.push(...answer.failed);
        if (answer.cancelled) break;
      }
      done += batch.length;
      follow('');
    }
  } catch (error) {
    toast({ tone: 'danger', text: failureOf(error).message });
  } finally {
    const cancelled = importing.get()?.isCancelled ?? false;
    importing.set(null);
    forgetJob(job);
    tell({ ...all, cancelled, skipped });
  }
}

function failureOf(error: unknown): { code: string; message: string } {
  if (error instanceof CallError) return { code: error.code, message: error.message };
  return { code: 'unreadable', message: error instanceof Error ? error.message : String(error) };
}

/** A clean import is told in passing; one with something to decide or to know opens its summary. */
function tell(imported: Imported): void {
  const say = wordsOf('library');
  const { articles, failed, cancelled, skipped } = imported;
  lastImport.set(imported);
  const first = articles[0];
  if (first && (articles.length === 1 || place.get().article === null)) openArticle(first.id);
  const hasMore =
    failed.length > 0 || articles.some((one) => one.warnings.length > 0 || one.proposals.length > 0);
  if (hasMore) openDialog.set('import-summary');
  else if (articles.length > 0) toast({ tone: 'good', text: say('imported', { count: articles.length }) });
  if (cancelled) toast({ tone: 'plain', text: say('importCancelled') });
  if (skipped > 0) toast({ tone: 'plain', text: say('skipped', { count: skipped }) });
}
