import type { Annotations, Link } from './annotations.ts';
import type { PdfPage } from './open-pdf.ts';

/** A run of letters as the PDF sets it. Lengths are points; y is the base line, counted from the top of the page. */
export type Piece = {
  text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  /** Its place in the file, which is often the order of reading. */
  readonly order: number;
  /** Whether a space stands before it. */
  readonly spaced: boolean;
  readonly rightToLeft: boolean;
  readonly href: string;
};

export type PageOfPieces = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** Set across the main direction, as on the margin of a preprint: read after the page. */
  readonly aside: readonly Piece[];
};

type Item = {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
};
type Placed = Item & { readonly turn: number; readonly spaced: boolean; readonly order: number };

/** More runs than any printed page has; what is beyond them is not read. */
const MOST_PIECES = 60_000;

/** The runs of text of one page, turned so that most of them read from left to right or right to left. */
export async function piecesOf(
  page: PdfPage,
  number: number,
  annotations: Promise<Annotations>,
): Promise<PageOfPieces> {
  const [content, { links, filled }] = await Promise.all([page.getTextContent(), annotations]);
  const view = page.getViewport({ scale: 1 });
  const placed: Placed[] = [];
  let spaced = false;
  const weights = [0, 0, 0, 0];
  for (const item of content.items.slice(0, MOST_PIECES) as (Item | { type: string })[]) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') {
      spaced ||= item.str !== '' || ('hasEOL' in item && item.hasEOL === true);
      continue;
    }
    const vertical = content.styles[item.fontName]?.vertical === true;
    const [a, b] = multiplied(view.transform, item.transform);
    const turn = (Math.round(Math.atan2(b!, a!) / (Math.PI / 2)) + (vertical ? 1 : 0) + 4) % 4;
    weights[turn]! += item.str.length;
    placed.push({ ...item, turn, spaced: spaced || /^\s/.test(item.str), order: placed.length });
    spaced = /\s$/.test(item.str) || ('hasEOL' in item && item.hasEOL === true);
  }
  for (const { text, rect, size } of filled) {
    const lines = text.split(/\r\n?|\n/);
    lines.forEach((line, index) => {
      if (line.trim() === '') return;
      weights[0]! += line.length;
      const y = rect[3]! - size * (index + 1);
      placed.push({
        str: line,
        dir: 'ltr',
        transform: [size, 0, 0, size, rect[0]! + 2, y],
        width: rect[2]! - rect[0]!,
        height: size,
        fontName: 'form',
        turn: 0,
        spaced: true,
        order: placed.length + 1,
      });
    });
  }
  page.cleanup();
  const main = weights.indexOf(Math.max(...weights));
  const pieces: Piece[] = [];
  const aside: Piece[] = [];
  for (const item of placed) {
    const piece = pieceOf(item, view.transform, item.turn, links);
    (item.turn === main ? pieces : aside).push(...piece);
  }
  const turned = main % 2 === 1;
  const shifted = turnedInto(pieces);
  return {
    number,
    width: turned ? view.height : view.width,
    height: turned ? view.width : view.height,
    pieces: shifted,
    aside,
  };
}

/** Turned pages have negative places; only the differences count, so they are moved to begin at zero. */
function turnedInto(pieces: readonly Piece[]): Piece[] {
  const left = Math.min(0, ...pieces.map(({ x }) => x));
  const top = Math.min(0, ...pieces.map(({ y }) => y));
  return left === 0 && top === 0
    ? [...pieces]
    : pieces.map((piece) => ({ ...piece, x: piece.x - left, y: piece.y - top }));
}

function pieceOf(item: Placed, view: readonly number[], turn: number, links: readonly Link[]): Piece[] {
  const matrix = multiplied(view, item.transform);
  const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number];
  // the height of the letters across their own direction
  const size = Math.hypot(c, d) || Math.hypot(a, b) || item.height || 1;
  const [x, y] = [
    [e, f],
    [f, -e],
    [-e, -f],
    [-f, e],
  ][turn]!;
  const piece: Piece = {
    text: item.str.trim(),
    x: x!,
    y: y!,
    width: Math.max(item.width, turn % 2 === 1 && item.width === 0 ? item.height : 0),
    size,
    font: item.fontName,
    order: item.order,
    spaced: item.spaced,
    rightToLeft: item.dir === 'rtl',
    href: '',
  };
  if (links.length === 0 || turn !== 0) return [piece];
  return linked(piece, item.transform[4]!, item.transform[5]!, links);
}

/** Cuts a run where a link begins or ends, at the nearest space. */
function linked(piece: Piece, x: number, y: number, links: readonly Link[]): Piece[] {
  const link = links.find(({ rect }) => {
    const [left, bottom, right, top] = rect as [number, number, number, number];
    const middle = y + piece.size * 0.3;
    return (
      middle > bottom - 1 && middle < top + 1 && Math.min(right, x + piece.width) - Math.max(left, x) > 2
    );
  });
  if (!link) return [piece];
  const [left, , right] = link.rect as [number, number, number];
  const perLetter = piece.width / piece.text.length;
  // the first letter of a run from right to left stands at its right end
  const fromRight = piece.rightToLeft;
  const cutAt = (place: number) => {
    const wanted = Math.round((fromRight ? x + piece.width - place : place - x) / perLetter);
    if (wanted <= 1) return 0;
    if (wanted >= piece.text.length - 1) return piece.text.length;
    const spaces = [...piece.text.matchAll(/\s/g)].map((match) => match.index + 1);
    const near = spaces.toSorted((p, q) => Math.abs(p - wanted) - Math.abs(q - wanted))[0];
    return near !== undefined && Math.abs(near - wanted) <= 3 ? near : wanted;
  };
  const [from, to] = fromRight ? [cutAt(right), cutAt(left)] : [cutAt(left), cutAt(right)];
  const parts = [
    [0, from, ''],
    [from, to, link.href],
    [to, piece.text.length, ''],
  ] as const;
  return parts.flatMap(([start, end, href], index) => {
    const text = piece.text.slice(start, end);
    if (text.trim() === '' || !text.isWellFormed())
      return href === '' && text.trim() === '' ? [] : [{ ...piece, text }];
    const spaced =
      index === 0 || start === 0 ? piece.spaced : /\s$/.test(piece.text.slice(0, start)) || /^\s/.test(text);
    return [
      {
        ...piece,
        text: text.trim(),
        x: piece.x + (fromRight ? piece.text.length - end : start) * perLetter,
        width: (end - start) * perLetter,
        spaced,
        href,
      },
    ];
  });
}

function multiplied(m: readonly number[], n: readonly number[]): number[] {
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number];
  const [g, h, i, j, k, l] = n as [number, number, number, number, number, number];
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
