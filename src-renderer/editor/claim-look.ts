import { Decoration } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import type { Mark } from '#contract/nouns.ts';
import { shapeOf } from '#domain/scale.ts';
import type { Span, SpanIndex } from './span-index.ts';

/** Underlines are set one below the other up to this many; more would reach into the next line. */
const LANES = 3;

/** Without a name of its own, ProseMirror puts all decorations of a text into one element, with one underline. */
export const OWN_ELEMENT = { nodeName: 'span' };

/** How the claims over a range of blocks look: for each block, each claim as one inline decoration of its own. */
export function drawClaims(
  doc: Node,
  index: SpanIndex<Mark>,
  selected: string | null,
  range: { readonly from: number; readonly to: number },
): Decoration[] {
  const drawn: Decoration[] = [];
  doc.nodesBetween(range.from, Math.min(range.to, doc.content.size), (node, position) => {
    if (!node.isTextblock) return true;
    const start = position + 1;
    const end = start + node.content.size;
    const spans = index.covering(start, end);
    const lanes = lanesOf(spans);
    spans.forEach((span, i) => {
      const from = Math.max(span.from, start);
      const to = Math.min(span.to, end);
      drawn.push(Decoration.inline(from, to, lookOf(span.row, lanes[i]!, selected)));
      // The badge hangs on the last character alone, so that it is drawn once however the rest is split.
      const badge = span.to <= end ? badgeOf(span.row) : undefined;
      if (badge)
        drawn.push(Decoration.inline(lastCharacter(doc, from, to), to, { ...OWN_ELEMENT, class: badge }));
    });
    return false;
  });
  return drawn;
}

function lookOf(mark: Mark, lane: number, selected: string | null): Record<string, string> {
  const classes = ['claim', `claim-${mark.verifiability}`, `lane-${lane}`];
  if (mark.claim === selected) classes.push('claim-selected');
  return { ...OWN_ELEMENT, class: classes.join(' '), 'data-claim': mark.claim };
}

function badgeOf(mark: Mark): string | undefined {
  const unsure = mark.state === 'moved' || mark.state === 'ambiguous';
  if (mark.rating === null && !unsure) return undefined;
  const classes = ['claim-end'];
  if (mark.rating !== null) {
    const shape = shapeOf(mark.rating);
    classes.push(
      'claim-rated',
      `shape-${shape}`,
      shape === 'diamond' ? 'rating-other' : `rating-${mark.rating}`,
    );
  }
  if (unsure) classes.push('claim-unsure', `claim-${mark.state}`);
  return classes.join(' ');
}

/** Where the last character before `to` begins: a surrogate pair is not cut. */
function lastCharacter(doc: Node, from: number, to: number): number {
  const tail = doc.textBetween(Math.max(from, to - 2), to, '\n', '\uFFFC');
  const last = tail.codePointAt(tail.length - 2) ?? 0;
  return Math.max(from, to - (tail.length === 2 && last > 0xffff ? 2 : 1));
}

/**
 * A lane for each span, so that no two which overlap share one while lanes last: short spans stay near the text and
 * what encloses them lies below.
 */
export function lanesOf(spans: readonly Span<unknown>[]): number[] {
  const lanes = spans.map(() => LANES - 1);
  const byLength = spans.map((_, i) => i).toSorted((a, b) => lengthOf(spans[a]!) - lengthOf(spans[b]!));
  const placed: number[] = [];
  for (const i of byLength) {
    const taken = new Set<number>();
    for (const other of placed) if (overlap(spans[i]!, spans[other]!)) taken.add(lanes[other]!);
    for (let lane = 0; lane < LANES; lane++) {
      if (!taken.has(lane)) {
        lanes[i] = lane;
        break;
      }
    }
    placed.push(i);
  }
  return lanes;
}

function lengthOf(span: Span<unknown>): number {
  return span.to - span.from;
}

function overlap(a: Span<unknown>, b: Span<unknown>): boolean {
  return a.from < b.to && b.from < a.to;
}
