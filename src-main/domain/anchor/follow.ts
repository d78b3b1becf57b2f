import { foldForSearch } from '../fold.ts';
import type { Selector } from '../selector.ts';
import { carry, type Carried } from './carry.ts';
import { difference, type Repeat } from './difference.ts';
import { decide, round } from './find-again.ts';
import { Finder, outOfPair, type Sighting } from './finder.ts';
import { pairMoved } from './moved-blocks.ts';
import { ambiguous, orphan, PERHAPS, PLACED, sureness, type Anchored, type Candidate } from './states.ts';
import { tokenAfter, tokenFrom, tokensOf, Vocabulary, type Tokens } from './tokens.ts';

/** As many words in a row as meet by chance only seldom. */
const GRAM = 4;
/** From this share of like surroundings on, which is that of one side, two passages are one and its copy. */
const SAME_SURROUNDINGS = 0.3;

/** Texts that share less of their words than this are another text, or the same in capitals. */
const UNLIKE = 0.5;
const LIKE = 0.8;

/** The span of a quote in the old text, with what it kept of its surroundings. */
export type Followed = Selector;

/**
 * Carries quotes from one text to another: each by the difference of the two texts, what was moved by its own words.
 * A place that already stood in the old text as something else is a look-alike and never taken.
 */
export function follow(before: string, after: string, quotes: readonly Followed[]): Anchored[] {
  if (before === after) return quotes.map(({ start, end }) => unchanged(start, end));
  const follower = new Follower(before, after);
  return quotes.map((quote) => follower.follow(quote));
}

/** Where points of one text, such as the beginnings of pages, are in another; in the same order. */
export function followPoints(before: string, after: string, points: readonly number[]): number[] {
  if (before === after || points.length === 0) return [...points];
  const follower = new Follower(before, after);
  let last = 0;
  return points.map((point) => (last = Math.max(last, follower.nextOf(point))));
}

function unchanged(start: number, end: number): Anchored {
  return { state: 'exact', confidence: 1, start, end, candidates: [] };
}

/** The difference of two texts, ready to carry any number of quotes. */
export class Follower {
  private readonly words = new Vocabulary();
  private readonly old: Tokens;
  private readonly fresh: Tokens;
  private readonly to: Int32Array;
  private readonly repeats: readonly Repeat[];
  private readonly moved: Uint8Array;
  private taken: Uint8Array | undefined;
  private leftOver: Finder | undefined;
  private fresher: Set<number> | undefined;
  /** The same for both texts in small letters, where little but their case is different. */
  private readonly plain: Follower | undefined;

  constructor(before: string, after: string, isPlain = false) {
    this.old = tokensOf(before, this.words);
    this.fresh = tokensOf(after, this.words);
    const { to, repeats } = difference(this.old, this.fresh);
    this.to = to;
    this.repeats = repeats;
    this.moved = pairMoved(this.old, this.fresh, to);
    if (!isPlain && this.shared() < UNLIKE) {
      const plain = new Follower(foldForSearch(before), foldForSearch(after), true);
      if (plain.shared() > LIKE) this.plain = plain;
    }
  }

  /** How much of the old text the new one still has. */
  private shared(): number {
    return this.old.count === 0 ? 1 : this.to.reduce((n, at) => (at >= 0 ? n + 1 : n), 0) / this.old.count;
  }

  follow(quote: Followed): Anchored {
    if (this.plain) return this.inOtherCase(this.plain, quote);
    const { start, end } = quote;
    const ta = tokenAfter(this.old, start);
    const tb = tokenFrom(this.old, end);
    if (ta >= tb) return orphan(this.pointOf(start));
    const carried = carry(this.old, this.fresh, this.to, start, end);
    if (carried && carried.share >= PLACED && carried.end > carried.start)
      return this.placed(quote, carried, ta, tb);
    const found = decide(this.elsewhere(quote), { ...quote, start: -1 }, this.fresh.text);
    if (found.state !== 'orphaned') return found;
    if (carried && carried.share >= PERHAPS && carried.end > carried.start)
      return ambiguous([this.candidateOf(carried)]);
    return orphan(this.pointOf(start), this.lookAlikes(quote));
  }

  private inOtherCase(plain: Follower, quote: Followed): Anchored {
    const found = plain.follow({
      ...quote,
      exact: foldForSearch(quote.exact),
      prefix: foldForSearch(quote.prefix),
      suffix: foldForSearch(quote.suffix),
    });
    const isVerbatim = this.fresh.text.slice(found.start, found.end) === quote.exact;
    return found.state === 'exact' && !isVerbatim
      ? { ...found, state: 'moved', confidence: Math.min(found.confidence, 0.98) }
      : found;
  }

  private placed(quote: Followed, carried: Carried, ta: number, tb: number): Anchored {
    const start = outOfPair(this.fresh.text, carried.start, -1);
    const end = outOfPair(this.fresh.text, carried.end, 1);
    const repeat = this.repeats.find((one) => one.from <= ta && tb <= one.end);
    if (repeat) {
      const other = carried.start + this.shiftOf(repeat, ta);
      const candidates: Candidate[] = [{ start, end, confidence: 0.5 }];
      if (repeat.away > 0 && other !== carried.start)
        candidates.push({ start: other, end: other + (end - start), confidence: 0.5 });
      return ambiguous(candidates);
    }
    const copy = this.copyOf(quote, ta, tb, start, end);
    if (copy)
      return ambiguous([
        { start, end, confidence: 0.5 },
        { start: copy.start, end: copy.end, confidence: 0.5 },
      ]);
    const verbatim = this.fresh.text.slice(start, end) === this.old.text.slice(quote.start, quote.end);
    const wasMoved = this.moved[carried.from] === 1;
    const grown = end - start > 2 * (quote.end - quote.start) + 100;
    if (verbatim) {
      const alone = this.isAlone(ta, tb);
      return {
        state: wasMoved ? 'moved' : 'exact',
        confidence: round(wasMoved ? 0.97 : alone ? 0.85 : 1),
        start,
        end,
        candidates: [],
      };
    }
    const sure = sureness(carried.share, carried.firm && !grown) * (wasMoved ? 0.99 : 1);
    return { state: 'moved', confidence: round(sure), start, end, candidates: [] };
  }

