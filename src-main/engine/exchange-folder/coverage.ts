import { countActs, lastActs, type ExchangeFile, type Run } from '#store/exchange-files.ts';
import type { ReadDb } from '#store/handle.ts';
import { gapsOf } from '#store/receive.ts';
import { forksOf } from '#store/verify-seals.ts';

/**
 * The files that spare us a bundle: those that all of our readers can open, and whose writer lacked nothing that is here.
 * @param readers the age addresses that are written for; undefined where files are written for everybody. Then an encrypted
 *   file counts too: what somebody encrypted is not written anew for all to read.
 */
export function sparing(
  files: readonly ExchangeFile[],
  readers: readonly string[] | undefined,
  lacked: ReadonlySet<string>,
): ExchangeFile[] {
  return files.filter((file) => {
    const open = !readers || file.readers.length === 0 || readers.every((one) => file.readers.includes(one));
    return open && file.lacks.every((hash) => lacked.has(hash));
  });
}

/**
 * Up to which act of each device the given files hold all that is here; what has not arrived here cannot be given to
 * others. A forked chain's numbers do not say which acts they mean: such a device counts as held when one file has as many
 * of its acts as are here, and as not held at all otherwise.
 */
export function heldIn(db: ReadDb, files: readonly ExchangeFile[]): Map<string, number> {
  const runs = Map.groupBy(
    [
      ...files.flatMap((file) => file.runs),
      ...gapsOf(db).map(({ device, from, to }) => ({ device, first: from, last: to, acts: to - from + 1 })),
    ],
    (run) => run.device,
  );
  const held = new Map<string, number>();
  for (const [device, of] of runs) held.set(device, withoutGap(of));
  for (const { device } of forksOf(db)) {
    const here = countActs(db, device);
    const whole = files.some((file) => actsIn(file, device) >= here);
    held.set(device, whole ? Number.MAX_SAFE_INTEGER : 0);
  }
  return held;
}

function actsIn({ runs }: ExchangeFile, device: string): number {
  return runs.reduce((n, run) => (run.device === device ? n + run.acts : n), 0);
}

/** Whether the project has acts beyond what is held, signed or not. */
export function hasMore(db: ReadDb, held: ReadonlyMap<string, number>): boolean {
  return lastActs(db).some(({ device, last }) => last > (held.get(device) ?? 0));
}

/** The last number up to which runs hold every act, in whatever order they are given. */
export function withoutGap(runs: readonly Run[]): number {
  let upTo = 0;
  for (const { first, last, acts } of runs.toSorted((a, b) => a.first - b.first)) {
    if (first > upTo + 1) break;
    if (acts === last - first + 1) upTo = Math.max(upTo, last);
  }
  return upTo;
}
