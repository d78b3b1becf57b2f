import { closeSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CallError } from '#contract/error.ts';
import { articlesAmong } from '#contract/source-files.ts';

const MEGABYTE = 1 << 20;

/** One source that can be read, or the sentence that says why not. */
export type Source = {
  readonly name: string;
  /** How large it is, as far as that is known before it is read. */
  readonly bytes: () => number;
  readonly read: () => Uint8Array;
};
export type Unreadable = { readonly source: string; readonly error: { code: string; message: string } };

/** The files behind the sources on the command line; a folder stands for the articles in it, `-` for standard input. */
export function sourcesOf(given: readonly string[]): {
  sources: Source[];
  failed: Unreadable[];
  skipped: number;
} {
  const sources: Source[] = [];
  const failed: Unreadable[] = [];
  let skipped = 0;
  for (const name of given) {
    if (name === '-') {
      sources.push({ name: 'standard input', bytes: () => 0, read: () => readFileSync(0) });
      continue;
    }
    const stat = statSync(name, { throwIfNoEntry: false });
    if (!stat) failed.push(unreadable(name, 'not-found', `${name} does not exist.`));
    else if (stat.isDirectory()) {
      const inside = filesIn(name);
      const { articles, others } = articlesAmong(inside, (file) => file.slice(name.length));
      skipped += others;
      if (articles.length === 0)
        failed.push(unreadable(name, 'not-found', `The folder ${name} holds no file that Assay reads.`));
      sources.push(...articles.map((file) => sourceAt(file)));
    } else sources.push(sourceAt(name));
  }
  return { sources, failed, skipped };
}

function sourceAt(path: string): Source {
  return {
    name: path,
    bytes: () => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    read: () => readInput(path),
  };
}

function unreadable(source: string, code: string, message: string): Unreadable {
  return { source, error: { code, message } };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() ? [path] : [];
    });
}

/** The bytes of a file named on the command line. Throws one sentence where there are none to be had. */
export function readInput(path: string, most = 200 * MEGABYTE): Uint8Array {
  if (path === '-') return readFileSync(0);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new CallError('not-found', `${path} does not exist.`);
  if (stat.isDirectory()) throw new CallError('bad-input', `${path} is a folder; name a file.`);
  if (!stat.isFile()) throw new CallError('bad-input', `${path} is not an ordinary file.`);
  if (stat.size > most) {
    throw new CallError(
      'too-large',
      `${path} has ${Math.ceil(stat.size / MEGABYTE)} MB; Assay takes files up to ${most / MEGABYTE} MB.`,
    );
  }
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CallError(
      'unreadable',
      `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
    );
  }
}

export function readInputText(path: string): string {
  return new TextDecoder().decode(readInput(path));
}

/** The first characters of a file; '' where it cannot be read. */
export function readFileHead(path: string, length: number): string {
  try {
    const handle = openSync(path, 'r');
    const head = Buffer.alloc(length);
    const got = readSync(handle, head, 0, length, 0);
    closeSync(handle);
    return head.toString('latin1', 0, got);
  } catch {
    return '';
  }
}
