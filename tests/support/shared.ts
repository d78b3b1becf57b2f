import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Public material beside the project that some tests read; they are skipped, and say so, where it is absent. */
const root = process.env['ASSAY_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');

export const hasShared = existsSync(root);
if (!hasShared)
  process.stderr.write(`No shared test material at ${root}: the tests that read it are skipped.\n`);

export function sharedPath(path: string): string {
  return resolve(root, path);
}
