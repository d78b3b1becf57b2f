/** Parts of words before and after which a hyphen is the word's own, in the languages that have such. */
const FIRST =
  /^(?:self|ex|well|half|cross|all|non|co|pre|post|anti|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|кое|кой|по|во|в|из|как|что|где|кто|вице|экс|северо|юго)$/iu;
const LAST = /^(?:то|либо|нибудь|таки|ка|ау|ақ|like|based|old|year|term|ever|called|scale|wide)$/iu;

/** The words that a text uses inside its lines, where no hyphen can come from the end of one. */
export class Vocabulary {
  readonly #words = new Set<string>();

  add(text: string): void {
    // the last word of a line may be cut
    for (const [word] of text
      .replace(/\S+$/, '')
      .matchAll(/[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*/gu))
      if (word.length > 3) this.#words.add(folded(word));
  }

  has(word: string): boolean {
    return this.#words.has(folded(word));
  }
}

const folded = (word: string) => word.toLowerCase().replaceAll(/[‐‑]/g, '-');

/**
 * Joins two lines of one paragraph. A hyphen that only broke a word is taken away; one that belongs to it stays.
 * @returns what stands between them, and how many characters the first loses at its end
 */
export function joint(before: string, after: string, words: Vocabulary): { cut: number; between: string } {
  if (before.endsWith('\u00AD'))
    return { cut: 1, between: areWhole(before.slice(0, -1), after, words) ? ' ' : '' };
  const first = /([\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*)[-‐‑]$/u.exec(before)?.[1];
  const last = /^[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)*/u.exec(after)?.[0];
  if (first === undefined || last === undefined)
    return { cut: 0, between: isUnspaced(before, after) ? '' : ' ' };
  return { cut: keepsHyphen(first, last, words) ? 0 : 1, between: '' };
}

/** A hyphen that was only inferred joins no two words that the text has by themselves. */
function areWhole(before: string, after: string, words: Vocabulary): boolean {
  const first = /[\p{L}\p{M}]+$/u.exec(before)?.[0] ?? '';
  const last = /^[\p{L}\p{M}]+/u.exec(after)?.[0] ?? '';
  return !words.has(`${first}${last}`) && words.has(last) && words.has(first);
}

function keepsHyphen(first: string, last: string, words: Vocabulary): boolean {
  if (/\p{N}$/u.test(first) || /^\p{N}/u.test(last)) return true;
  if (/^\p{Lu}/u.test(last)) return !/^\p{Lu}+$/u.test(first) || last.length > 1;
  if (words.has(`${first}${last}`)) return false;
  if (words.has(`${first}-${last}`)) return true;
  const end = /[^-‐‑]+$/.exec(first)?.[0] ?? first;
  return FIRST.test(end) && end === first ? true : LAST.test(last);
}

/** Chinese and Japanese set no spaces, so the end of a line is none either. */
function isUnspaced(before: string, after: string): boolean {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
  return wide.test(before.at(-1) ?? '') && wide.test(after[0] ?? '');
}
