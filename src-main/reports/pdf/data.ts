import { SHAPE_PATHS } from '#domain/scale.ts';
import type { Outline } from '../outline/blocks.ts';
import type { PrintJob } from './print.ts';

/**
 * The data of the template.
 * @param lettering makes a text of letters that can be shown, and names what it had to replace in `missing`
 */
export function pdfDataOf(
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
