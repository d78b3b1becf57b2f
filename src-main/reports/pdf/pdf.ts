import { SHAPE_PATHS } from '#domain/scale.ts';
import { FormatError } from '../format-error.ts';
import type { ReportInput } from '../input.ts';
import { outlineOf } from '../outline/outline.ts';
import type { Outline } from '../outline/blocks.ts';
import { PRINT_WORDS } from '../print-words.ts';
import { shown, shownApart } from './lettering.ts';
import { type PrintJob, print } from './print.ts';

/** The whole report as a tagged PDF (PDF/UA-1). Same input, same bytes on every machine. */
export function writePdf(input: ReportInput): Uint8Array {
  const outline = outlineOf(input);
  let printed = print(jobOf(outline, shown));
  if ('failed' in printed && printed.failed === 'lettering') printed = print(jobOf(outline, shownApart));
  if ('pdf' in printed) return printed.pdf;
  if (printed.failed === 'no-compiler') {
    throw new FormatError(
      'unsupported',
      `Assay cannot write PDF on this kind of computer (${process.platform}, ${process.arch}); write the report as HTML and print it from a browser.`,
    );
  }
  throw new FormatError(
    'internal',
    'The PDF could not be set; write the report as HTML and print it from a browser.',
    printed.why,
  );
}

/** What a PDF cannot carry of this report. */
export function pdfLosses(input: ReportInput): string[] {
  const missing = new Set<string>();
  jobOf(outlineOf(input), shown, missing);
  return missing.size > 0 ? [PRINT_WORDS[input.language].missing(sample(missing))] : [];
}

/** At most twenty characters by name. */
function sample(missing: ReadonlySet<string>): string {
  const some = [...missing].toSorted().slice(0, 20).join(' ');
  return missing.size > 20 ? `${some} …` : some;
}

/** The data of the template, every text in it made of letters that can be shown. */
function jobOf(
  outline: Outline,
  lettering: (text: string, missing: Set<string>) => string,
  missing = new Set<string>(),
): PrintJob {
  const { logo, generatedFrom } = outline;
  const [year, month, day, hour, minute, second] = generatedFrom.split(/\D/).map(Number);
  const data = {
    ...outline,
    logo: logo ? { file: '/logo', alternative: logo.alternative } : null,
    date: generatedFrom === '' ? null : { year, month, day, hour, minute, second },
    shapes: SHAPE_PATHS,
  };
  const json = JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'string' ? lettering(value, missing) : value,
  );
  return { json, logo: logo?.bytes };
}
