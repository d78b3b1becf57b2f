import { join } from 'node:path';

/**
 * How files lie in an exchange folder: `v1/<project>/<device>/<number>-<sha256>.assaypack`. Each device writes only below
 * its own name, each file once, and its name says what its bytes must be; so any carrier may carry it in any order.
 */
export const LAYOUT = 'v1';

/** Ids as they may stand in a path: what is written by others never leads out of the folder. */
const ID = /^[0-9A-Za-z-]{1,64}$/;
const FILE = /^(\d{6,9})-([0-9a-f]{64})\.assaypack$/;
const HIGHEST = 999_999_999;

export const isId = (name: string): boolean => ID.test(name);

export const projectFolder = (folder: string, project: string): string => join(folder, LAYOUT, project);

export const deviceFolder = (folder: string, project: string, device: string): string =>
  join(projectFolder(folder, project), device);

/** @param number only orders the files; past the highest one it says no more, and the hash still tells them apart */
export function fileName(number: number, sha256: string): string {
  return `${String(Math.min(number, HIGHEST)).padStart(6, '0')}-${sha256}.assaypack`;
}

/** The number and hash that a name states; undefined for a name that is none of ours. */
export function stated(name: string): { number: number; sha256: string } | undefined {
  const [, number, sha256] = FILE.exec(name) ?? [];
  return number === undefined || sha256 === undefined ? undefined : { number: Number(number), sha256 };
}

/** What a device writes on the way to a file, where its home lies on another volume; nobody else looks at it. */
export const UNFINISHED = '.unfinished-';

/**
 * Files on the way, ours and the carriers': Syncthing's `.syncthing.*.tmp` and `~syncthing~*`, rclone's `*.partial`. All
 * that begins with a dot is some program's own.
 */
export function isUnfinished(name: string): boolean {
  return /^\.|^~syncthing~|\.(tmp|partial|part)$/.test(name);
}
