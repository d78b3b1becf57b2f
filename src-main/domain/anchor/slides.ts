import type { Repeat } from './difference.ts';
import { NEW_LINE, SPACED, TOUCHING, wordAt, type Tokens } from './tokens.ts';

/** A shorter repetition is two like words that meet by chance. */
const REPEATED = 3;

/**
 * What was inserted or deleted can often be read in several ways: “X. Y.” becomes “X. Z. Y.” by inserting “Z.” or
 * “. Z”. People insert lines, sentences and words, so the way is taken whose edges are those.
 */
export function settleSlides(before: Tokens, after: Tokens, to: Int32Array): Repeat[] {
  const repeats: Repeat[] = [];
  let t = 0;
  const n = before.count;
  if (n > 0 && to[0]! > 0) slideInserted(before, after, to, 0, 0, to[0]!, repeats);
  while (t < n) {
    if (to[t]! < 0) {
      const from = t;
      while (t < n && to[t]! < 0) t += 1;
      const left = from > 0 ? to[from - 1]! : -1;
      const right = t < n ? to[t]! : after.count;
      if (right === left + 1) slideDeleted(before, to, from, t, repeats);
    } else {
      const left = to[t]!;
      const right = t + 1 < n ? to[t + 1]! : after.count;
      if (right > left + 1) slideInserted(before, after, to, t + 1, left + 1, right, repeats);
      t += 1;
    }
  }
  return repeats;
}

/** New tokens [from, end) stand between the old tokens `old - 1` and `old`. */
function slideInserted(
  before: Tokens,
  after: Tokens,
  to: Int32Array,
  old: number,
  from: number,
  end: number,
  repeats: Repeat[],
): void {
  const ids = after.ids;
  let back = 0;
  while (to[old - 1 - back] === from - 1 - back && ids[from - 1 - back] === ids[end - 1 - back]) back += 1;
  let forth = 0;
  while (to[old + forth] === end + forth && ids[end + forth] === ids[from + forth]) forth += 1;
  if (back === 0 && forth === 0) return;
  if (back + forth >= REPEATED) repeats.push({ from: old - back, end: old + forth, away: end - from });
  const best = bestShift(after, from, end, back, forth);
  for (let s = 0; s < best; s++) to[old + s] = from + s;
  for (let s = 1; s <= -best; s++) to[old - s] = end - s;
}

/** Old tokens [from, end) are gone; their neighbours stand side by side. */
function slideDeleted(before: Tokens, to: Int32Array, from: number, end: number, repeats: Repeat[]): void {
  const ids = before.ids;
  const isRun = (t: number, next: number) => to[t]! >= 0 && to[next] === to[t]! + 1;
  let back = 0;
  while (
    from - 1 - back >= 0 &&
    ids[from - 1 - back] === ids[end - 1 - back] &&
    (back === 0 ? to[from - 1]! >= 0 : isRun(from - 1 - back, from - back))
  )
    back += 1;
  let forth = 0;
  while (
    end + forth < ids.length &&
    end + forth < before.count &&
    ids[end + forth] === ids[from + forth] &&
    (forth === 0 ? to[end]! >= 0 : isRun(end + forth - 1, end + forth))
  )
    forth += 1;
  if (back === 0 && forth === 0) return;
  if (back + forth >= REPEATED) repeats.push({ from: from - back, end: end + forth, away: 0 });
  const best = bestShift(before, from, end, back, forth);
  for (let s = 0; s < best; s++) {
    to[from + s] = to[end + s]!;
    to[end + s] = -1;
  }
  for (let s = 1; s <= -best; s++) {
    to[end - s] = to[from - s]!;
    to[from - s] = -1;
  }
}

function bestShift(tokens: Tokens, from: number, end: number, back: number, forth: number): number {
  let best = 0;
  let bestEdges = edge(tokens, from) + edge(tokens, end);
  for (let shift = -back; shift <= forth; shift++) {
    const edges = edge(tokens, from + shift) + edge(tokens, end + shift);
    if (edges > bestEdges) [best, bestEdges] = [shift, edges];
  }
  return best;
}

const ENDS_SENTENCE = /^[.!?…。！？؟]/u;
const ENDS_PART = /^[,;:)»”]/u;

/** How likely a text is cut right before a token: lines before sentences before words. */
function edge(tokens: Tokens, token: number): number {
  if (token <= 0 || token >= tokens.count) return 8;
  const gap = tokens.gaps[token]!;
  if (gap === NEW_LINE) return 8;
  if (gap === TOUCHING) return 0;
  const last = wordAt(tokens, token - 1);
  return gap === SPACED && ENDS_SENTENCE.test(last) ? 4 : ENDS_PART.test(last) ? 2 : 1;
}
