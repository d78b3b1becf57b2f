import { EditorState, type Transaction } from '@tiptap/pm/state';
import type { Decoration, DecorationSet, EditorView } from '@tiptap/pm/view';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mark } from '#contract/nouns.ts';
import { articleSchema } from '#domain/article-schema.ts';
import { flatten } from '#domain/flat-text.ts';
import { VERIFIABILITIES } from '#domain/words.ts';
import { drawClaims } from '../../../src-renderer/editor/claim-look.ts';
import { claimLayer, setMarks, setSelectedClaim } from '../../../src-renderer/editor/claim-layer.ts';
import { SpanIndex } from '../../../src-renderer/editor/span-index.ts';
import { moveDrawn } from '../../../src-renderer/editor/viewport.ts';

const BLOCKS = 12;
const JSON_DOCUMENT = {
  type: 'doc',
  content: Array.from({ length: BLOCKS }, (_, i) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `Block ${i} says a few words to mark.` }],
  })),
};
const FLAT = flatten(JSON_DOCUMENT);

const mark = fc.record({
  id: fc.nat(15).map((id) => `o${id}`),
  start: fc.nat(FLAT.text.length - 60),
  length: fc.integer({ min: 1, max: 60 }),
  verifiability: fc.constantFrom(...VERIFIABILITIES),
  rating: fc.constantFrom(null, 'true', 'false', 'of our own'),
  state: fc.constantFrom('exact', 'moved', 'ambiguous', 'orphaned'),
});
const marks = fc
  .uniqueArray(mark, { selector: (one) => one.id, maxLength: 14 })
  .map((many) =>
    many
      .map(({ length, ...one }): Mark => ({ ...one, claim: one.id, end: one.start + length, wording: '' }))
      .toSorted((a, b) => a.start - b.start),
  );
const step = fc.oneof(
  marks.map((rows) => ({ kind: 'marks' as const, rows })),
  fc.nat(15).map((id) => ({ kind: 'select' as const, claim: id === 15 ? null : `o${id}` })),
  fc
    .tuple(fc.nat(BLOCKS), fc.nat(BLOCKS))
    .map(([a, b]) => ({ kind: 'scroll' as const, from: Math.min(a, b), to: Math.max(a, b) })),
);

test('what was changed bit by bit looks like what is drawn at once', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const plugin = claimLayer();
      let state = EditorState.create({
        doc: Node.fromJSON(articleSchema(), JSON_DOCUMENT),
        plugins: [plugin],
      });
      // a state and a way to change it are all that the layer needs of a view
      const view = {
        get state() {
          return state;
        },
        dispatch: (transaction: Transaction) => {
          state = state.apply(transaction);
        },
      } as EditorView;
      const starts = [0];
      state.doc.forEach((block, offset) => starts.push(offset + block.nodeSize));

      let rows: readonly Mark[] = [];
      let selected: string | null = null;
      let drawn = { from: 0, to: 0 };
      for (const one of steps) {
        if (one.kind === 'marks') setMarks(view, (rows = one.rows), FLAT.positionAt);
        else if (one.kind === 'select') setSelectedClaim(view, (selected = one.claim));
        else {
          drawn = { from: starts[one.from]!, to: starts[one.to]! };
          view.dispatch(moveDrawn(state.tr, drawn));
        }
      }

      const placed = rows.filter((row) => row.state !== 'orphaned');
      const index = SpanIndex.of(
        placed.map((row) => ({ row, from: FLAT.positionAt(row.start), to: FLAT.positionAt(row.end) })),
      );
      const layer = plugin.getState(state) as { decorations: DecorationSet };
      expect(looks(layer.decorations.find())).toEqual(looks(drawClaims(state.doc, index, selected, drawn)));
    }),
    { numRuns: 300 },
  );
});

function looks(decorations: readonly Decoration[]): string[] {
  return decorations
    .map(({ from, to, ...rest }) => {
      const { attrs } = (rest as unknown as { type: { attrs: Record<string, string> } }).type;
      return `${String(from).padStart(5)}-${to} ${attrs['class']} ${attrs['data-claim'] ?? ''}`;
    })
    .toSorted();
}
