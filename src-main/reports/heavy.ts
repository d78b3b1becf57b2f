import { writeApart } from './apart.ts';
import { pdfLosses } from './pdf/losses.ts';
import { wordProcessorLosses } from './printed-losses.ts';
import type { ReportWriter } from './writer.ts';
import type { HeavyFormat } from './written.ts';
import { xlsxLosses } from './xlsx/losses.ts';

const apart =
  (format: HeavyFormat): ReportWriter['write'] =>
  (input) =>
    writeApart(format, input);

export const pdf: ReportWriter = { losses: pdfLosses, write: apart('pdf') };
export const docx: ReportWriter = {
  losses: (input) => wordProcessorLosses(input),
  write: apart('docx'),
};
export const odt: ReportWriter = {
  losses: (input) => wordProcessorLosses(input, true),
  write: apart('odt'),
};
export const xlsx: ReportWriter = { losses: xlsxLosses, write: apart('xlsx') };
