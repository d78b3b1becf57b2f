import { resolve } from 'node:path';

/** The project that a start names, be it by double click, by drop on the icon or on a command line. */
export function projectIn(args: readonly string[], folder: string): string | undefined {
  const file = args.findLast((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.assay'));
  return file === undefined ? undefined : resolve(folder, file);
}
