import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Public material beside the project that some tests read; they are skipped, and say so, where it is absent. */
const root = process.env['ASSAY_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');

export const hasShared = existsSync(root);
if (!hasShared)
  process.stderr.write(`No shared test material at ${root}: the tests that read it are skipped.\n`);

/** A path in that material, whether or not it is there. */
export function sharedAt(path: string): string {
  return resolve(root, path);
}

/** A path in that material, or undefined where it is absent. */
export function sharedPath(...parts: string[]): string | undefined {
  const path = resolve(root, ...parts);
  return existsSync(path) ? path : undefined;
}
