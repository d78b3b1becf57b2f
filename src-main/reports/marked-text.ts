import type { ArticleDocument, Mark, Node } from '#domain/document.ts';
import { LEAVES, TEXT_BLOCKS } from '#domain/document.ts';
import type { ReportArticle, ReportMark } from './input.ts';

/** Some characters, or one leaf, under the same marks and the same claims, outermost claim first. */
export type Piece = {
  readonly text: string;
  /** Type of the leaf that this is, else undefined. */
  readonly leaf: string | undefined;
  readonly marks: readonly Mark[];
  readonly claims: readonly ReportMark[];
  /** Occurrences whose first or last character is in this piece, in order of their claims' numbers. */
  readonly opens: readonly ReportMark[];
  readonly closes: readonly ReportMark[];
};

export type MarkedBlock = { readonly node: Node; readonly pieces: readonly Piece[] };

export type MarkedArticle = {
  /** The pieces of each text block and each leaf between blocks, by its node. */
  readonly blocks: ReadonlyMap<Node, MarkedBlock>;
  /** Occurrences that have no place in this text. */
  readonly lost: readonly ReportMark[];
};

const isTextBlock = (node: Node) => TEXT_BLOCKS.some((type) => type === node.type);
const isLeaf = (node: Node) => LEAVES.some((type) => type === node.type);

type Placed = { readonly node: Node; readonly leaves: readonly { node: Node; start: number; end: number }[] };

/** Every text block with its inline nodes and their offsets in the canonical text, one character between blocks. */
function placeBlocks(document: ArticleDocument): Placed[] {
  const placed: Placed[] = [];
  let offset = 0;
  const pending: Node[] = [document];
  while (pending.length > 0) {
    const node = pending.pop()!;
    if (!isTextBlock(node) && !isLeaf(node)) {
      pending.push(...(node.content ?? []).toReversed());
      continue;
    }
    if (placed.length > 0) offset++;
    const leaves = (isLeaf(node) ? [node] : (node.content ?? [])).map((inline) => {
      const start = offset;
      offset += inline.text?.length ?? 1;
      return { node: inline, start, end: offset };
    });
    placed.push({ node, leaves });
  }
  return placed;
}

type PieceInTheMaking = Piece & { readonly closes: ReportMark[] };

const byClaim = (a: ReportMark, b: ReportMark) => a.claim - b.claim;

/** The longer occurrence first, so that shorter ones nest in it; of equal ones the smaller number. */
const outermostFirst = (a: ReportMark, b: ReportMark) =>
  a.start - b.start || b.end - a.end || a.claim - b.claim;

/** Cuts an article's text where claims begin and end, so that any overlap becomes pieces that nest. */
export function markArticle(article: ReportArticle): MarkedArticle {
  const blocks = placeBlocks(article.document);
  const length = blocks.at(-1)?.leaves.at(-1)?.end ?? 0;
  const fits = ({ start, end, state }: ReportMark) => state !== 'orphaned' && start < end && end <= length;
  const marks = article.marks.filter(fits).toSorted(outermostFirst);
  const marked = new Map<Node, MarkedBlock>();
  const lastPiece = new Map<ReportMark, PieceInTheMaking>();
  const active = new Set<ReportMark>();
  let next = 0;
  for (const { node, leaves } of blocks) {
    const pieces: PieceInTheMaking[] = [];
    for (const leaf of leaves) {
      while (next < marks.length && marks[next]!.start < leaf.end) active.add(marks[next++]!);
      for (const mark of active) if (mark.end <= leaf.start) active.delete(mark);
      for (const [start, end] of cuts(leaf, active)) {
        const claims = [...active].filter((mark) => mark.start < end && mark.end > start);
        const piece: PieceInTheMaking = {
          text: leaf.node.text?.slice(start - leaf.start, end - leaf.start) ?? '',
          leaf: leaf.node.text === undefined ? leaf.node.type : undefined,
          marks: leaf.node.marks ?? [],
          claims,
          opens: claims.filter((mark) => !lastPiece.has(mark)).toSorted(byClaim),
          closes: [],
        };
        for (const mark of claims) lastPiece.set(mark, piece);
        pieces.push(piece);
      }
    }
    marked.set(node, { node, pieces });
  }
  for (const [mark, piece] of [...lastPiece].toSorted(([a], [b]) => byClaim(a, b))) piece.closes.push(mark);
  return { blocks: marked, lost: article.marks.filter((mark) => !lastPiece.has(mark)) };
}

function cuts(
  { node, start, end }: { node: Node; start: number; end: number },
  active: ReadonlySet<ReportMark>,
): [number, number][] {
  if (node.text === undefined || active.size === 0) return [[start, end]];
  const bounds = new Set([start, end]);
  for (const mark of active) {
    for (const at of [mark.start, mark.end]) if (at > start && at < end) bounds.add(at);
  }
  const sorted = [...bounds].toSorted((a, b) => a - b);
  return sorted.slice(1).map((at, n) => [sorted[n]!, at]);
}
