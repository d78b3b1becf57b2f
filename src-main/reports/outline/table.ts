import type { Node } from '#domain/document.ts';
import type { Block, Cell } from './blocks.ts';

/** More columns than this fit on no page, and Word refuses them: such a table is written as its rows. */
export const MOST_COLUMNS = 40;

/**
 * A table of an article as a full grid: spans are cut to the room that there is, and short rows are filled up, since
 * neither a page nor a word processor can do with less.
 */
export function laidOut(table: Node, inside: (cell: Node) => Block[]): Block {
  const given = table.content ?? [];
  /** Rows that each column is still covered from above. */
  const covered: number[] = [];
  const rows: { cells: Cell[]; width: number }[] = [];
  for (const [n, row] of given.entries()) {
    const cells: Cell[] = [];
    let column = 0;
    for (const node of row.content ?? []) {
      while ((covered[column] ?? 0) > 0) column++;
      const columns = spanOf(node, 'colspan');
      let room = 1;
      while (room < columns && (covered[column + room] ?? 0) === 0) room++;
      const below = Math.min(spanOf(node, 'rowspan'), given.length - n);
      for (let i = 0; i < room; i++) covered[column + i] = below;
      column += room;
      cells.push({ blocks: inside(node), header: node.type === 'tableHeader', columns: room, rows: below });
    }
    rows.push({ cells, width: column });
    for (const [i, left] of covered.entries()) covered[i] = Math.max(0, (left ?? 0) - 1);
  }
  const columns = Math.max(1, covered.length);
  if (columns > MOST_COLUMNS) {
    const blocks = given.flatMap((row) => (row.content ?? []).flatMap(inside));
    return { kind: 'group', role: 'section', blocks };
  }
  const full = filled(
    rows.map(({ cells }) => cells),
    columns,
  );
  const first = full[0] ?? [];
  const headed = first.length > 0 && first.every((cell) => cell.header && cell.rows === 1);
  return { kind: 'table', role: 'article', columns, heads: headed ? 1 : 0, rows: full, summary: '' };
}

const EMPTY: Cell = { blocks: [], header: false, columns: 1, rows: 1 };

/** Puts an empty cell wherever a row ends before the grid does. */
function filled(rows: readonly (readonly Cell[])[], columns: number): Cell[][] {
  const covered = Array.from({ length: columns }, () => 0);
  return rows.map((cells) => {
    const used = cells.reduce((sum, cell) => sum + cell.columns, 0);
    const taken = covered.filter((left) => left > 0).length;
    const row = [...cells, ...Array.from({ length: columns - used - taken }, () => EMPTY)];
    let column = 0;
    for (const cell of row) {
      while (covered[column]! > 0) column++;
      for (let i = 0; i < cell.columns; i++) covered[column + i] = cell.rows;
      column += cell.columns;
    }
    for (const [i, left] of covered.entries()) covered[i] = Math.max(0, left - 1);
    return row;
  });
}

function spanOf({ attrs }: Node, name: 'colspan' | 'rowspan'): number {
  const count = attrs?.[name];
  return typeof count === 'number' && Number.isInteger(count) && count > 1 && count <= 1_000 ? count : 1;
}
