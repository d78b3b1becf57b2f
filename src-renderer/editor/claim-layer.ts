import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import type { Mapping } from '@tiptap/pm/transform';
import type { Mark } from '#contract/nouns.ts';
import { drawClaims } from './claim-look.ts';
import { SpanIndex, type Hull, type Span } from './span-index.ts';
import { drawnBy, NOWHERE, type Range } from './viewport.ts';

/**
 * All claims of an article over its text. Every occurrence is in the index and moves with the text; only those near
 * the screen are decorations. A keystroke maps both; nothing is ever built anew for it.
 */
type Layer = {
  readonly index: SpanIndex<Mark>;
  readonly selected: string | null;
  readonly drawn: Range;
  readonly decorations: DecorationSet;
};

type Change = {
  readonly marks?: { readonly rows: readonly Mark[]; readonly positionAt: (offset: number) => number };
  readonly selected?: string | null;
};

const key = new PluginKey<Layer>('claims');

const EMPTY: Layer = {
  index: SpanIndex.of<Mark>([]),
  selected: null,
  drawn: NOWHERE,
  decorations: DecorationSet.empty,
};

export function claimLayer(): Plugin<Layer> {
  return new Plugin<Layer>({
    key,
    state: {
      init: () => EMPTY,
      apply: (transaction, before) => {
        let layer = before;
        if (transaction.docChanged) {
          const { mapping, doc } = transaction;
          layer = {
            ...layer,
            index: layer.index.map((place, side) => mapping.map(place, side), hullOf(mapping)),
            drawn: { from: mapping.map(layer.drawn.from, -1), to: mapping.map(layer.drawn.to, 1) },
            decorations: layer.decorations.map(mapping, doc),
          };
        }
        const change = transaction.getMeta(key) as Change | undefined;
        if (change) layer = changed(layer, change, transaction.doc);
        const drawn = drawnBy(transaction);
        return drawn ? moved(layer, drawn, transaction.doc) : layer;
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  });
}

/** The hull of an edit of one step, which is what typing makes. */
function hullOf(mapping: Mapping): Hull | undefined {
  const step = mapping.maps.length === 1 ? mapping.maps[0] : undefined;
  if (!step) return undefined;
  let hull: Hull | undefined;
  step.forEach((start, end, newStart, newEnd) => {
    const by = newEnd - newStart - (end - start);
    hull = hull ? { start: hull.start, end, by: hull.by + by } : { start, end, by };
  });
  return hull;
}

/** Shows these occurrences. Only what differs from the last ones is drawn again; places that have moved stay moved. */
export function setMarks(
  view: EditorView,
  rows: readonly Mark[],
  positionAt: (offset: number) => number,
): void {
  view.dispatch(view.state.tr.setMeta(key, { marks: { rows, positionAt } } satisfies Change));
}

export function setSelectedClaim(view: EditorView, selected: string | null): void {
  if (key.getState(view.state)?.selected === selected) return;
  view.dispatch(view.state.tr.setMeta(key, { selected } satisfies Change));
}

/** The occurrences that a caret at this position stands in, the shortest first. */
export function claimsAt(state: EditorState, position: number): Span<Mark>[] {
  const found = key.getState(state)?.index.at(position) ?? [];
  return found.toSorted((a, b) => a.to - a.from - (b.to - b.from));
}

function changed(layer: Layer, change: Change, doc: Node): Layer {
  const touched: Range[] = [];
  let { index, selected } = layer;
  if (change.marks) index = withMarks(index, change.marks.rows, change.marks.positionAt, touched);
  if (change.selected !== undefined && change.selected !== selected) {
    for (const claim of [selected, change.selected]) {
      index.rows.forEach((row, i) => row.claim === claim && touched.push(index.span(i)));
    }
    selected = change.selected;
  }
  const next = { ...layer, index, selected };
  return { ...next, decorations: redrawn(next, touched, doc) };
}

function withMarks(
  index: SpanIndex<Mark>,
  rows: readonly Mark[],
  positionAt: (offset: number) => number,
  touched: Range[],
): SpanIndex<Mark> {
  if (samePlaces(index.rows, rows)) {
    rows.forEach((row, i) => !looksSame(index.rows[i]!, row) && touched.push(index.span(i)));
    return index.withRows(rows);
  }
  const known = new Map(index.rows.map((row, i) => [row.id, i]));
  const spans: Span<Mark>[] = [];
  for (const row of rows) {
    if (row.state === 'orphaned') continue;
    const at = known.get(row.id);
    const old = at === undefined ? undefined : index.span(at);
    const stays = old?.row.start === row.start && old.row.end === row.end;
    const span = stays ? { ...old, row } : { row, from: positionAt(row.start), to: positionAt(row.end) };
    spans.push(span);
    if (old && !(stays && looksSame(old.row, row))) touched.push(old);
    if (!stays) touched.push(span);
    known.delete(row.id);
  }
  for (const gone of known.values()) touched.push(index.span(gone));
  return SpanIndex.of(spans);
}

/** Whether the rows differ in their looks at most, as when a claim is rated. */
function samePlaces(old: readonly Mark[], rows: readonly Mark[]): boolean {
  if (old.length !== rows.length) return false;
  return rows.every((row, i) => {
    const before = old[i]!;
    if (before === row) return true;
    return (
      before.id === row.id && before.start === row.start && before.end === row.end && row.state !== 'orphaned'
    );
  });
}

function looksSame(a: Mark, b: Mark): boolean {
  return (
    a === b ||
    (a.verifiability === b.verifiability &&
      a.rating === b.rating &&
      a.state === b.state &&
      a.claim === b.claim)
  );
}

/** The drawn part is now another: what leaves it is taken off, what enters it is drawn. */
function moved(layer: Layer, drawn: Range, doc: Node): Layer {
  const before = layer.drawn;
  const next = { ...layer, drawn };
  const apart = drawn.from >= before.to || drawn.to <= before.from;
  if (apart) {
    const decorations = DecorationSet.create(doc, drawClaims(doc, layer.index, layer.selected, drawn));
    return { ...next, decorations };
  }
  const gone = [
    { from: before.from, to: drawn.from },
    { from: drawn.to, to: before.to },
  ].filter(isSome);
  const come = [
    { from: drawn.from, to: before.from },
    { from: before.to, to: drawn.to },
  ].filter(isSome);
  let { decorations } = layer;
  for (const range of gone) decorations = decorations.remove(decorations.find(range.from, range.to));
  for (const range of come)
    decorations = decorations.add(doc, drawClaims(doc, layer.index, layer.selected, range));
  return { ...next, decorations };
}

function isSome(range: Range): boolean {
  return range.from < range.to;
}

/** Beyond this many changes one fresh set of the drawn part is cheaper than many small changes. */
const MANY = 200;

/** Draws the blocks again that the touched ranges lie in, as far as they are in the drawn part. */
function redrawn(layer: Layer, touched: readonly Range[], doc: Node): DecorationSet {
  const near = touched.filter((range) => range.from < layer.drawn.to && range.to > layer.drawn.from);
  if (near.length > MANY) {
    return DecorationSet.create(doc, drawClaims(doc, layer.index, layer.selected, layer.drawn));
  }
  const blocks = new Map<number, number>();
  for (const range of near) {
    const from = Math.max(range.from, layer.drawn.from);
    doc.nodesBetween(from, Math.min(range.to, layer.drawn.to), (node, position) => {
      if (node.isTextblock) blocks.set(position, position + node.nodeSize);
      return !node.isTextblock;
    });
  }
  let { decorations } = layer;
  for (const [from, to] of blocks) {
    decorations = decorations
      .remove(decorations.find(from + 1, to - 1))
      .add(doc, drawClaims(doc, layer.index, layer.selected, { from: from + 1, to: to - 1 }));
  }
  return decorations;
}
