import { setImmediate as turn } from 'node:timers/promises';
import type { Session } from './session.ts';

const EVERY_MS = 100;

/**
 * Tells how far a long job is, and lets other calls in between. Stops with the signal.
 * @param total bytes of the whole job
 */
export function progress(
  session: Session,
  job: string | undefined,
  total: number,
  label: string,
  signal: AbortSignal,
): (bytes: number) => Promise<void> {
  let done = 0;
  let told = 0;
  return async (bytes) => {
    done += bytes;
    signal.throwIfAborted();
    const now = performance.now();
    if (now - told < EVERY_MS && done < total) return;
    told = now;
    if (job !== undefined) session.say({ kind: 'job', job, done: Math.min(done, total), total, label });
    await turn();
    signal.throwIfAborted();
  };
}

/** Runs a job under its name, so that `cancelJob` reaches it. */
export async function asJob<T>(
  session: Session,
  job: string | undefined,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (job === undefined) return work(signal);
  const stop = new AbortController();
  session.jobs.set(job, stop);
  try {
    return await work(AbortSignal.any([signal, stop.signal]));
  } finally {
    session.jobs.delete(job);
  }
}
