import type { Region } from './columns.ts';
import { median, textOf, type Line } from './lines.ts';

/** `cut` where the line ends with a word that goes on in the next line, and the file does not show its hyphen. */
export type BlockLine = { readonly line: Line; readonly page: number; readonly cut: boolean };

/** Lines that belong together, of one or more pages. */
export type Block = {
  readonly kind: 'paragraph' | 'item' | 'note';
  readonly lines: BlockLine[];
  readonly size: number;
  readonly font: string;
  /** Whether more room than usual stands before it. */
  readonly apart: boolean;
};

const BULLET = /^[•‣▪●◦■□○–—*·\uF0B7\uF0A7➢➤✓►]\s*(?=\S)/u;
const NUMBERED = /^(?:\(?(?:\d{1,3}|[a-zа-я])[.)]|\[\d{1,4}\]|§\s*\d+)\s+\S/iu;
const ENDS = /[.!?…:;。！？][)\]»”"’'›]*(?:\d{1,3}|[*†‡])?$/u;
/** A line of a list of contents: dots that lead to a page number. */
const LEADERS = /(?:\.\s?){4,}\s*\S{1,6}$/;
/** How a note at the foot of a page begins. */
const NOTE = /^(?:\d{1,3}|[*†‡§¶]{1,3})(?:[.)]|\s|(?=\p{L}))/u;

export function bulletOf(text: string): string {
  return BULLET.exec(text)?.[0] ?? '';
}

type PageRegions = { readonly page: number; readonly regions: readonly Region[] };

/** Builds paragraphs out of lines, over the ends of columns and pages. */
export function blocksOf(pages: readonly PageRegions[], bodySize: number): Block[] {
  const blocks: Block[] = [];
  /** The paragraph that may go on in the next column or on the next page. */
  let open: { block: Block; region: Region; last: Line } | null = null;
  for (const { page, regions } of pages) {
    for (const region of regions) {
      const { text, notes } = parted(region, bodySize);
      const leading = leadingOf(text);
      const isJustified = reachesEdge(text, region);
      let previous: Line | null = null;
      for (const line of text) {
        const before: Line | null = previous;
        previous = line;
        const starts: boolean =
          before === null
            ? !open || !goesOn(open.last, open.region, line, region)
            : !open ||
              isStart(before, line, region, leading) ||
              countsOn(textOf(open.block.lines[0]!.line), textOf(line));
        const cut = isJustified && lacksHyphen(line, region);
        if (!starts) open!.block.lines.push({ line, page, cut });
        else {
          const apart = before === null || line.y - before.y > leading * 1.2;
          const kind = bulletOf(textOf(line)) === '' ? 'paragraph' : 'item';
          const block = { ...blockFrom(line, page, kind, apart), lines: [{ line, page, cut }] };
          blocks.push(block);
          open = { block, region, last: line };
        }
        open = { block: open!.block, region, last: line };
      }
      for (const block of notesFrom(notes, page)) blocks.push(block);
    }
  }
  return blocks;
}

function blockFrom(line: Line, page: number, kind: Block['kind'], apart: boolean): Block {
  return { kind, lines: [{ line, page, cut: false }], size: line.size, font: line.font, apart };
}

/** Parts the notes at the foot of a column, set smaller than the text, from the text. */
function parted(region: Region, bodySize: number): { text: readonly Line[]; notes: readonly Line[] } {
  const { lines } = region;
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size <= bodySize * 0.93) from--;
  const foot = from;
  while (from < lines.length && !NOTE.test(textOf(lines[from]!))) from++;
  // small print below a sentence that goes on elsewhere stands at the foot as notes do
  if (from === lines.length && foot > 0 && foot < lines.length && !ENDS.test(textOf(lines[foot - 1]!)))
    from = foot;
  // a whole column of small print is no note
  return from === 0 && lines.length > 12
    ? { text: lines, notes: [] }
    : { text: lines.slice(0, from), notes: lines.slice(from) };
}

