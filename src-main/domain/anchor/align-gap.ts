import { isWord, likeness } from './likeness.ts';
import { wordAt, type Tokens } from './tokens.ts';

/** A gap longer than this on either side is a rewritten passage, in which no word answers to one word. */
const LONGEST_GAP = 24;
const DROP = 0.6;

/**
 * Which token of a changed gap became which: typing errors by their letters, the others by their order.
 * Gives for each old token of the gap the new one, or -1; undefined where the gap is too long to tell.
 */
export function alignGap(
  before: Tokens,
  a0: number,
  a1: number,
  after: Tokens,
  b0: number,
  b1: number,
): { readonly to: number[]; readonly alike: number[] } | undefined {
  const height = a1 - a0;
  const width = b1 - b0;
  const to = Array.from({ length: height }, () => -1);
  const alike = Array.from({ length: height }, () => 0);
  if (height === 0 || width === 0) return { to, alike };
  if (height > LONGEST_GAP || width > LONGEST_GAP) return undefined;
  const old = Array.from({ length: height }, (_, i) => wordAt(before, a0 + i));
  const fresh = Array.from({ length: width }, (_, j) => wordAt(after, b0 + j));
  const row = width + 1;
  const like: number[] = [];
  const costs: number[] = [];
  for (let j = 0; j <= width; j++) costs.push(j * DROP);
  for (let i = 1; i <= height; i++) {
    costs.push(i * DROP);
    for (let j = 1; j <= width; j++) {
      const l = likeness(old[i - 1]!, fresh[j - 1]!);
      like.push(l);
      const change = costs[(i - 1) * row + j - 1]! + priceOf(l, old[i - 1]!, fresh[j - 1]!);
      costs.push(Math.min(change, costs[(i - 1) * row + j]! + DROP, costs[i * row + j - 1]! + DROP));
    }
  }
  for (let i = height, j = width; i > 0 && j > 0;) {
    const cost = costs[i * row + j]!;
    const l = like[(i - 1) * width + j - 1]!;
    if (cost === costs[(i - 1) * row + j - 1]! + priceOf(l, old[i - 1]!, fresh[j - 1]!)) {
      to[i - 1] = b0 + j - 1;
      alike[i - 1] = l;
      i -= 1;
      j -= 1;
    } else if (cost === costs[(i - 1) * row + j]! + DROP) i -= 1;
    else j -= 1;
  }
  return { to, alike };
}

function priceOf(alike: number, old: string, fresh: string): number {
  // a word never becomes a comma
  if (isWord(old) !== isWord(fresh)) return 2;
  return alike < 0.34 ? 1.1 : 1 - alike;
}
