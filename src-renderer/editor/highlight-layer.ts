import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { OWN_ELEMENT } from './claim-look.ts';
import { SpanIndex } from './span-index.ts';
import { drawnBy, NOWHERE, type Range } from './viewport.ts';

/** Passing highlights, each kind by itself: what was found, what is about to be marked, where footnotes are cited. */
export type HighlightKind = 'found' | 'found-now' | 'target' | 'footnote';
export type Highlight = { readonly start: number; readonly end: number; readonly title?: string };

type Layer = {
  readonly kinds: ReadonlyMap<HighlightKind, SpanIndex<Highlight>>;
  readonly drawn: Range;
  readonly decorations: DecorationSet;
};

type Change = { readonly kind: HighlightKind; readonly index: SpanIndex<Highlight> };

const key = new PluginKey<Layer>('highlights');

export function highlightLayer(): Plugin<Layer> {
  return new Plugin<Layer>({
    key,
    state: {
      init: () => ({ kinds: new Map(), drawn: NOWHERE, decorations: DecorationSet.empty }),
      apply: (transaction, before) => {
        const change = transaction.getMeta(key) as Change | undefined;
        const drawn = drawnBy(transaction);
        if (!change && !drawn && !transaction.docChanged) return before;
        let { kinds } = before;
        if (transaction.docChanged) {
          const move = (place: number, side: 1 | -1) => transaction.mapping.map(place, side);
          kinds = new Map([...kinds].map(([kind, index]) => [kind, index.map(move)]));
        }
        if (change) kinds = new Map(kinds).set(change.kind, change.index);
        const range = drawn ?? before.drawn;
        return { kinds, drawn: range, decorations: draw(kinds, range, transaction.doc) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  });
}

/** Shows these highlights in place of the last ones of their kind. */
export function setHighlights(
  view: EditorView,
  kind: HighlightKind,
  highlights: readonly Highlight[],
  positionAt: (offset: number) => number,
): void {
  const before = key.getState(view.state)?.kinds.get(kind)?.size ?? 0;
  if (before === 0 && highlights.length === 0) return;
  const index = SpanIndex.of(
    highlights.map((row) => ({ row, from: positionAt(row.start), to: positionAt(row.end) })),
  );
  view.dispatch(view.state.tr.setMeta(key, { kind, index } satisfies Change));
}

/** Only what lies near the screen; what stays the same is not drawn again, since equal decorations keep their element. */
function draw(kinds: Layer['kinds'], { from, to }: Range, doc: Node): DecorationSet {
  const drawn: Decoration[] = [];
  for (const [kind, index] of kinds) {
    for (const span of index.covering(from, to)) {
      const { title } = span.row;
      drawn.push(
        Decoration.inline(span.from, span.to, { ...OWN_ELEMENT, class: kind, ...(title ? { title } : {}) }),
      );
    }
  }
  return drawn.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, drawn);
}
