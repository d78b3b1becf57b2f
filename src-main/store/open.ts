import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { START, clockOf, type Clock } from '#domain/stamp.ts';
import { StoreError } from './errors.ts';
import { ReadDb, WriteDb, type SlowLog } from './handle.ts';
import { announce, lockedHere, refuseOtherMachine, type Lock } from './lock.ts';
import { MIGRATIONS, makeTables, migrate, newestVersion, stepsIn } from './migrate.ts';

/** `ASAY`, in the header of every project file. */
export const APPLICATION_ID = 0x41534159;

export type Options = {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly migrations?: string;
  readonly slow?: SlowLog;
  /** Called before an older file is upgraded, with the handle to back it up. */
  readonly beforeUpgrade?: (db: WriteDb) => void;
};

/** An open project file. `db` writes; where the file may only be read it is missing, and `read` is all there is. */
export type Project = {
  readonly file: string;
  readonly id: string;
  readonly read: ReadDb;
  readonly db: WriteDb | undefined;
  clock: Clock;
  readonly close: () => void;
};

/** Makes a new file; `fill` writes its first rows in the same breath, so no half-made project is ever left. */
export function createFile(
  file: string,
  id: string,
  options: Options,
  fill: (project: Project) => void,
): Project {
  if (file.trim() === '') throw new StoreError('bad-input', 'A project needs a file; name one.');
  if (statOf(file)) throw new StoreError('exists', `${file} exists already; choose another name.`);
  const folder = dirname(resolve(file));
  if (!statOf(folder)?.isDirectory()) {
    throw new StoreError('not-found', `The folder ${folder} does not exist; create it first.`);
  }
  let raw: Database.Database | undefined;
  try {
    // SQLite takes some names, such as `:memory:`, for no file at all
    raw = new Database(resolve(file));
    raw.pragma(`application_id = ${APPLICATION_ID}`);
    const db = settle(raw, options.slow);
    // all at once: each transaction would wait for the disk
    return db.together(() => {
      if (options.migrations === undefined) makeTables(db);
      else migrate(db, stepsIn(options.migrations));
      const project = projectOf(file, id, db, announce(file, options.now));
      for (const [key, value] of Object.entries({ project: id, min_reader: '1', min_writer: '1' })) {
        db.run('insert into meta (key, value) values (?, ?)', key, value);
      }
      fill(project);
      return project;
    });
  } catch (error) {
    raw?.close();
    for (const leftOver of [file, `${file}-journal`, `${file}-lock`]) rmSync(leftOver, { force: true });
    throw explained(file, error);
  }
}

/** Opens a project file, exclusively. Gives a read-only project where the file may not be written. */
export function openFile(file: string, options: Options): Project {
  if (file.trim() === '') throw new StoreError('bad-input', 'Name a project file.');
  const steps = stepsIn(options.migrations ?? MIGRATIONS);
  checkHeader(file, newestVersion(steps));
  const writable = isWritable(file);
  if (writable) refuseOtherMachine(file);
  let raw: Database.Database | undefined;
  try {
    raw = new Database(resolve(file), { readonly: !writable, fileMustExist: true, timeout: 1_500 });
    if (!writable) {
      const read = new ReadDb(raw, options.slow);
      const id = projectId(file, read);
      const opened = raw;
      return { file, id, read, db: undefined, clock: START, close: () => opened.close() };
    }
    const db = settle(raw, options.slow);
    if (Number(db.pragma('user_version')) < newestVersion(steps)) {
      options.beforeUpgrade?.(db);
      migrate(db, steps);
    }
    return projectOf(file, projectId(file, db), db, announce(file, options.now));
  } catch (error) {
    raw?.close();
    throw explained(file, error);
  }
}

function projectOf(file: string, id: string, db: WriteDb, lock: Lock): Project {
  const newest = db.one<{ stamp: string | null }>('select max(stamp) as stamp from act');
  return {
    file,
    id,
    read: db,
    db,
    clock: (newest?.stamp ? clockOf(newest.stamp) : undefined) ?? START,
    close: () => {
      db.close();
      lock.release();
    },
  };
}

