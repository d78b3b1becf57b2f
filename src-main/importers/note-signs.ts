import type { Line, Span } from './note-lines.ts';

/** A note that a sign marks instead of a number, such as `* Ministry of Water` or `† Interview`. */
export type SignNote = {
  /** Which of the lines it is. */
  readonly index: number;
  readonly label: string;
  /** Where its words begin. */
  readonly body: number;
  /** Where the text cites it. */
  readonly places: readonly Span[];
};

/** More than any text has by intention. */
const MOST = 5_000;

type SourceLine = Pick<Line, 'text' | 'start' | 'end'>;

const SIGN = String.raw`\*{1,6}|†{1,4}|‡{1,4}|§{1,3}|¶{1,3}|‖{1,3}`;
const AT_START = new RegExp(String.raw`^\s*\\?(${SIGN})(?![*†‡§¶‖])[ \t\u00A0]*(?=\S)`, 'u');
/** A sign that ends there; Markdown may keep it from being emphasis by `\`. */
const CITING = new RegExp(String.raw`\\?(${SIGN})(?=$|[\s.,;:!?…)\]»”’"'—–\uFFFC-])`, 'gu');
/** What it hangs on. Tested by itself: a pattern that looks back first would look at every letter of the text. */
const WORD_END = /[\p{L}\p{N}.,;:!?…%)\]»”’"']/u;
const OPENING = /(?:^|[\s(«“„"'[—–-])\*{1,3}[^\s*]/;
/** Stars around words that are meant as emphasis; more words are not, and looking for their end would take long. */
const EMPHASIS = /(?<![^\s(«“„"'[—–-])(\*{1,3})(?=[^\s*])(?:[^*\n]|(?<=\S)\*(?=\S)){0,400}?[^\s*]\1(?!\*)/gu;

/**
 * The notes that signs mark. A line is one only where the text before it cites its sign; where several lines in a row
 * begin with the same sign, only where they are the last ones and as many places cite it: else they are a list.
 * @param isFree whether a line is text, and not part of something else such as code
 */
export function signNotes(
  text: string,
  lines: readonly SourceLine[],
  isFree: (index: number) => boolean,
): SignNote[] {
  if (!/[*†‡§¶‖]/.test(text)) return [];
  const runs = runsOf(lines, isFree);
  if (runs.length === 0) return [];
  const own = new Map(runs.flatMap((run) => run.map(({ index }) => [index, true])));
  const citations = citationsIn(lines.filter((_, index) => !own.has(index) && isFree(index)));
  const notes: SignNote[] = [];
  // a sign may begin anew on every page
  const from = new Map<string, number>();
  const last = new Map(runs.map((run) => [run[0]!.label, run]));
  for (const run of runs) {
    const { label } = run[0]!;
    const start = lines[run[0]!.index]!.start;
    const known = citations.get(label) ?? [];
    const first = from.get(label) ?? 0;
    const cited: Span[] = [];
    for (const place of known.slice(first, first + MOST)) {
      if (place.end > start) break;
      cited.push(place);
    }
    const many = run.length > 1;
    if (cited.length === 0 || (many && (cited.length !== run.length || last.get(label) !== run))) continue;
    from.set(label, first + cited.length);
    for (const [at, note] of run.entries()) notes.push({ ...note, places: many ? [cited[at]!] : cited });
  }
  return notes;
}

type Marked = { index: number; label: string; body: number };

/** Lines that begin with a sign; those that follow each other with the same one together. */
function runsOf(lines: readonly SourceLine[], isFree: (index: number) => boolean): Marked[][] {
  const runs: Marked[][] = [];
  let last = '';
  for (const [index, line] of lines.entries()) {
    if (!/[^\s\uFFFC]/.test(line.text)) continue;
    const match = isFree(index) ? AT_START.exec(line.text) : null;
    const label = match?.[1] ?? '';
    const isNote = match !== null && match[0].length < line.text.trimEnd().length && !emphasised(line.text);
    if (isNote && runs.length < MOST) {
      const marked = { index, label, body: line.start + match[0].length };
      if (label === last) runs.at(-1)!.push(marked);
      else runs.push([marked]);
    }
    last = isNote ? label : '';
  }
  return runs;
}

/** Whether a line begins with words between stars. */
function emphasised(line: string): boolean {
  return line.trimStart().startsWith('*') && line.trimStart().search(EMPHASIS) === 0;
}

function citationsIn(lines: readonly SourceLine[]): Map<string, Span[]> {
  const citations = new Map<string, Span[]>();
  for (const { text, start } of lines) {
    if (!/[*†‡§¶‖]/.test(text)) continue;
    const spans = OPENING.test(text)
      ? Array.from(text.matchAll(EMPHASIS), ({ index, 0: whole }) => ({
          from: index,
          to: index + whole.length,
        }))
      : [];
    for (const { index, 0: whole, 1: sign } of text.matchAll(CITING)) {
      const end = index + whole.length;
      if (!WORD_END.test(text[index - 1] ?? '')) continue;
      if (spans.some(({ from, to }) => index >= from && end <= to)) continue;
      const known = citations.get(sign!) ?? [];
      known.push({ start: start + index, end: start + end });
      citations.set(sign!, known);
    }
  }
  return citations;
}
