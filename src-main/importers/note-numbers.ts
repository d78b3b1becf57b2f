import type { Line, Raised } from './note-lines.ts';
import { plainLabel } from './note-markers.ts';

export type Style = 'bracket' | 'lettered' | 'named' | 'paren' | 'raised' | 'dot' | 'bare' | 'ordinal';
/** A line that begins with a number, and where its words begin. */
export type Numbered = { readonly label: string; readonly style: Style; readonly body: number };

const STYLES: readonly { style: Style; pattern: RegExp }[] = [
  { style: 'bracket', pattern: /^\s*[[［](\d{1,4})[\]］][:.)]?\s*/u },
  {
    style: 'lettered',
    pattern: /^\s*\[([ivxl]{1,6}|[a-z]|(?:n|nb|fn|note|прим\.?|примечание|сноска)\s?\d{1,3})\][:.)]?\s*/iu,
  },
  { style: 'named', pattern: /^\s*\[\^([\p{L}\p{N}_-]{1,30})\]:?\s*/u },
  { style: 'paren', pattern: /^\s*\((\d{1,3})\)[:.]?\s*/u },
  { style: 'raised', pattern: /^\s*\^(\d{1,3})\^?[:.)]?\s+/u },
  // `1.5 million` is no note, `1.https://…` is one
  { style: 'dot', pattern: /^\s*(\d{1,3})(?:[.)](?=\s|https?:|[\p{Lu}«“"„])|(?=https?:\/\/))\s*/u },
  { style: 'bare', pattern: /^\s*(\d{1,3})\s+(?=\S)/u },
];

/**
 * How a line is numbered; null for not at all.
 * @param raised the raised numbers of the text by where they start
 */
export function numberOf(line: Line, raised: ReadonlyMap<number, Raised>): Numbered | null {
  const first = line.start + (line.text.length - line.text.trimStart().length);
  const above = raised.get(first);
  if (above) {
    const rest = line.text.slice(above.end - line.start);
    return rest.trim() === ''
      ? null
      : { label: above.label, style: 'raised', body: above.end + (/^[\s:.)]*/.exec(rest)?.[0].length ?? 0) };
  }
  for (const { style, pattern } of STYLES) {
    const match = pattern.exec(line.text);
    if (match && match[0].length < line.text.length)
      return { label: plainLabel(match[1]!), style, body: line.start + match[0].length };
  }
  return line.ordinal !== '' && line.text.trim() !== ''
    ? { label: line.ordinal, style: 'ordinal', body: line.start }
    : null;
}

/**
 * The lines that are notes by their numbers, run by run. `[1]` at the start of a line is one where it holds an address,
 * counts on with its neighbours, or ends the text; weaker forms need a heading, or addresses at the end of the text, or
 * markers in the text that cite them.
 */
export function numberedRuns(
  text: string,
  lines: readonly Line[],
  numbers: readonly (Numbered | null)[],
  headed: ReadonlySet<number>,
  holds: (line: Line) => boolean,
  raised: readonly Raised[],
): number[][] {
  const filled = lines.flatMap((line, index) => (/[^\s\uFFFC]/.test(line.text) ? [index] : []));
  const last = filled.at(-1);
  const places = new Map(filled.map((index, at) => [index, at]));
  const cited = firstCitations(text, raised);
  const runs = runsIn(filled, lines, numbers);
  // what `[1]` cites is the note `[1]`, where there is one, and not the first item of a list
  const inBrackets = new Set(
    runs.flatMap((run) =>
      numbers[run[0]!]!.style === 'bracket' && run.some((index) => holdsNear(index, lines, numbers, holds))
        ? run.map((index) => numbers[index]!.label)
        : [],
    ),
  );
  return runs.filter((run) => {
    const { style } = numbers[run[0]!]!;
    const before = filled[places.get(run[0]!)! - 1];
    if (before !== undefined && headed.has(before)) return true;
    const withAddress = run.filter((index) => holdsNear(index, lines, numbers, holds)).length;
    if (style === 'named') return true;
    if (style === 'lettered') {
      const own = lines[run[0]!]!.start;
      return run.every((index) => isCited(numbers[index]!, own, cited));
    }
    if (style === 'bracket') return run.length > 1 || withAddress > 0 || run[0] === last;
    const isLate = lines[run[0]!]!.start > text.length * 0.4;
    const nearEnd = last !== undefined && filled.length - 1 - places.get(run.at(-1)!)! <= 3;
    const linked = withAddress >= Math.max(run.length / 2, 1) && nearEnd;
    if (style === 'bare') return linked && withAddress === run.length && run.length > 1;
    if (linked && (run.length > 1 || style === 'raised')) return true;
    const own = lines[run[0]!]!.start;
    const known = run.filter(
      (index) => !inBrackets.has(numbers[index]!.label) && isCited(numbers[index]!, own, cited),
    ).length;
    return isLate && known >= Math.max(1, run.length / 2);
  });
}

function holdsNear(
  index: number,
  lines: readonly Line[],
  numbers: readonly (Numbered | null)[],
  holds: (line: Line) => boolean,
): boolean {
  const next = lines[index + 1];
  return (
    holds(lines[index]!) ||
    (next !== undefined && !numbers[index + 1] && /^\s*https?:\/\/\S+\s*$/.test(next.text))
  );
}

/** Lines of one style whose numbers count on; a line that holds only an address belongs to the one before it. */
function runsIn(
  filled: readonly number[],
  lines: readonly Line[],
  numbers: readonly (Numbered | null)[],
): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const index of filled) {
    const here = numbers[index];
    const before = run.length > 0 ? numbers[run.at(-1)!]! : null;
    if (here && before && here.style === before.style && follows(before, here)) run.push(index);
    else if (!here && before && /^\s*https?:\/\/\S+\s*$/.test(lines[index]!.text)) continue;
    else {
      if (run.length > 0) runs.push(run);
      run = here ? [index] : [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Counting on by one, or by a few where notes are missing or share a line. */
function follows(before: Numbered, here: Numbered): boolean {
  if (here.style === 'named' || here.style === 'lettered') return true;
  const by = Number(here.label) - Number(before.label);
  return here.style === 'bracket' ? by >= 0 && by <= 20 : by === 1;
}

type Citations = { readonly sure: ReadonlyMap<string, number>; readonly paren: ReadonlyMap<string, number> };

/** Where each label is cited first: by signs that can only be citations, and by numbers in parentheses after words. */
function firstCitations(text: string, raised: readonly Raised[]): Citations {
  const sure = new Map<string, number>();
  const paren = new Map<string, number>();
  const note = (known: Map<string, number>, label: string, at: number) => {
    if (at < (known.get(label) ?? Infinity)) known.set(label, at);
  };
  for (const { start, label } of raised) if (start > 0) note(sure, label, start);
  for (const { index, 1: label } of text.matchAll(/[[［]\^?([\p{L}\p{N}_. -]{1,30})[\]］]/gu))
    note(sure, plainLabel(label!), index);
  for (const { index, 1: label } of text.matchAll(/(?<=\S\s?)\((\d{1,3})\)(?=[\s.,;:!?)»”"]|$)/gu))
    note(paren, label!, index);
  return { sure, paren };
}

/** Whether the text before the notes cites a note. */
function isCited({ label, style }: Numbered, before: number, { sure, paren }: Citations): boolean {
  if ((sure.get(label) ?? Infinity) < before) return true;
  return style === 'paren' && (paren.get(label) ?? Infinity) < before;
}
