import { CYRILLIC_WORDS, LATIN_WORDS } from './words-of-languages.ts';

/** A stretch of the text in one language, as BCP 47; '' where it cannot be told soundly. UTF-16 offsets. */
export type LanguageRun = { readonly start: number; readonly end: number; readonly language: string };

/** Scripts that one language has to itself, as far as we read it; Arabic letters are told apart below. */
const OWN_SCRIPTS: Readonly<Record<string, string>> = {
  Hebrew: 'he',
  Greek: 'el',
  Hangul: 'ko',
  Thai: 'th',
  Georgian: 'ka',
  Armenian: 'hy',
};

const SCRIPTS = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Han', /\p{Script=Han}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Armenian', /\p{Script=Armenian}/u],
] as const;

const scriptsKnown = new Map<string, string>();

/** The script of a letter, by its Unicode name; '' for other scripts and for what is no letter. */
export function scriptOf(letter: string): string {
  const unit = letter.charCodeAt(0);
  if ((unit > 96 && unit < 123) || (unit > 64 && unit < 91)) return 'Latin';
  let script = scriptsKnown.get(letter);
  if (script === undefined) {
    script = SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0] ?? '';
    scriptsKnown.set(letter, script);
  }
  return script;
}

/** The script in which a language is written here; '' for one that we do not know. */
export function scriptOfLanguage(language: string): string {
  const tag = language.toLowerCase().split(/[-_]/)[0] ?? '';
  if (Object.hasOwn(LATIN_WORDS, tag)) return 'Latin';
  if (Object.hasOwn(CYRILLIC_WORDS, tag) || tag === 'ky' || tag === 'tg' || tag === 'mk') return 'Cyrillic';
  if (['ar', 'fa', 'ur', 'ps', 'ckb', 'ug'].includes(tag)) return 'Arabic';
  if (tag === 'zh') return 'Han';
  if (tag === 'ja') return 'Kana';
  return Object.entries(OWN_SCRIPTS).find(([, one]) => one === tag)?.[0] ?? '';
}

