import { yearWordEnd } from './dates.ts';
import { figuresAt, match } from './figures.ts';
import { languages } from './languages.ts';
import { scaleWord } from './number-words.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
import { LONGEST_UNIT, signOf, unitOf, type Unit } from './units.ts';
import { afterDot, plain, wordAt, wordBefore } from './words-at.ts';

/** `skip` where a place was read and is no quantity after all. */
export type Found = Quantity & { readonly skip?: boolean };
type Value = { readonly end: number; readonly value: number };

/** A number with its scale, its range and its unit. @param isNumber whether it counts without a unit too */
export function amount(
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

export function signed(line: string, at: number): number {
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

export function scaleAfter(
  line: string,
  end: number,
  language: string,
): { end: number; scale: number } | undefined {
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
export function unitAfter(
  line: string,
  end: number,
  language: string,
): { end: number; unit: Unit } | undefined {
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
