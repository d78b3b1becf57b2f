import { isWeak, numberWord } from './number-words.ts';
import { match } from './figures.ts';
import { wordAt, wordBefore, type Word } from './words-at.ts';

export type Spelled = {
  readonly end: number;
  readonly value: number;
  /** `one` or a bare scale: a number only where something is counted with it. */
  readonly isWeak: boolean;
};

/** What makes a scale behind it an unsure amount: half a million, several thousand. */
const UNSURE = new Set(
  (
    'half quarter several few many some couple dozen dozens hundreds thousands of пол половина половины половину четверть ' +
    'несколько много десятки сотни тысячи полтора полторы кілька багато десятки сотні тисячі півтора половина бірнеше ' +
    'көп жарты ондаған жүздеген мыңдаған per a an'
  ).split(' '),
);

/** Bare scales that mean one of themselves: `миллион рублей`, `тысячу человек`. */
const SINGULAR = new Set(
  'тысяча тысячу миллион миллиард триллион тисяча тисячу мільйон мільярд трильйон жүз мың'.split(' '),
);

const HYPHEN = /-([\p{L}]+)/uy;
const AND = /[ \u00A0]and(?=[ \u00A0])/y;

/**
 * Reads a number in words that begins with a word: `three hundred and five`, `двести пятьдесят тысяч`, `үш жүз мың`.
 * @returns undefined where the words are no number, or an unsure one
 */
export function spelledAt(line: string, first: Word, language: string): Spelled | undefined {
  let word: Word | undefined = first;
  let total = 0;
  let current: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  let smallestScale = Number.POSITIVE_INFINITY;
  let end = first.start;
  let count = 0;
  let weak = true;

  if (language === 'en' && (first.lower === 'a' || first.lower === 'an')) {
    const scale = wordAt(line, first.end);
    const known = scale && numberWord(scale.lower, language);
    if (!scale || !known?.scale || UNSURE.has(wordBefore(line, first.start))) return undefined;
    current = 1;
    least = 1;
    word = scale;
    weak = false;
  }
  while (word) {
    const known = numberWord(word.lower, language);
    if (!known) break;
    const { value, scale } = known;
    if (!scale) {
      // two ones, or a ten after a one, are two numbers: `three four`
      if (current !== undefined && !(value < least && value > 0 && fits(least, value))) break;
      current = (current ?? 0) + value;
      least = value;
      if (!isWeak(value)) weak = false;
    } else if (value === 100) {
      if (current === undefined && count === 0 && !isBareScale(line, first, word)) return undefined;
      if (current !== undefined && current >= 100) break;
      current = (current ?? 1) * 100;
      least = 100;
      weak = false;
    } else {
      if (value >= smallestScale) break;
      if (current === undefined) {
        if (count > 0 || !isBareScale(line, first, word)) break;
        current = 1;
      } else weak = false;
      total += current * value;
      current = undefined;
      smallestScale = value;
      least = value;
      if (count > 0) weak = false;
    }
    count += 1;
    end = word.end;
    word = nextWord(line, end, language, count);
  }
  if (count === 0) return undefined;
  return { end, value: total + (current ?? 0), isWeak: weak };
}

/** Units go below tens, tens below hundreds; teens take nothing. */
function fits(before: number, value: number): boolean {
  if (before < 10) return false;
  if (before < 20) return before === 10 && value < 10;
  if (before < 100) return value < 10;
  return value < 100 || before >= 1000;
}

function isBareScale(line: string, first: Word, word: Word): boolean {
  return first === word && SINGULAR.has(word.lower) && !UNSURE.has(wordBefore(line, first.start));
}

function nextWord(line: string, end: number, language: string, count: number): Word | undefined {
  const hyphen = match(HYPHEN, line, end);
  if (hyphen) {
    const text = hyphen[1]!;
    return { text, lower: text.toLowerCase(), start: end + 1, end: end + hyphen[0].length };
  }
  const and = language === 'en' && count > 1 ? match(AND, line, end) : null;
  const word = wordAt(line, end + (and?.[0].length ?? 0));
  // ten in Kazakh and “he” in Russian: a number goes on only in its own language
  return word;
}
