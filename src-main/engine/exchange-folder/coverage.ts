import { countActs, type Run } from '#store/exchange-files.ts';
import type { ReadDb } from '#store/handle.ts';
import { forksOf } from '#store/verify-seals.ts';

/**
 * Up to which act of each device the given files hold all. A forked chain's numbers do not say which acts they mean: such
 * a device counts as held when one file has as many of its acts as are here, and as not held at all otherwise.
 */
export function heldIn(db: ReadDb, files: Iterable<readonly Run[]>): Map<string, number> {
  const runs = new Map<string, Run[]>();
  for (const file of files) {
    for (const run of file) runs.set(run.device, [...(runs.get(run.device) ?? []), run]);
  }
  const held = new Map<string, number>();
  for (const [device, of] of runs) held.set(device, withoutGap(of));
  for (const { device } of forksOf(db)) {
    const here = countActs(db, device);
    const whole = (runs.get(device) ?? []).some((run) => run.acts >= here);
    held.set(device, whole ? Number.MAX_SAFE_INTEGER : 0);
  }
  return held;
}

function withoutGap(runs: readonly Run[]): number {
  let upTo = 0;
  for (const { first, last, acts } of runs.toSorted((a, b) => a.first - b.first)) {
    if (first > upTo + 1) break;
    if (acts === last - first + 1) upTo = Math.max(upTo, last);
  }
  return upTo;
}
