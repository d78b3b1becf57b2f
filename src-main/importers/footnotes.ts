import type { Node } from '#domain/document.ts';
import type { FoundFootnote } from '#domain/imported.ts';
import { addressesIn } from './note-addresses.ts';
import {
  linesOf,
  linksOf,
  raisedIn,
  within,
  type Line,
  type Link,
  type Raised,
  type Span,
} from './note-lines.ts';
import { citingPlaces } from './note-markers.ts';
import { signNotes } from './note-signs.ts';
import { numberedRuns, numberOf, type Numbered } from './note-numbers.ts';
import { HEADING, isOfSources, LEAD, namesSource, sourcesNamed } from './source-headings.ts';

export { addressIn } from './note-addresses.ts';

/** A note as it stands in the text. */
type Note = {
  label: string;
  text: string;
  addresses: string[];
  start: number;
  end: number;
  /** The places that cite it, where they are not to be found by its label. */
  places?: readonly Span[];
};

/** A line of a plain text that is an item of a list. */
const SIGNED = /^\s*[-–—•*·]\s/;

/** More than any text has by intention. */
const MOST_NOTES = 5_000;
const LONGEST_NOTE = 2_000;

/**
 * Finds the notes of a text and every place that cites them: `[1] https://…`, `1. …`, `¹ …`, `(1) …`, `[^1]: …`, `* …`, `† …`, items
 * under “Sources:” in four languages, and lists of addresses at the end. A note with several addresses gives one
 * proposal for each. A marker is a citation only where a note has its label.
 */
export function findFootnotes(text: string, document: Node): FoundFootnote[] {
  const lines = linesOf(text, document);
  const links = linksOf(document);
  const raised = raisedIn(text, document);
  const notes = notesIn(text, lines, links, raised).slice(0, MOST_NOTES);
  if (notes.length === 0) return [];
  const labels = new Set(notes.filter((note) => !note.places).map((note) => note.label));
  const places = citingPlaces(text, notes, labels, raised, lines);
  const first = new Map(notes.toReversed().map((note) => [note.label, note]));
  return notes.flatMap((note) =>
    (note.addresses.length > 0 ? note.addresses : ['']).map((address) => ({
      label: note.label,
      text: note.text,
      address,
      // where a label stands twice, nobody can tell which note is cited: the first has the places
      places: [...(note.places ?? (first.get(note.label) === note ? (places.get(note.label) ?? []) : []))],
    })),
  );
}

function notesIn(
  text: string,
  lines: readonly Line[],
  links: readonly Link[],
  raised: readonly Raised[],
): Note[] {
  const above = new Map(raised.map((one) => [one.start, one]));
  const numbers = lines.map((line) => numberOf(line, above));
  const holds = (line: Line) =>
    /https?:\/\//.test(line.text) || within(links, line.start, line.end).length > 0;
  const headed = new Set(lines.flatMap((line, index) => (HEADING.test(line.text) ? [index] : [])));
  const taken = new Set<number>();
  const notes: Note[] = [];
  const take = (index: number, number: Numbered | null, label: string) => {
    if (taken.has(index) || notes.length >= MOST_NOTES) return;
    const line = lines[index]!;
    const next = lines[index + 1];
    // some copies put the address on a line of its own
    const goesOn =
      !holds(line) &&
      next &&
      !numbers[index + 1] &&
      !taken.has(index + 1) &&
      next.item === line.item &&
      !(SIGNED.test(line.text) && SIGNED.test(next.text)) &&
      isOnlyAddress(next.text, next, links);
    taken.add(index);
    if (goesOn) taken.add(index + 1);
    const body = number?.body ?? line.start;
    notes.push(...splitNote(text, label, line.start, body, goesOn ? next.end : line.end, links));
  };

  for (const run of numberedRuns(text, lines, numbers, headed, holds, raised))
    for (const index of run) take(index, numbers[index]!, numbers[index]!.label);
  const usesNumbers = notes.length > 0;
  for (const { index, label, body, places } of signNotes(text, lines, (index) => !taken.has(index))) {
    const before = notes.length;
    take(index, { label, body, style: 'named' }, label);
    if (notes.length > before) notes[before] = { ...notes[before]!, places };
  }
  let counted = 0;
  const unnumbered = (index: number) => take(index, null, usesNumbers ? '' : String(++counted));
  for (const index of underHeadings(lines, headed, numbers, holds, taken)) unnumbered(index);
  const lastFilled = lines.findLastIndex((line) => /[^\s\uFFFC]/.test(line.text));
  for (const [index, line] of lines.entries()) {
    // at the top such a line tells where the article itself comes from
    const isLate = index >= 8 || line.start > text.length / 2 || (index > 1 && index === lastFilled);
    if (!isLate || taken.has(index) || !LEAD.test(line.text)) continue;
    if (holds(line)) {
      const named = namedLinks(text, line, links);
      const inLine = numberedIn(text, line, links);
      if (inLine.length > 0) notes.push(...inLine);
      else if (named.length < 2) unnumbered(index);
      else
        for (const { start, end, href } of named) {
          const label = usesNumbers ? '' : String(++counted);
          notes.push({
            label,
            text: text.slice(start, end).trim(),
            addresses: [href],
            start: line.start,
            end: line.end,
          });
        }
    } else
      for (const { from, to } of sourcesNamed(line.text)) {
        const label = usesNumbers ? '' : String(++counted);
        const [start, end] = [line.start + from, line.start + to];
        notes.push({ label, text: text.slice(start, end).trim(), addresses: [], start, end });
      }
  }
  if (notes.length === 0) for (const index of addressesAtEnd(lines, links)) unnumbered(index);
  return notes.toSorted((a, b) => a.start - b.start);
}

