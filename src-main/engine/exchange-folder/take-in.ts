import { join } from 'node:path';
import type { ExchangeRound } from '#contract/exchange-folder.ts';
import type { Failure } from '#contract/nouns.ts';
import { backUp, newestBackup } from '#store/backup.ts';
import { exchangeFiles, recordExchangeFile } from '#store/exchange-files.ts';
import { openBundles } from '../incoming.ts';
import { mergeOpened } from '../merge.ts';
import { whenFree, writeOf, type Session } from '../session.ts';
import type { Found } from './scan.ts';

/** So many files are merged at once: few enough that the window is answered in between. */
const FILES_AT_ONCE = 200;

/** A team's files come in all day long: a copy of the project before each would fill the disk. */
const BACKUP_EVERY_MS = 15 * 60_000;

type Refused = Map<string, Failure['error']>;
type TakenIn = Pick<ExchangeRound, 'merged' | 'people' | 'conflicts'>;

/** Merges the files that were not merged before; what is refused stops no other and joins `refused`. */
export async function takeIn(
  session: Session,
  ready: readonly Found[],
  refused: Refused,
  signal: AbortSignal,
): Promise<TakenIn> {
  // whatever began this round (an unlocked key, a newly trusted one, an act that arrived) may let in what was refused
  refused.clear();
  await whenFree(session);
  const known = exchangeFiles(writeOf(session));
  const fresh = ready.filter(({ key }) => !known.has(key));
  const merged = { files: 0, acts: 0 };
  const people = new Set<string>();
  let conflicts = 0;
  for (let at = 0; at < fresh.length; at += FILES_AT_ONCE) {
    const some = await takeSome(session, fresh.slice(at, at + FILES_AT_ONCE), refused, signal);
    merged.files += some.merged.files;
    merged.acts += some.merged.acts;
    for (const name of some.people) people.add(name);
    conflicts += some.conflicts;
  }
  return { merged, people: [...people], conflicts };
}

async function takeSome(
  session: Session,
  fresh: readonly Found[],
  allRefused: Refused,
  signal: AbortSignal,
): Promise<TakenIn> {
  const db = writeOf(session);
  const refused: Failure[] = [];
  const tick = async () => signal.throwIfAborted();
  const sources = fresh.map(({ key, path }) => ({ name: key, path, mediaType: '', bytes: 0 }));
  const opened = await openBundles(session, sources, undefined, refused, tick, signal);
  try {
    // what another merge writes may be taken back; only what stays may be counted as known
    await whenFree(session);
    signal.throwIfAborted();
    const told = await mergeOpened(session, opened, {
      dryRun: false,
      quiet: true,
      refused,
      tick,
      backUp: () => backUpNowAndThen(session),
    });
    const failed = new Set(refused.map(({ source }) => source));
    const taken = opened.filter(({ name }) => !failed.has(name));
    await whenFree(session);
    signal.throwIfAborted();
    db.together(() => {
      for (const { name, bundle } of taken) {
        const { chains, recipients, lacks } = bundle.manifest;
        recordExchangeFile(db, name, { runs: chains, readers: recipients, lacks });
      }
    });
    for (const { source, error } of refused) allRefused.set(source, error);
    const people = told.sources.flatMap(({ person, acts }) => (person && acts > 0 ? [person.name] : []));
    return {
      merged: { files: taken.length, acts: told.acts.new },
      people: told.acts.new > 0 ? people : [],
      conflicts: told.conflicts.length,
    };
  } finally {
    for (const one of opened) one.close();
  }
}

function backUpNowAndThen(session: Session): void {
  const backups = join(session.home.folder, 'backups', session.project.id);
  const now = session.world.now();
  if (now - newestBackup(backups) > BACKUP_EVERY_MS) backUp(writeOf(session), backups, now, 'merge');
}
