import { FormatError } from '../format-error.ts';
import type { ReportInput } from '../input.ts';
import { outlineOf } from '../outline/outline.ts';
import { pdfDataOf } from './data.ts';
import { shown, shownApart } from './lettering.ts';
import { print } from './print.ts';

/**
 * The whole report as a tagged PDF (PDF/UA-1). Same input, same bytes on every machine.
 * @throws FormatError where there is no compiler for this kind of computer
 */
export function writePdf(input: ReportInput): Uint8Array {
  const outline = outlineOf(input);
  let printed = print(pdfDataOf(outline, shown));
  if ('failed' in printed && printed.failed === 'lettering') printed = print(pdfDataOf(outline, shownApart));
  if ('pdf' in printed) return printed.pdf;
  if (printed.failed === 'no-compiler') {
    throw new FormatError(
      'unsupported',
      `Assay cannot write PDF on this kind of computer (${process.platform}, ${process.arch}); write the report as HTML and print it from a browser.`,
      printed.why,
    );
  }
  throw new FormatError(
    'internal',
    'The PDF could not be set; write the report as HTML and print it from a browser.',
    printed.why,
  );
}
