import { textOf } from './lines.ts';
import type { Block } from './paragraphs.ts';

const LONGEST = 200;
const MOST_LINES = 4;
const DEEPEST = 5;

/** Tells headings by their size, and those of the size of the text by their font, their place and their brevity. */
export function headingLevels(
  blocks: readonly Block[],
  bodySize: number,
): { levelOf: (block: Block, next: Block | undefined) => number; title: string } {
  const bodyFont = fontOf(blocks, bodySize);
  const large = blocks.filter((block) => isLarge(block, bodySize));
  const sizes = [...new Set(large.map(({ size }) => Math.round(size * 2)))].toSorted((a, b) => b - a);
  const levelOf = (block: Block, next: Block | undefined): number => {
    if (isLarge(block, bodySize)) return Math.min(DEEPEST, 1 + sizes.indexOf(Math.round(block.size * 2)));
    const isHead =
      block.font !== bodyFont &&
      block.apart &&
      block.kind === 'paragraph' &&
      block.size >= bodySize * 0.95 &&
      block.lines.length <= 2 &&
      block.lines.every(({ line }) => line.pieces.every(({ font }) => font === block.font)) &&
      next?.font === bodyFont &&
      next.kind !== 'note' &&
      isHeadline(textIn(block)) &&
      !/[.,;:]$/.test(textIn(block));
    return isHead ? Math.min(DEEPEST, sizes.length + 1) : 0;
  };
  const first = large.find(({ size, lines }) => lines[0]!.page === 1 && Math.round(size * 2) === sizes[0]);
  return { levelOf, title: first ? textIn(first).slice(0, 300).toWellFormed() : '' };
}

function isLarge(block: Block, bodySize: number): boolean {
  return (
    block.kind === 'paragraph' &&
    block.size >= bodySize * 1.12 &&
    block.lines.length <= MOST_LINES &&
    isHeadline(textIn(block))
  );
}

function isHeadline(text: string): boolean {
  return text.length <= LONGEST && /\p{L}{2}/u.test(text);
}

function textIn(block: Block): string {
  return block.lines
    .map(({ line }) => textOf(line))
    .join(' ')
    .trim();
}

/** The font of most of the text. */
function fontOf(blocks: readonly Block[], bodySize: number): string {
  const counts = new Map<string, number>();
  for (const { lines } of blocks)
    for (const { line } of lines)
      for (const { font, text, size } of line.pieces)
        if (Math.abs(size - bodySize) < bodySize * 0.06)
          counts.set(font, (counts.get(font) ?? 0) + text.length);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
