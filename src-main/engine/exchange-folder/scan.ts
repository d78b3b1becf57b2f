import { createHash } from 'node:crypto';
import { createReadStream, lstatSync, readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { CallError } from '#contract/error.ts';
import { whyNotRead } from './problem.ts';
import { deviceFolder, isId, isUnfinished, LAYOUT, projectFolder, stated } from './names.ts';

export type Found = {
  /** `device/name`, as people and the state name it. */
  readonly key: string;
  readonly path: string;
  readonly device: string;
  readonly number: number;
};

export type Scanned = {
  /** Every file of ours whose bytes are what its name says, in the order of their numbers. */
  readonly ready: readonly Found[];
  /** Files that a carrier has not finished. */
  readonly arriving: readonly string[];
  /** What lies there and is not ours: conflict copies, links, notes, rubbish. Left alone. */
  readonly strange: readonly string[];
};

/** Whether a file's bytes proved right, by path: a large folder is not hashed again each time. */
export type Proven = Map<string, { readonly mark: string; readonly right: boolean; readonly at: number }>;

const MOST_STRANGE = 200;

/** A file that was not whole is read again after so long, ms, even if its size and times say that nothing happened. */
const LOOK_AGAIN_MS = 60_000;

/** Looks through a project's part of an exchange folder. Reads names and bytes, writes nothing. */
export async function scanFolder(
  folder: string,
  project: string,
  proven: Proven,
  signal: AbortSignal,
): Promise<Scanned> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CallError(
      'not-found',
      `The exchange folder ${folder} is not there; is its drive or share connected?`,
    );
  }
  ordinary(join(folder, LAYOUT));
  ordinary(projectFolder(folder, project));
  const ready: Found[] = [];
  const arriving: string[] = [];
  const strange: string[] = [];
  for (const entry of readable(projectFolder(folder, project), folder)) {
    if (!entry.isDirectory() || !isId(entry.name)) {
      if (!isUnfinished(entry.name)) strange.push(entry.name);
      continue;
    }
    for (const file of entriesOf(deviceFolder(folder, project, entry.name))) {
      signal.throwIfAborted();
      const key = `${entry.name}/${file.name}`;
      const name = stated(file.name);
      if (!name || !file.isFile()) {
        if (!isUnfinished(file.name)) strange.push(key);
        continue;
      }
      const path = join(deviceFolder(folder, project, entry.name), file.name);
      if (await holds(path, name.sha256, proven, signal))
        ready.push({ key, path, device: entry.name, number: name.number });
      else arriving.push(key);
    }
  }
  const order = (a: Found, b: Found) => a.number - b.number || (a.key < b.key ? -1 : 1);
  return {
    ready: ready.toSorted(order),
    arriving: arriving.toSorted(),
    strange: strange.toSorted().slice(0, MOST_STRANGE),
  };
}

/**
 * Makes sure that a path in the folder is a folder, or nothing yet: a carrier may bring links, and what is written through
 * one ends where its sender wants.
 */
export function ordinary(path: string): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat && !stat.isDirectory())
    throw new CallError(
      'refused',
      `${path} is a link or a file where Assay keeps a folder; remove it, or choose another exchange folder.`,
    );
}

function readable(path: string, folder: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new CallError('refused', whyNotRead(error, folder));
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // not there yet, or on its way
    return [];
  }
}

/** Whether a file's bytes have the hash that its name states. A file that is empty or goes away is still arriving. */
async function holds(path: string, sha256: string, proven: Proven, signal: AbortSignal): Promise<boolean> {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size === 0) return false;
  const mark = `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}`;
  const known = proven.get(path);
  const now = performance.now();
  if (known?.mark === mark && (known.right || now - known.at < LOOK_AGAIN_MS)) return known.right;
  try {
    const hash = createHash('sha256');
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20, signal }))
      hash.update(piece as Buffer);
    const right = hash.digest('hex') === sha256;
    proven.set(path, { mark, right, at: now });
    return right;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
