import { alignGap } from './align-gap.ts';
import { isWord } from './likeness.ts';
import { tokenAfter, tokenFrom, wordAt, type Tokens } from './tokens.ts';

/** A span of an old text, carried over to a new one by the pairs of their tokens. */
export type Carried = {
  readonly start: number;
  readonly end: number;
  /** 0 to 1: how much of the span is still there. */
  readonly share: number;
  /** Whether both bounds are certain: false where words at a bound changed in a way that can be read twice. */
  readonly firm: boolean;
  /** The first and one past the last old token whose pairs the place rests on. */
  readonly from: number;
  readonly to: number;
};

/** From this likeness on a changed word is the same word with a typing error. */
const SAME_WORD = 0.5;

/** Carries the span [start, end) of the old text over; undefined where nothing of it is paired. */
export function carry(
  before: Tokens,
  after: Tokens,
  to: Int32Array,
  start: number,
  end: number,
): Carried | undefined {
  const ta = tokenAfter(before, start);
  const tb = tokenFrom(before, end);
  if (ta >= tb) return undefined;
  const core = heaviestCluster(before, to, ta, tb);
  if (!core) return carryGap(before, after, to, ta, tb, start, end);
  const left = startBound(before, after, to, ta, core.first, start);
  const right = endBound(before, after, to, tb, core.last, end);
  const share = core.share < 0.75 ? core.share + changedShare(before, after, to, ta, tb, core) : core.share;
  return {
    start: left.at,
    end: right.at,
    share: Math.min(1, share),
    firm: left.firm && right.firm,
    from: core.first,
    to: core.last + 1,
  };
}

type Core = {
  readonly first: number;
  readonly last: number;
  readonly share: number;
  readonly weight: number;
};

/** The paired tokens of the span that lie together in the new text; those that went elsewhere are lost to it. */
function heaviestCluster(before: Tokens, to: Int32Array, ta: number, tb: number): Core | undefined {
  let weight = 0;
  let best: { first: number; last: number; worth: number } | undefined;
  let open: { first: number; last: number; worth: number } | undefined;
  for (let t = ta; t < tb; t++) {
    const heavy = weightOf(before, t);
    weight += heavy;
    const at = to[t]!;
    if (at < 0) continue;
    const jump = open ? at - to[open.last]! : 0;
    if (!open || jump <= 0 || jump > 3 * (t - open.last) + 40) open = { first: t, last: t, worth: 0 };
    open.last = t;
    open.worth += heavy * trust(to, t);
    if (!best || open.worth > best.worth) best = open;
  }
  return best && weight > 0
    ? { first: best.first, last: best.last, share: best.worth / weight, weight }
    : undefined;
}

/** Long words say more than short ones, and punctuation next to nothing. */
export function weightOf(tokens: Tokens, token: number): number {
  const start = tokens.starts[token]!;
  const length = tokens.ends[token]! - start;
  if (length > 1) return Math.min(length, 12);
  return isWord(tokens.text.charAt(start)) ? 1 : 0.3;
}

/** How much a pair is worth: one that stands alone may be chance, three in a row are not. */
function trust(to: Int32Array, t: number): number {
  const at = to[t]!;
  const left = t > 0 && to[t - 1] === at - 1;
  const right = t + 1 < to.length && to[t + 1] === at + 1;
  if (left && right) return 1;
  if (!left && !right) return 0.35;
  if (left) return t > 1 && to[t - 2] === at - 2 ? 1 : 0.8;
  return t + 2 < to.length && to[t + 2] === at + 2 ? 1 : 0.8;
}

/** What changed words between the paired ones add: a word with a typing error is still most of itself. */
function changedShare(
  before: Tokens,
  after: Tokens,
  to: Int32Array,
  ta: number,
  tb: number,
  core: Core,
): number {
  let worth = 0;
  for (let t = Math.max(0, core.first - 4); t < Math.min(tb + 4, before.count);) {
    if (to[t]! >= 0) {
      t += 1;
      continue;
    }
    let next = t + 1;
    while (next < before.count && to[next]! < 0 && next - t < 30) next += 1;
    const from = t > 0 ? to[t - 1]! : -1;
    const until = next < before.count ? to[next]! : after.count;
    if (from >= -1 && until > from + 1) {
      const gap = alignGap(before, t, next, after, from + 1, until);
      gap?.alike.forEach((alike, i) => {
        const token = t + i;
        if (alike >= SAME_WORD && token >= ta && token < tb) worth += alike * weightOf(before, token);
      });
    }
    t = next;
  }
  return worth / core.weight;
}

type Bound = { readonly at: number; readonly firm: boolean };

