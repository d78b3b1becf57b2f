import type { Value } from './act.ts';
import type { Stamp } from './stamp.ts';

/** One value of a cell's history. A head is a value that no other names as its base. */
export type Entry = {
  readonly stamp: Stamp;
  readonly act: string;
  readonly value: Value;
  readonly head: boolean;
};

/** A value that arrives, and the stamps it replaces. */
export type Arriving = Omit<Entry, 'head'> & { readonly base: readonly Stamp[] };

export type Resolved = {
  /** The entries to add. */
  readonly added: Entry[];
  /** Stamps of heads that are heads no more. */
  readonly replaced: Stamp[];
  /** Stamps that are named as a base and have not arrived. */
  readonly awaited: Stamp[];
  /** Stamps that were awaited and are here now. */
  readonly arrived: Stamp[];
  /** The heads after it, newest first. */
  readonly heads: Entry[];
};

/** Newest first; two acts of a forked chain may carry one stamp, and then their hashes decide. */
export function newestFirst(a: Pick<Entry, 'stamp' | 'act'>, b: Pick<Entry, 'stamp' | 'act'>): number {
  if (a.stamp !== b.stamp) return a.stamp < b.stamp ? 1 : -1;
  return a.act < b.act ? 1 : a.act > b.act ? -1 : 0;
}

/**
 * What arriving values do to a cell. The outcome depends only on the set of values, never on their order or on how they
 * are split: a value is a head exactly if no value names its stamp as a base.
 * @param known the cell's heads, and every entry whose stamp an arriving value carries or names
 * @param waiting the stamps among those that are named by others and were not here yet
 */
export function resolve(
  known: readonly Entry[],
  waiting: ReadonlySet<Stamp>,
  arriving: readonly Arriving[],
): Resolved {
  const fresh = arriving.filter(
    (one, i) =>
      !known.some((entry) => entry.stamp === one.stamp && entry.act === one.act) &&
      !arriving.some((other, j) => j < i && other.stamp === one.stamp && other.act === one.act),
  );
  const bases = new Set(fresh.flatMap((one) => one.base));
  const dead = new Set([...waiting, ...bases]);
  for (const entry of known) if (!entry.head) dead.add(entry.stamp);
  const added = fresh.map(({ stamp, act, value }) => ({ stamp, act, value, head: !dead.has(stamp) }));
  const here = new Set([...known, ...added].map((entry) => entry.stamp));
  return {
    added,
    replaced: known.filter((entry) => entry.head && bases.has(entry.stamp)).map((entry) => entry.stamp),
    awaited: [...bases].filter((stamp) => !here.has(stamp) && !waiting.has(stamp)),
    arrived: added.map((entry) => entry.stamp).filter((stamp) => waiting.has(stamp)),
    heads: [
      ...known.filter((entry) => entry.head && !bases.has(entry.stamp)),
      ...added.filter((entry) => entry.head),
    ].sort(newestFirst),
  };
}

/** Whether values that nothing has replaced differ. */
export function disagree(heads: readonly { readonly value: Value }[]): boolean {
  return heads.some((head) => head.value !== heads[0]!.value);
}
