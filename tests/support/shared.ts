import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder of test material beside the project, which is not part of it; undefined where a path in it is absent. */
export function sharedPath(...parts: string[]): string | undefined {
  const base = process.env['ASSAY_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
  const path = resolve(base, ...parts);
  return existsSync(path) ? path : undefined;
}
