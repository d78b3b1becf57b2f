import type { Piece } from './pieces.ts';

/** Pieces that stand on one base line. */
export type Line = {
  readonly pieces: readonly Piece[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly rightToLeft: boolean;
};

/** The value below which half of the weight lies. */
export function median(values: readonly { readonly value: number; readonly weight: number }[]): number {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  for (const { value, weight } of sorted) {
    sum += weight;
    if (sum >= half) return value;
  }
  return 0;
}

export function sizeOf(pieces: readonly Piece[]): number {
  return median(pieces.map(({ size, text }) => ({ value: size, weight: text.length })));
}

/** Groups pieces of one region into lines, top to bottom; raised and lowered marks join the line they stand at. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  return grouped(pieces)
    .map(lineFrom)
    .toSorted((a, b) => a.y - b.y);
}

/** How much smaller than its neighbours a raised or lowered mark is. */
const MARK = 0.85;
/** How many neighbouring rows a mark may belong to. */
const NEAR = 4;

function grouped(pieces: readonly Piece[]): Piece[][] {
  const size = sizeOf(pieces);
  const isInitial = (piece: Piece) => piece.size > size * 1.8 && /^\p{L}{1,2}$/u.test(piece.text);
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (isInitial(piece)) continue;
    if (first && piece.y - first.y <= Math.min(first.size, piece.size) * 0.3) row.push(piece);
    else rows.push([piece]);
  }
  const lines = marksAtTheirLines(rows);
  for (const piece of pieces.filter(isInitial)) {
    const line = lineOfInitial(piece, lines);
    if (line) line.push(piece);
    else lines.push([piece]);
  }
  return lines;
}

/** Moves the marks of notes, powers and indices from rows of their own to the lines they stand at. */
function marksAtTheirLines(rows: Piece[][]): Piece[][] {
  const hosts = rows.map((row) => row.map((piece) => piece));
  rows.forEach((row, index) => {
    for (const piece of row) {
      let best: { at: number; distance: number } | null = null;
      for (let at = Math.max(0, index - NEAR); at <= Math.min(rows.length - 1, index + NEAR); at++) {
        if (at === index) continue;
        const neighbour = neighbourOf(piece, rows[at]!);
        if (!neighbour) continue;
        const distance = Math.abs(neighbour.y - piece.y);
        if (!best || distance < best.distance) best = { at, distance };
      }
      if (!best) continue;
      hosts[index] = hosts[index]!.filter((one) => one !== piece);
      hosts[best.at]!.push(piece);
    }
  });
  return hosts.filter((row) => row.length > 0);
}

/** The larger piece of a row at which a mark stands: beside it, raised or lowered. */
function neighbourOf(piece: Piece, row: readonly Piece[]): Piece | undefined {
  return row.find(
    (one) =>
      piece.size <= one.size * MARK &&
      piece.text.length <= 24 &&
      piece.y > one.y - one.size * 0.75 &&
      piece.y < one.y + one.size * 0.4 &&
      piece.x < one.x + one.width + one.size * 0.6 &&
      piece.x + piece.width > one.x - one.size * 0.6,
  );
}

/** A large letter at the beginning of a text belongs to the first of the lines beside it. */
function lineOfInitial(piece: Piece, lines: readonly Piece[][]): Piece[] | undefined {
  return lines.find((line) => {
    const { y, x } = line[0]!;
    return (
      y > piece.y - piece.size * 1.05 &&
      y <= piece.y + piece.size * 0.2 &&
      x >= piece.x &&
      x < piece.x + piece.size * 2
    );
  });
}

function lineFrom(pieces: readonly Piece[]): Line {
  const letters = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const rightToLeft =
    pieces.reduce((sum, { text, rightToLeft: rtl }) => sum + (rtl ? text.length : 0), 0) > letters / 2;
  const sorted = pieces.toSorted((a, b) => a.x - b.x);
  const size = sizeOf(pieces);
  const fonts = new Map<string, number>();
  for (const { font, text } of pieces) fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  const [font] = [...fonts].toSorted((a, b) => b[1] - a[1])[0]!;
  return {
    pieces: rightToLeft ? sorted.toReversed() : sorted,
    x: sorted[0]!.x,
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    y: median(
      pieces.map((piece) => ({ value: piece.y, weight: piece.size >= size * 0.85 ? piece.text.length : 0 })),
    ),
    size,
    font,
    rightToLeft,
  };
}

/** Whether a space stands between two neighbours on a line. */
export function isSpaced(before: Piece, piece: Piece, rightToLeft: boolean): boolean {
  // a run that was cut where a link begins or ends knows whether a space stood there
  if (piece.order === before.order && piece.font === before.font && piece.y === before.y) return piece.spaced;
  const gap = rightToLeft ? before.x - (piece.x + piece.width) : piece.x - (before.x + before.width);
  // a file may set right-to-left text in the order in which it is seen
  if (rightToLeft && before.spaced && before.order === piece.order + 1) return true;
  if (piece.spaced && piece.order === before.order + 1)
    return gap > -0.3 * piece.size || before.order < piece.order;
  return gap > 0.22 * Math.min(before.size, piece.size);
}

/** The texts of lines that were asked for before: every rule about paragraphs asks again. */
const texts = new WeakMap<Line, string>();

export function textOf(line: Line): string {
  let text = texts.get(line);
  if (text === undefined) {
    text = '';
    line.pieces.forEach((piece, index) => {
      const before = line.pieces[index - 1];
      text += before && isSpaced(before, piece, line.rightToLeft) ? ` ${piece.text}` : piece.text;
    });
    texts.set(line, text);
  }
  return text;
}
