import { pairPart } from '../anchor/difference.ts';
import { tokensOf, Vocabulary } from '../anchor/tokens.ts';

/** A line that shares less than this of its words with another is a line of its own. */
const SAME_LINE = 0.3;
/** A gap with more pairs than this is a rewritten part, in which no line answers to one line. */
const LARGEST_GAP = 2_500;

/** For each old line the new line that it became, or -1; pairs rise. Equal lines first, then those with like words. */
export function pairLines(before: readonly string[], after: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  const numbered = (lines: readonly string[]) =>
    Int32Array.from(lines, (line) => {
      const known = numbers.get(line) ?? numbers.size;
      numbers.set(line, known);
      return known;
    });
  const to = new Int32Array(before.length).fill(-1);
  const a = numbered(before);
  const b = numbered(after);
  pairPart(a, 0, a.length, b, 0, b.length, 4, 0, to);

  const words = new Vocabulary();
  const wordsOf = (lines: readonly string[]) =>
    lines.map((line) => {
      const { ids, count } = tokensOf(line, words);
      return ids.slice(0, count);
    });
  let oldWords: Int32Array[] | undefined;
  let newWords: Int32Array[] | undefined;
  for (let t = 0; t < before.length;) {
    if (to[t]! >= 0) {
      t += 1;
      continue;
    }
    const from = t;
    while (t < before.length && to[t]! < 0) t += 1;
    const b0 = from > 0 ? to[from - 1]! + 1 : 0;
    const b1 = t < before.length ? to[t]! : after.length;
    if (b1 <= b0 || (t - from) * (b1 - b0) > LARGEST_GAP) continue;
    oldWords ??= wordsOf(before);
    newWords ??= wordsOf(after);
    pairLike(oldWords, from, t, newWords, b0, b1, to);
  }
  return to;
}

/** Pairs the lines of a gap so that they have as many words in common as possible. */
function pairLike(
  a: readonly Int32Array[],
  a0: number,
  a1: number,
  b: readonly Int32Array[],
  b0: number,
  b1: number,
  to: Int32Array,
): void {
  const width = b1 - b0 + 1;
  const like: number[] = [];
  const best: number[] = Array.from({ length: width }, () => 0);
  for (let i = a0; i < a1; i++) {
    const row = (i - a0 + 1) * width;
    best[row] = 0;
    for (let j = b0; j < b1; j++) {
      const share = sharedWords(a[i]!, b[j]!);
      like.push(share >= SAME_LINE ? share : 0);
      const at = row + j - b0 + 1;
      const paired = share >= SAME_LINE ? best[at - width - 1]! + share : 0;
      best[at] = Math.max(paired, best[at - width]!, best[at - 1]!);
    }
  }
  for (let i = a1, j = b1; i > a0 && j > b0;) {
    const at = (i - a0) * width + j - b0;
    const share = like[(i - a0 - 1) * (width - 1) + j - b0 - 1]!;
    if (share > 0 && best[at] === best[at - width - 1]! + share) {
      to[i - 1] = j - 1;
      i -= 1;
      j -= 1;
    } else if (best[at] === best[at - width]) i -= 1;
    else j -= 1;
  }
}

function sharedWords(a: Int32Array, b: Int32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  const left = new Map<number, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}
