import type { Place } from './reader.ts';

/** A text as it is compared: without case, accents and the difference of ё and е, with the way back to the text. */
export type Folded = {
  readonly text: string;
  /** For each unit of the folded text, where it stands in the text; one more for the end. */
  readonly origins: Int32Array;
};

const SAME: Readonly<Record<string, string>> = {
  ё: 'е',
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

const known = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    const lower = character.toLowerCase();
    const same = SAME[lower];
    if (same !== undefined) folded = same;
    // й is a letter of its own, é is an e with an accent
    else if (/\p{Script=Cyrillic}/u.test(lower)) folded = lower;
    else folded = lower.normalize('NFKD').replace(/\p{M}/gu, '');
    known.set(character, folded);
  }
  return folded;
}

/** Folds a canonical text once; every search in it is then one pass. */
export function fold(text: string): Folded {
  const pieces: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    pieces.push(folded);
    for (let i = 0; i < folded.length; i++) origins.push(at);
    at += character.length;
  }
  origins.push(at);
  return { text: pieces.join(''), origins: Int32Array.from(origins) };
}

/** Every place of the words in the text, in order, none overlapping another. */
export function findAll(folded: Folded, words: string): Place[] {
  const wanted = fold(words).text;
  if (wanted.trim() === '') return [];
  const places: Place[] = [];
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    const start = folded.origins[at]!;
    const last = folded.origins[at + wanted.length - 1]!;
    let next = at + wanted.length;
    while (next < folded.origins.length - 1 && folded.origins[next] === last) next += 1;
    places.push({ start, end: folded.origins[next]! });
  }
  return places;
}

/** The first place at or after an offset, as an index; from the top where none follows. */
export function firstFrom(places: readonly Place[], offset: number): number {
  const found = places.findIndex((place) => place.start >= offset);
  return found < 0 ? 0 : found;
}
