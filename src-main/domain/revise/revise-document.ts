import { checkDocument, type ArticleDocument, type Node } from '../document.ts';
import { flatten, OBJECT_CHARACTER } from '../flat-text.ts';
import { carryMarks } from './carry-marks.ts';
import { pairLines } from './pair-lines.ts';
import { leavesOf, nodeOf, partsOf, putBetween, takeOut, type Part } from './tree.ts';

export type Revised = {
  readonly document: ArticleDocument;
  /** One sentence for each thing of the old text that a plain text cannot say. */
  readonly losses: readonly string[];
};

/**
 * Puts a corrected plain text into an article's structure: blocks whose words are the same stay what they are, those
 * whose words changed keep their kind and the looks of the words that stayed, and new lines become paragraphs where
 * they stand. Empty lines and rules cannot be read from a plain text and stay.
 */
export function reviseDocument(old: ArticleDocument, lines: readonly string[]): Revised {
  const wanted = lines.map((line) => line.trim()).filter((line) => line !== '' && line !== OBJECT_CHARACTER);
  const root = partsOf(old);
  const leaves = leavesOf(root);
  const oldLines = leaves.flatMap((leaf) => linesOf(leaf.node).map((text) => ({ leaf, text })));
  const pairs = pairLines(
    oldLines.map(({ text }) => text),
    wanted,
  );
  const source: (Part | undefined)[] = wanted.map(() => undefined);
  pairs.forEach((to, from) => {
    if (to >= 0) source[to] = oldLines[from]!.leaf;
  });
  const blocks = blocksOf(wanted, source);
  const losses = build(root, leaves, blocks);
  const document = nodeOf(root);
  if (isAsWanted(document, wanted)) return { document: document as ArticleDocument, losses };
  return {
    document: { type: 'doc', content: wanted.map(paragraph) },
    losses: ['The structure could not be kept with these changes; every block became a plain paragraph.'],
  };
}

/** The lines with words in them, of a block or a document. */
function linesOf(node: Node): string[] {
  return flatten(node)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== OBJECT_CHARACTER);
}

type Block = { readonly leaf: Part | undefined; readonly lines: string[] };

/** Lines that came from one block are one block again, with what was added between them. */
function blocksOf(wanted: readonly string[], source: readonly (Part | undefined)[]): Block[] {
  const last = new Map<Part, number>();
  source.forEach((leaf, n) => leaf && last.set(leaf, n));
  const blocks: Block[] = [];
  let open: { leaf: Part; until: number } | undefined;
  wanted.forEach((line, n) => {
    const leaf = source[n];
    if (open && n <= open.until) blocks.at(-1)!.lines.push(line);
    else {
      blocks.push({ leaf, lines: [line] });
      open = leaf ? { leaf, until: last.get(leaf)! } : undefined;
    }
  });
  return blocks;
}

function build(root: Part, leaves: readonly Part[], blocks: readonly Block[]): string[] {
  const kept = new Set(blocks.map(({ leaf }) => leaf));
  let [cells, faded] = [0, 0];
  const gone = leaves.filter((leaf) => !kept.has(leaf) && linesOf(leaf.node).length > 0);
  // new blocks go in before old ones go out, so that they find their place between their neighbours
  let before: Part | undefined;
  blocks.forEach(({ leaf, lines }, n) => {
    const text = lines.join('\n');
    if (leaf) {
      if (linesOf(leaf.node).join('\n') !== text) {
        const content =
          leaf.node.type === 'codeBlock' ? [{ type: 'text', text }] : carryMarks(leaf.node, text);
        leaf.content = content;
        if (looks(content) < looks(leaf.node.content ?? [])) faded += 1;
      }
      before = leaf;
    } else {
      const after = blocks.slice(n + 1).find((block) => block.leaf)?.leaf;
      before = putBetween(root, before, after, paragraph(text));
    }
  });
  for (const leaf of gone) {
    if (leaf.parent?.node.type.startsWith('table') && leaf.parent.children!.length === 1) cells += 1;
    takeOut(leaf);
  }
  return [
    ...(cells > 0 ? [`${count(cells, 'table cell was', 'table cells were')} left out with the words.`] : []),
    ...(faded > 0
      ? [
          `In ${count(faded, 'changed block', 'changed blocks')} links and emphasis were kept only on the words that stayed.`,
        ]
      : []),
  ];
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

function looks(content: readonly Node[]): number {
  return new Set(content.flatMap((node) => (node.marks ?? []).map((mark) => JSON.stringify(mark)))).size;
}

function paragraph(text: string): Node {
  const content = text
    .split('\n')
    .flatMap((line, n): Node[] => [...(n > 0 ? [{ type: 'hardBreak' }] : []), { type: 'text', text: line }]);
  return { type: 'paragraph', content };
}

/** Whether a document is one that an article may have, with exactly the wanted words. */
function isAsWanted(document: Node, wanted: readonly string[]): boolean {
  try {
    checkDocument(document);
  } catch {
    return false;
  }
  return linesOf(document).join('\n') === wanted.join('\n');
}
