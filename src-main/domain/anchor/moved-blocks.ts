import { pairPart } from './difference.ts';
import { NEW_LINE, type Tokens } from './tokens.ts';
import { longestRising, uniqueGrams } from './unique-grams.ts';

const GRAM = 4;

/** What is left over of each line on either side, as one row of tokens; a line end parts the rows. */
type Rest = {
  readonly ids: Int32Array;
  /** The token behind each place of the row; -1 between two rests. */
  readonly tokens: Int32Array;
  /** The number of the rest that a place belongs to. */
  readonly rests: Int32Array;
};

/**
 * Finds what was moved: passages that the difference found only gone here and only new there. Adds their pairs to
 * `to`, and gives for each old token whether it was paired in this way.
 */
export function pairMoved(before: Tokens, after: Tokens, to: Int32Array): Uint8Array {
  const moved = new Uint8Array(before.count);
  const taken = new Uint8Array(after.count);
  for (let t = 0; t < before.count; t++) if (to[t]! >= 0) taken[to[t]!] = 1;
  const old = restOf(before, 1, (t) => to[t]! < 0);
  const fresh = restOf(after, 2, (t) => taken[t] === 0);
  const places = uniqueGrams(old.ids, 0, old.ids.length, fresh.ids, 0, fresh.ids.length, GRAM);
  const pairs = pairsOfRests(places, old, fresh);
  for (const pair of pairs) pairRests(pair, before, after, old, fresh, to, moved, taken);
  return moved;
}

/** Rests that are shorter than a gram say nothing. @param side 1 or 2, so that no end of one side equals one of the other */
function restOf(tokens: Tokens, side: number, isLeft: (token: number) => boolean): Rest {
  const ids: number[] = [];
  const origin: number[] = [];
  const rests: number[] = [];
  let number = 0;
  for (let t = 0; t < tokens.count;) {
    if (!isLeft(t)) {
      t += 1;
      continue;
    }
    let end = t + 1;
    while (end < tokens.count && isLeft(end) && tokens.gaps[end] !== NEW_LINE) end += 1;
    if (end - t >= GRAM) {
      for (let i = t; i < end; i++) {
        ids.push(tokens.ids[i]!);
        origin.push(i);
        rests.push(number);
      }
      // equal to no word, so that no gram reaches across
      ids.push(-2 * number - side);
      origin.push(-1);
      rests.push(number);
      number += 1;
    }
    t = end;
  }
  return { ids: Int32Array.from(ids), tokens: Int32Array.from(origin), rests: Int32Array.from(rests) };
}

type Pair = { readonly votes: number; readonly before: number[]; readonly after: number[] };

/** Which rest of the old text shares grams with which of the new, those with the most first. */
function pairsOfRests(
  places: { before: Int32Array; after: Int32Array; count: number },
  old: Rest,
  fresh: Rest,
): Pair[] {
  const pairs = new Map<string, Pair & { votes: number }>();
  for (let i = 0; i < places.count; i++) {
    const a = places.before[i]!;
    const b = places.after[i]!;
    const key = `${old.rests[a]} ${fresh.rests[b]}`;
    const pair = pairs.get(key) ?? { votes: 0, before: [], after: [] };
    pair.votes += 1;
    pair.before.push(a);
    pair.after.push(b);
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.votes - a.votes || a.before[0]! - b.before[0]!);
}

function pairRests(
  pair: Pair,
  before: Tokens,
  after: Tokens,
  old: Rest,
  fresh: Rest,
  to: Int32Array,
  moved: Uint8Array,
  taken: Uint8Array,
): void {
  const signs = longestRising({
    before: Int32Array.from(pair.before),
    after: Int32Array.from(pair.after),
    count: pair.before.length,
  });
  // the part between the first and the last sign, and as much beyond as is still free on both sides
  let a0 = old.tokens[signs.before[0]!]!;
  let b0 = fresh.tokens[signs.after[0]!]!;
  let a1 = old.tokens[signs.before[signs.count - 1]!]! + GRAM;
  let b1 = fresh.tokens[signs.after[signs.count - 1]!]! + GRAM;
  for (let t = a0; t < a1; t++) if (to[t]! >= 0) return;
  for (let t = b0; t < b1; t++) if (taken[t] === 1) return;
  const isFreeOld = (t: number) => t >= 0 && t < before.count && to[t]! < 0;
  const isFreeNew = (t: number) => t >= 0 && t < after.count && taken[t] === 0;
  let [startA, startB] = [a0, b0];
  while (isFreeOld(startA - 1) && before.gaps[startA] !== NEW_LINE) startA -= 1;
  while (isFreeNew(startB - 1) && after.gaps[startB] !== NEW_LINE) startB -= 1;
  let [endA, endB] = [a1, b1];
  while (isFreeOld(endA) && before.gaps[endA] !== NEW_LINE) endA += 1;
  while (isFreeNew(endB) && after.gaps[endB] !== NEW_LINE) endB += 1;
  const early = Math.min(a0 - startA, b0 - startB);
  const late = Math.min(endA - a1, endB - b1);
  a0 = Math.max(startA, a0 - early - 2);
  b0 = Math.max(startB, b0 - early - 2);
  a1 = Math.min(endA, a1 + late + 2);
  b1 = Math.min(endB, b1 + late + 2);
  pairPart(before.ids, a0, a1, after.ids, b0, b1, GRAM - 1, 0, to);
  for (let t = a0; t < a1; t++) {
    if (to[t]! < 0) continue;
    moved[t] = 1;
    taken[to[t]!] = 1;
  }
}
