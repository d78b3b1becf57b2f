import { difference } from './difference.ts';
import { tokensOf, Vocabulary } from './tokens.ts';

export type Stretch = {
  readonly kind: 'same' | 'removed' | 'added';
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
};

/**
 * Two texts as stretches that are the same, only in the old one or only in the new one, word by word and in order.
 * Together they cover both texts; white space goes with the words around it.
 */
export function stretchesOf(before: string, after: string): Stretch[] {
  if (before === after) return cut('same', 0, before.length, 0, after.length);
  const words = new Vocabulary();
  const old = tokensOf(before, words);
  const fresh = tokensOf(after, words);
  const { to } = difference(old, fresh);
  const stretches: Stretch[] = [];
  let [atOld, atNew] = [0, 0];
  for (let t = 0; t < old.count;) {
    if (to[t]! < 0) {
      t += 1;
      continue;
    }
    let end = t + 1;
    while (
      end < old.count &&
      to[end] === to[end - 1]! + 1 &&
      // what stands between two words may have changed too
      before.slice(old.ends[end - 1], old.starts[end]) ===
        after.slice(fresh.ends[to[end - 1]!], fresh.starts[to[end]!])
    )
      end += 1;
    const [a, b] = [old.starts[t]!, fresh.starts[to[t]!]!];
    stretches.push(...changed(atOld, a, atNew, b));
    atOld = old.ends[end - 1]!;
    atNew = fresh.ends[to[end - 1]!]!;
    stretches.push(...cut('same', a, atOld, b, atNew));
    t = end;
  }
  stretches.push(...changed(atOld, before.length, atNew, after.length));
  return joined(stretches, before, after);
}

function cut(kind: Stretch['kind'], a: number, aEnd: number, b: number, bEnd: number): Stretch[] {
  if (a === aEnd && b === bEnd) return [];
  return [{ kind, before: { start: a, end: aEnd }, after: { start: b, end: bEnd } }];
}

function changed(a: number, aEnd: number, b: number, bEnd: number): Stretch[] {
  return [
    ...(aEnd > a ? cut('removed', a, aEnd, b, b) : []),
    ...(bEnd > b ? cut('added', aEnd, aEnd, b, bEnd) : []),
  ];
}

/** White space that is the same on both sides is no change: “a b” and “a c” differ in one word. */
function joined(stretches: readonly Stretch[], before: string, after: string): Stretch[] {
  const all: Stretch[] = [];
  for (let i = 0; i < stretches.length; i++) {
    const one = stretches[i]!;
    const next = stretches[i + 1];
    if (one.kind === 'removed' && next?.kind === 'added') {
      const gone = before.slice(one.before.start, one.before.end);
      const fresh = after.slice(next.after.start, next.after.end);
      const lead = sharedSpace(gone, fresh);
      const trail = Math.min(sharedSpaceEnd(gone, fresh), gone.length - lead, fresh.length - lead);
      const [a, aEnd] = [one.before.start + lead, one.before.end - trail];
      const [b, bEnd] = [next.after.start + lead, next.after.end - trail];
      all.push(...cut('same', one.before.start, a, next.after.start, b));
      all.push(...changed(a, aEnd, b, bEnd));
      all.push(...cut('same', aEnd, one.before.end, bEnd, next.after.end));
      i += 1;
    } else all.push(one);
  }
  return merged(all);
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const one of stretches) {
    const last = all.at(-1);
    if (last?.kind === 'same' && one.kind === 'same')
      all[all.length - 1] = {
        kind: 'same',
        before: { start: last.before.start, end: one.before.end },
        after: { start: last.after.start, end: one.after.end },
      };
    else all.push(one);
  }
  return all;
}

function sharedSpace(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n] && /\s/.test(a[n]!)) n += 1;
  return n;
}

function sharedSpaceEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n) && /\s/.test(a.at(-1 - n)!)) n += 1;
  return n;
}
