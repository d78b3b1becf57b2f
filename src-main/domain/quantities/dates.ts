import { figuresAt, match } from './figures.ts';
import { isDecadeEnding, isYearWord, monthOf } from './months.ts';
import { afterDot, wordAt, wordBefore } from './words-at.ts';

/** A date or time read at a place, without its language. */
export type Read = {
  readonly end: number;
  readonly kind: 'date' | 'time';
  readonly value: string;
  readonly to?: string;
};

const ISO = /(\d{4})-(\d\d)-(\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])/y;
const DOTTED = /(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)(?![\d.]\d|\d)/y;
const SLASHED = /(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/y;
const CLOCK = /([01]?\d|2[0-3])([:.])([0-5]\d)(?::[0-5]\d)?(?![\d:]|[.,]\d)/y;
const HALF_DAY = /[ \u00A0]?([ap])\.?[ \u00A0]?m\b\.?/iy;
const HOUR = /(1[0-2]|[1-9])(?=[ \u00A0]?[ap]\.?[ \u00A0]?m\b)/iy;
const DASH = /[ \u00A0]?[–—-][ \u00A0]?/y;
const DAY_ENDING = /(?:st|nd|rd|th)\b|-(?:го|е|ое|й|го|ше|ге|і|ы)(?![\p{L}])/uy;
const DAY = /(0?[1-9]|[12]\d|3[01])(?!\d|[.,:/]\d)/y;
const YEAR = /[ \u00A0]?,?[ \u00A0]?([12]\d{3})(?![\d]|[.,]\d|[ \u00A0]\d{3}(?!\d))/y;
/** Between the first and the last of some days: a dash, or a word. */
const DAYS_BETWEEN: Readonly<Record<string, RegExp>> = {
  en: /[ \u00A0]?[–—-][ \u00A0]?| (?:to|and|or|until|till) /y,
  ru: /[ \u00A0]?[–—-][ \u00A0]?| (?:по|до|и|или) /y,
  uk: /[ \u00A0]?[–—-][ \u00A0]?| (?:по|до|і|й|та|або) /y,
  kk: /[ \u00A0]?[–—-][ \u00A0]?| (?:және|мен) /y,
};
/** Before a clock time that is written with a point. */
const AT = new Set([
  'в',
  'о',
  'об',
  'at',
  'сағат',
  'около',
  'около',
  'к',
  'до',
  'с',
  'з',
  'after',
  'by',
  'until',
]);

/** Reads a date or time that begins with a figure. */
export function dateAt(line: string, at: number, language: string): Read | undefined {
  return (
    numericDate(line, at, language) ??
    clock(line, at) ??
    yearFirst(line, at, language) ??
    dayFirst(line, at, language)
  );
}

function numericDate(line: string, at: number, language: string): Read | undefined {
  const iso = match(ISO, line, at);
  if (iso && isDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))) {
    return { end: at + iso[0].length, kind: 'date', value: `${iso[1]}-${iso[2]}-${iso[3]}` };
  }
  const dotted = match(DOTTED, line, at);
  if (dotted) {
    const year = dotted[3]!.length === 2 ? century(Number(dotted[3])) : Number(dotted[3]);
    if (!isDay(year, Number(dotted[2]), Number(dotted[1]))) return undefined;
    return {
      end: yearWordEnd(line, at + dotted[0].length, language),
      kind: 'date',
      value: dayValue(year, Number(dotted[2]), Number(dotted[1])),
    };
  }
  const slashed = match(SLASHED, line, at);
  if (!slashed) return undefined;
  const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
  const end = at + slashed[0].length;
  const [asDayFirst, asMonthFirst] = [isDay(year, second, first), isDay(year, first, second)];
  if (!asDayFirst && !asMonthFirst) return undefined;
  // English writers put either first: where both can be meant, only the year is sure
  const isUnsure = asDayFirst && asMonthFirst && first !== second && (language === 'en' || language === '');
  if (isUnsure) return { end, kind: 'date', value: String(year).padStart(4, '0') };
  return {
    end,
    kind: 'date',
    value: asDayFirst ? dayValue(year, second, first) : dayValue(year, first, second),
  };
}

/** Two figures of a year mean the one nearest to our time. */
function century(year: number): number {
  return year < 50 ? 2000 + year : 1900 + year;
}