function projectId(file: string, db: ReadDb): string {
  const row = db.one<{ value: string }>(`select value from meta where key = 'project'`);
  if (!row) throw new StoreError('damaged', `${file} lacks its project id; restore a backup.`);
  return row.value;
}

/** Every setting that durability and safety stand on: set, and then asserted. */
const SETTINGS = [
  ['locking_mode', 'exclusive', 'exclusive'],
  ['journal_mode', 'delete', 'delete'],
  ['synchronous', 'extra', 3],
  ['foreign_keys', 'on', 1],
  ['trusted_schema', 'off', 0],
  ['cell_size_check', 'on', 1],
  ['mmap_size', '0', undefined],
  ['secure_delete', 'on', 1],
] as const;

function settle(raw: Database.Database, slow: SlowLog | undefined): WriteDb {
  const db = new WriteDb(raw, slow);
  raw.exec(SETTINGS.map(([name, value]) => `pragma ${name} = ${value};`).join(' '));
  // takes the exclusive lock now, so that a second window hears of it here and not at its first act
  raw.exec('begin exclusive; commit');
  assertSettings(db);
  return db;
}

/** Throws unless the connection flushes before it acknowledges, and keeps every other promise of SETTINGS. */
export function assertSettings(db: WriteDb): void {
  for (const [name, , wanted] of SETTINGS) {
    if (wanted === undefined) continue;
    const is = db.pragma(name);
    if (is !== wanted) {
      throw new StoreError(
        'internal',
        `The project cannot be kept safely here: ${name} is ${String(is)} instead of ${wanted}.`,
      );
    }
  }
}

function checkHeader(file: string, newest: number): void {
  const stat = statOf(file);
  if (!stat) throw new StoreError('not-found', `${file} does not exist.`);
  if (stat.isDirectory()) throw new StoreError('refused', `${file} is a folder, not a project file.`);
  if (!stat.isFile()) throw new StoreError('refused', `${file} is not an ordinary file.`);
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, 100, 0);
  } finally {
    closeSync(handle);
  }
  if (
    header.toString('latin1', 0, 16) !== 'SQLite format 3\0' ||
    header.readUInt32BE(68) !== APPLICATION_ID
  ) {
    throw new StoreError('unsupported', `${file} is not an Assay project.`);
  }
  const version = header.readUInt32BE(60);
  if (version > newest) {
    throw new StoreError(
      'newer',
      `${file} was written by a newer Assay (format ${version}, this one knows ${newest}); update Assay to open it.`,
    );
  }
}

function statOf(path: string) {
  return statSync(path, { throwIfNoEntry: false });
}

/** The mode bits decide, even for an administrator, whom the system would let write anyway. */
function isWritable(file: string): boolean {
  if (((statOf(file)?.mode ?? 0) & 0o222) === 0) return false;
  try {
    closeSync(openSync(file, 'r+'));
    return true;
  } catch {
    return false;
  }
}

/** What SQLite says, as a sentence about the file. */
export function explained(file: string, error: unknown): Error {
  if (!(error instanceof Error) || error.name !== 'SqliteError')
    return error instanceof Error ? error : new Error(String(error));
  const code = 'code' in error ? String(error.code) : '';
  if (/BUSY|LOCKED/.test(code)) return lockedHere(file);
  if (/CORRUPT|NOTADB/.test(code)) {
    return new StoreError('damaged', `${file} is damaged and was left as it is; restore a backup.`, {
      cause: error,
    });
  }
  if (/READONLY|CANTOPEN|PERM/.test(code)) {
    return new StoreError('read-only', `${file} or its folder cannot be written.`, { cause: error });
  }
  if (/FULL/.test(code)) {
    return new StoreError('refused', `The disk is full; ${file} was left as it was.`, { cause: error });
  }
  return error;
}
