const TIMES = 3;
const WITHIN_MS = 60_000;

/** Whether an engine that ended by itself is started again. `ends` are the times of its ends, ms since 1970, newest last. */
export function mayRestart(ends: readonly number[], now: number): boolean {
  return ends.filter((end) => now - end < WITHIN_MS).length <= TIMES;
}
