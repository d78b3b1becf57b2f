import type { ReportInput } from './input.ts';

/** The formats whose writers are heavy to load and take seconds for hundreds of claims. */
export type HeavyFormat = 'pdf' | 'docx' | 'odt' | 'xlsx';

/** @throws FormatError with a sentence where this format cannot be written */
export async function written(format: HeavyFormat, input: ReportInput): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf/pdf.ts')).writePdf(input);
    case 'docx':
      return (await import('./docx/docx.ts')).writeDocx(input);
    case 'odt':
      return (await import('./odt/odt.ts')).writeOdt(input);
    case 'xlsx':
      return (await import('./xlsx/xlsx.ts')).writeXlsx(input);
  }
}
