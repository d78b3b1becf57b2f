import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * A program of the tests in one file, for those that start it hundreds of times: half of a start is finding files.
 * @param source from the root, such as `tests/store/busy-writer.ts`
 */
export async function bundled(source: string): Promise<string> {
  // as deep as the sources, so that what is found beside them is found from here
  const outDir = join(ROOT, 'out/tests');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: ['zod'] },
    build: { ssr: source, outDir, emptyOutDir: false, rolldownOptions: { output: { codeSplitting: false } } },
  });
  return join(outDir, source.replace(/^.*\/|\.ts$/g, '') + '.js');
}
