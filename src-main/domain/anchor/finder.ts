import type { Selector } from '../selector.ts';
import { carry, weightOf, type Carried } from './carry.ts';
import { pairPart } from './difference.ts';
import { GramIndex } from './gram-index.ts';
import { tokenAfter, tokenFrom, tokensOf, type Tokens, type Vocabulary } from './tokens.ts';

/** A place that a selector may mean, with what speaks for it. */
export type Sighting = {
  readonly start: number;
  readonly end: number;
  /** 0 to 1: how much of the quote stands there. */
  readonly share: number;
  /** 0 to 1: how much of the words around it stand around it; undefined where the selector names none. */
  readonly context: number | undefined;
  readonly firm: boolean;
  readonly verbatim: boolean;
};

/** How many places are looked at closely, and how far behind the best in votes. */
const MOST_LOOKED_AT = 12;
const FAR_BEHIND = 0.34;
/** How many words may have been added inside of a quote before it counts as two passages. */
const REACH = 10;
/** A quote of one letter could stand anywhere. */
const MOST_PLACES = 200;

/** Finds quotes in one text by their words, without the text they were taken from. */
export class Finder {
  private readonly index: GramIndex;
  readonly tokens: Tokens;
  private readonly words: Vocabulary;
  /** The words of the text, with those that cannot be meant made equal to none. */
  private readonly ids: Int32Array;

  constructor(tokens: Tokens, words: Vocabulary, isIndexed?: (token: number) => boolean) {
    this.tokens = tokens;
    this.words = words;
    this.index = new GramIndex(tokens, isIndexed);
    this.ids = isIndexed
      ? tokens.ids.map((id, token) => (token < tokens.count && isIndexed(token) ? id : -1 - token))
      : tokens.ids;
  }

  /** Every place that the selector may mean, the likeliest first. */
  sightings({ exact, prefix, suffix, start }: Selector): Sighting[] {
    const row = tokensOf(prefix + exact + suffix, this.words);
    const from = prefix.length;
    const to = from + exact.length;
    const seen = this.lookAround(row, from, to, exact);
    const quoted = tokenFrom(row, to) - tokenAfter(row, from);
    // words inside of other words, and quotes too short for the index
    if (quoted < 3 || !seen.some((one) => one.share > 0.9)) this.addVerbatim(row, from, to, exact, seen);
    return seen.sort((a, b) => worth(b) - worth(a) || Math.abs(a.start - start) - Math.abs(b.start - start));
  }

  private lookAround(row: Tokens, from: number, to: number, exact: string): Sighting[] {
    const places = this.index.placesOf(row, REACH);
    const least = Math.max(1, (places[0]?.votes ?? 0) * FAR_BEHIND);
    const seen: Sighting[] = [];
    for (const { at, votes } of places.slice(0, MOST_LOOKED_AT)) {
      if (votes < least) break;
      this.look(row, from, to, exact, at - REACH, at + row.count + 2 * REACH, seen);
    }
    return seen;
  }

  /** Lays the row on a window of the text and carries the quote over. */
  private look(
    row: Tokens,
    from: number,
    to: number,
    exact: string,
    windowStart: number,
    windowEnd: number,
    seen: Sighting[],
  ): void {
    const w0 = Math.max(0, windowStart);
    const w1 = Math.min(this.tokens.count, windowEnd);
    const pairs = new Int32Array(row.count).fill(-1);
    pairPart(row.ids, 0, row.count, this.ids, w0, w1, 3, 0, pairs);
    const carried = carry(row, this.tokens, pairs, from, to);
    if (!carried || carried.end <= carried.start) return;
    this.add(carried, row, pairs, from, to, exact, seen);
  }

