import { createHash } from 'node:crypto';
import { ImportError } from './import-error.ts';
import { choosePage, type Guide } from './read-warc.ts';
import type { Unpacked } from './unpacked.ts';
import { signatureOfPackage } from './wacz-signature.ts';
import { readManifest, type Manifest } from './wacz-manifest.ts';
import { momentOf } from './warc-records.ts';
import { openZip, type Zip } from './zip.ts';

/**
 * The page chosen from a WACZ package. Every file is checked against the manifest before anything in it is shown.
 * @param wanted as for `readWarc`
 * @throws ImportError where the package contradicts its manifest, or asks which page is meant
 */
export function readWacz(bytes: Uint8Array, name: string, wanted: string): Unpacked {
  const zip = openZip(bytes, name);
  const manifest = readManifest(zip, name);
  checkFiles(zip, manifest, name);
  const signature = signatureOfPackage(zip, name);
  const archives = zip.names.filter((path) => path.startsWith('archive/') && /\.w?arc(?:\.gz)?$/i.test(path));
  if (archives.length === 0)
    throw new ImportError('unreadable', `“${name}” is a WACZ package without an archived page in it.`);
  const guide: Guide = {
    pages: pagesOf(zip, name),
    ...(manifest.main.url === '' ? {} : { main: manifest.main }),
  };
  const files = archives.map((path) => ({ name: path, bytes: zip.read(path) }));
  const unpacked = choosePage(files, name, wanted, guide, 'wacz');
  return { ...unpacked, warnings: [...unpacked.warnings, ...manifest.remarks, signature] };
}

/** Sizes and hashes as stated, nothing missing, nothing slipped in. */
function checkFiles(zip: Zip, { resources }: Manifest, name: string): void {
  const refuse = (why: string) => new ImportError('unreadable', `“${name}” cannot be trusted: ${why}.`);
  for (const { path, bytes, algorithm, hash } of resources) {
    if (!zip.has(path)) throw refuse(`its manifest names the file ${short(path)}, which is not in it`);
    if (bytes !== null && zip.sizeOf(path) !== bytes)
      throw refuse(`the file ${short(path)} has ${zip.sizeOf(path)} bytes, its manifest says ${bytes}`);
    const digest = createHash(algorithm).update(zip.read(path)).digest('hex');
    if (digest !== hash) throw refuse(`the file ${short(path)} does not match the checksum in its manifest`);
  }
  const known = new Set(resources.map((resource) => resource.path));
  const extra = zip.names.find((path) => /^(?:archive|pages|indexes)\//.test(path) && !known.has(path));
  if (extra !== undefined)
    throw refuse(`it holds the file ${short(extra)}, which its manifest does not name`);
}

function short(path: string): string {
  return path.length > 80 ? `…${path.slice(-79).toWellFormed()}` : path;
}

const MOST_PAGES = 20_000;

/** The list of pages that were meant to be archived; `extraPages` are those that came along. */
function pagesOf(zip: Zip, name: string): Guide['pages'] {
  const path = 'pages/pages.jsonl';
  if (!zip.has(path)) return [];
  const lines = new TextDecoder().decode(zip.read(path)).split(/\r?\n/);
  const pages: { url: string; time: string; title: string }[] = [];
  for (const [index, line] of lines.slice(0, MOST_PAGES).entries()) {
    if (line.trim() === '') continue;
    const page = parsed(line);
    if (!page)
      throw new ImportError(
        'unreadable',
        `The list of pages in “${name}” is damaged: line ${index + 1} cannot be read.`,
      );
    const { url, ts, title } = page;
    if (typeof url !== 'string') continue;
    const time = typeof ts === 'number' ? new Date(ts > 1e11 ? ts : ts * 1000).toISOString() : ts;
    pages.push({
      url,
      time: typeof time === 'string' ? momentOf(time) : '',
      title: typeof title === 'string' && title !== url ? title.slice(0, 500).toWellFormed() : '',
    });
  }
  return pages;
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
