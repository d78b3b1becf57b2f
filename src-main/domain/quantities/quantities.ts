import { languageAt, languageRuns, type LanguageRun } from '../languages-of-text.ts';
import { amount, scaleAfter, signed, unitAfter, type Found } from './amount.ts';
import { dateAt, monthFirst, yearsAt, type Read } from './dates.ts';
import { figuresAt } from './figures.ts';
import { LANGUAGES, languages, type Known } from './languages.ts';
import { numberWord } from './number-words.ts';
import { monthOf } from './months.ts';
import type { Quantity } from './quantity.ts';
import { spelledAt } from './spelled.ts';
import { signOf } from './units.ts';
import { plain } from './words-at.ts';

export type { Quantity, QuantityKind } from './quantity.ts';

const START = /[\p{L}][\p{L}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*|\d|[$€£₽₸₴¥₺½¼¾⅓⅔]/gu;
/** What holds figures that are none: addresses, hosts, mail. */
const ADDRESS =
  /https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+|\b[\p{L}\d-]+\.(?:com|org|net|ru|ua|kz|info|io)\b\S*/giu;
const HAS_ADDRESS = /@|:\/\/|www\.|\.(?:com|org|net|ru|ua|kz|info|io)\b/i;
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

const NONE: readonly Known[] = [];
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
