import { languageAt, languageRuns, type LanguageRun } from '../languages-of-text.ts';
import { dateAt, monthFirst, yearsAt, yearWordEnd, type Read } from './dates.ts';
import { figuresAt, match } from './figures.ts';
import { numberWord, scaleWord } from './number-words.ts';
import { monthOf } from './months.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
import { spelledAt } from './spelled.ts';
import { LONGEST_UNIT, signOf, unitOf, type Unit } from './units.ts';
import { afterDot, plain, wordAt, wordBefore } from './words-at.ts';

export type { Quantity, QuantityKind } from './quantity.ts';

const START = /[\p{L}][\p{L}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*|\d|[$€£₽₸₴¥₺½¼¾⅓⅔]/gu;
/** What holds figures that are none: addresses, hosts, mail. */
const ADDRESS =
  /https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+|\b[\p{L}\d-]+\.(?:com|org|net|ru|ua|kz|info|io)\b\S*/giu;
const HAS_ADDRESS = /@|:\/\/|www\.|\.(?:com|org|net|ru|ua|kz|info|io)\b/i;
const LANGUAGES = ['en', 'ru', 'uk', 'kk'] as const;
const CODES: Readonly<Record<string, string>> = {
  usd: 'USD',
  eur: 'EUR',
  gbp: 'GBP',
  rub: 'RUB',
  kzt: 'KZT',
  uah: 'UAH',
  cny: 'CNY',
};

/**
 * Finds the numbers, percentages, amounts of money, measures, dates and times of a text, in figures and in English,
 * Russian, Ukrainian and Kazakh words. In order, none overlapping another. What is not soundly a quantity is left out:
 * names such as F-16, addresses, versions, ordinals.
 * @param language the language of the whole, BCP 47; passages in another are read in theirs
 */
export function quantitiesIn(text: string, language = ''): Quantity[] {
  const found: Quantity[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line !== '') readLine(line, start, language, found);
    start += line.length + 1;
  }
  return found;
}

