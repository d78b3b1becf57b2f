import type { Block, Cell } from '../outline/blocks.ts';
import { LINE } from '../office-look.ts';
import { pixelPng } from '../picture.ts';
import type { Body, Place } from './body.ts';
import { type Attributes, type Xml, element } from './xml.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

/** Shares of the width, by what a table is for. */
const SHARES: Readonly<Record<Exclude<TableBlock['role'], 'article'>, readonly number[]>> = {
  figures: [44, 12, 12, 32],
  articles: [39, 19, 23, 19],
  glance: [8, 62, 30],
  history: [19, 22, 24, 35],
};

export function tableOf(body: Body, block: TableBlock, place: Place): Xml {
  const { looks } = body;
  const widths = widthsOf(block, place.width);
  const after = block.role === 'figures' || block.role === 'articles' ? '14pt' : '8pt';
  const style = looks.other('Table', { width: place.width, after }, (name) =>
    element(
      'style:style',
      { 'style:name': name, 'style:family': 'table' },
      element('style:table-properties', {
        'style:width': `${place.width}mm`,
        'table:align': 'left',
        'fo:margin-top': '4pt',
        'fo:margin-bottom': after,
      }),
    ),
  );
  const columns = widths.map((width) =>
    element('table:table-column', {
      'table:style-name': looks.other('Column', { width }, (name) =>
        element(
          'style:style',
          { 'style:name': name, 'style:family': 'table-column' },
          element('style:table-column-properties', { 'style:column-width': `${width}mm` }),
        ),
      ),
    }),
  );
  const rows = rowsOf(body, block, widths);
  const heads = rows.slice(0, block.heads);
  return element(
    'table:table',
    { 'table:style-name': style },
    columns,
    ...(heads.length > 0 ? [element('table:table-header-rows', {}, heads)] : []),
    rows.slice(block.heads),
  );
}

function widthsOf({ role, columns }: TableBlock, width: number): number[] {
  const rounded = (part: number) => Math.round(part * 100) / 100;
  if (role === 'article') return Array.from({ length: columns }, () => rounded(width / columns));
  const shares = SHARES[role].slice(0, columns);
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => rounded((width * share) / all));
}

/** Every place of the grid needs an element, also those that a cell of another row or column covers. */
function rowsOf(body: Body, block: TableBlock, widths: readonly number[]): Xml[] {
  const covered = Array.from({ length: block.columns }, () => 0);
  return block.rows.map((cells) => {
    const made: Xml[] = [];
    let column = 0;
    const skip = () => {
      while (column < block.columns && covered[column]! > 0) {
        made.push(element('table:covered-table-cell'));
        column++;
      }
    };
    for (const cell of cells) {
      skip();
      made.push(cellOf(body, block, cell, widths, column));
      for (let i = 1; i < cell.columns; i++) made.push(element('table:covered-table-cell'));
      for (let i = 0; i < cell.columns; i++) covered[column + i] = cell.rows;
      column += cell.columns;
    }
    skip();
    for (const [i, left] of covered.entries()) covered[i] = Math.max(0, left - 1);
    return element('table:table-row', {}, made);
  });
}

function cellOf(body: Body, block: TableBlock, cell: Cell, widths: readonly number[], column: number): Xml {
  const framed = block.role === 'article';
  const line = `0.5pt solid #${LINE}`;
  const look: Attributes = {
    ...(framed
      ? { 'fo:border': line, 'fo:padding': '1.5mm' }
      : { 'fo:border-bottom': line, 'fo:padding': '0.6mm' }),
    ...(framed ? {} : { 'fo:padding-left': '0mm', 'fo:padding-right': '2.5mm' }),
    'style:vertical-align': block.role === 'figures' || block.role === 'articles' ? 'middle' : 'top',
  };
  const style = body.looks.other('Cell', look, (name) =>
    element(
      'style:style',
      { 'style:name': name, 'style:family': 'table-cell' },
      element('style:table-cell-properties', look),
    ),
  );
  const width = widths.slice(column, column + cell.columns).reduce((sum, one) => sum + one, 0);
  const text: Place = {
    quote: undefined,
    style: cell.end === true ? 'Table_20_Number' : 'Table_20_Text',
    list: false,
    width: Math.max(8, width - 4),
  };
  const inside =
    cell.bar && cell.bar.share > 0 ? [barOf(body, cell.bar, width)] : body.blocks(cell.blocks, text);
  return element(
    'table:table-cell',
    {
      'table:style-name': style,
      'office:value-type': 'string',
      'table:number-columns-spanned': cell.columns > 1 ? cell.columns : undefined,
      'table:number-rows-spanned': cell.rows > 1 ? cell.rows : undefined,
    },
    inside.length > 0 ? inside : [body.paragraph('Table_20_Text', [])],
  );
}

/** A picture of one pixel, stretched: the number beside it says the same. */
function barOf(body: Body, { share, colour }: NonNullable<Cell['bar']>, width: number): Xml {
  const length = Math.max(0.5, Math.round((width - 3) * share * 100) / 100);
  return body.paragraph('Table_20_Text', [body.picture(pixelPng(colour), 'png', length, 2.1, '')]);
}