function clock(line: string, at: number): Read | undefined {
  const first = clockAt(line, at);
  if (!first) return undefined;
  const dash = match(DASH, line, first.end);
  const second = dash ? clockAt(line, first.end + dash[0].length) : undefined;
  return second
    ? { end: second.end, kind: 'time', value: first.value, to: second.value }
    : { end: first.end, kind: 'time', value: first.value };
}

function clockAt(line: string, at: number): { end: number; value: string } | undefined {
  const found = match(CLOCK, line, at);
  const bare = found ? null : match(HOUR, line, at);
  if (!found && !bare) return undefined;
  const end = at + (found ?? bare)![0].length;
  const half = match(HALF_DAY, line, end);
  if (found?.[2] === '.' && !half && !AT.has(wordBefore(line, at))) return undefined;
  // `в 2.30 раза`, `14.30 км`: a word that counts makes it a number
  if (found?.[2] === '.' && !half && !/^(?:[\s,.;:!?)»”–-]|$)/.test(line.slice(end, end + 1)))
    return undefined;
  let hour = Number((found ?? bare)![1]);
  if (half) {
    if (hour > 12 || hour === 0) return undefined;
    hour = (hour % 12) + (half[1]!.toLowerCase() === 'p' ? 12 : 0);
  }
  return { end: end + (half?.[0].length ?? 0), value: `${pad(hour)}:${found?.[3] ?? '00'}` };
}

/** `2022 жылғы 4 қаңтар`, `2022 жылғы қаңтарда`, `2022 жылдың 4–6 қаңтары`. */
function yearFirst(line: string, at: number, language: string): Read | undefined {
  if (language !== 'kk') return undefined;
  const year = figuresAt(line, at, language);
  if (!year?.isPlain || year.digits !== 4) return undefined;
  const word = wordAt(line, year.end);
  if (!word || !isYearWord(word.lower, language)) return undefined;
  const end = afterDot(line, word.end);
  const space = /^[ \u00A0]*/.exec(line.slice(end))![0].length;
  const days = dayFirst(line, end + space, language);
  if (days?.value.startsWith('--')) {
    const to = days.to?.replace(/^-/, String(year.value));
    return {
      ...days,
      value: days.value.replace(/^-/, String(year.value)),
      ...(to === undefined ? {} : { to }),
    };
  }
  const name = wordAt(line, end);
  const month = name && monthOf(name.lower, language);
  if (!name || !month || month.isShort) return undefined;
  return { end: name.end, kind: 'date', value: `${year.value}-${pad(month.month)}` };
}

type Days = { readonly first: number; readonly last: number | undefined; readonly end: number };

/** One day, or some days from the first to the last. */
function daysAt(line: string, at: number, language: string): Days | undefined {
  const found = match(DAY, line, at);
  if (!found) return undefined;
  const first = Number(found[1]);
  let end = at + found[0].length;
  end += match(DAY_ENDING, line, end)?.[0].length ?? 0;
  const between = DAYS_BETWEEN[language];
  const gap = between && match(between, line, end);
  const other = gap && match(DAY, line, end + gap[0].length);
  if (!other || Number(other[1]) <= first) return { first, last: undefined, end };
  end += gap[0].length + other[0].length;
  end += match(DAY_ENDING, line, end)?.[0].length ?? 0;
  return { first, last: Number(other[1]), end };
}

/** `4 January 2022`, `4–6 января`, `4 січня 2022 року`, `4th of January`. */
function dayFirst(line: string, at: number, language: string): Read | undefined {
  const days = daysAt(line, at, language);
  if (!days) return undefined;
  const of = language === 'en' ? match(/ of(?= )/y, line, days.end) : null;
  const name = wordAt(line, days.end + (of?.[0].length ?? 0));
  const month = name && namedMonth(name.text, name.lower, language);
  if (!name || !month) return undefined;
  const dotted = line[name.end] === '.' ? name.end + 1 : name.end;
  const year = yearAt(line, month.isShort ? dotted : name.end, language);
  if (month.isShort && dotted === name.end && !year) return undefined;
  const end = year?.end ?? (month.isShort ? afterDot(line, name.end) : name.end);
  return daysOf(days, month.month, year?.year, end);
}

