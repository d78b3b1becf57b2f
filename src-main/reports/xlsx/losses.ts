import type { ReportInput } from '../input.ts';
import { PRINT_WORDS } from '../print-words.ts';
import { cellText, MOST_CHARACTERS } from './text.ts';
import { sheetsOf } from './sheets.ts';

/** What a workbook cannot carry of this report. */
export function xlsxLosses(input: ReportInput): string[] {
  const words = PRINT_WORDS[input.language];
  const cut = sheetsOf(input).some(({ rows }) =>
    rows.some((row) => row.some((value) => cellText(value).length > MOST_CHARACTERS)),
  );
  return [...words.spreadsheet, ...(cut ? [words.cut] : [])];
}
