/** Texts and edits of them from a seed, with the truth of where each span went: material for tests and benches of anchors. */

export type Random = () => number;

/** A small generator of numbers from 0 to 1: the same seed gives the same row everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const below = (random: Random, n: number) => Math.floor(random() * n);
const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)]!;

export const SCRIPTS = {
  latin:
    'ba be bi da de di fa fi ga go ka ke la le li ma me mi na ne no pa pe ra re ri sa se si ta te to va ve',
  cyrillic: 'ба ве го да ем жи за ко лу мо на ны об по ра са ти ту ха ше ща ём юр яс',
  combining: 'bá cé dí̧ fö̱ gū n̂a ñe õ̧ rè sē̌ té̱ ǘl vȳ zą́',
  cjk: '水 坝 决 口 人 们 说 河 谷 里 没 有 灯 山 上 下 大 小 村 民 报 告 天 年 月 日 时 分 官 员 表 示 救 援',
  arabic: 'سد ماء نه رج بي ت ان قا لو ليل قر ية با حث وز ار كت اب',
  hebrew: 'סכ רב מי ים נה רא שע רב בי תג שר אמ רו לי לה',
  emoji: 'wa😀 zo🌊 👩‍🚒 𝒳y fü🏔️ ka🇰🇿 me li no ta re',
} as const;
export type Script = keyof typeof SCRIPTS;

/** Paragraphs of sentences of made-up words whose frequencies fall as they do in languages. */
export function textOf(seed: number, words: number, script: Script = 'latin'): string {
  const random = randomFrom(seed);
  const syllables = SCRIPTS[script].split(' ');
  const spaced = script !== 'cjk';
  const vocabulary = Array.from({ length: spaced ? 4_000 : 2_000 }, (_, rank) =>
    Array.from({ length: 1 + below(random, rank < 60 ? 2 : 4) }, () => pick(random, syllables)).join(''),
  );
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? vocabulary[0]!;
  const paragraphs: string[] = [];
  for (let count = 0; count < words;) {
    const sentences: string[] = [];
    for (let s = 2 + below(random, 5); s > 0; s--) {
      const length = 6 + below(random, 18);
      count += length;
      const row = Array.from({ length }, (_, i) => (i > 2 && random() < 0.06 ? `${word()},` : word()));
      const end = spaced ? '.' : '。';
      sentences.push(row.join(spaced ? ' ' : '') + end);
    }
    paragraphs.push(sentences.join(spaced ? ' ' : ''));
  }
  return paragraphs.join('\n');
}

export type Edits = {
  /** The share of words to change: typing errors, replacements, deletions and insertions in equal parts. */
  readonly rate: number;
  /** Paragraphs moved, deleted, inserted. */
  readonly moved?: number;
  readonly deleted?: number;
  readonly inserted?: number;
};

export type Span = { readonly start: number; readonly end: number };
export type Edited = {
  readonly text: string;
  /** Where a span of whole words went; undefined where nothing of it was left. */
  readonly truth: (span: Span) => (Span & { readonly kept: number }) | undefined;
};

type Unit = { start: number; end: number; before: string; words: string; from: number; until: number };

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The units that edits change: words with their punctuation; characters where a script has no spaces. */
export function unitsOf(text: string): Span[] {
  const units: Span[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    if (!UNSPACED.test(word)) {
      units.push({ start: index, end: index + word.length });
      continue;
    }
    let at = index;
    for (const character of word) {
      units.push({ start: at, end: at + character.length });
      at += character.length;
    }
  }
  return units;
}

