import { SHAPE_PATHS } from '#domain/scale.ts';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { FormatError } from '../format-error.ts';
import type { ReportInput } from '../input.ts';
import { outlineOf } from '../outline/outline.ts';
import type { Outline } from '../outline/blocks.ts';
import { PRINT_WORDS } from '../print-words.ts';
import { shown, shownApart } from './lettering.ts';
import type { Printed, PrintJob } from './print.ts';

/** The whole report as a tagged PDF (PDF/UA-1). Same input, same bytes on every machine. */
export async function writePdf(input: ReportInput): Promise<Uint8Array> {
  const outline = outlineOf(input);
  let printed = await printApart(jobOf(outline, shown));
  if ('failed' in printed && printed.failed === 'lettering')
    printed = await printApart(jobOf(outline, shownApart));
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

const SELF = fileURLToPath(import.meta.url);
/** Beside the sources, and beside the bundle under its own name. */
const THREAD = new URL(SELF.endsWith('.ts') ? './thread.ts' : './pdf-thread.js', import.meta.url);

function printApart(job: PrintJob): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { workerData: job });
    thread.once('message', (printed: Printed) => resolve(printed));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread that writes the PDF ended without an answer.')));
  });
}
