import { writeApart } from './apart.ts';
import { pdfLosses } from './pdf/losses.ts';
import { PRINT_WORDS } from './print-words.ts';
import type { ReportWriter } from './writer.ts';
import type { HeavyFormat } from './written.ts';
import { xlsxLosses } from './xlsx/losses.ts';

const apart =
  (format: HeavyFormat): ReportWriter['write'] =>
  (input) =>
    writeApart(format, input);

export const pdf: ReportWriter = { losses: pdfLosses, write: apart('pdf') };
export const docx: ReportWriter = {
  losses: ({ language }) => PRINT_WORDS[language].wordProcessor,
  write: apart('docx'),
};
export const odt: ReportWriter = {
  losses: ({ language }) => PRINT_WORDS[language].wordProcessor,
  write: apart('odt'),
};
export const xlsx: ReportWriter = { losses: xlsxLosses, write: apart('xlsx') };
