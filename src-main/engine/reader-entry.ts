import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the reading process is made of. */
const SOURCES = ['src-main/importers', 'src-main/domain'];
/** Where a build notes which sources it was made from. */
const NOTE = 'out/main/importer.sources';

/** The reading process of a program: what to start, and all that it may see of the disk. */
export type ReaderProgram = { readonly entry: string; readonly readable: readonly string[] };

/**
 * The built reader where there is one of these very sources, since it starts in half the time; else the sources.
 * @param root the folder that holds package.json
 */
export function readerProgram(root: string): ReaderProgram {
  const shared = [join(root, 'node_modules/'), join(root, 'package.json')];
  const built = join(root, 'out/main/importer.js');
  const note = join(root, NOTE);
  const isOfThese =
    existsSync(built) && existsSync(note) && readFileSync(note, 'utf8') === digestOfSources(root);
  return isOfThese
    ? { entry: built, readable: [join(root, 'out/main/'), ...shared] }
    : { entry: join(root, 'src-main/importers/main.ts'), readable: [join(root, 'src-main/'), ...shared] };
}

/** A hash over names and contents of all that the reader is made of: a time would be lost in a copy. */
export function digestOfSources(root: string): string {
  const hash = createHash('sha256');
  for (const folder of SOURCES)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted())
      if (name.endsWith('.ts'))
        hash
          .update(`${folder}/${name.replaceAll('\\', '/')}\0`)
          .update(readFileSync(join(root, folder, name)));
  return hash.digest('hex');
}

/** Notes beside a finished build which sources it was made from. */
export const sourcesNote = (root: string): { readonly path: string; readonly digest: string } => ({
  path: join(root, NOTE),
  digest: digestOfSources(root),
});