/** `January 4, 2022`, `Jan. 4–6`, `January 2022`, `января 2022 года`. The word that names the month is already read. */
export function monthFirst(
  line: string,
  word: { readonly text: string; readonly lower: string; readonly end: number },
  language: string,
): Read | undefined {
  const month = namedMonth(word.text, word.lower, language);
  if (!month) return undefined;
  const end = month.isShort && line[word.end] === '.' ? word.end + 1 : word.end;
  const year = yearAt(line, end, language, false);
  if (year) return { end: year.end, kind: 'date', value: `${year.year}-${pad(month.month)}` };
  if (language !== 'en') return undefined;
  const space = match(/[ \u00A0]/y, line, end);
  const days = space && daysAt(line, end + 1, language);
  if (!days || /^[ \u00A0]?(?:%|percent|per cent|million|billion)/.test(line.slice(days.end)))
    return undefined;
  const after = yearAt(line, days.end, language);
  return daysOf(days, month.month, after?.year, after?.end ?? days.end);
}

function daysOf(
  { first, last }: Days,
  month: number,
  year: number | undefined,
  end: number,
): Read | undefined {
  if (!isDay(year ?? 2000, month, last ?? first)) return undefined;
  const value = dayValue(year, month, first);
  return last === undefined
    ? { end, kind: 'date', value }
    : { end, kind: 'date', value, to: dayValue(year, month, last) };
}

function namedMonth(text: string, lower: string, language: string) {
  const month = monthOf(lower, language);
  // `may` and `march` are verbs
  return language === 'en' && !/^\p{Lu}/u.test(text) ? undefined : month;
}

function yearAt(
  line: string,
  at: number,
  language: string,
  mayHaveComma = true,
): { year: number; end: number } | undefined {
  const found = match(YEAR, line, at);
  if (!found || !/[ \u00A0,]/.test(found[0][0]!)) return undefined;
  if (!mayHaveComma && found[0].includes(',')) return undefined;
  const end = at + found[0].length;
  return { year: Number(found[1]), end: yearWordEnd(line, end, language) };
}

/** The word for a year behind one belongs to it: `2022 года`, `2022 г.`, `2022 року`, `2022 жыл`. */
export function yearWordEnd(line: string, end: number, language: string): number {
  const word = wordAt(line, end);
  if (!word || !isYearWord(word.lower, language)) return end;
  return word.lower.length === 1 && line[word.end] === '.' ? word.end + 1 : word.end;
}

/** A year by itself, a span of years or a decade: `2022 году`, `2014–2016`, `1990s`, `1990-х годов`. */
export function yearsAt(
  line: string,
  at: number,
  end: number,
  value: number,
  language: string,
): Read | undefined {
  if (value < 1000 || value > 2199) return undefined;
  const ending = match(/'?s\b|-([\p{L}]{1,2})(?![\p{L}])/uy, line, end);
  if (
    value % 10 === 0 &&
    ending &&
    (ending[1] === undefined ? language === 'en' : isDecadeEnding(ending[1]))
  ) {
    const decade = `${String(value).slice(0, 3)}X`;
    const word = wordAt(line, end + ending[0].length);
    const isYears = word !== undefined && /^(?:год|рок|жыл)/.test(word.lower);
    return { end: isYears ? word.end : end + ending[0].length, kind: 'date', value: decade };
  }
  const dash = match(/[ \u00A0]?[–—-][ \u00A0]?([12]\d{3}|\d{1,2})(?!\d|[.,:/]\d|-\d)/y, line, end);
  if (dash) {
    const last = Number(String(value).slice(0, 4 - dash[1]!.length) + dash[1]);
    const after = end + dash[0].length;
    const isYears =
      value >= 1500 && last > value && last <= 2199 && !/^[ \u00A0]?[%$€]/.test(line.slice(after));
    if (isYears) {
      const word = wordAt(line, after);
      const named = word && /^(?:год|гг$|рок|рр$|жыл|жж$)/.test(word.lower);
      return {
        end: named ? afterYears(line, word.end) : after,
        kind: 'date',
        value: String(value),
        to: String(last),
      };
    }
  }
  const named = yearWordEnd(line, end, language);
  const isNamed = named > end && value >= 1000;
  const before = wordBefore(line, at);
  const isMeant = isNamed || (value >= 1900 && value < 2100) || (value >= 1500 && YEAR_BEFORE.has(before));
  if (!isMeant) return undefined;
  return { end: named, kind: 'date', value: String(value) };
}

const YEAR_BEFORE = new Set([
  'in',
  'since',
  'until',
  'before',
  'after',
  'from',
  'by',
  'year',
  'в',
  'с',
  'у',
  'з',
  'до',
  'к',
  'после',
]);

function afterYears(line: string, end: number): number {
  return line[end] === '.' ? end + 1 : end;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
  return day <= days;
}

function dayValue(year: number | undefined, month: number, day: number): string {
  return `${year === undefined ? '-' : String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
