import type { ReportInput } from '../input.ts';
import { outlineOf } from '../outline/outline.ts';
import { layoutLosses } from '../printed-losses.ts';
import { PRINT_WORDS } from '../print-words.ts';
import { pdfDataOf } from './data.ts';
import { shown } from './lettering.ts';

/** What a PDF cannot carry of this report: what fits on no page, and characters for which its fonts have no letters. */
export function pdfLosses(input: ReportInput): string[] {
  const missing = new Set<string>();
  pdfDataOf(outlineOf(input), shown, missing);
  return [
    ...layoutLosses(input),
    ...(missing.size > 0 ? [PRINT_WORDS[input.language].missing(sample(missing))] : []),
  ];
}

/** At most twenty characters by name. */
function sample(missing: ReadonlySet<string>): string {
  const some = [...missing].toSorted().slice(0, 20).join(' ');
  return missing.size > 20 ? `${some} …` : some;
}
