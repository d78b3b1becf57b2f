import {
  chmodSync,
  closeSync,
  copyFileSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ExchangeRound } from '#contract/exchange-folder.ts';
import { exchangeFiles, recordExchangeFile, type Run } from '#store/exchange-files.ts';
import { lacking } from '#store/outgoing.ts';
import { packTo, planned, sealOwn, type Plan } from '../pack.ts';
import { whenFree, writeOf, type Session } from '../session.ts';
import { trustOf } from '../trust.ts';
import { hasMore, heldIn, sparing } from './coverage.ts';
import { deviceFolder, fileName, LAYOUT, projectFolder, stated, UNFINISHED } from './names.ts';
import { ordinary, type Scanned } from './scan.ts';
import type { ChosenFolder } from './state.ts';

const NONE = { files: 0, acts: 0 };

/** Writes one bundle of all that the folder's files do not hold yet, if they lack anything. */
export async function putOut(
  session: Session,
  { folder, encrypt }: ChosenFolder,
  { ready }: Scanned,
  signal: AbortSignal,
): Promise<ExchangeRound['written']> {
  await whenFree(session);
  signal.throwIfAborted();
  const db = writeOf(session);
  const known = exchangeFiles(db);
  const readers = encrypt ? readersOf(session) : undefined;
  const there = ready.flatMap(({ key }) => known.get(key) ?? []);
  const lacks = lacking(db);
  const held = heldIn(db, sparing(there, readers, new Set(lacks)));
  if (!hasMore(db, held)) return NONE;
  // others refuse what a signing device has not signed, so it is no part of a plan until it is signed
  const signer = await session.keys.open();
  await whenFree(session);
  signal.throwIfAborted();
  sealOwn(session, signer);
  const what = { held, lacked: new Set<string>() };
  const runs = runsOf(planned(session, {}, what));
  if (runs.length === 0) return NONE;

  const { device } = session.author;
  const own = ownFolder(session, folder);
  const aside = join(session.home.folder, 'outgoing');
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const unfinished = join(aside, session.world.newId());
  try {
    const { acts } = await packTo(session, unfinished, {}, signal, what, readers);
    const sha256 = await hashOf(unfinished, signal);
    const before = [...known.keys()].filter((key) => key.startsWith(`${device}/`));
    const numbers = before.map((key) => stated(key.slice(device.length + 1))?.number ?? 0);
    const name = fileName(1 + numbers.reduce((most, number) => Math.max(most, number), 0), sha256);
    // a bundle is for its readers, whoever has an account on their computers: the folder's own rights decide
    chmodSync(unfinished, 0o666 & ~process.umask());
    moveInto(own, unfinished, name);
    await whenFree(session);
    recordExchangeFile(db, `${device}/${name}`, {
      runs,
      readers: readers ? [...new Set(readers)].sort() : [],
      lacks,
    });
    return { files: 1, acts };
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** The age addresses of yourself and everybody whose key you trust. */
function readersOf(session: Session): string[] {
  const trusted = [...trustOf(session.home).values()].filter(({ state }) => state === 'trusted');
  return [session.keys.public().recipient, ...trusted.map(({ recipient }) => recipient)].filter(Boolean);
}

/** What a plan holds of each device, as runs without a gap; acts of a forked chain share a number. */
function runsOf(plan: Plan): Run[] {
  const runs: { device: string; first: number; last: number; acts: number }[] = [];
  for (const { act } of plan.going()) {
    const run = runs.at(-1);
    if (run?.device === act.device && act.sequence <= run.last + 1) {
      run.last = act.sequence;
      run.acts += 1;
    } else runs.push({ device: act.device, first: act.sequence, last: act.sequence, acts: 1 });
  }
  return runs;
}

/** Makes this device's folder, and clears away what a crash left there. */
function ownFolder({ project, author }: Session, folder: string): string {
  const own = deviceFolder(folder, project.id, author.device);
  for (const path of [join(folder, LAYOUT), projectFolder(folder, project.id), own]) ordinary(path);
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(own)) {
    if (name.startsWith(UNFINISHED)) rmSync(join(own, name), { force: true });
  }
  return own;
}

/** Moves a finished file into the folder in one step, so that no carrier ever sees a half of it. */
function moveInto(own: string, finished: string, name: string): void {
  try {
    renameSync(finished, join(own, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const unfinished = join(own, `${UNFINISHED}${name}`);
    copyFileSync(finished, unfinished);
    flush(unfinished, 'r+');
    renameSync(unfinished, join(own, name));
  }
  flush(own, 'r');
}

async function hashOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20, signal }))
    hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** A new name must be on the disk too before anybody relies on it. */
function flush(path: string, mode: string): void {
  try {
    const handle = openSync(path, mode);
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows opens no folder, and some shares flush nothing: there the system does so in its own time
  }
}
