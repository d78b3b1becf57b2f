import { CallError, type Code } from '#contract/error.ts';
import { FormatError } from '#reports/format-error.ts';
import { StoreError } from '#store/errors.ts';

/** Any failure as the one error that crosses every link, where it is meant for people. */
export function asCallError(error: unknown): Error {
  if (error instanceof StoreError) return new CallError(error.code satisfies Code, error.message);
  if (error instanceof FormatError) return new CallError(error.code satisfies Code, error.message);
  if (error instanceof Error && error.name === 'AbortError')
    return new CallError('cancelled', 'Cancelled; nothing more was done.');
  return error instanceof Error ? error : new Error(String(error));
}

/** Runs work whose failures people will read. */
export function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asCallError(error);
  }
}

export async function toldLater<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asCallError(error);
  }
}