  /**
   * The same words in the same surroundings among what is new: the passage was doubled, perhaps changed on the way,
   * and which of the two is the old one cannot be told.
   */
  private copyOf(quote: Followed, ta: number, tb: number, start: number, end: number): Sighting | undefined {
    if (tb - ta < GRAM) return undefined;
    this.fresher ??= this.gramsOfNew();
    if (this.fresher.size === 0) return undefined;
    const grams = [ta, (ta + tb - GRAM) >> 1, tb - GRAM].map((at) => gramAt(this.old.ids, at));
    if (grams.filter((gram) => this.fresher!.has(gram)).length < 2) return undefined;
    return this.elsewhere(quote).find(
      (one) =>
        one.share >= 0.9 && (one.context ?? 0) >= SAME_SURROUNDINGS && (one.end <= start || one.start >= end),
    );
  }

  /** The runs of words that are new in the new text; a passage that is there twice is among them once. */
  private gramsOfNew(): Set<number> {
    const taken = (this.taken ??= this.takenTokens());
    const grams = new Set<number>();
    let run = 0;
    for (let t = 0; t < this.fresh.count; t++) {
      run = taken[t] === 0 ? run + 1 : 0;
      if (run >= GRAM) grams.add(gramAt(this.fresh.ids, t - GRAM + 1));
    }
    return grams;
  }

  /** Whether a short span is paired although nothing beside it is. */
  private isAlone(ta: number, tb: number): boolean {
    let run = tb - ta;
    for (let t = ta - 1; t >= 0 && run < 4 && this.to[t] === this.to[t + 1]! - 1; t--) run += 1;
    for (let t = tb; t < this.old.count && run < 4 && this.to[t] === this.to[t - 1]! + 1; t++) run += 1;
    return run < 4;
  }

  /** How far the other copy of a doubled passage stands from the one that was paired, in UTF-16 units. */
  private shiftOf(repeat: Repeat, ta: number): number {
    const here = this.to[ta]!;
    if (here < 0 || repeat.away === 0) return 0;
    for (const there of [here + repeat.away, here - repeat.away]) {
      if (there < 0 || there >= this.fresh.count) continue;
      if (this.fresh.ids[there] === this.fresh.ids[here])
        return this.fresh.starts[there]! - this.fresh.starts[here]!;
    }
    return 0;
  }

  /** Places of the words among what is new in the new text: all else stood in the old one as something else. */
  private elsewhere(quote: Followed): Sighting[] {
    const taken = (this.taken ??= this.takenTokens());
    this.leftOver ??= new Finder(this.fresh, this.words, (token) => taken[token] === 0);
    return this.leftOver.sightings(quote).filter((one) => {
      const from = tokenAfter(this.fresh, one.start);
      const to = tokenFrom(this.fresh, one.end);
      let free = 0;
      for (let t = from; t < to; t++) free += 1 - taken[t]!;
      return free >= 0.6 * (to - from);
    });
  }

  private takenTokens(): Uint8Array {
    const taken = new Uint8Array(this.fresh.count);
    for (const at of this.to) if (at >= 0) taken[at] = 1;
    return taken;
  }

  private candidateOf({ start, end, share }: Carried): Candidate {
    return {
      start: outOfPair(this.fresh.text, start, -1),
      end: outOfPair(this.fresh.text, end, 1),
      confidence: round(share * 0.9),
    };
  }

  /** The very words where they already stood before as something else: shown to a person, never taken. */
  private lookAlikes(quote: Followed): Candidate[] {
    const { text } = this.fresh;
    const found: Candidate[] = [];
    if (quote.exact.length < 8) return found;
    for (
      let at = text.indexOf(quote.exact);
      at >= 0 && found.length < 3;
      at = text.indexOf(quote.exact, at + 1)
    )
      found.push({ start: at, end: at + quote.exact.length, confidence: 0.2 });
    return found;
  }

  /** Where the first word at or after an offset that is still there begins; the text's end where none is. */
  nextOf(offset: number): number {
    if (this.plain) return this.plain.nextOf(offset);
    let t = tokenAfter(this.old, offset);
    while (t < this.old.count && (this.to[t]! < 0 || this.moved[t] === 1)) t += 1;
    return t < this.old.count ? this.fresh.starts[this.to[t]!]! : this.fresh.text.length;
  }

  /** The point of the new text that an offset of the old one has become. */
  private pointOf(offset: number): number {
    let t = tokenAfter(this.old, offset) - 1;
    while (t >= 0 && (this.to[t]! < 0 || this.moved[t] === 1)) t -= 1;
    return t < 0 ? 0 : this.fresh.ends[this.to[t]!]!;
  }
}

function gramAt(ids: Int32Array, at: number): number {
  let hash = 0x9747b28c;
  for (let i = at; i < at + GRAM; i++) hash = Math.imul(hash ^ ids[i]!, 0x85ebca6b) ^ (hash >>> 13);
  return hash;
}
