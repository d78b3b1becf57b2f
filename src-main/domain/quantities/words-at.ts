import { match } from './figures.ts';

export type Word = {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
};

const NEXT = /[ \u00A0\u202F\u2009]{0,2}([\p{L}][\p{L}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*)/uy;

/** The word that follows an offset with at most a space between; in lower case its apostrophes are plain. */
export function wordAt(line: string, at: number): Word | undefined {
  const found = match(NEXT, line, at);
  if (!found) return undefined;
  const text = found[1]!;
  const end = at + found[0].length;
  return { text, lower: plain(text), start: end - text.length, end };
}

export function plain(word: string): string {
  const lower = word.toLowerCase();
  return /[’ʼ]/.test(lower) ? lower.replaceAll(/[’ʼ]/g, "'") : lower;
}

/** The word that ends before an offset, in lower case; '' where none does. */
export function wordBefore(line: string, at: number): string {
  const found = /([\p{L}][\p{L}\p{M}'’ʼ-]*)\.?[ \u00A0\u202F]{0,2}$/u.exec(
    line.slice(Math.max(0, at - 24), at),
  );
  return found ? plain(found[1]!) : '';
}

/** The dot of an abbreviation belongs to it, unless a sentence ends with it. */
export function afterDot(line: string, end: number): number {
  if (line[end] !== '.' || /\p{L}{6}$/u.test(line.slice(Math.max(0, end - 6), end))) return end;
  return /^\.[ \u00A0]?[\p{Ll}\d(–-]/u.test(line.slice(end, end + 3)) ? end + 1 : end;
}
