import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { CallError } from '#contract/error.ts';
import type { Pages } from '#engine/door.ts';
import { ROOT } from '../root.ts';

/** Where `npm run build` puts the window's pages. */
export const RENDERER = join(ROOT, 'out/renderer');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
};

/** Reads every built page once, into a fixed list by path. `/` is the window. */
export function readPages(folder: string = RENDERER): Pages {
  if (!existsSync(folder))
    throw new CallError(
      'not-found',
      'The pages of the workbench are not built yet; run “npm run build” first.',
    );
  const pages = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)];
    if (type === undefined) continue;
    pages.set(`/${relative(folder, file).replaceAll('\\', '/')}`, {
      bytes: new Uint8Array(readFileSync(file)),
      type,
    });
  }
  const index = pages.get('/index.html');
  if (index) pages.set('/', index);
  return pages;
}
