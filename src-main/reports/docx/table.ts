import {
  BorderStyle,
  type FileChild,
  type IBorderOptions,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, Cell } from '../outline/blocks.ts';
import { LINE } from '../office-look.ts';
import { pixelPng } from '../picture.ts';
import type { Body, Place } from './body.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

const LINED: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: LINE };
const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Shares of the width, by what a table is for. */
const SHARES: Readonly<Record<Exclude<TableBlock['role'], 'article'>, readonly number[]>> = {
  figures: [44, 12, 12, 32],
  articles: [39, 19, 23, 19],
  glance: [8, 62, 30],
  history: [19, 22, 24, 35],
};

export function tableOf(body: Body, block: TableBlock, place: Place): Table {
  const widths = widthsOf(block, place.width);
  const framed = block.role === 'article';
  const sides = framed ? LINED : NONE;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: place.width, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: sides,
      bottom: LINED,
      left: sides,
      right: sides,
      insideHorizontal: LINED,
      insideVertical: sides,
    },
    margins: { left: framed ? 90 : 0, right: framed ? 90 : 150, top: 30, bottom: 30 },
    rows: block.rows.map(
      (row, n) =>
        new TableRow({
          tableHeader: n < block.heads,
          cantSplit: block.role !== 'article',
          children: row.map((cell, i) => {
            const width = block.role === 'article' ? widths[0]! * cell.columns : widths[i]!;
            return cellOf(body, block, cell, width);
          }),
        }),
    ),
  });
}

function widthsOf({ role, columns }: TableBlock, width: number): number[] {
  if (role === 'article') return Array.from({ length: columns }, () => Math.floor(width / columns));
  const shares = SHARES[role].slice(0, columns);
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((width * share) / all));
}

function cellOf(body: Body, block: TableBlock, cell: Cell, width: number): TableCell {
  const inside = body.blocks(cell.blocks, {
    quote: undefined,
    depth: 0,
    numbering: undefined,
    style: cell.end === true ? 'TableNumber' : 'TableText',
    width: Math.max(300, width - 200),
  });
  const children: FileChild[] = cell.bar && cell.bar.share > 0 ? [barOf(cell.bar, width)] : inside;
  // a cell has to end with a paragraph
  if (!(children.at(-1) instanceof Paragraph))
    children.push(new Paragraph({ style: 'TableText', children: [] }));
  return new TableCell({
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    verticalAlign:
      block.role === 'figures' || block.role === 'articles' ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: children as (Paragraph | Table)[],
  });
}

/** A picture of one pixel, stretched: the number beside it says the same. */
function barOf({ share, colour }: NonNullable<Cell['bar']>, width: number): Paragraph {
  const room = (width - 180) / 15;
  return new Paragraph({
    style: 'TableText',
    children: [
      new ImageRun({
        type: 'png',
        data: pixelPng(colour),
        transformation: { width: Math.max(2, Math.round(room * share)), height: 8 },
        altText: { name: '', title: '', description: '' },
      }),
    ],
  });
}
