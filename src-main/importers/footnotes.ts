import type { Node } from '#domain/document.ts';
import type { FoundFootnote } from '#domain/imported.ts';
import { textsOf } from './offsets.ts';

type Note = { label: string; text: string; address: string; start: number; end: number };
type Line = { text: string; start: number };
type Link = { start: number; end: number; href: string };

const NOTE_LINE = /^\s*\[(\d{1,4})\][:.)]?\s*(.*)$/su;
/** Notes that share a line: each begins with its number and goes on with an address. */
const NEXT_NOTE = /\s\[(\d{1,4})\][:.)]?\s*(?=https?:\/\/)/gu;
/** `[1]`, and several at once: `[1, 2]`, `[3–5]`. */
const MARKER = /\[(\d{1,4}(?:\s*[,;–-]\s*\d{1,4})*)\]/g;
const ADDRESS = /https?:\/\/[^\s<>"“”«»]{1,2000}/u;

/** More than any text has by intention. */
const MOST_NOTES = 5_000;
const MOST_PLACES = 5_000;
const LONGEST_NOTE = 2_000;

/** Finds numbered notes (`[1] https://…` on a line of its own) and every marker in the text that cites them. */
export function findFootnotes(text: string, document: Node): FoundFootnote[] {
  const lines = linesOf(text);
  const links = linksOf(document);
  const notes = notesIn(lines, links).slice(0, MOST_NOTES);
  const places = new Map<string, { start: number; end: number }[]>();
  let passed = 0;
  for (const match of text.matchAll(MARKER)) {
    const start = match.index;
    // both the markers and the notes come in the order of the text
    while (passed < notes.length && notes[passed]!.end <= start) passed++;
    if (start >= (notes[passed]?.start ?? Infinity)) continue;
    for (const label of labelsOf(match[1]!)) {
      const known = places.get(label) ?? [];
      if (known.length < MOST_PLACES) known.push({ start, end: start + match[0].length });
      places.set(label, known);
    }
  }
  const first = new Map(notes.toReversed().map((note) => [note.label, note]));
  return notes.map((note) => ({
    label: note.label,
    text: note.text,
    address: note.address,
    // where a label stands twice, nobody can tell which note is cited: the first has the places
    places: first.get(note.label) === note ? (places.get(note.label) ?? []) : [],
  }));
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return { text: line, start: from };
  });
}

function linksOf(document: Node): Link[] {
  const links: Link[] = [];
  for (const { node, start } of textsOf(document)) {
    const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.['href'];
    if (typeof href === 'string' && /^https?:/.test(href))
      links.push({ start, end: start + node.text!.length, href });
  }
  return links;
}

function notesIn(lines: readonly Line[], links: readonly Link[]): Note[] {
  const isNote = noteLines(lines);
  return lines.flatMap((line, index) => {
    if (!isNote[index]) return [];
    const next = lines[index + 1];
    // some copies put the address on a line of its own
    const continued = !ADDRESS.test(line.text) && next && /^\s*https?:\/\/\S+\s*$/.test(next.text);
    const whole = continued ? `${line.text}\n${next.text}` : line.text;
    return splitNotes(whole, line.start, links);
  });
}

/** A numbered line is a note when it holds an address, or stands among others that count on. */
function noteLines(lines: readonly Line[]): boolean[] {
  const numbered = lines.map((line) => NOTE_LINE.exec(line.text));
  const filled = lines.flatMap((line, index) => (line.text.trim() === '' ? [] : [index]));
  const isNote = numbered.map((match) => match !== null && ADDRESS.test(match[2]!));
  filled.forEach((index, at) => {
    const here = numbered[index];
    if (!here) return;
    const follows = (other: number | undefined, by: number) =>
      other !== undefined && Number(numbered[other]?.[1]) === Number(here[1]) + by;
    if (follows(filled[at + 1], 1) || follows(filled[at - 1], -1)) isNote[index] = true;
    const last = filled.at(-1) === index;
    if (last && here[2] !== '') isNote[index] = true;
  });
  return isNote;
}

function splitNotes(line: string, offset: number, links: readonly Link[]): Note[] {
  const first = NOTE_LINE.exec(line)!;
  const starts = [{ label: first[1]!, from: 0, body: line.length - first[2]!.length }];
  for (const match of line.matchAll(NEXT_NOTE))
    starts.push({ label: match[1]!, from: match.index + 1, body: match.index + match[0].length });
  return starts.map(({ label, from, body }, index) => {
    const end = starts[index + 1]?.from ?? line.length;
    const text = line.slice(body, end).replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_NOTE).toWellFormed();
    const link = links.find((one) => one.start >= offset + from && one.end <= offset + end);
    return {
      label,
      text,
      address: addressIn(text) || (link?.href ?? ''),
      start: offset + from,
      end: offset + end,
    };
  });
}

/** The first web address in a text, without the punctuation that ends the sentence around it. */
export function addressIn(text: string): string {
  let address = ADDRESS.exec(text)?.[0] ?? '';
  for (;;) {
    const last = address.at(-1) ?? '';
    const unbalanced = last === ')' && address.split('(').length < address.split(')').length;
    if (!unbalanced && !/[.,;:!?'’\]]/.test(last)) return address;
    address = address.slice(0, -1);
  }
}

/** `1, 3–5` as 1, 3, 4 and 5. */
function labelsOf(marker: string): string[] {
  return marker.split(/[,;]/).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[–-]/).map(Number);
    if (to < from || to - from > 50) return [String(from), String(to)];
    return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
  });
}