function readLine(line: string, offset: number, article: string, found: Quantity[]): void {
  let runs: readonly LanguageRun[] | undefined;
  const languageOf = (at: number) =>
    languageAt((runs ??= languageRuns(line, article)), at).split('-')[0] ?? '';
  const addresses = HAS_ADDRESS.test(line) ? [...line.matchAll(ADDRESS)] : [];
  let next = 0;
  START.lastIndex = 0;
  for (let match = START.exec(line); match; match = START.exec(line)) {
    const at = match.index;
    if (at < next) continue;
    const address = addresses.find((one) => one.index <= at && at < one.index + one[0].length);
    if (address) {
      START.lastIndex = next = address.index + address[0].length;
      continue;
    }
    const [token] = match;
    const read = /^\d/.test(token)
      ? fromFigure(line, at, languageOf)
      : /^\p{L}/u.test(token)
        ? fromWord(line, at, token, languageOf)
        : fromSign(line, at, token, languageOf);
    if (!read) {
      // the rest of what looked like figures is no number either
      if (/^\d/.test(token))
        START.lastIndex = next = at + /^\d+(?:[.,:/'’]\d+)*/.exec(line.slice(at))![0].length;
      continue;
    }
    const { skip, ...quantity } = read;
    if (!skip) found.push({ ...quantity, start: offset + quantity.start, end: offset + quantity.end });
    START.lastIndex = next = read.end;
  }
}

type Found = Quantity & { readonly skip?: boolean };
type LanguageOf = (at: number) => string;

/** Before figures: what makes them a part of a name, a number of a list or a link. */
const PART_OF_NAME = /(?:[\p{L}\p{M}_]|[\p{L}][-–]|[№#/@^~]|[№#] |\d[.,:/]|№\s|\b[Nn]os?\. )$/u;

function fromFigure(line: string, at: number, languageOf: LanguageOf): Found | undefined {
  if (PART_OF_NAME.test(line.slice(Math.max(0, at - 5), at)) || isLabel(line, at)) return undefined;
  const language = languageOf(at);
  const read = languages(language).reduce<{ as: string; read: Read } | undefined>((done, as) => {
    const one = done ? undefined : dateAt(line, at, as);
    return done ?? (one && { as, read: one });
  }, undefined);
  if (read)
    return fromDate(at, read.read, read.as === language || named(line, at, read.read) ? read.as : language);
  const figures = figuresAt(line, at, language);
  if (!figures) return undefined;
  if (figures.isPlain && figures.digits === 4) {
    const years = languages(language).reduce<Read | undefined>(
      (done, as) => done ?? yearsAt(line, at, figures.end, figures.value, as),
      undefined,
    );
    if (years && !isCounted(line, at, figures.end, years, language)) return fromDate(at, years, language);
  }
  return amount(line, at, signed(line, at), { end: figures.end, value: figures.value }, language, true);
}

/** The mark of a note, `[12]`, or the number of a list at the start of a line: `3.`, `3)`. */
function isLabel(line: string, at: number): boolean {
  if (line[at - 1] === '[') return /^\d{1,4}(?:[,–-]\s?\d{1,4})*\]/.test(line.slice(at, at + 24));
  return (
    at < 4 &&
    line.slice(0, at).trim() === '' &&
    /^\d{1,3}(?:\.\d{1,2})*[.)](?:\s|$)/.test(line.slice(at, at + 16))
  );
}

function fromDate(start: number, read: Read, language: string): Found {
  const { end, kind, value, to } = read;
  return { start, end, kind, value, ...(to === undefined ? {} : { to }), unit: '', language };
}

/** Whether a date was read by a word of the language, not by figures alone. */
function named(line: string, at: number, { end }: Read): boolean {
  return /\p{L}{3}/u.test(line.slice(at, end));
}

/** `2000 человек`, `1950 км`, `$2020`: four figures that count something are no year. */
function isCounted(line: string, at: number, end: number, years: Read, language: string): boolean {
  if (years.end > end || years.to !== undefined) return false;
  const unit = unitAfter(line, end, language);
  return unit !== undefined || scaleAfter(line, end, language) !== undefined;
}

function fromSign(line: string, at: number, sign: string, languageOf: LanguageOf): Found | undefined {
  const language = languageOf(at);
  const unit = signOf(sign);
  if (!unit) {
    const figures = figuresAt(line, at, language);
    return figures && amount(line, at, at, figures, language, true);
  }
  const to = at + sign.length + (/[ \u00A0\u202F]/.test(line[at + sign.length] ?? '') ? 1 : 0);
  const figures = figuresAt(line, to, language);
  if (!figures) return undefined;
  const country = /(?:US|CA|AU|A|C|NZ|HK)$/.exec(line.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  const start = country === 'US' ? at - 2 : at;
  const read = amount(line, start, start, figures, language, true, unit);
  // other countries' dollars are not the one that the sign means alone
  return read && country !== '' && country !== 'US' ? { ...read, unit: `${country}$` } : read;
}

function fromWord(line: string, at: number, token: string, languageOf: LanguageOf): Found | undefined {
  const lower = plain(token);
  // most words are no number in any language, and then theirs need not be known
  const may = mayBe(lower);
  if (may.length === 0 && !Object.hasOwn(CODES, lower)) return undefined;
  if (/[\p{L}\p{N}]-$/u.test(line.slice(Math.max(0, at - 2), at))) return undefined;
  const code = token === token.toUpperCase() ? CODES[lower] : undefined;
  if (code !== undefined) {
    const figures = figuresAt(line, at + token.length + 1, languageOf(at));
    if (figures && /[ \u00A0]/.test(line[at + token.length] ?? '')) {
      return amount(line, at, at, figures, languageOf(at), true, { kind: 'money', unit: code });
    }
  }
  if (may.length === 0) return undefined;
  const language = languageOf(at);
  const word = { text: token, lower, start: at, end: at + token.length };
  for (const as of languages(language)) {
    if (!may.includes(as)) continue;
    const date = monthFirst(line, word, as);
    if (date) return fromDate(at, date, as);
    const spelled = spelledAt(line, word, as);
    if (!spelled) continue;
    const read = amount(line, at, at, spelled, as, !spelled.isWeak);
    return (
      read ?? { start: at, end: spelled.end, kind: 'number', value: 0, unit: '', language: as, skip: true }
    );
  }
  return undefined;
}

const NONE: readonly (typeof LANGUAGES)[number][] = [];
const ENGLISH: typeof NONE = ['en'];

/** In which languages a word may begin a number or a date. */
function mayBe(lower: string): typeof NONE {
  if (lower.charCodeAt(0) < 0x80) {
    return lower === 'a' || lower === 'an' || numberWord(lower, 'en') || monthOf(lower, 'en')
      ? ENGLISH
      : NONE;
  }
  return LANGUAGES.filter((one) => one !== 'en' && (numberWord(lower, one) || monthOf(lower, one)));
}

/** In which languages a place is read: its own, or those of its script where that is unknown. */
function languages(language: string): readonly (typeof LANGUAGES)[number][] {
  const known = LANGUAGES.find((one) => one === language);
  if (known) return known === 'kk' || known === 'uk' ? [known, 'ru'] : [known];
  return language === '' ? LANGUAGES : [];
}

type Value = { readonly end: number; readonly value: number };

/** A number with its scale, its range and its unit. @param isNumber whether it counts without a unit too */
function amount(
  line: string,
  at: number,
  start: number,
  first: Value,
  language: string,
  isNumber: boolean,
  before?: Unit,
): Found | undefined {
  const attached = attachment(line, first.end, language);
  if (attached === 'name') return undefined;
  if (typeof attached === 'object') {
    return found(start, attached.end, first.value, undefined, attached.unit, language, line);
  }
  const one = scaled(line, first, language, before !== undefined);
  const other = rangeEnd(line, one, language, before);
  const negative = start < at ? -1 : 1;
  let { end } = other ?? one;
  let value = one.value * negative;
  let to: number | undefined;
  if (other) {
    to = other.value;
    // `10–15 млн`: the scale belongs to both
    if (one.scale === 1 && other.scale > 1 && value * other.scale <= to) value *= other.scale;
    value = round(value);
  }
  const after = before === undefined ? unitAfter(line, end, language) : undefined;
  const unit = before ?? after?.unit;
  if (after) end = after.end;
  // `5 dollars` after `$`, `10–15%` after `10%`
  if (!unit && !isNumber) return undefined;
  return found(start, end, value, to, unit, language, line);
}

function found(
  start: number,
  end: number,
  value: number,
  to: number | undefined,
  unit: Unit | undefined,
  language: string,
  line: string,
): Found {
  const kind: QuantityKind = unit?.kind ?? 'number';
  // the full stop of a sentence is not part of its last number
  const last = line[end - 1] === '.' && end === line.length ? end - 1 : end;
  const known = language === '' ? '' : language;
  return {
    start,
    end: last,
    kind,
    value: round(value),
    ...(to === undefined ? {} : { to: round(to) }),
    unit: unit?.unit ?? '',
    language: known,
  };
}

/** Without the dust of binary fractions: 1.1 million is 1100000. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}

function signed(line: string, at: number): number {
  return /(?:^|[\s(«“"])[-−]$/.test(line.slice(Math.max(0, at - 2), at)) ? at - 1 : at;
}

const ORDINAL =
  /^(?:st|nd|rd|th)(?![\p{L}])|^-(?:й|я|е|го|му|м|ой|ая|ое|ую|ый|ий|го|ому|ім|ою|ші|шы|інші|ншы|нші|ыншы|іншы)(?![\p{L}])/u;
const HYPHENATED = /^-([\p{L}]+(?:-[\p{L}]+)*)/u;
const AGE = /^(?:year|лет|річн|жасар|жылдық|годов)/;
const COUNTED = /^-?(?:ти|х|ми|и|ех|ёх|ох|ьох)(?![\p{L}])/u;

/** What hangs on the figures without a space: an ending, a unit, or the rest of a name. */
function attachment(
  line: string,
  end: number,
  language: string,
): 'name' | 'none' | { end: number; unit: Unit } {
  const rest = line.slice(end, end + 40);
  if (ORDINAL.test(rest) || /^[_/\\]?\p{L}/u.test(rest) === false) {
    if (ORDINAL.test(rest)) return 'name';
    const hyphen = HYPHENATED.exec(rest);
    if (!hyphen || COUNTED.test(rest)) return 'none';
    const word = plain(hyphen[1]!);
    if (AGE.test(word)) return { end: end + hyphen[0].length, unit: { kind: 'measure', unit: 'year' } };
    if (/^(?:процент|відсотк|пайыз|percent)/.test(word)) {
      return { end: end + hyphen[0].length, unit: { kind: 'percent', unit: '%' } };
    }
    const unit = unitOf(word.split('-')[0] ?? '');
    if (unit) return { end: end + 1 + word.split('-')[0]!.length, unit };
    return 'name';
  }
  const word = wordAt(line, end);
  if (!word) return 'name';
  const isUnit = unitOf(word.lower) !== undefined && word.lower.length <= 4;
  return isUnit || scaleWord(word.lower, language) !== undefined ? 'none' : 'name';
}

type Scaled = Value & { readonly scale: number };

function scaleAfter(line: string, end: number, language: string): { end: number; scale: number } | undefined {
  const word = wordAt(line, end);
  if (!word) return undefined;
  const scale = languages(language).reduce<number | undefined>(
    (done, as) => done ?? scaleWord(word.lower, as),
    undefined,
  );
  // `5 m` may be metres, `5 k` a name; `$5m` is asked for by itself
  if (scale === undefined || word.lower === 'm') return undefined;
  return { end: afterDot(line, word.end), scale };
}

function scaled(line: string, first: Value, language: string, isMoney: boolean): Scaled {
  const million = isMoney ? /^[ \u00A0]?m(?![\p{L}])/iu.exec(line.slice(first.end, first.end + 3)) : null;
  if (million) return { end: first.end + million[0].length, value: first.value * 1e6, scale: 1e6 };
  const scale = scaleAfter(line, first.end, language);
  if (!scale) return { ...first, scale: 1 };
  let value = first.value * scale.scale;
  let { end } = scale;
  // `2 млн 300 тыс.`
  const space = /^[ \u00A0]/.exec(line.slice(end, end + 1));
  const more = space && figuresAt(line, end + 1, language);
  const smaller = more && scaleAfter(line, more.end, language);
  if (more && smaller && smaller.scale < scale.scale) {
    value += more.value * smaller.scale;
    ({ end } = smaller);
  }
  return { end, value, scale: scale.scale };
}

const DASH = /[%$€]?[ \u00A0]?[–—-][ \u00A0]?[$€£]?/y;
const TO: Readonly<Record<string, RegExp>> = {
  en: / to /y,
  ru: / (?:до|по) /y,
  uk: / (?:до|по) /y,
};
const FROM = new Set(['from', 'between', 'от', 'с', 'со', 'від', 'з', 'із']);

function rangeEnd(
  line: string,
  first: Scaled,
  language: string,
  before: Unit | undefined,
): Scaled | undefined {
  const dash = match(DASH, line, first.end);
  const words = TO[language];
  const to = dash ? null : words && match(words, line, first.end);
  const and =
    dash ||
    to ||
    language !== 'en' ||
    !/between [^ ]{1,12}(?: [^ ]{1,12})?$/.test(line.slice(Math.max(0, first.end - 36), first.end))
      ? null
      : match(/ and /y, line, first.end);
  const gap = dash ?? to ?? and;
  if (!gap) return undefined;
  const at = first.end + gap[0].length;
  if (!/^\d/.test(line.slice(at))) return undefined;
  const figures = figuresAt(line, at, language);
  if (!figures || attachment(line, figures.end, language) === 'name') return undefined;
  const second = scaled(line, figures, language, before !== undefined);
  if (dash && !/[–—]/.test(dash[0]) && /[-]\d/.test(line.slice(figures.end, figures.end + 2)))
    return undefined;
  // a word between them needs one before, or a scale or unit behind: `from 10 to 15`, `10 to 15 people`
  if (
    to &&
    !FROM.has(wordBefore(line, first.end - lengthOf(line, first.end))) &&
    !unitAfter(line, second.end, language)
  )
    return undefined;
  const low =
    first.scale === 1 && second.scale > 1 && first.value < figures.value
      ? first.value * second.scale
      : first.value;
  return second.value > low ? second : undefined;
}

/** How long the figures before an offset are. */
function lengthOf(line: string, end: number): number {
  return /[\d.,]*$/.exec(line.slice(Math.max(0, end - 20), end))![0].length;
}

/** The unit behind a number: a sign, or one or two words. */
function unitAfter(line: string, end: number, language: string): { end: number; unit: Unit } | undefined {
  const sign = /^[ \u00A0\u202F\u2009]?(°C|℃|[%٪‰$€£₽₸₴¥₺])/.exec(line.slice(end, end + 4));
  const bySign = sign && signOf(sign[1]!);
  if (sign && bySign) return { end: end + sign[0].length, unit: bySign };
  const first = wordAt(line, end);
  if (!first) return undefined;
  const special = /^[ \u00A0]?((?:k|к)?(?:m|м)[²³23]|km\/h|км\/(?:ч|год|сағ))(?![\p{L}\d])/iu.exec(
    line.slice(end, end + 8),
  );
  const bySpecial = special && unitOf(special[1]!.toLowerCase());
  if (special && bySpecial) return { end: end + special[0].length, unit: bySpecial };
  const dotted = line[first.end] === '.' ? first.end + 1 : first.end;
  for (const [from, isDotted] of [
    [first.end, false],
    [dotted, true],
  ] as const) {
    if (isDotted && dotted === first.end) break;
    const second = LONGEST_UNIT > 1 ? wordAt(line, from) : undefined;
    const both = second && unitOf(`${first.lower} ${second.lower}`);
    if (second && both) return { end: afterDot(line, second.end), unit: both };
  }
  const one = unitOf(first.lower);
  if (!one) return undefined;
  // `га`, `м` and `т` are words or initials too, and English `a`
  if (first.text.length === 1 && first.text !== first.lower) return undefined;
  if (isYearLike(first.lower) && language === 'kk' && yearWordEnd(line, end, 'kk') > end)
    return { end: first.end, unit: one };
  return { end: afterDot(line, first.end), unit: one };
}

function isYearLike(word: string): boolean {
  return word === 'жыл';
}
