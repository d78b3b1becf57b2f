import { linesOf, type Line } from './lines.ts';
import { restoreHyphens } from './lost-hyphens.ts';
import type { Piece } from './pieces.ts';

/** A part of a page that is read from top to bottom, with the bounds of its text. */
export type Region = { readonly lines: readonly Line[]; readonly left: number; readonly right: number };

/** Neighbouring pieces of one base line without a wide gap between them. */
type Segment = {
  readonly pieces: readonly Piece[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly order: number;
};

/** How often columns may stand in columns. */
const DEEPEST = 5;
const MOST_EDGES = 16;
/** The least lines of a column. */
const LEAST = 3;

/** The regions of a page in the order in which a person reads them. */
export function regionsOf(pieces: readonly Piece[]): Region[] {
  return ordered(segmentsOf(pieces), 0).map(regionFrom);
}

function regionFrom(segments: readonly Segment[]): Region {
  const lines = linesOf(segments.flatMap((segment) => segment.pieces));
  const right = edge(
    lines.map((line) => line.right),
    0.92,
  );
  restoreHyphens(lines);
  return {
    lines,
    left: edge(
      lines.map(({ x }) => x),
      0.1,
    ),
    right,
  };
}

/** The value below which a share of all values lies: single outliers do not move an edge. */
function edge(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (first && Math.abs(piece.y - first.y) <= Math.min(first.size, piece.size) * 0.25) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const segments: Piece[][] = [];
    for (const piece of row.toSorted((a, b) => a.x - b.x)) {
      const segment = segments.at(-1);
      const before = segment?.at(-1);
      const gap = before ? piece.x - (before.x + before.width) : 0;
      const follows = before !== undefined && Math.abs(piece.order - before.order) <= 3;
      if (before && gap <= piece.size * (follows ? 0.95 : 0.45)) segment!.push(piece);
      else segments.push([piece]);
    }
    return segments.map(segmentFrom);
  });
}

function segmentFrom(pieces: readonly Piece[]): Segment {
  return {
    pieces,
    x: pieces[0]!.x,
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    y: pieces[0]!.y,
    size: Math.max(...pieces.map(({ size }) => size)),
    order: Math.min(...pieces.map(({ order }) => order)),
  };
}

type Band = { readonly left: Segment[]; readonly right: Segment[]; readonly across: Segment[] };

function ordered(segments: readonly Segment[], depth: number): (readonly Segment[])[] {
  if (segments.length < LEAST * 2 || depth > DEEPEST) return segments.length > 0 ? [segments] : [];
  let best: { score: number; bands: Band[] } = { score: 0, bands: [] };
  for (const at of edgesOf(segments)) {
    const bands = bandsAt(segments, at);
    const score = bands.reduce(
      (sum, band) => sum + (areColumns(band) ? band.left.length + band.right.length : 0),
      0,
    );
    if (score > best.score) best = { score, bands };
  }
  if (best.score < LEAST * 2) return [segments];
  const rightToLeft = isRightToLeft(segments);
  const result: (readonly Segment[])[] = [];
  let single: Segment[] = [];
  const flush = (): void => {
    if (single.length > 0) result.push(...ordered(single, depth + 1));
    single = [];
  };
  for (const band of best.bands) {
    if (!areColumns(band)) {
      single.push(...band.left, ...band.right, ...band.across);
      continue;
    }
    flush();
    const [first, second] = rightToLeft ? [band.right, band.left] : [band.left, band.right];
    result.push(...ordered(first, depth + 1), ...ordered(second, depth + 1));
    single.push(...band.across);
  }
  flush();
  return result;
}

function isRightToLeft(segments: readonly Segment[]): boolean {
  let weight = 0;
  for (const { pieces } of segments)
    for (const { rightToLeft, text } of pieces) weight += rightToLeft ? text.length : -text.length;
  return weight > 0;
}

/** Where a column may begin: left edges that several lines share. */
function edgesOf(segments: readonly Segment[]): number[] {
  const left = Math.min(...segments.map(({ x }) => x));
  const right = Math.max(...segments.map((one) => one.right));
  const counts = new Map<number, { count: number; x: number }>();
  for (const { x } of segments) {
    if (x < left + (right - left) * 0.12) continue;
    const key = Math.round(x / 3);
    const known = counts.get(key) ?? { count: 0, x };
    counts.set(key, { count: known.count + 1, x: Math.min(known.x, x) });
  }
  return [...counts.values()]
    .filter(({ count }) => count >= LEAST)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_EDGES)
    .map(({ x }) => x - 1);
}

/** Cuts a region at a place from left to right: what reaches across it parts one band of columns from the next. */
function bandsAt(segments: readonly Segment[], at: number): Band[] {
  const bands: Band[] = [{ left: [], right: [], across: [] }];
  for (const segment of segments.toSorted((a, b) => a.y - b.y)) {
    const band = bands.at(-1)!;
    if (segment.x < at - 0.5 && segment.right > at + 0.5) band.across.push(segment);
    else if (band.across.length > 0) {
      const below = { left: [], right: [], across: [] } as Band;
      (segment.x < at ? below.left : below.right).push(segment);
      bands.push(below);
    } else (segment.x < at ? band.left : band.right).push(segment);
  }
  return bands;
}

/** Whether the two sides of a band are columns of text, and not the columns of a table. */
function areColumns({ left, right }: Band): boolean {
  if (left.length < LEAST || right.length < LEAST) return false;
  const gutter = Math.min(...right.map(({ x }) => x)) - Math.max(...left.map((one) => one.right));
  const size = left[0]!.size;
  if (gutter < size * 0.3) return false;
  const overlap = Math.min(left.at(-1)!.y, right.at(-1)!.y) - Math.max(left[0]!.y, right[0]!.y);
  const lower = Math.min(left.at(-1)!.y - left[0]!.y, right.at(-1)!.y - right[0]!.y);
  if (overlap < lower * 0.4) return false;
  const all = [...left.map((one) => ({ one, side: 0 })), ...right.map((one) => ({ one, side: 1 }))].toSorted(
    (a, b) => a.one.order - b.one.order,
  );
  const changes = all.filter(({ side }, index) => index > 0 && side !== all[index - 1]!.side).length;
  // a file that sets one side after the other means columns; one that goes to and fro may still
  if (changes <= Math.max(2, all.length * 0.12)) return true;
  return isFull(left) && isFull(right);
}

/** Whether lines fill the width of their column, as those of running text do. */
function isFull(side: readonly Segment[]): boolean {
  const width = Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ x }) => x));
  const full = side.filter(({ x, right }) => right - x > width * 0.7).length;
  return side.length >= 4 && width > side[0]!.size * 10 && full > side.length * 0.6;
}
