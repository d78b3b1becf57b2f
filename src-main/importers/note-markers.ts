import type { Line, Raised, Span } from './note-lines.ts';

type Place = { start: number; end: number };

/** More than any text has by intention. */
const MOST_PLACES = 5_000;
/** `[1]`, and several at once: `[1, 2]`, `[3–5]`; also with pages, `[2, p. 12]`. */
const BRACKET = /[[［]([^[\]［］\n]{1,80})[\]］]/g;
const NUMBERS = /^\d{1,4}(?:\s*[–-]\s*\d{1,4})?$/;
const PAGES =
  /^(?:pp?|ch|sec|art|par|с|сс|стр|гл|ст|т|б|бб|бет|§{1,2}|№)\.?\s*[\dIVXLC]+(?:\s*[–-]\s*[\dIVXLC]+)?$/iu;
const NAMED = /\[\^([\p{L}\p{N}_-]{1,30})\]/gu;
const PAREN = /\((\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\)/g;

/**
 * Where the text cites notes, by label: outside the notes themselves, and only with labels that some note has. Numbers in
 * parentheses count only where the text has no other markers, and not where they count up the parts of a sentence.
 */
export function citingPlaces(
  text: string,
  notes: readonly Span[],
  labels: ReadonlySet<string>,
  raised: readonly Raised[],
  lines: readonly Line[],
): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  const isInside = insideTest(notes);
  const seen = new Set<string>();
  const add = (label: string, start: number, end: number) => {
    if (!labels.has(label) || isInside(start)) return;
    const known = places.get(label) ?? [];
    // the same place may be seen as two kinds of marker: `[1]` set above the line
    const isKnown = seen.has(`${label} ${start}`) || seen.has(`${label} ${start - 1}`);
    seen.add(`${label} ${start}`);
    if (known.length < MOST_PLACES && !isKnown) known.push({ start, end });
    places.set(label, known);
  };
  const each = (pattern: RegExp, split: (inner: string) => string[]) => {
    for (const match of text.matchAll(pattern))
      for (const label of split(match[1]!)) add(label, match.index, match.index + match[0].length);
  };
  each(BRACKET, (inner) => bracketed(inner, labels));
  each(NAMED, (label) => [plainLabel(label)]);
  for (const { start, end, label } of raised) {
    if (lines.length > 0 && start === 0) continue;
    if (labels.has(label)) add(label, start, end);
    // `¹²` where there is no note 12 cites notes 1 and 2
    else if (label.length === 2 && end - start === 2) for (const one of label) add(one, start, end);
  }
  if (places.size === 0 && !isEnumeration(text, notes, labels)) each(PAREN, labelsOf);
  for (const found of places.values()) found.sort((a, b) => a.start - b.start);
  return places;
}

/** A test for places in the order of the text as well as out of it. */
function insideTest(notes: readonly Span[]): (at: number) => boolean {
  const sorted = notes.toSorted((a, b) => a.start - b.start);
  return (at) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.start <= at) low = middle + 1;
      else high = middle;
    }
    const note = sorted[low - 1];
    return note !== undefined && at < note.end;
  };
}

/** `(1) bread, (2) milk`: numbers that stand before what they number, not after what they cite. */
function isEnumeration(text: string, notes: readonly Span[], labels: ReadonlySet<string>): boolean {
  const isInside = insideTest(notes);
  let [before, after] = [0, 0];
  for (const match of text.matchAll(PAREN)) {
    if (isInside(match.index) || !labelsOf(match[1]!).some((label) => labels.has(label))) continue;
    const follows = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
    const precedes = text.slice(Math.max(0, match.index - 2), match.index);
    const opens = /(?:^|[\n\uFFFC:;,—–]\s?)$/.test(precedes) && /^\s?[\p{L}«“"]/u.test(follows);
    if (opens) before++;
    else after++;
  }
  return before > after;
}

/** The labels inside brackets, without the pages beside them; none where something else stands in the brackets too. */
function bracketed(inner: string, labels: ReadonlySet<string>): string[] {
  const whole = plainLabel(inner);
  if (labels.has(whole)) return [whole];
  const parts = inner.split(/[,;]/).map((part) => part.trim());
  const cited = parts.filter((part) => !PAGES.test(part));
  if (cited.length === 0 || cited[0] !== parts[0]) return [];
  return cited.every((part) => NUMBERS.test(part)) ? labelsOf(cited.join(',')) : [];
}

/** A label as notes are known by: without leading zeros, and in lower case. */
export function plainLabel(label: string): string {
  const plain = label.trim();
  return /^\d+$/.test(plain) ? String(Number(plain)) : plain.toLowerCase().replaceAll(/\s+/g, ' ');
}

/** `1, 3–5` as 1, 3, 4 and 5. */
export function labelsOf(marker: string): string[] {
  return marker.split(/[,;]/).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/).map(Number);
    if (to < from || to - from > 50) return [String(from), String(to)];
    return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  });
}
