import { linesOf, textOf, type Line } from './lines.ts';
import type { PageOfPieces, Piece } from './pieces.ts';

/** How many lines at the top and at the foot of a page may be what every page repeats. */
const EDGE = 3;

type Edge = {
  readonly page: number;
  readonly line: Line;
  readonly key: string;
  readonly plain: string;
  readonly outermost: boolean;
};

/**
 * What pages repeat at their top and foot: running heads and page numbers.
 * @returns for each page the pieces that are no part of the text
 */
export function furnitureOf(pages: readonly PageOfPieces[]): ReadonlyMap<number, ReadonlySet<Piece>> {
  const edges = pages.flatMap(edgesOf);
  const places = new Map<string, Map<number, string>>();
  for (const { key, page, plain } of edges) {
    const known = places.get(key) ?? new Map<number, string>();
    places.set(key, known.set(page, plain));
  }
  const lasting = new Set([...places].filter(([, lines]) => isOfPages(lines)).map(([key]) => key));
  const numbered = numberedPages(edges);
  const removed = new Map<number, Set<Piece>>();
  for (const { page, line, key, plain, outermost } of edges) {
    const count = places.get(key)!.size;
    // heads of left and right pages differ, and each stands on half of them
    const repeated =
      lasting.has(key) && count >= 3 && count >= Math.min(pages.length * 0.3, 8) && plain.length <= 200;
    const isNumber = outermost && PAGE_NUMBER.test(plain) && numbered.has(page);
    if (!repeated && !isNumber) continue;
    const known = removed.get(page) ?? new Set();
    for (const piece of line.pieces) known.add(piece);
    removed.set(page, known);
  }
  return removed;
}

/**
 * Whether the numbers in a line that pages repeat are the same on most of them, or count with the pages: the last line
 * of a note may well be “p. 12.” on one page and “p. 31.” on another.
 */
function isOfPages(lines: ReadonlyMap<number, string>): boolean {
  const numbers = [...lines].map(([page, plain]) => ({
    page,
    found: [...plain.matchAll(/\d+/g)].map((match) => Number(match[0])),
  }));
  const most = (values: readonly number[]) => {
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return Math.max(...counts.values());
  };
  return (numbers[0]?.found ?? []).every((_, at) => {
    const values = numbers.map(({ found }) => found[at] ?? Number.NaN);
    const shifts = numbers.map(({ page }, index) => values[index]! - page);
    return Math.max(most(values), most(shifts)) >= Math.max(2, lines.size * 0.5);
  });
}

const PAGE_NUMBER =
  /^(?:[-–—•|[(\s]*)(?:(?:page|p\.|seite|стр(?:аница|\.)?|бет)\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|из|de)\s*\d{1,4})?(?:[-–—•|\])\s]*)$/iu;

function edgesOf(page: PageOfPieces): Edge[] {
  // only what stands near the edge of the paper: short pages have text there that is no head
  const near = page.pieces.filter(({ y }) => y < page.height * 0.14 || y > page.height * 0.86);
  if (near.length === 0) return [];
  const lines = linesOf(near);
  const top = lines.filter(({ y }) => y < page.height * 0.14).slice(0, EDGE);
  const foot = lines.filter(({ y }) => y > page.height * 0.86).slice(-EDGE);
  const edge = (line: Line, where: string, outermost: boolean): Edge => {
    const plain = textOf(line).replaceAll(/\s+/g, ' ').trim();
    // numbers change from page to page, and heads move a little
    const words = plain.replaceAll(/\d+/g, '#').replaceAll(/^[ivxlc]+\b|\b[ivxlc]+$/gi, '#');
    return { page: page.number, line, plain, outermost, key: `${where} ${Math.round(line.y / 8)} ${words}` };
  };
  return [
    ...top.map((line, index) => edge(line, 'top', index === 0)),
    ...foot.map((line, index) => edge(line, 'foot', index === foot.length - 1)),
  ];
}

/** Pages whose lone number counts on from that of another page; a single page's number must be small and alone. */
function numberedPages(edges: readonly Edge[]): ReadonlySet<number> {
  const numbers = edges.flatMap(({ page, plain, outermost }) => {
    const found = outermost ? PAGE_NUMBER.exec(plain)?.[1] : undefined;
    return found === undefined
      ? []
      : [{ page, number: Number(found) || 0, isRoman: Number.isNaN(Number(found)) }];
  });
  const shifts = new Map<number, number>();
  for (const { page, number, isRoman } of numbers)
    if (!isRoman) shifts.set(number - page, (shifts.get(number - page) ?? 0) + 1);
  return new Set(
    numbers
      .filter(
        ({ page, number, isRoman }) =>
          isRoman || (shifts.get(number - page) ?? 0) >= 2 || numbers.length === 1,
      )
      .map(({ page }) => page),
  );
}