/** How much each word speaks for each language: 2 where it is the language's own, less where several have it. */
function weigh(lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly Vote[]> {
  const owners = new Map<string, Set<string>>();
  for (const [language, words] of Object.entries(lists)) {
    for (const word of words) owners.set(word, (owners.get(word) ?? new Set()).add(language));
  }
  return new Map(
    [...owners].map(([word, languages]) => {
      // a lone letter is as often an initial or a number of a list
      const weight = (word.length === 1 ? 0.7 : 2) / languages.size;
      return [word, [...languages].map((language) => ({ language, weight }))];
    }),
  );
}

type Vote = { readonly language: string; readonly weight: number };
type Score = Map<string, number>;

const VOTES: Readonly<Record<string, ReadonlyMap<string, readonly Vote[]>>> = {
  Latin: weigh(LATIN_WORDS),
  Cyrillic: weigh(CYRILLIC_WORDS),
};

/**
 * Letters that few languages write. A word with one votes once for each language of its row, and against those that
 * have no such letter.
 */
const LETTERS: Readonly<Record<string, readonly (readonly [RegExp, Readonly<Record<string, number>>])[]>> = {
  Cyrillic: [
    [/[әғқұһ]/, { kk: 3, ru: -2, uk: -2 }],
    [/[өүң]/, { kk: 1.5, ky: 1.5 }],
    [/[їєґ]/, { uk: 3, ru: -2 }],
    [/і/, { uk: 1, kk: 1, be: 1, ru: -1 }],
    [/ў/, { be: 3 }],
    [/[ыэ]/, { ru: 0.8, kk: 0.6, be: 0.6, uk: -1.5 }],
    [/ё/, { ru: 1.5, be: 1, uk: -1.5 }],
    [/ъ/, { ru: 0.8, bg: 0.8, uk: -1.5 }],
    [/щ/, { ru: 0.4, uk: 0.4, bg: 0.2 }],
    [/[ђјљњћџ]/, { sr: 3 }],
    [/[’'ʼ][яюєї]/, { uk: 3 }],
  ],
  Latin: [
    [/ß/, { de: 3 }],
    [/[łśźżńę]/, { pl: 2.5 }],
    [/[ğışİ]/, { tr: 2 }],
    [/[řěů]/, { cs: 3 }],
    [/ñ|¿|¡/, { es: 2.5 }],
    [/[ãõ]/, { pt: 2 }],
    [/[äöü]/, { de: 0.8, tr: 0.4 }],
    [/[çêëîïûœ]/, { fr: 1 }],
    [/[oOgG][‘ʻ]/, { uz: 2 }],
  ],
  Arabic: [
    [/[پچژگ]/, { fa: 2 }],
    [/[ٹڈڑںےۓ]/, { ur: 3 }],
    [/[ةىأإ]/, { ar: 2 }],
    [/^(?:من|في|على|إلى|هذا|هذه|التي|الذي|عن)$/, { ar: 2 }],
    [/^(?:است|این|که|از|را|می|برای)$/, { fa: 2 }],
    [/^(?:ہے|کے|کی|میں|اور|کا)$/, { ur: 3 }],
  ],
};

/** Where a language may change: the end of a sentence, and marks of quotation, brackets and dashes with spaces. */
const WORD =
  /[\p{L}\p{M}]+(?:['’ʼ‘ʻ-][\p{L}\p{M}]+)*|[.!?…]+(?=\s|["'»”’)\]]|$)|["«»“”„‟‹›()[\]]|\s[–—-]\s|\n/gu;
/** Most words have no letter of the table, which one look tells. */
const BEYOND_ENGLISH = /[^a-z'’-]/;
const TELLING = /[әғқұһөүңїєґіўыэёъщђјљњћџ’'ʼ]/;
const IS_WORD = /^[\p{L}\p{M}]/u;

type Segment = { start: number; end: number; script: string; heard: Set<string>; score: Score };

/**
 * Tells the language of each stretch of a text: a sentence, or a quotation or name in another language inside one.
 * The runs lie in order, do not overlap and together hold every letter; what stands between words belongs to the run
 * before it.
 * @param article the language of the whole, BCP 47; what cannot be told in its script is taken for it
 */
export function languageRuns(text: string, article = ''): LanguageRun[] {
  const segments = segmentsOf(text);
  if (segments.length === 0) return [];
  const own = article.toLowerCase().split(/[-_]/)[0] ?? '';
  const ownScript = scriptOfLanguage(own);
  const usual = usualLanguages(segments, own, ownScript);

  const runs: { start: number; end: number; language: string }[] = [];
  let previous: { script: string; language: string } = { script: '', language: '' };
  for (const segment of segments) {
    const language = languageOf(segment, usual.get(segment.script) ?? '', previous);
    const last = runs.at(-1);
    if (last?.language === language) last.end = segment.end;
    else {
      if (last) last.end = segment.start;
      runs.push({ start: segment.start, end: segment.end, language });
    }
    previous = { script: segment.script, language };
  }
  return runs;
}

/** The language at an offset of the text that the runs belong to; '' where it is unknown. */
export function languageAt(runs: readonly LanguageRun[], offset: number): string {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low]?.language ?? '';
}

/** The language in which most letters of a stretch are written, such as a sentence's. */
export function languageOfSpan(runs: readonly LanguageRun[], start: number, end: number): string {
  const share = new Map<string, number>();
  for (const run of runs) {
    const length = Math.min(end, run.end) - Math.max(start, run.start);
    if (length > 0) share.set(run.language, (share.get(run.language) ?? 0) + length);
  }
  return [...share].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let open: Segment | undefined;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    if (!IS_WORD.test(word)) {
      open = undefined;
      continue;
    }
    const script = scriptOfWord(word);
    // letters of a script we do not read, or none at all: they stay with what is around them
    if (script === '') {
      if (open) open.end = match.index + word.length;
      continue;
    }
    if (open?.script !== script) {
      open = { start: match.index, end: match.index, script, heard: new Set(), score: new Map() };
      segments.push(open);
    }
    open.end = match.index + word.length;
    // the same word again says nothing new: “Um, um, um” is not Portuguese
    const heard = word.toLowerCase();
    if (!open.heard.has(heard)) vote(open.score, script, heard);
    open.heard.add(heard);
  }
  return segments;
}

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The script of the first letter that has one: `COVID-тест` counts as Latin. Kana make a whole word Japanese. */
function scriptOfWord(word: string): string {
  if (word.charCodeAt(0) > 0x2fff && KANA.test(word)) return 'Kana';
  for (const letter of word) {
    const script = scriptOf(letter);
    if (script !== '') return script;
  }
  return '';
}

function vote(score: Score, script: string, word: string): void {
  const add = (language: string, weight: number) => score.set(language, (score.get(language) ?? 0) + weight);
  for (const { language, weight } of VOTES[script]?.get(word) ?? []) add(language, weight);
  if (script === 'Latin' ? !BEYOND_ENGLISH.test(word) : script === 'Cyrillic' && !TELLING.test(word)) return;
  for (const [letters, languages] of LETTERS[script] ?? []) {
    if (letters.test(word)) for (const [language, weight] of Object.entries(languages)) add(language, weight);
  }
}

/**
 * What each script of this text is usually in: the article's own language, else that of most of the passages which tell
 * theirs, else what all its words together say.
 */
function usualLanguages(segments: readonly Segment[], own: string, ownScript: string): Map<string, string> {
  const totals = new Map<string, Score>();
  const lengths = new Map<string, Score>();
  for (const { script, score, start, end } of segments) {
    const total = totals.get(script) ?? new Map<string, number>();
    for (const [language, weight] of score) total.set(language, (total.get(language) ?? 0) + weight);
    totals.set(script, total);
    const told = clear(score, 2, 1.4);
    if (told === undefined) continue;
    const length = lengths.get(script) ?? new Map<string, number>();
    lengths.set(script, length.set(told, (length.get(told) ?? 0) + end - start));
  }
  return new Map(
    [...totals].map(([script, score]) => {
      if (script === ownScript) return [script, own];
      return [script, clear(lengths.get(script) ?? new Map(), 1, 1) ?? clear(score, 2, 1.25) ?? ''];
    }),
  );
}

function languageOf(segment: Segment, usual: string, previous: { script: string; language: string }): string {
  const { script, score } = segment;
  const only = OWN_SCRIPTS[script];
  if (only !== undefined) return only;
  if (script === 'Kana') return 'ja';
  // between kana, Chinese characters are Japanese
  if (script === 'Han') return usual || (previous.language === 'ja' ? 'ja' : 'zh');
  const found = clear(score, 2, 1.4);
  if (usual === '' || found === undefined || found === usual) {
    if (found !== undefined) return found;
    if (usual !== '') return usual;
    return previous.script === script ? previous.language : '';
  }
  // another language than the usual one must be told plainly
  const against = score.get(usual) ?? 0;
  const plainly = clear(score, 2.9, 1.8);
  return plainly !== undefined && (score.get(plainly) ?? 0) > 1.8 * against ? plainly : usual;
}

/** The language with most votes, if it has enough of them and clearly more than the next. */
function clear(score: Score, least: number, lead: number): string | undefined {
  let best = '';
  let most = 0;
  let second = 0;
  for (const [language, weight] of score) {
    if (weight > most) {
      second = most;
      most = weight;
      best = language;
    } else if (weight > second) second = weight;
  }
  return most >= least && most >= lead * second ? best : undefined;
}