function notesFrom(lines: readonly Line[], page: number): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const before = last?.lines.at(-1)?.line;
    const apart = before !== undefined && line.y - before.y > before.size * 1.6;
    if (!last || apart || NOTE.test(textOf(line))) blocks.push(blockFrom(line, page, 'note', false));
    else last.lines.push({ line, page, cut: false });
  }
  return blocks;
}

/** Whether most lines of a region end exactly at its right edge. */
function reachesEdge(lines: readonly Line[], region: Region): boolean {
  const full = lines.filter(({ right }) => Math.abs(right - region.right) < 0.7).length;
  return lines.length >= 6 && full > lines.length * 0.55;
}

/** Whether a line of a justified text is short by just the width of a hyphen: pdf.js leaves soft ones out. */
function lacksHyphen(line: Line, region: Region): boolean {
  const lack = region.right - line.right;
  return lack > line.size * 0.24 && lack < line.size * 0.42 && /\p{Ll}$/u.test(textOf(line));
}

/** The usual distance between base lines. */
function leadingOf(lines: readonly Line[]): number {
  const steps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before && line.y > before.y ? [{ value: line.y - before.y, weight: 1 }] : [];
  });
  return steps.length > 0 ? median(steps) : (lines[0]?.size ?? 10) * 1.3;
}

function isStart(before: Line, line: Line, region: Region, leading: number): boolean {
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > size * 0.09) return true;
  const step = line.y - before.y;
  if (step > Math.max(leading * 1.4, size * 1.05) && step > leading + size * 0.25) return true;
  const text = textOf(line);
  const ended = textOf(before);
  if (BULLET.test(text) || LEADERS.test(ended)) return true;
  if (/[-‐\u00AD]$/.test(ended) && /^\p{Ll}/u.test(text)) return false;
  const isDone = ENDS.test(ended);
  if (NUMBERED.test(text) && (isDone || hasRoom(before, line, region))) return true;
  if (before.rightToLeft || line.rightToLeft) return isDone && hasRoomLeft(before, line, region);
  // the next word would have fitted, so the line was meant to end
  if (hasRoom(before, line, region)) return true;
  const indent = line.x - region.left;
  const own = before.x - region.left;
  if (!isDone && !/^\p{Lu}/u.test(text)) return false;
  if (indent > size * 0.7 && indent < size * 6 && own < size * 0.4) return isDone;
  return isDone && own - indent > size * 0.7 && own < size * 6 && /^[\p{Lu}[\d(]/u.test(text);
}

/** Whether a line begins with the number after that of the paragraph before it. */
function countsOn(first: string, text: string): boolean {
  const number = /^\(?(\d{1,3})[.)]\s/;
  const before = number.exec(first)?.[1];
  return before !== undefined && number.exec(text)?.[1] === String(Number(before) + 1);
}

function firstWord(line: Line): number {
  const [first] = line.pieces;
  const word = /^\S+/.exec(first!.text)?.[0] ?? first!.text;
  return (first!.width / Math.max(1, first!.text.length)) * word.length;
}

function hasRoom(before: Line, line: Line, region: Region): boolean {
  return region.right - before.right > firstWord(line) + before.size * 1.2;
}

function hasRoomLeft(before: Line, line: Line, region: Region): boolean {
  return before.x - region.left > firstWord(line) + before.size * 1.2;
}

/** Whether a paragraph goes on at the top of the next column or page. */
function goesOn(before: Line, old: Region, line: Line, region: Region): boolean {
  if (Math.abs(before.size - line.size) > line.size * 0.09) return false;
  const ended = textOf(before);
  const text = textOf(line);
  if (BULLET.test(text)) return false;
  if (/[-‐\u00AD]$/.test(ended) && /^\p{Ll}/u.test(text)) return true;
  if (ENDS.test(ended) || (!before.rightToLeft && hasRoom(before, line, old))) return false;
  return /^[\p{Ll}\p{Lo}\d(«“"]/u.test(text) || line.x - region.left < line.size * 0.4;
}