function startBound(
  before: Tokens,
  after: Tokens,
  to: Int32Array,
  ta: number,
  first: number,
  start: number,
): Bound {
  const here = to[first]!;
  if (first === ta) {
    const into = Math.max(0, start - before.starts[ta]!);
    // a doubled word: which of the two is the old one, its surroundings must say
    const doubled =
      here > 0 && after.ids[here - 1] === after.ids[here] && (ta === 0 || to[ta - 1] !== here - 1);
    return { at: after.starts[here]! + into, firm: !doubled };
  }
  // the nearest pair before the span, and the gap between it and the first pair of the span
  let prior = ta - 1;
  while (prior >= 0 && to[prior]! < 0 && ta - prior < 12) prior -= 1;
  const known = prior >= 0 && to[prior]! >= 0 && to[prior]! < here && here - to[prior]! < 40;
  const a0 = known ? prior + 1 : ta;
  const b0 = known ? to[prior]! + 1 : Math.max(0, here - (first - ta) - 1);
  if (b0 === here) return { at: after.starts[here]!, firm: true };
  const gap = alignGap(before, a0, first, after, b0, here);
  if (!gap) return { at: after.starts[here]!, firm: false };
  for (let t = ta; t < first; t++) {
    const at = gap.to[t - a0]!;
    if (at < 0 || (!known && gap.alike[t - a0]! < SAME_WORD)) continue;
    const oneForOne = known && prior === ta - 1 && first - ta === here - b0;
    const into = t === ta ? insideStart(before, t, after, at, start) : 0;
    return { at: after.starts[at]! + into, firm: oneForOne || (t === ta && gap.alike[t - a0]! > 0.6) };
  }
  // all that stood before the first pair of the span is gone; what is new there may be its successor or not
  return { at: after.starts[here]!, firm: known && prior === ta - 1 && here === b0 };
}

function endBound(
  before: Tokens,
  after: Tokens,
  to: Int32Array,
  tb: number,
  last: number,
  end: number,
): Bound {
  const here = to[last]!;
  if (last === tb - 1) {
    const out = Math.max(0, before.ends[last]! - end);
    const doubled =
      here + 1 < after.count &&
      after.ids[here + 1] === after.ids[here] &&
      (tb === before.count || to[tb] !== here + 1);
    return { at: after.ends[here]! - out, firm: !doubled };
  }
  let next = tb;
  while (next < before.count && to[next]! < 0 && next - tb < 12) next += 1;
  const known = next < before.count && to[next]! > here && to[next]! - here < 40;
  const a1 = known ? next : tb;
  const b1 = known ? to[next]! : Math.min(after.count, here + (tb - last) + 1);
  if (b1 === here + 1) return { at: after.ends[here]!, firm: true };
  const gap = alignGap(before, last + 1, a1, after, here + 1, b1);
  if (!gap) return { at: after.ends[here]!, firm: false };
  for (let t = tb - 1; t > last; t--) {
    const at = gap.to[t - last - 1]!;
    if (at < 0 || (!known && gap.alike[t - last - 1]! < SAME_WORD)) continue;
    const oneForOne = known && next === tb && tb - last === b1 - here;
    const out = t === tb - 1 ? insideEnd(before, t, after, at, end) : 0;
    return {
      at: after.ends[at]! - out,
      firm: oneForOne || (t === tb - 1 && gap.alike[t - last - 1]! > 0.6),
    };
  }
  return { at: after.ends[here]!, firm: false };
}

/** How far a span begins inside of a changed word: kept where the word's beginning is kept. */
function insideStart(before: Tokens, t: number, after: Tokens, at: number, start: number): number {
  const into = start - before.starts[t]!;
  if (into <= 0) return 0;
  return wordAt(after, at).startsWith(wordAt(before, t).slice(0, into)) ? into : 0;
}

function insideEnd(before: Tokens, t: number, after: Tokens, at: number, end: number): number {
  const out = before.ends[t]! - end;
  if (out <= 0) return 0;
  return wordAt(after, at).endsWith(wordAt(before, t).slice(-out)) ? out : 0;
}

/** A span of which no word is the same: its neighbours hold the place, and its letters must say that it is still it. */
function carryGap(
  before: Tokens,
  after: Tokens,
  to: Int32Array,
  ta: number,
  tb: number,
  start: number,
  end: number,
): Carried | undefined {
  const prior = ta - 1;
  let left = prior;
  while (left >= 0 && to[left]! < 0 && prior - left < 3) left -= 1;
  let right = tb;
  while (right < before.count && to[right]! < 0 && right - tb < 3) right += 1;
  const from = left >= 0 ? to[left]! : -1;
  const until = right < before.count ? to[right]! : after.count;
  if ((left >= 0 && from < 0) || until <= from + 1) return undefined;
  const gap = alignGap(before, left + 1, right, after, from + 1, until);
  if (!gap) return undefined;
  let [weight, worth, first, last] = [0, 0, -1, -1];
  for (let t = ta; t < tb; t++) {
    weight += weightOf(before, t);
    const at = gap.to[t - left - 1]!;
    const alike = gap.alike[t - left - 1]!;
    if (at < 0) continue;
    if (alike >= SAME_WORD) worth += alike * weightOf(before, t);
    if (first < 0) first = at;
    last = at;
  }
  if (first < 0 || worth === 0) return undefined;
  const into = insideStart(before, ta, after, first, start);
  const out = insideEnd(before, tb - 1, after, last, end);
  return {
    start: after.starts[first]! + into,
    end: after.ends[last]! - out,
    share: worth / weight,
    firm: false,
    from: ta,
    to: tb,
  };
}