  private add(
    carried: Carried,
    row: Tokens,
    pairs: Int32Array,
    from: number,
    to: number,
    exact: string,
    seen: Sighting[],
  ): void {
    const { share, firm } = carried;
    const start = outOfPair(this.tokens.text, carried.start, -1);
    const end = outOfPair(this.tokens.text, carried.end, 1);
    if (seen.some((one) => one.start < end && one.end > start && Math.abs(one.start - start) < end - start))
      return;
    const verbatim = this.tokens.text.slice(start, end) === exact;
    const context = this.contextShare(row, pairs, from, to, start, end);
    seen.push({ start, end, share: verbatim ? 1 : share, context, firm: verbatim || firm, verbatim });
  }

  /** The share of the words around the quote that stand around the place, near to it. */
  private contextShare(
    row: Tokens,
    pairs: Int32Array,
    from: number,
    to: number,
    start: number,
    end: number,
  ): number | undefined {
    const ta = tokenAfter(row, from);
    const tb = tokenFrom(row, to);
    const placeFrom = tokenAfter(this.tokens, start);
    const placeTo = tokenFrom(this.tokens, end);
    let [weight, worthy] = [0, 0];
    for (let t = 0; t < row.count; t++) {
      if (t >= ta && t < tb) continue;
      // the outermost words are often cut in half by the selector's length
      const cut = (t === 0 && ta > 1) || (t === row.count - 1 && tb < row.count - 1);
      if (cut && pairs[t]! < 0) continue;
      const heavy = weightOf(row, t);
      weight += heavy;
      const at = pairs[t]!;
      const near =
        t < ta
          ? at < placeFrom && placeFrom - at < ta - t + REACH
          : at >= placeTo && at - placeTo < t - tb + REACH;
      if (at >= 0 && near) worthy += heavy;
    }
    return weight === 0 ? undefined : worthy / weight;
  }

  /** The places of the exact words that no pair of words led to. */
  private addVerbatim(row: Tokens, from: number, to: number, exact: string, seen: Sighting[]): void {
    const { text } = this.tokens;
    if (exact === '') return;
    let left = MOST_PLACES;
    for (let at = text.indexOf(exact); at >= 0 && left > 0; at = text.indexOf(exact, at + 1), left--) {
      const end = at + exact.length;
      if (splitsPair(text, at) || splitsPair(text, end)) continue;
      const known = seen.findIndex((one) => one.start < end && one.end > at);
      if (known >= 0 && seen[known]!.verbatim) continue;
      const t0 = tokenAfter(this.tokens, at);
      const t1 = tokenFrom(this.tokens, end);
      const context = this.contextAround(row, from, to, t0, t1, at, end);
      const sighting = { start: at, end, share: 1, context, firm: true, verbatim: true };
      if (known >= 0) seen[known] = sighting;
      else seen.push(sighting);
    }
  }

  /** Lays what stands before and after a quote on what stands before and after a place. */
  private contextAround(
    row: Tokens,
    from: number,
    to: number,
    t0: number,
    t1: number,
    start: number,
    end: number,
  ): number | undefined {
    const pairs = new Int32Array(row.count).fill(-1);
    const ta = tokenAfter(row, from);
    const tb = tokenFrom(row, to);
    pairPart(row.ids, 0, ta, this.ids, Math.max(0, t0 - ta - 4), t0, 3, 0, pairs);
    pairPart(
      row.ids,
      tb,
      row.count,
      this.ids,
      t1,
      Math.min(this.tokens.count, t1 + row.count - tb + 4),
      3,
      0,
      pairs,
    );
    return this.contextShare(row, pairs, from, to, start, end);
  }
}

/** How much speaks for a place: its words first, then what stands around it. */
export function worth(sighting: Sighting): number {
  return sighting.share * 0.7 + (sighting.context ?? 0.5) * 0.3;
}

export function splitsPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit < 0xe000 && before >= 0xd800 && before < 0xdc00;
}

/** An offset that would cut a surrogate pair, moved out of it. */
export function outOfPair(text: string, at: number, step: 1 | -1): number {
  return splitsPair(text, at) ? at + step : at;
}
