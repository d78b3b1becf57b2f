/**
 * A text as a row of numbered words. Words of a script with spaces are one token each; every mark of punctuation and
 * every character of a script without spaces is one. White space is none. Combining marks and joiners stay with what
 * they follow, and a surrogate pair is never cut.
 */
export type Tokens = {
  readonly text: string;
  readonly count: number;
  /** The word of each token, by number: equal numbers are equal words. */
  readonly ids: Int32Array;
  /** UTF-16 offsets into the text; `ends` are exclusive. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How a token is set off from the one before it: `TOUCHING`, `SPACED` or `NEW_LINE`. */
  readonly gaps: Uint8Array;
};

export const TOUCHING = 0;
export const SPACED = 1;
export const NEW_LINE = 2;

const UNKNOWN = 0;
const SPACE = 1;
const WORD = 2;
const SINGLE = 3;
const EXTENDER = 4;
const ASTRAL = 5;

/** What each UTF-16 unit is, filled as units are met. */
const classes = new Uint8Array(0x10000);
const astral = new Map<number, number>();

const EXTENDS = /^(?:\p{M}|\u200C|\u200D)$/u;
const SPACES = /^[\s\u200B\u2060\uFEFF\u00AD]$/u;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;
const IN_WORD = /^[\p{L}\p{N}_]$/u;

function classify(character: string): number {
  if (EXTENDS.test(character)) return EXTENDER;
  if (SPACES.test(character)) return SPACE;
  if (UNSPACED.test(character)) return SINGLE;
  return IN_WORD.test(character) ? WORD : SINGLE;
}

function classOf(unit: number): number {
  const known = classes[unit]!;
  if (known !== UNKNOWN) return known;
  const found = unit >= 0xd800 && unit < 0xe000 ? ASTRAL : classify(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

function astralClass(point: number): number {
  let found = astral.get(point);
  if (found === undefined) {
    found = point >= 0xd800 && point < 0xe000 ? SINGLE : classify(String.fromCodePoint(point));
    // emoji modifiers follow what they colour
    if (point >= 0x1f3fb && point <= 0x1f3ff) found = EXTENDER;
    astral.set(point, found);
  }
  return found;
}

/** Gives equal words of several texts equal numbers. */
export class Vocabulary {
  private slots = new Int32Array(1 << 12);
  private hashes = new Int32Array(1 << 11);
  private homes: string[] = [];
  private froms = new Int32Array(1 << 11);
  private lengths = new Int32Array(1 << 11);
  private known = 0;

  get size(): number {
    return this.known;
  }

  /** The number of the word that stands in `text` from `start` to `end`. */
  idOf(text: string, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1;
    const length = end - start;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let held = this.slots[slot]!; held !== 0; held = this.slots[slot]!) {
      const id = held - 1;
      if (this.hashes[id] === hash && this.lengths[id] === length && this.same(id, text, start, length))
        return id;
      slot = (slot + 1) & mask;
    }
    const id = this.known++;
    this.slots[slot] = id + 1;
    if (id === this.hashes.length) this.widen();
    this.hashes[id] = hash;
    this.homes.push(text);
    this.froms[id] = start;
    this.lengths[id] = length;
    if (this.known * 2 > this.slots.length) this.spread();
    return id;
  }

  private same(id: number, text: string, start: number, length: number): boolean {
    const home = this.homes[id]!;
    const from = this.froms[id]!;
    for (let i = 0; i < length; i++)
      if (home.charCodeAt(from + i) !== text.charCodeAt(start + i)) return false;
    return true;
  }

  private widen(): void {
    this.hashes = grown(this.hashes);
    this.froms = grown(this.froms);
    this.lengths = grown(this.lengths);
  }

  private spread(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.known; id++) {
      const hash = this.hashes[id]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id + 1;
    }
  }
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(old.length * 2);
  wider.set(old);
  return wider;
}

/** Cuts a text into tokens. Texts that are to be compared share one vocabulary. */
export function tokensOf(text: string, words: Vocabulary): Tokens {
  let room = (text.length >> 1) + 16;
  let ids = new Int32Array(room);
  let starts = new Int32Array(room);
  let ends = new Int32Array(room);
  let gaps = new Uint8Array(room);
  let count = 0;
  let gap = NEW_LINE;
  const length = text.length;
  for (let at = 0; at < length;) {
    const unit = text.charCodeAt(at);
    let kind = classOf(unit);
    let next = at + 1;
    if (kind === ASTRAL) {
      const point = text.codePointAt(at)!;
      kind = astralClass(point);
      if (point > 0xffff) next += 1;
    }
    if (kind === SPACE) {
      if (unit === 10) gap = NEW_LINE;
      else if (gap === TOUCHING) gap = SPACED;
      at = next;
      continue;
    }
    const start = at;
    let hash = 0x2f0b4a27;
    for (let i = at; i < next; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    at = next;
    const inWord = kind === WORD;
    while (at < length) {
      const following = text.charCodeAt(at);
      let itsKind = classOf(following);
      let after = at + 1;
      if (itsKind === ASTRAL) {
        const point = text.codePointAt(at)!;
        itsKind = astralClass(point);
        if (point > 0xffff) after += 1;
      }
      if (itsKind !== EXTENDER && !(inWord && itsKind === WORD)) break;
      hash = Math.imul(hash ^ following, 0x01000193);
      if (after > at + 1) hash = Math.imul(hash ^ text.charCodeAt(at + 1), 0x01000193);
      at = after;
    }
    if (count === room) {
      room *= 2;
      ids = grown(ids);
      starts = grown(starts);
      ends = grown(ends);
      const wider = new Uint8Array(room);
      wider.set(gaps);
      gaps = wider;
    }
    ids[count] = words.idOf(text, start, at, hash);
    starts[count] = start;
    ends[count] = at;
    gaps[count] = gap;
    gap = TOUCHING;
    count += 1;
  }
  return { text, count, ids, starts, ends, gaps };
}

/** The first token that ends after the offset; `count` where none does. */
export function tokenAfter(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.ends[middle]! > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first token that starts at or after the offset: one past the last token that starts before it. */
export function tokenFrom(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.starts[middle]! >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function wordAt(tokens: Tokens, token: number): string {
  return tokens.text.slice(tokens.starts[token], tokens.ends[token]);
}
