import { chmodSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { StoreError } from '#store/errors.ts';
import { stepsIn, MIGRATIONS } from '#store/migrate.ts';
import { APPLICATION_ID, assertSettings, createFile, openFile } from '#store/open.ts';
import { temporaryFolder, temporaryProject, titled } from '../support/project.ts';

test('a project keeps every promise of durability, on each open', () => {
  const folder = temporaryFolder();
  const project = temporaryProject(folder, 'p');
  expect(project.db!.pragma('journal_mode')).toBe('delete');
  expect(project.db!.pragma('synchronous')).toBe(3);
  expect(project.db!.pragma('application_id')).toBe(APPLICATION_ID);
  expect(project.db!.pragma('user_version')).toBe(stepsIn(MIGRATIONS).at(-1)!.version);
  project.db!.pragma('synchronous = normal');
  expect(() => assertSettings(project.db!)).toThrow(/cannot be kept safely/);
  project.close();
  const again = openFile(project.file, { now: 0 });
  expect(again.db!.pragma('synchronous')).toBe(3);
  again.close();
});

const NEWER = 99;

test.for<[string, string, (file: string) => void, RegExp]>([
  ['missing', 'not-found', () => {}, /does not exist/],
  ['a folder', 'refused', (file) => mkdirSync(file), /is a folder/],
  ['empty', 'unsupported', (file) => writeFileSync(file, ''), /not an Assay project/],
  ['noise', 'unsupported', (file) => writeFileSync(file, Buffer.alloc(5_000, 0xa7)), /not an Assay project/],
  [
    'another SQLite file',
    'unsupported',
    (file) => writeFileSync(file, patched(sound(file), 68, 0)),
    /not an Assay project/,
  ],
  [
    'from a newer version',
    'newer',
    (file) => writeFileSync(file, patched(sound(file), 60, NEWER)),
    /newer Assay/,
  ],
  [
    'cut in half',
    'damaged',
    (file) => {
      sound(file);
      truncateSync(file, statSync(file).size / 2);
    },
    /damaged/,
  ],
])('a file that is %s gives one sentence and stays as it is', ([, code, make, sentence]) => {
  const file = join(temporaryFolder(), 'p.assay');
  make(file);
  const before = bytesOf(file);
  const error = failure(() => openFile(file, { now: 0 }).close());
  expect(error).toBeInstanceOf(StoreError);
  expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) });
  expect(error.message).not.toMatch(/\n/);
  expect(bytesOf(file)).toEqual(before);
});

test('a read-only file opens for reading and refuses to write', () => {
  const folder = temporaryFolder();
  const project = temporaryProject(folder, 'p');
  titled(project, 'd', 'The dam', 1);
  project.close();
  chmodSync(project.file, 0o444);
  const before = readFileSync(project.file);
  const reading = openFile(project.file, { now: 0 });
  expect(reading.db).toBeUndefined();
  expect(reading.read.one('select title from project')).toEqual({ title: 'The dam' });
  expect(() => titled(reading, 'd', 'Another', 2)).toThrow(/can only be read/);
  reading.close();
  expect(readFileSync(project.file).equals(before)).toBe(true);
});

test('a second window of another process is told who has the project', async () => {
  const folder = temporaryFolder();
  const project = temporaryProject(folder, 'p');
  const child = fork(join(import.meta.dirname, 'open-elsewhere.ts'), [project.file], { stdio: 'ignore' });
  const [said] = await once(child, 'message');
  expect(said).toMatchObject({ code: 'locked', message: expect.stringContaining(`process ${process.pid}`) });
});

test('a project that another computer has open is refused until its lock file goes', () => {
  const folder = temporaryFolder();
  const project = temporaryProject(folder, 'p');
  project.close();
  const lock = { host: `not-${hostname()}`, user: 'aruzhan', pid: 1, since: '2026-01-01T00:00:00.000Z' };
  writeFileSync(`${project.file}-lock`, JSON.stringify(lock));
  expect(() => openFile(project.file, { now: 0 })).toThrow(/open on another computer/);
  writeFileSync(`${project.file}-lock`, JSON.stringify({ ...lock, host: hostname() }));
  openFile(project.file, { now: 0 }).close();
});

test('a project that exists is never made again, and one that could not be made leaves nothing', () => {
  const folder = temporaryFolder();
  const project = temporaryProject(folder, 'p');
  expect(() => createFile(project.file, 'x', { now: 0 }, () => {})).toThrow(/exists already/);
  const file = join(folder, 'q.assay');
  expect(() =>
    createFile(file, 'x', { now: 0 }, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
  expect(() => createFile(join(folder, 'no', 'q.assay'), 'x', { now: 0 }, () => {})).toThrow(
    /does not exist; create it/,
  );
});

function bytesOf(file: string): Buffer | undefined {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}

function sound(file: string): Buffer {
  const project = createFile(file, 'p', { now: 0 }, () => {});
  titled(project, 'd', 'x'.repeat(20_000), 1);
  project.close();
  return readFileSync(file);
}

function patched(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32BE(value, at);
  return copy;
}

function failure(work: () => void): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing failed');
}
