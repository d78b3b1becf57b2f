import type { Act } from '#domain/act.ts';
import type { ReadDb } from './handle.ts';
import { sealsOf, type Seal } from './seals.ts';

type Link = Pick<Act, 'hash' | 'previous'>;

/**
 * Which key vouches for each act that arrives: the one that signed an act after it in its chain. Looks through the acts
 * that arrive and through the log, since a signature may be in either.
 */
export function vouchersOf(
  db: ReadDb,
  arriving: readonly Link[],
  seals: readonly Seal[],
): { vouched: ReadonlyMap<string, string>; signing: ReadonlySet<string> } {
  const links = new Map(arriving.map((act) => [act.hash, act.previous]));
  const vouched = new Map<string, string>();
  // what fills a gap is vouched for by a signature over acts that are here already
  const gaps = new Set(db.all<{ device: string }>('select device from missing').map((gap) => gap.device));
  const before = (device: string, hash: string): string | null | undefined =>
    links.get(hash) ??
    (gaps.has(device)
      ? db.one<{ previous: string | null }>('select previous from act where hash = ?', hash)?.previous
      : undefined);
  const all = [...seals, ...sealsOf(db)].sort((a, b) => b.sequence - a.sequence);
  for (const { device, head, key } of all) {
    const seen = new Set<string>();
    for (
      let at: string | null | undefined = head;
      typeof at === 'string' && !seen.has(at) && !vouched.has(at);
      at = before(device, at)
    ) {
      seen.add(at);
      if (links.has(at)) vouched.set(at, key);
    }
  }
  return { vouched, signing: new Set(all.map((seal) => seal.device)) };
}
