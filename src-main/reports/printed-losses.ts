import type { Node } from '#domain/document.ts';
import type { ReportInput } from './input.ts';
import { includes } from './input.ts';
import { MOST_DEPTH } from './outline/article.ts';
import { MOST_COLUMNS } from './outline/table.ts';
import { PRINT_WORDS } from './print-words.ts';

const NESTING: readonly string[] = ['blockquote', 'bulletList', 'orderedList', 'table'];

type Found = { isDeep: boolean; isWide: boolean; hasListedTable: boolean };

/** What of the printed articles fits on no page, whatever the format. */
export function layoutLosses(input: ReportInput, hasListedTables = true): string[] {
  const words = PRINT_WORDS[input.language];
  const { isDeep, isWide, hasListedTable } = foundIn(input);
  return [
    ...(isDeep ? [words.deep] : []),
    ...(isWide ? [words.wide] : []),
    ...(hasListedTable && !hasListedTables ? [words.listedTable] : []),
  ];
}

/** What a Word or OpenDocument text cannot carry; in an OpenDocument text a list item may hold no table. */
export function wordProcessorLosses(input: ReportInput, isOpenDocument = false): string[] {
  return [...PRINT_WORDS[input.language].wordProcessor, ...layoutLosses(input, !isOpenDocument)];
}

function foundIn(input: ReportInput): Found {
  const found: Found = { isDeep: false, isWide: false, hasListedTable: false };
  const look = (node: Node, depth: number, inList: boolean): void => {
    const nests = NESTING.includes(node.type);
    if (nests && depth >= MOST_DEPTH) found.isDeep = true;
    if (node.type === 'table') {
      if (inList) found.hasListedTable = true;
      if ((node.content ?? []).some((row) => columnsOf(row) > MOST_COLUMNS)) found.isWide = true;
    }
    const isList = node.type === 'bulletList' || node.type === 'orderedList';
    // a cell begins anew: only its table can stand in a list
    const within = node.type === 'table' ? false : inList || isList;
    for (const child of node.content ?? []) look(child, depth + (nests ? 1 : 0), within);
  };
  if (includes(input, 'articles')) for (const { document } of input.articles) look(document, 0, false);
  return found;
}

function columnsOf(row: Node): number {
  return (row.content ?? []).reduce(
    (sum, cell) => sum + Math.max(1, Number(cell.attrs?.['colspan'] ?? 1) || 1),
    0,
  );
}
