import {
  closeSync,
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
import type { Failure } from '#contract/nouns.ts';
import { exchangeFiles, newestArrival, recordExchangeFile, type Run } from '#store/exchange-files.ts';
import { backUp } from '#store/backup.ts';
import { listKeys } from '../key-list.ts';
import { openBundles } from '../incoming.ts';
import { mergeOpened } from '../merge.ts';
import { packTo, planned } from '../pack.ts';
import { nowOf, writeOf, type Session } from '../session.ts';
import { heldIn } from './coverage.ts';
import { deviceFolder, fileName, stated } from './names.ts';
import { scanFolder, type Found, type Proven, type Scanned } from './scan.ts';
import type { ChosenFolder } from './state.ts';

/** What a session remembers between rounds, so that a round without news costs next to nothing. */
export type Memory = {
  readonly proven: Proven;
  /** Files that were refused, with the reason; tried again at the next start, when keys or the program may have changed. */
  readonly refused: Map<string, Failure['error']>;
  /** What was here and there at the end of the last round. */
  seen: string;
};

export function freshMemory(): Memory {
  return { proven: new Map(), refused: new Map(), seen: '' };
}

/** Few enough that a round lets the window answer in between; the next round takes the rest. */
const FILES_A_ROUND = 200;

/**
 * One exchange through a folder: merges what others have put there, then puts there what it lacks of ours. Files are
 * written once under the hash of their bytes, only below this device's own name.
 */
export async function exchangeOnce(
  session: Session,
  { folder, encrypt }: ChosenFolder,
  memory: Memory,
  signal: AbortSignal,
): Promise<ExchangeRound> {
  const scanned = await scanFolder(folder, session.project.id, memory.proven);
  const merged = await takeIn(session, scanned, memory, signal);
  const written = await putOut(session, folder, encrypt, scanned, memory, signal);
  const refused = scanned.ready.flatMap(({ key }) => {
    const error = memory.refused.get(key);
    return error ? [{ source: key, error }] : [];
  });
  return {
    folder,
    at: nowOf(session),
    ...merged,
    written,
    arriving: [...scanned.arriving],
    strange: [...scanned.strange],
    refused,
  };
}

type TakenIn = Pick<ExchangeRound, 'merged' | 'people' | 'conflicts'>;

async function takeIn(
  session: Session,
  { ready }: Scanned,
  memory: Memory,
  signal: AbortSignal,
): Promise<TakenIn> {
  const db = writeOf(session);
  const known = exchangeFiles(db);
  const fresh = ready
    .filter(({ key }) => !known.has(key) && !memory.refused.has(key))
    .slice(0, FILES_A_ROUND);
  const result = { files: 0, acts: 0 };
  if (fresh.length === 0) return { merged: result, people: [], conflicts: 0 };
  const refused: Failure[] = [];
  const tick = async () => signal.throwIfAborted();
  const sources = fresh.map(({ key, path }) => ({ name: key, path, mediaType: '', bytes: 0 }));
  const opened = await openBundles(session, sources, undefined, refused, tick, signal);
  const backups = join(session.home.folder, 'backups', session.project.id);
  try {
    const told = await mergeOpened(session, opened, {
      dryRun: false,
      quiet: true,
      refused,
      tick,
      backUp: () => backUp(db, backups, session.world.now(), 'merge'),
    });
    const failed = new Set(refused.map(({ source }) => source));
    db.together(() => {
      for (const { name, bundle } of opened) {
        if (!failed.has(name)) recordExchangeFile(db, name, bundle.manifest.chains);
      }
    });
    for (const { source, error } of refused) memory.refused.set(source, error);
    result.files = opened.length - opened.filter(({ name }) => failed.has(name)).length;
    result.acts = told.acts.new;
    const people = told.sources.flatMap(({ person, acts }) => (person && acts > 0 ? [person.name] : []));
    return { merged: result, people: [...new Set(people)], conflicts: told.conflicts.length };
  } finally {
    for (const one of opened) one.close();
  }
}

/** Writes one bundle of all that the folder's files do not hold yet. Gives how many acts it has; 0 where nothing was lacking. */
async function putOut(
  session: Session,
  folder: string,
  encrypt: boolean,
  { ready, arriving }: Scanned,
  memory: Memory,
  signal: AbortSignal,
): Promise<ExchangeRound['written']> {
  const db = writeOf(session);
  const here = [...ready.map((file: Found) => file.key), ...arriving];
  const seen = `${newestArrival(db)} ${here.toSorted().join(' ')}`;
  if (seen === memory.seen) return { files: 0, acts: 0 };
  const known = exchangeFiles(db);
  const held = heldIn(
    db,
    here.flatMap((key) => known.get(key) ?? []).length === 0 ? [] : here.map((key) => known.get(key) ?? []),
  );
  const lacking = { held, lacked: new Set<string>() };
  const runs = runsOf(planned(session, {}, lacking).going());
  if (runs.length === 0) {
    memory.seen = seen;
    return { files: 0, acts: 0 };
  }
  const own = deviceFolder(folder, session.project.id, session.author.device);
  mkdirSync(own, { recursive: true });
  const unfinished = join(own, `.unfinished-${session.world.newId()}`);
  try {
    const asked = encrypt ? { encryptTo: readers(session) } : {};
    const { acts } = await packTo(session, unfinished, asked, signal, lacking);
    const name = fileName(numberAfter(own), await hashOf(unfinished));
    renameSync(unfinished, join(own, name));
    flushFolder(own);
    recordExchangeFile(db, `${session.author.device}/${name}`, runs);
    return { files: 1, acts };
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Yourself and everybody whose key you trust. */
function readers(session: Session): string[] {
  const trusted = listKeys(session).filter((key) => key.state === 'trusted' && key.canReceive);
  return [session.me.id, ...trusted.map(({ key, person }) => person?.id ?? key)];
}

function runsOf(going: ReturnType<ReturnType<typeof planned>['going']>): Run[] {
  const runs = new Map<string, { device: string; first: number; last: number; acts: number }>();
  for (const { act } of going) {
    const run = runs.get(act.device);
    if (run) {
      run.last = act.sequence;
      run.acts += 1;
    } else runs.set(act.device, { device: act.device, first: act.sequence, last: act.sequence, acts: 1 });
  }
  return [...runs.values()];
}

function numberAfter(own: string): number {
  return 1 + Math.max(0, ...readdirSync(own).map((name) => stated(name)?.number ?? 0));
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** The new name must be on the disk too before anybody relies on it; systems that cannot flush a folder do so by themselves. */
function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows opens no folder
  }
}
