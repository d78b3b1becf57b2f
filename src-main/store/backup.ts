import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from './errors.ts';
import type { ReadDb, WriteDb } from './handle.ts';
import { APPLICATION_ID, explained } from './open.ts';

/**
 * Writes a whole, checked copy of the project. Nothing of that name may exist, and none is left behind on failure.
 * `vacuum into` keeps the log, the tables and the bytes, and leaves out free pages.
 */
export function copyProject(db: ReadDb, to: string): void {
  if (existsSync(to)) throw new StoreError('exists', `${to} exists already; choose another name.`);
  if (!existsSync(dirname(to)))
    throw new StoreError('not-found', `The folder ${dirname(to)} does not exist.`);
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    db.copyInto(unfinished);
    check(unfinished, db.one<{ n: number }>('select count(*) as n from act')!.n);
    flush(unfinished, 'r+');
    renameSync(unfinished, to);
    flush(dirname(to), 'r');
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw explained(to, error);
  }
}

function check(file: string, acts: number): void {
  const copy = new Database(file);
  try {
    copy.pragma(`application_id = ${APPLICATION_ID}`);
    const sound = copy.pragma('integrity_check', { simple: true });
    const kept = copy.prepare('select count(*) as n from act').pluck().get();
    if (sound !== 'ok' || kept !== acts)
      throw new StoreError('damaged', 'The copy came out damaged and was thrown away.');
  } finally {
    copy.close();
  }
}

function flush(path: string, mode: string): void {
  const handle = openSync(path, mode);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-[a-z]+)?\.assay$/;

function nameAt(now: number, why: string): string {
  return `${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}Z-${why}.assay`;
}

/** Takes a rolling backup into a folder and thins the older ones out. Gives its path. */
export function backUp(
  db: WriteDb,
  folder: string,
  now: number,
  why: 'daily' | 'regular' | 'upgrade' | 'merge',
): string {
  mkdirSync(folder, { recursive: true });
  const to = join(folder, nameAt(now, why));
  if (!existsSync(to)) copyProject(db, to);
  for (const name of thinned(readdirSync(folder), now)) rmSync(join(folder, name), { force: true });
  return to;
}

/** When the newest backup of a folder was taken, in milliseconds since 1970; 0 where there is none. */
export function newestBackup(folder: string): number {
  if (!existsSync(folder)) return 0;
  return Math.max(0, ...readdirSync(folder).map((name) => timeOfBackup(name) ?? 0));
}

function timeOfBackup(name: string): number | undefined {
  const [, day, hours, minutes, seconds] = NAME.exec(name) ?? [];
  return day ? Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`) : undefined;
}

const DAY = 86_400_000;

/**
 * Which backups to let go: all of the last day stay, then one a day for two weeks, one a week for two months, one a
 * month for ever. The newest one always stays.
 */
export function thinned(names: readonly string[], now: number): string[] {
  const kept = new Set<string>();
  const ages = names
    .flatMap((name) => {
      const at = timeOfBackup(name);
      return at === undefined ? [] : [{ name, at }];
    })
    .sort((a, b) => b.at - a.at);
  return ages
    .filter(({ at }, i) => {
      const age = now - at;
      if (i === 0 || age < DAY) return false;
      const day = Math.floor(at / DAY);
      const slot =
        age < 14 * DAY
          ? `d${day}`
          : age < 60 * DAY
            ? `w${Math.floor(day / 7)}`
            : new Date(at).toISOString().slice(0, 7);
      if (kept.has(slot)) return true;
      kept.add(slot);
      return false;
    })
    .map(({ name }) => name);
}
