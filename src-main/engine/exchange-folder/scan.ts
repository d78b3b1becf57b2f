import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { CallError } from '#contract/error.ts';
import { deviceFolder, isId, projectFolder, stated, UNFINISHED } from './names.ts';

export type Found = {
  /** `device/name`, as people and the state name it. */
  readonly key: string;
  readonly path: string;
  readonly device: string;
  readonly number: number;
};

export type Scanned = {
  /** Every file of ours whose bytes are what its name says. */
  readonly ready: readonly Found[];
  /** Files that a carrier has not finished. */
  readonly arriving: readonly string[];
  /** What lies there and is not ours: conflict copies, notes, rubbish. Left alone. */
  readonly strange: readonly string[];
};

/** Files that proved right, by path, size and time: a large folder is not hashed again each time. */
export type Proven = Map<string, string>;

const MOST_STRANGE = 200;

/** Looks through a project's part of an exchange folder. Reads names and bytes, writes nothing. */
export async function scanFolder(folder: string, project: string, proven: Proven): Promise<Scanned> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CallError(
      'not-found',
      `The exchange folder ${folder} is not there; is its drive or share connected?`,
    );
  }
  const ready: Found[] = [];
  const arriving: string[] = [];
  const strange: string[] = [];
  for (const entry of entriesOf(projectFolder(folder, project))) {
    if (!entry.isDirectory() || !isId(entry.name)) {
      if (!isUnfinished(entry.name)) strange.push(entry.name);
      continue;
    }
    for (const file of entriesOf(deviceFolder(folder, project, entry.name))) {
      const key = `${entry.name}/${file.name}`;
      const name = stated(file.name);
      if (!name || !file.isFile()) {
        if (!isUnfinished(file.name)) strange.push(key);
        continue;
      }
      const path = join(deviceFolder(folder, project, entry.name), file.name);
      if (await holds(path, name.sha256, proven))
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

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // not there yet, or on its way
    return [];
  }
}

/** Our own and the carriers' files on the way: Syncthing's `.syncthing.*.tmp` and `~syncthing~*`, rclone's `*.partial`. */
function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name) || /^\.|^~syncthing~|\.(tmp|partial|part)$/.test(name);
}

/** Whether a file's bytes have the hash that its name states. A file that is empty or goes away is still arriving. */
async function holds(path: string, sha256: string, proven: Proven): Promise<boolean> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat || stat.size === 0) return false;
  const mark = `${stat.size}-${stat.mtimeMs}`;
  if (proven.get(path) === mark) return true;
  try {
    const hash = createHash('sha256');
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }))
      hash.update(piece as Buffer);
    if (hash.digest('hex') !== sha256) return false;
    proven.set(path, mark);
    return true;
  } catch {
    return false;
  }
}