/** The links of a line that names each source by the words of its link; none where an address stands in the open. */
function namedLinks(text: string, line: Line, links: readonly Link[]): readonly Link[] {
  if (/https?:\/\//.test(line.text)) return [];
  return within(links, line.start, line.end).filter(({ start, end }) =>
    /\p{L}/u.test(text.slice(start, end)),
  );
}

function isOnlyAddress(text: string, line: Line, links: readonly Link[]): boolean {
  if (/^\s*(?:[-–—•*]\s*)?https?:\/\/\S+\s*$/.test(text)) return true;
  const trimmed = text.trim().length;
  return trimmed > 0 && within(links, line.start, line.end).some((link) => link.end - link.start >= trimmed);
}

/** The lines that a heading such as “Sources” introduces, where they are not numbered. */
function underHeadings(
  lines: readonly Line[],
  headed: ReadonlySet<number>,
  numbers: readonly (Numbered | null)[],
  holds: (line: Line) => boolean,
  taken: ReadonlySet<number>,
): number[] {
  const found: number[] = [];
  for (const heading of headed) {
    // a list that ends the text, or its part, may name its sources without signs and addresses
    const mayNameOnly =
      isOfSources(lines[heading]!.text) && lines[heading]!.start > (lines.at(-1)?.end ?? 0) / 4;
    let list = 0;
    let bullet: string | null = null;
    for (let index = heading + 1; index < lines.length; index++) {
      const line = lines[index]!;
      if (line.text.trim() === '') continue;
      if (line.isHeading || headed.has(index)) break;
      if (taken.has(index)) continue;
      if (list === 0) list = line.list;
      // a plain text has no lists but lines that begin with the same sign
      const sign = /^\s*([-–—•*·])\s/.exec(line.text)?.[1] ?? '';
      if (bullet === null) bullet = sign;
      const isItem = (line.list !== 0 && line.list === list) || (sign !== '' && sign === bullet);
      const next = lines[index + 1];
      const named =
        !holds(line) &&
        line.text.length < 400 &&
        next &&
        !next.isHeading &&
        next.item === line.item &&
        holds(next);
      const isNamed = mayNameOnly && list === 0 && bullet === '' && namesSource(line.text);
      if (!isItem && !holds(line) && !named && !isNamed) break;
      // a sentence that happens to hold a link ends the list
      if (!isItem && line.text.length > 600) break;
      if (/\p{L}|https?:/u.test(line.text)) found.push(index);
      if (named && !numbers[index + 1] && /^\s*https?:\/\/\S+\s*$/.test(next.text)) index++;
    }
  }
  return found;
}

/** At least two lines at the end that are nothing but addresses. */
function addressesAtEnd(lines: readonly Line[], links: readonly Link[]): number[] {
  const found: number[] = [];
  for (let index = lines.length - 1; index > 0; index--) {
    const line = lines[index]!;
    if (line.text.trim() === '' || line.text === '\uFFFC') continue;
    if (!/^\s*(?:[-–—•*]\s*)?https?:\/\/\S+\s*$/.test(line.text) || !isOnlyAddress(line.text, line, links))
      break;
    found.unshift(index);
  }
  return found.length >= 2 ? found : [];
}

/** The numbered notes that stand in one line behind “Sources:”. */
function numberedIn(text: string, line: Line, links: readonly Link[]): Note[] {
  const lead = LEAD.exec(line.text)?.[0] ?? '';
  const first = /^\[(\d{1,4})\][:.)]?\s*/.exec(line.text.slice(lead.length));
  if (!first) return [];
  const from = line.start + lead.length;
  return splitNote(text, first[1]!, from, from + first[0].length, line.end, links);
}

/** Notes that share a line: each begins with its number and goes on with an address. */
const NEXT_NOTE = /\s\[(\d{1,4})\][:.)]?\s*(?=https?:\/\/)/gu;

function splitNote(
  text: string,
  label: string,
  from: number,
  body: number,
  end: number,
  links: readonly Link[],
): Note[] {
  const line = text.slice(body, end);
  const starts = [{ label, from, body }];
  for (const match of line.matchAll(NEXT_NOTE))
    starts.push({
      label: match[1]!,
      from: body + match.index + 1,
      body: body + match.index + match[0].length,
    });
  return starts.map((one, index) => {
    const to = starts[index + 1]?.from ?? end;
    const words = text
      .slice(one.body, to)
      .replaceAll(/[\s\uFFFC]+/g, ' ')
      .replace(/^\s*[-–—•*]\s+/, '')
      .replace(starts.length > 1 ? /[;,]\s*$/ : /$/, '')
      .trim();
    return {
      label: one.label,
      text: words.slice(0, LONGEST_NOTE).toWellFormed(),
      addresses: addressesIn(text, { start: one.body, end: to }, links),
      start: one.from,
      end: to,
    };
  });
}
