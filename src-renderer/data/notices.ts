import type { QueryClient } from '@tanstack/react-query';
import type { CommandId } from '#contract/commands.ts';
import type { Notice } from '#contract/index.ts';
import { readsAny } from './nouns.ts';
import { createStore } from './store.ts';

export type Progress = { readonly done: number; readonly total: number; readonly label: string };

/** How far each long job is, by the name its caller gave it. */
export const progress = createStore<ReadonlyMap<string, Progress>>(new Map());

/** Whether the engine is reached; the status bar tells when it is not. */
export const connected = createStore(true);

/** The newest work of team mates that came in by itself; null until some does. */
export const exchanged = createStore<Extract<Notice, { kind: 'exchanged' }> | null>(null);

export function forgetJob(job: string): void {
  progress.set((now) => new Map([...now].filter(([name]) => name !== job)));
}

/**
 * Asks again what a change of these tables may have made stale.
 * @param gone rows that are no longer in the project: what asks for one of them by its id is not asked again
 */
export function refresh(queries: QueryClient, tables: readonly string[], gone: readonly string[] = []): void {
  const isAbout = (input: unknown) =>
    typeof input === 'object' && input !== null && Object.values(input).some((value) => gone.includes(value));
  if (gone.length > 0)
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => isAbout(queryKey[1]),
      refetchType: 'none',
    });
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => readsAny(String(queryKey[0]), tables) && !isAbout(queryKey[1]),
  });
}

type Hearers = {
  readonly run: (id: CommandId) => void;
  /** Leaves rows that are shown and no longer there. */
  readonly leave: (gone: readonly string[]) => void;
};

/** Follows what the engine tells everyone. Gives a function that stops. */
export function hearNotices(queries: QueryClient, { run, leave }: Hearers): () => void {
  const stream = new EventSource('/notices');
  let lost = false;
  stream.addEventListener('open', () => {
    connected.set(true);
    // Notices may have been missed, or the engine restarted.
    if (lost) void queries.invalidateQueries();
    lost = false;
  });
  stream.addEventListener('error', () => {
    lost = true;
    connected.set(false);
  });
  stream.addEventListener('message', (event: MessageEvent<string>) => {
    const notice = JSON.parse(event.data) as Notice;
    if (notice.kind === 'changed') {
      if (notice.gone) leave(notice.gone);
      refresh(queries, notice.tables, notice.gone);
    } else if (notice.kind === 'command') run(notice.id);
    else if (notice.kind === 'exchanged') exchanged.set(notice);
    else {
      const { job, done, total, label } = notice;
      progress.set((now) => new Map(now).set(job, { done, total, label }));
    }
  });
  return () => stream.close();
}
