import {
  type Cell as HucreCell,
  type CellStyle,
  type WriteSheet,
  writeXlsx as writeWorkbook,
} from 'hucre/xlsx';
import type { ReportInput } from '../input.ts';
import { followable } from '../markup.ts';
import { printable } from '../outline/blocks.ts';
import { packed, unpacked } from '../package.ts';
import { WORDS } from '../words.ts';
import { type Column, type Sheet, type Value, sheetsOf } from './sheets.ts';
import { cellText, textCell } from './text.ts';

/** Excel follows no longer address. */
const LONGEST_LINK = 2_000;
const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet. */
const EPOCH = Date.UTC(1899, 11, 30);

const FONT = { name: 'Noto Sans', size: 10 };
const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  alignment: { vertical: 'top', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F3F0EA' } },
  border: { bottom: { style: 'thin', color: { rgb: '57534E' } } },
};
const FORMATS: Partial<Record<Column['kind'], string>> = {
  day: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm',
  number: '0',
};

/** The report's claims, evidence, verdicts, references and figures as a workbook. Same input, same bytes. */
export async function writeXlsx(input: ReportInput): Promise<Uint8Array> {
  const made = await writeWorkbook({
    sheets: sheetsOf(input).map(sheet),
    properties: {
      title: printable(input.project.title) || WORDS[input.language].report,
      ...(input.generatedFrom === ''
        ? {}
        : { created: new Date(input.generatedFrom), modified: new Date(input.generatedFrom) }),
    },
    defaultFont: FONT,
  });
  const files = unpacked(made);
  if (input.generatedFrom === '') withoutTime(files);
  const names = Object.keys(files).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return packed(Object.fromEntries(names.map((name) => [name, files[name]!])));
}

/** Programs tell the file by what it begins with. */
const rank = (name: string) => (name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2);

/** A project in which nothing was done has no time; the library would take that of the clock. */
function withoutTime(files: Record<string, Uint8Array>): void {
  const core = new TextDecoder().decode(files['docProps/core.xml']);
  files['docProps/core.xml'] = new TextEncoder().encode(
    core.replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, ''),
  );
}

function sheet({ name, columns, rows }: Sheet): WriteSheet {
  const cells = new Map<string, Partial<HucreCell>>();
  columns.forEach((_column, c) => cells.set(`0,${c}`, { style: HEAD }));
  const values = rows.map((row, r) =>
    row.map((value, c) => {
      const { kind } = columns[c]!;
      const number = numberOf(value, kind);
      const style = styleOf(kind, number !== undefined);
      const target = kind === 'address' && typeof value === 'string' ? followable(value) : undefined;
      cells.set(`${r + 1},${c}`, {
        style,
        ...(target !== undefined && target.length < LONGEST_LINK ? { hyperlink: { target } } : {}),
      });
      return number ?? textCell(value);
    }),
  );
  const last = `${columnName(columns.length - 1)}${rows.length + 1}`;
  return {
    name: printable(name).slice(0, 31),
    columns: columns.map(({ width }) => ({ width })),
    rows: [columns.map((column) => column.name), ...values],
    cells,
    rowDefs: new Map(rows.map((row, r) => [r + 1, { height: heightOf(row, columns) }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}` },
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** Programs do not agree on who measures a row whose texts break: so it is said, in points, up to a third of a screen. */
function heightOf(row: readonly Value[], columns: readonly Column[]): number {
  const lines = row.map((value, c) => {
    const { kind, width } = columns[c]!;
    if (kind !== 'long' && kind !== 'address') return 1;
    const parts = cellText(value).split('\n');
    return parts.reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * 1.1) / width)), 0);
  });
  return Math.min(20, Math.max(1, ...lines)) * 14 + 2;
}

function styleOf(kind: Column['kind'], isNumber: boolean): CellStyle {
  const format = isNumber ? FORMATS[kind] : undefined;
  return {
    font: kind === 'address' ? { ...FONT, color: { rgb: '1D5A8C' } } : FONT,
    alignment: {
      vertical: 'top',
      wrapText: kind === 'long' || kind === 'address',
      ...(kind === 'day' || kind === 'time' ? { horizontal: 'left' } : {}),
    },
    ...(format === undefined ? {} : { numFmt: format }),
  };
}

/** Numbers, and days and times as the days since 1899 that a spreadsheet counts in, in UTC and without any zone. */
function numberOf(value: Value, kind: Column['kind']): number | undefined {
  if (typeof value === 'number') return value;
  if (value === null) return undefined;
  const isDay = kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(value);
  const isTime = kind === 'time' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value);
  if (!isDay && !isTime) return undefined;
  const at = (Date.parse(isDay ? value : `${value.slice(0, 16)}Z`) - EPOCH) / DAY_MS;
  // a spreadsheet knows no earlier days, and takes February 1900 to have had 29
  return Number.isFinite(at) && at >= 61 ? at : undefined;
}

function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
