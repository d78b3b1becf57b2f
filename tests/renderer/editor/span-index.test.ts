import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SpanIndex, type Span } from '../../../src-renderer/editor/span-index.ts';

const spans = fc
  .array(fc.tuple(fc.nat(60), fc.nat(30)), { maxLength: 40 })
  .map((many) => many.map(([from, length], row): Span<number> => ({ row, from, to: from + length })));

const rows = (found: readonly Span<number>[]) => found.map((span) => span.row).toSorted((a, b) => a - b);

test('tells the same as a look at every span', () => {
  fc.assert(
    fc.property(spans, fc.nat(100), fc.nat(30), (all, from, length) => {
      const index = SpanIndex.of(all);
      const to = from + length;
      const covering = all.filter((span) => span.to > span.from && span.from < to && span.to > from);
      expect(rows(index.covering(from, to))).toEqual(rows(covering));
      const at = all.filter((span) => span.to > span.from && span.from <= from && span.to >= from);
      expect(rows(index.at(from))).toEqual(rows(at));
      const starts = index.covering(0, 1_000).map((span) => span.from);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }),
  );
});

/** A replacement of [start, end) by `inserted` characters, as ProseMirror maps places through it. */
function mover(start: number, end: number, inserted: number) {
  return (place: number, side: 1 | -1) => {
    if (place < start || (place === start && side < 0)) return place;
    if (place > end || (place === end && side > 0)) return place + inserted - (end - start);
    return side < 0 ? start : start + inserted;
  };
}

test('moves with an edit, with a hull and without one alike', () => {
  fc.assert(
    fc.property(spans, fc.nat(80), fc.nat(20), fc.nat(20), (all, start, removed, inserted) => {
      const move = mover(start, start + removed, inserted);
      const hull = { start, end: start + removed, by: inserted - removed };
      const index = SpanIndex.of(all);
      const quick = index.map(move, hull);
      const slow = index.map(move);
      for (let i = 0; i < all.length; i++) {
        expect(quick.span(i)).toEqual(slow.span(i));
        const before = index.span(i);
        expect(quick.span(i).from).toBe(move(before.from, 1));
        expect(quick.span(i).to).toBe(Math.max(move(before.from, 1), move(before.to, -1)));
      }
      const after = Array.from({ length: all.length }, (_, i) => quick.span(i));
      expect(rows(quick.covering(0, 10_000))).toEqual(rows(after.filter((span) => span.to > span.from)));
    }),
  );
});
