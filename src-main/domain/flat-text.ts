import type { Node } from './document.ts';

/** One line of the canonical text: a paragraph, heading, code block or rule. Bounds are UTF-16 offsets. */
export type Block = {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly level?: number;
};

/**
 * The canonical text of a document, with the way to ProseMirror positions and back.
 * That text is what is searched, hashed, exported and quoted.
 */
export type FlatText = {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The ProseMirror position of a UTF-16 offset; offsets outside the text give its first or last position. */
  readonly positionAt: (offset: number) => number;
  /** The UTF-16 offset of a ProseMirror position; one between two blocks gives the nearer block's edge. */
  readonly offsetAt: (position: number) => number;
};

/** Stands for a part of the document that is no text. */
export const OBJECT_CHARACTER = '\uFFFC';

const LINE_BLOCKS = new Set(['paragraph', 'heading', 'codeBlock']);
const RULE = 'horizontalRule';

/** Turns a document into its canonical text: blocks separated by a newline, one character a leaf. */
export function flatten(doc: Node): FlatText {
  const pieces: string[] = [];
  const blocks: Block[] = [];
  const positions: number[] = [];
  let offset = 0;

  const add = (block: Node, content: string, position: number): void => {
    if (blocks.length > 0) offset += 1;
    pieces.push(content);
    const level = block.attrs?.['level'];
    blocks.push({
      start: offset,
      end: offset + content.length,
      type: block.type,
      ...(typeof level === 'number' ? { level } : {}),
    });
    positions.push(position);
    offset += content.length;
  };

  /** Gives the position after the node. */
  const walk = (node: Node, position: number): number => {
    if (node.type === RULE) {
      add(node, OBJECT_CHARACTER, position);
      return position + 1;
    }
    if (LINE_BLOCKS.has(node.type)) {
      const content = (node.content ?? []).map(inlineText).join('');
      add(node, content, position + 1);
      return position + content.length + 2;
    }
    let inner = position + 1;
    for (const child of node.content ?? []) inner = walk(child, inner);
    return inner + 1;
  };

  // the document itself has no opening token
  walk(doc, -1);

  return {
    text: pieces.join('\n'),
    blocks,
    positionAt: (at) => {
      const index = lastAtMost(blocks.length, (i) => blocks[i]!.start, at);
      const block = blocks[index];
      if (!block) return 0;
      return positions[index]! + Math.min(Math.max(at - block.start, 0), block.end - block.start);
    },
    offsetAt: (position) => {
      const index = lastAtMost(blocks.length, (i) => positions[i]!, position);
      const block = blocks[index];
      if (!block) return 0;
      const length = block.end - block.start;
      const into = Math.max(position - positions[index]!, 0);
      if (into <= length) return block.start + into;
      const next = blocks[index + 1];
      const gapAfter = next ? positions[index + 1]! - position : Infinity;
      return next && gapAfter < into - length ? next.start : block.end;
    },
  };
}

function inlineText(node: Node): string {
  if (node.type === 'text') return node.text ?? '';
  return node.type === 'hardBreak' ? '\n' : OBJECT_CHARACTER;
}

/** The last index whose value is at most `wanted`; 0 when there is none. Values rise. */
function lastAtMost(count: number, valueAt: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valueAt(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The code points before a UTF-16 offset: what W3C and other standards count. */
export function codePointOffset(text: string, utf16: number): number {
  const end = Math.min(utf16, text.length);
  let count = 0;
  for (let at = 0; at < end; count++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return count;
}

/** The UTF-16 offset of a code point offset; past the end it is the text's length. */
export function utf16Offset(text: string, codePoints: number): number {
  let at = 0;
  for (let left = codePoints; left > 0 && at < text.length; left--)
    at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}