export function edited(text: string, seed: number, edits: Edits): Edited {
  const random = randomFrom(seed);
  const others = unitsOf(text).map(({ start, end }) => text.slice(start, end));
  const paragraphs: Unit[][] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    let last = 0;
    paragraphs.push(
      unitsOf(line).map(({ start, end }) => {
        const before = line.slice(last, start);
        last = end;
        return {
          start: offset + start,
          end: offset + end,
          before,
          words: line.slice(start, end),
          from: -1,
          until: -1,
        };
      }),
    );
    offset += line.length + 1;
  }
  const originals = paragraphs.flat();
  const added = (before: string): Unit => ({
    start: -1,
    end: -1,
    before,
    words: pick(random, others),
    from: -1,
    until: -1,
  });
  for (const units of paragraphs) changeWords(units, edits.rate, random, others, added);
  for (let n = edits.deleted ?? 0; n > 0; n--) paragraphs.splice(below(random, paragraphs.length), 1);
  for (let n = edits.moved ?? 0; n > 0; n--) {
    const [taken] = paragraphs.splice(below(random, paragraphs.length), 1);
    paragraphs.splice(below(random, paragraphs.length), 0, taken!);
  }
  for (let n = edits.inserted ?? 0; n > 0; n--) {
    const space = UNSPACED.test(others[0] ?? '') ? '' : ' ';
    const fresh = Array.from({ length: 30 + below(random, 60) }, (_, i) => added(i === 0 ? '' : space));
    paragraphs.splice(below(random, paragraphs.length), 0, fresh);
  }
  const pieces: string[] = [];
  let at = 0;
  paragraphs.forEach((units, n) => {
    if (n > 0) {
      pieces.push('\n');
      at += 1;
    }
    units.forEach((unit, i) => {
      const space = i === 0 ? '' : unit.before;
      pieces.push(space, unit.words);
      unit.from = at + space.length;
      at = unit.until = unit.from + unit.words.length;
    });
  });
  return { text: pieces.join(''), truth: (span) => truthOf(originals, span) };
}

function changeWords(
  units: Unit[],
  rate: number,
  random: Random,
  others: readonly string[],
  added: (before: string) => Unit,
): void {
  for (let i = 0; i < units.length; i++) {
    if (random() >= rate) continue;
    const unit = units[i]!;
    const kind = below(random, 4);
    if (kind === 0) unit.words = withTypingError(unit.words, random);
    else if (kind === 1) unit.words = pick(random, others);
    else if (kind === 2) units.splice(i--, 1);
    else units.splice(++i, 0, added(UNSPACED.test(unit.words) ? '' : ' '));
  }
}

function withTypingError(word: string, random: Random): string {
  const letters = Array.from(word);
  const at = below(random, letters.length);
  const kind = below(random, 3);
  if (kind === 0 && letters.length > 1) letters.splice(at, 1);
  else if (kind === 1) letters.splice(at, 0, pick(random, letters));
  else if (at + 1 < letters.length) [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
  else letters[at] = pick(random, ['x', 'о', 'q']);
  return letters.join('');
}

/** By binary search: originals are in the old text's order. */
function truthOf(originals: readonly Unit[], { start, end }: Span) {
  let low = 0;
  let high = originals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (originals[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  let [from, until, kept, all] = [-1, -1, 0, 0];
  for (let i = low; i < originals.length && originals[i]!.start < end; i++) {
    const unit = originals[i]!;
    all += 1;
    if (unit.from < 0) continue;
    kept += 1;
    if (from < 0 || unit.from < from) from = unit.from;
    if (unit.until > until) until = unit.until;
  }
  return from < 0 ? undefined : { start: from, end: until, kept: kept / all };
}

/** Spans of whole words inside of one paragraph each. */
export function quotesOf(text: string, seed: number, count: number, least: number, most: number): Span[] {
  const random = randomFrom(seed);
  const units = unitsOf(text);
  const quotes: Span[] = [];
  for (let tries = 0; quotes.length < count && tries < count * 50; tries++) {
    const from = below(random, units.length);
    const length = least + below(random, most - least + 1);
    const last = units[from + length - 1];
    if (!last) continue;
    const span = { start: units[from]!.start, end: last.end };
    if (!text.slice(span.start, span.end).includes('\n')) quotes.push(span);
  }
  return quotes;
}
