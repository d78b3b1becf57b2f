/** A gap larger than this (old tokens times new tokens) is left alone rather than searched cell by cell. */
export const SMALL_GAP = 3_600;

// scores: a pair that follows a pair is worth more than one that stands alone, so that runs stay together
const ALONE = 4;
const FOLLOWING = 5;

let scores = new Int32Array(1 << 12);
let paired = new Int32Array(1 << 12);

/**
 * Pairs the equal tokens of two short rows in their order, as many as possible and in runs where there is a choice.
 * Writes `to[old] = new` for each pair.
 */
export function pairSmallGap(
  before: Int32Array,
  fromBefore: number,
  toBefore: number,
  after: Int32Array,
  fromAfter: number,
  toAfter: number,
  to: Int32Array,
): void {
  const height = toBefore - fromBefore;
  const width = toAfter - fromAfter;
  if (height === 0 || width === 0) return;
  if (height === 1 || width === 1) {
    pairLine(before, fromBefore, toBefore, after, fromAfter, toAfter, to);
    return;
  }
  const row = width + 1;
  const cells = row * (height + 1);
  if (cells > scores.length) {
    scores = new Int32Array(cells * 2);
    paired = new Int32Array(cells * 2);
  }
  scores.fill(0, 0, row);
  paired.fill(0, 0, row);
  for (let i = 1; i <= height; i++) {
    const base = i * row;
    scores[base] = 0;
    paired[base] = 0;
    const word = before[fromBefore + i - 1];
    for (let j = 1; j <= width; j++) {
      const at = base + j;
      let best = scores[at - 1]!;
      const above = scores[at - row]!;
      if (above > best) best = above;
      let here = 0;
      if (after[fromAfter + j - 1] === word) {
        const corner = at - row - 1;
        here = scores[corner]! + ALONE;
        if (paired[corner]! > 0 && paired[corner]! + FOLLOWING > here) here = paired[corner]! + FOLLOWING;
        if (here > best) best = here;
      }
      paired[at] = here;
      scores[at] = best;
    }
  }
  let i = height;
  let j = width;
  let inRun = false;
  while (i > 0 && j > 0) {
    const at = i * row + j;
    if (inRun || (paired[at]! > 0 && paired[at] === scores[at])) {
      const corner = at - row - 1;
      to[fromBefore + i - 1] = fromAfter + j - 1;
      inRun = paired[corner]! > 0 && paired[at] === paired[corner]! + FOLLOWING;
      i -= 1;
      j -= 1;
    } else if (scores[at - row]! >= scores[at - 1]!) i -= 1;
    else j -= 1;
  }
}

/** One token against a row: the first equal one. */
function pairLine(
  before: Int32Array,
  fromBefore: number,
  toBefore: number,
  after: Int32Array,
  fromAfter: number,
  toAfter: number,
  to: Int32Array,
): void {
  for (let i = fromBefore; i < toBefore; i++)
    for (let j = fromAfter; j < toAfter; j++)
      if (before[i] === after[j]) {
        to[i] = j;
        return;
      }
}
