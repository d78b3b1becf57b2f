import type { Place } from './reader.ts';

/** A text as it is compared: without case, accents and the difference of ё and е, with the way back to the text. */
export type Folded = {
  readonly text: string;
  /** For each unit of the folded text, where it stands in the text; one more for the end. */
  readonly origins: Int32Array;
};

const SAME: Readonly<Record<string, string>> = {
  ё: 'е',
  Ё: 'Е',
  ʼ: "'",
  '…': '...',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u00AD': '',
};

export type FindOptions = { readonly matchCase: boolean; readonly wholeWords: boolean };
export const LOOSELY: FindOptions = { matchCase: false, wholeWords: false };

const known = new Map<string, string>();
const cased = new Map<string, string>();

/** @param cluster a letter with the marks that are set over or under it */
function foldCluster(cluster: string, matchCase: boolean): string {
  const seen = matchCase ? cased : known;
  let folded = seen.get(cluster);
  if (folded === undefined) {
    const one = cluster.normalize('NFC');
    const lower = matchCase ? one : one.toLowerCase();
    const same = SAME[lower];
    if (same !== undefined) folded = same;
    // й is a letter of its own, in one character or two; é is an e with an accent, and so is а́
    else if (/^\p{Script=Cyrillic}/u.test(lower)) folded = lower.replaceAll(/[\u0300\u0301]/g, '');
    else folded = lower.normalize('NFKD').replace(/\p{M}/gu, '');
    seen.set(cluster, folded);
  }
  return folded;
}

const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;
const HAS_MARKS = /\p{M}/u;

/** Folds a canonical text once; every search in it is then one pass. */
export function fold(text: string, matchCase = false): Folded {
  const pieces: string[] = [];
  const origins: number[] = [];
  let at = 0;
  const clusters = HAS_MARKS.test(text) ? (text.match(CLUSTER) ?? []) : text;
  for (const character of clusters) {
    const folded = foldCluster(character, matchCase);
    pieces.push(folded);
    for (let i = 0; i < folded.length; i++) origins.push(at);
    at += character.length;
  }
  origins.push(at);
  return { text: pieces.join(''), origins: Int32Array.from(origins) };
}

/** Every place of the words in the text, in order, none overlapping another. */
export function findAll(folded: Folded, words: string, options = LOOSELY): Place[] {
  const wanted = fold(words, options.matchCase).text;
  if (wanted.trim() === '') return [];
  const places: Place[] = [];
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    if (options.wholeWords && !isWhole(folded.text, at, at + wanted.length)) continue;
    const start = folded.origins[at]!;
    const last = folded.origins[at + wanted.length - 1]!;
    let next = at + wanted.length;
    while (next < folded.origins.length - 1 && folded.origins[next] === last) next += 1;
    places.push({ start, end: folded.origins[next]! });
  }
  return places;
}

const LETTER = /[\p{L}\p{N}\p{M}_]/u;

/** Whether no word goes on over either end. */
function isWhole(text: string, start: number, end: number): boolean {
  const goesOn = (left: string, right: string) => LETTER.test(left) && LETTER.test(right);
  return !goesOn(text[start - 1] ?? '', text[start] ?? '') && !goesOn(text[end - 1] ?? '', text[end] ?? '');
}

/** The first place at or after an offset, as an index; from the top where none follows. */
export function firstFrom(places: readonly Place[], offset: number): number {
  const found = places.findIndex((place) => place.start >= offset);
  return found < 0 ? 0 : found;
}
