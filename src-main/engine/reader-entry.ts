import { join } from 'node:path';
import { builtProgram } from './built.mjs';

/** The reading process of a program: what to start, and all that it may see of the disk. */
export type ReaderProgram = { readonly entry: string; readonly readable: readonly string[] };

/**
 * The built reader where it is of these very sources; else the sources.
 * @param root the folder that holds package.json
 */
export function readerProgram(root: string): ReaderProgram {
  const shared = [join(root, 'node_modules/'), join(root, 'package.json')];
  const built = builtProgram(root, 'importer');
  return built
    ? { entry: built, readable: [join(root, 'out/main/'), ...shared] }
    : { entry: join(root, 'src-main/importers/main.ts'), readable: [join(root, 'src-main/'), ...shared] };
}
