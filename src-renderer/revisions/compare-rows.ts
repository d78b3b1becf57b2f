import type { Mark } from '#contract/nouns.ts';
import type { Stretch } from '#contract/revisions.ts';

/** A run of words of one side that look alike: the same on both sides or not, and under which claim. */
export type Run = { readonly text: string; readonly changed: boolean; readonly mark: Mark | undefined };
/** One line of either side; a side without runs has no such line. */
export type Row = {
  readonly before: readonly Run[];
  readonly after: readonly Run[];
  readonly changed: boolean;
};
/** Changed rows, or a number of rows without changes that are folded away. */
export type Part = { readonly rows: readonly Row[]; readonly folded: number };

type Piece = { readonly start: number; readonly end: number; readonly changed: boolean };
type Lines = { before: Piece[]; after: Piece[] };

/** The two texts line by line side by side; lines that are the same stand beside one another. */
export function rowsOf(
  stretches: readonly Stretch[],
  before: { readonly text: string; readonly marks: readonly Mark[] },
  after: { readonly text: string; readonly marks: readonly Mark[] },
): Row[] {
  const lines: Lines[] = [];
  let open: Lines = { before: [], after: [] };
  const close = () => {
    lines.push(open);
    open = { before: [], after: [] };
  };
  const cut = (text: string, start: number, end: number, add: (from: number, to: number) => void) => {
    let from = start;
    for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      add(from, at);
      close();
      from = at + 1;
    }
    add(from, end);
  };
  for (const { kind, before: old, after: fresh } of stretches) {
    if (kind === 'same') {
      const by = fresh.start - old.start;
      cut(before.text, old.start, old.end, (start, end) => {
        open.before.push({ start, end, changed: false });
        open.after.push({ start: start + by, end: end + by, changed: false });
      });
    } else if (kind === 'removed')
      cut(before.text, old.start, old.end, (start, end) => open.before.push({ start, end, changed: true }));
    else
      cut(after.text, fresh.start, fresh.end, (start, end) => open.after.push({ start, end, changed: true }));
  }
  close();
  const old = runsIn(before);
  const fresh = runsIn(after);
  return lines.map((line) => ({
    before: old(line.before),
    after: fresh(line.after),
    changed: [...line.before, ...line.after].some((piece) => piece.changed && piece.end > piece.start),
  }));
}

/** Cuts pieces at the bounds of marks. Pieces come in the order of the text, so the marks are walked once. */
function runsIn({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  let first = 0;
  return (pieces: readonly Piece[]): Run[] =>
    pieces.flatMap(({ start, end, changed }) => {
      while (first < marks.length && marks[first]!.end <= start && marks[first]!.start < start) first += 1;
      const near: Mark[] = [];
      for (let n = first; n < marks.length && marks[n]!.start < end; n++)
        if (marks[n]!.end > start) near.push(marks[n]!);
      const bounds = [start, end, ...near.flatMap((mark) => [mark.start, mark.end])]
        .filter((at) => at >= start && at <= end)
        .toSorted((a, b) => a - b);
      return bounds.slice(1).flatMap((to, n): Run[] => {
        const from = bounds[n]!;
        if (to === from) return [];
        // of marks that overlap the innermost is drawn
        const mark = near.findLast((one) => one.start <= from && one.end >= to);
        return [{ text: text.slice(from, to), changed, mark }];
      });
    });
}

/** How many rows without changes stay around a changed one. */
const AROUND = 1;
/** Fewer than this are not worth folding. */
const FEW = 3;

export function folded(rows: readonly Row[]): Part[] {
  const parts: Part[] = [];
  const near = rows.map((_, n) =>
    rows.slice(Math.max(0, n - AROUND), n + AROUND + 1).some((row) => row.changed),
  );
  for (let n = 0; n < rows.length;) {
    let end = n + 1;
    while (end < rows.length && near[end] === near[n]) end += 1;
    const some = rows.slice(n, end);
    parts.push({ rows: some, folded: near[n] || some.length < FEW ? 0 : some.length });
    n = end;
  }
  return parts;
}
