import { scriptOf } from './languages-of-text.ts';

/** A word or address whose letters are not the ones they seem to be. UTF-16 offsets. */
export type LookAlike = {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'address';
  /** The letters that deceive, each once. */
  readonly letters: string;
  /** The scripts of the word's letters, the commonest first: `Latin`, `Cyrillic`, `Greek`. */
  readonly scripts: readonly string[];
  /** For an address, its host as the network writes it. */
  readonly host?: string;
};

/** What each letter of another script is taken for; small letters and capitals apart. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('аАВеЕкКМНоОрРсСТуУхХіІјЈѕЅһҺԁԛԝѵӏӀҮүѴЅЗԌԍг').map((letter, i) => [
    letter,
    Array.from('aABeEkKMHoOpPcCTyYxXiIjJsShHdqwvlIYuVS3Gqr')[i] ?? letter,
  ]),
);
const GREEK: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονρικυχγ').map((letter, i) => [
    letter,
    Array.from('ABEZHIKMNOPTYXaovpikuxy')[i] ?? letter,
  ]),
);
const ALIKE: Readonly<Record<string, string>> = { ...CYRILLIC, ...GREEK };
/** Latin letters that look like Cyrillic ones. */
const LATIN_ALIKE = new Set(Object.values(CYRILLIC).filter((letter) => /[a-z]/i.test(letter)));

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const BEYOND_LATIN = /[\u0370-\u052F\u1F00-\u1FFF]/;
const HOST =
  /(?:https?:\/\/|www\.|@)?((?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,})(?=[/:?#\s,.;!)»”"']|$)/gu;

/**
 * Finds words that mix scripts with letters that look alike, and hosts that are not what they seem. A word such as
 * `Zаконы` or `IT-отдел`, where every letter shows what it is, is none.
 */
export function findLookAlikes(text: string): LookAlike[] {
  if (!BEYOND_LATIN.test(text)) return [];
  const found: LookAlike[] = [];
  for (const match of text.matchAll(HOST)) {
    const [whole, host] = match;
    if (host === undefined || !BEYOND_LATIN.test(host)) continue;
    const letters = deceiving(host);
    if (letters === '') continue;
    const start = match.index + whole.length - host.length;
    const ascii = asciiHost(host);
    if (ascii === undefined) continue;
    const scripts = scriptsOf(host);
    found.push({ start, end: start + host.length, kind: 'address', letters, scripts, host: ascii });
  }
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    if (word.length < 2 || !BEYOND_LATIN.test(word)) continue;
    const start = match.index;
    if (found.some((one) => one.start <= start && start < one.end)) continue;
    const letters = mixedLetters(word);
    if (letters !== '')
      found.push({ start, end: start + word.length, kind: 'word', letters, scripts: scriptsOf(word) });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** The host as the network writes it, with `xn--` where it is not ASCII; undefined where it is no host. */
export function asciiHost(host: string): string | undefined {
  try {
    return new URL(`http://${host}/`).hostname;
  } catch {
    return undefined;
  }
}

function scriptsOf(word: string): string[] {
  const counts = new Map<string, number>();
  for (const letter of word) {
    const script = scriptOf(letter);
    if (script !== '') counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([script]) => script);
}

/** The letters of the rarer script in a mixed word, if each of them looks like one of the other script; else ''. */
function mixedLetters(word: string): string {
  const [main, other, third] = scriptsOf(word);
  if (main === undefined || other === undefined || third !== undefined) return '';
  const scripts = [main, other];
  if (!scripts.every((script) => script === 'Latin' || script === 'Cyrillic' || script === 'Greek'))
    return '';
  // single letters tell less than the rest: where each side could be the false one, the rarer is
  for (const script of [other, main]) {
    const letters = [...new Set(Array.from(word).filter((letter) => scriptOf(letter) === script))];
    const to = script === main ? other : main;
    const looksLike = (letter: string) =>
      script === 'Latin' ? to === 'Cyrillic' && LATIN_ALIKE.has(letter) : Object.hasOwn(ALIKE, letter);
    if (letters.every(looksLike)) return letters.join('');
  }
  return '';
}

/** The deceiving letters of a host: those of a mixed label, or a whole label that reads as Latin under a Latin ending. */
function deceiving(host: string): string {
  const labels = host.split('.');
  const ending = labels.at(-1) ?? '';
  const letters = labels.flatMap((label) => {
    const mixed = mixedLetters(label);
    if (mixed !== '') return Array.from(mixed);
    const seemsLatin = /^[a-z]+$/i.test(ending) && /\p{L}/u.test(label);
    const own = Array.from(label).filter((letter) => /\p{L}/u.test(letter));
    return seemsLatin && own.every((letter) => Object.hasOwn(ALIKE, letter)) ? own : [];
  });
  return [...new Set(letters)].join('');
}
