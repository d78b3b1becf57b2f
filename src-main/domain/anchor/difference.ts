import { pairSmallGap, SMALL_GAP } from './small-gap.ts';
import { settleSlides } from './slides.ts';
import type { Tokens } from './tokens.ts';
import { longestRising, uniqueGrams } from './unique-grams.ts';

/** A passage that was doubled, or one of whose two copies was taken out: which copy is which, no text can tell. */
export type Repeat = {
  /** Old tokens. */
  readonly from: number;
  readonly end: number;
  /** How far the other reading lies away, in new tokens; 0 where a copy was taken out. */
  readonly away: number;
};

export type Difference = { readonly to: Int32Array; readonly repeats: readonly Repeat[] };

const LONGEST_GRAM = 4;
/** Single words may be unique in ever smaller parts; this deep it is a pattern and no text. */
const DEEPEST = 24;

/**
 * For each token of the old text the token of the new text that it became, or -1. Pairs rise in both texts. Near
 * linear, and the same on every machine: there is no time limit that would make the answer depend on its load.
 */
export function difference(before: Tokens, after: Tokens): Difference {
  const to = new Int32Array(before.count).fill(-1);
  pairPart(before.ids, 0, before.count, after.ids, 0, after.count, LONGEST_GRAM, 0, to);
  return { to, repeats: settleSlides(before, after, to) };
}

/** Pairs what two parts have in common: equal ends first, then what is unique in both, then what lies between. */
export function pairPart(
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
  k: number,
  depth: number,
  to: Int32Array,
): void {
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) to[a0++] = b0++;
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) to[--a1] = --b1;
  if (a0 === a1 || b0 === b1) return;
  if ((a1 - a0) * (b1 - b0) <= SMALL_GAP) {
    pairSmallGap(a, a0, a1, b, b0, b1, to);
    if (k < LONGEST_GRAM) dropChance(a0, a1, b0, b1, to);
    return;
  }
  const places = uniqueGrams(a, a0, a1, b, b0, b1, k);
  if (places.count === 0) {
    if (k > 1) pairPart(a, a0, a1, b, b0, b1, k - 1, depth, to);
    return;
  }
  if (depth > DEEPEST) return;
  const signs = longestRising(places);
  let fromA = a0;
  let fromB = b0;
  for (let n = 0; n < signs.count; n++) {
    let atA = signs.before[n]!;
    let atB = signs.after[n]!;
    if (atA < fromA || atB < fromB) {
      // a gram that overlaps the run before it is a part of that run, or contradicts it
      if (atA + k <= fromA || atA - fromA !== atB - fromB) continue;
      atA = fromA;
      atB = fromB;
    }
    if (atA > fromA && atB > fromB && a[atA - 1] === b[atB - 1]) {
      let [backA, backB] = [atA, atB];
      while (backA > fromA && backB > fromB && a[backA - 1] === b[backB - 1]) {
        backA -= 1;
        backB -= 1;
      }
      atA = backA;
      atB = backB;
    }
    pairPart(a, fromA, atA, b, fromB, atB, Math.max(1, k - 1), depth + 1, to);
    fromA = atA;
    fromB = atB;
    while (fromA < a1 && fromB < b1 && a[fromA] === b[fromB]) to[fromA++] = fromB++;
  }
  pairPart(a, fromA, a1, b, fromB, b1, Math.max(1, k - 1), depth + 1, to);
  if (k <= 2) dropChance(a0, a1, b0, b1, to);
}

/** Below this share of the shorter side, what a gap has in common is what any two texts have in common. */
const CHANCE = 0.34;

/** Takes back the pairs of a gap whose two sides have only common words in common: they are different passages. */
function dropChance(a0: number, a1: number, b0: number, b1: number, to: Int32Array): void {
  const shorter = Math.min(a1 - a0, b1 - b0);
  if (shorter < 6) return;
  let worth = 0;
  for (let t = a0; t < a1;) {
    if (to[t]! < 0) {
      t += 1;
      continue;
    }
    let end = t + 1;
    while (end < a1 && to[end] === to[end - 1]! + 1) end += 1;
    const run = end - t;
    worth += run === 1 ? 0.3 : run === 2 ? 1.2 : run;
    t = end;
  }
  if (worth < CHANCE * shorter) to.fill(-1, a0, a1);
}
