/** A number written in figures: `1,200`, `1 200`, `1.200,5`, `½`. */
export type Figures = {
  readonly end: number;
  readonly value: number;
  /** Neither separators nor decimals: it may be a day or a year. */
  readonly isPlain: boolean;
  readonly digits: number;
};

const GROUPED = /\d{1,3}(?:([ \u00A0\u202F\u2009'’.,])\d{3})(?:\1\d{3})*(?!\d)/y;
const PLAIN = /\d{1,18}(?!\d)/y;
const DECIMALS = /[.,](\d{1,12})(?!\d)/y;
const FRACTION = /[ \u00A0]?([½¼¾⅓⅔])/y;
const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};

/**
 * Reads figures at an offset. A single point or comma before three figures parts thousands or decimals by the
 * language: English writes 1,200, the others 1,2 for one and a fifth.
 * @returns undefined for what is no number, such as `1.2.3`
 */
export function figuresAt(line: string, at: number, language: string): Figures | undefined {
  const grouped = match(GROUPED, line, at);
  if (grouped) {
    const [whole] = grouped;
    const mark = grouped[1]!;
    const isSingle = whole.split(mark).length === 2;
    const isMark = mark === '.' || mark === ',';
    if (isMark && isSingle && (mark === decimalMark(language) || whole.startsWith('0'))) {
      return decimal(line, at, at + whole.indexOf(mark));
    }
    const isTail = isMark ? (end: number) => !/^[.,]\d/.test(line.slice(end, end + 2)) : () => true;
    const integer = Number(whole.replaceAll(/[^\d]/g, ''));
    const end = at + whole.length;
    const decimals = match(DECIMALS, line, end);
    if (decimals && decimals[0][0] !== mark) {
      const value = Number(`${integer}.${decimals[1]}`);
      const after = end + decimals[0].length;
      return isChain(line, after) ? undefined : { end: after, value, isPlain: false, digits: 0 };
    }
    if (!isTail(end)) return undefined;
    return { end, value: integer, isPlain: false, digits: 0 };
  }
  const plain = match(PLAIN, line, at);
  if (!plain) {
    const alone = match(FRACTION, line, at);
    if (!alone) return undefined;
    return { end: at + alone[0].length, value: FRACTIONS[alone[1]!]!, isPlain: false, digits: 0 };
  }
  const end = at + plain[0].length;
  if (match(DECIMALS, line, end)) return decimal(line, at, end);
  const fraction = match(FRACTION, line, end);
  const value = Number(plain[0]);
  if (fraction) {
    return {
      end: end + fraction[0].length,
      value: value + FRACTIONS[fraction[1]!]!,
      isPlain: false,
      digits: 0,
    };
  }
  return { end, value, isPlain: true, digits: plain[0].length };
}

function decimal(line: string, at: number, point: number): Figures | undefined {
  const decimals = match(DECIMALS, line, point);
  if (!decimals) return undefined;
  const end = point + decimals[0].length;
  if (isChain(line, end)) return undefined;
  return { end, value: Number(`${line.slice(at, point)}.${decimals[1]}`), isPlain: false, digits: 0 };
}

/** More figures behind one more point: a version, an address, a list. */
function isChain(line: string, end: number): boolean {
  return /^[.,:]\d/.test(line.slice(end, end + 2));
}

function decimalMark(language: string): '.' | ',' {
  return ['', 'en', 'he', 'zh', 'ja', 'ko', 'th'].includes(language) ? '.' : ',';
}

export function match(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}
