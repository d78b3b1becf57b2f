import type { Merged } from '#contract/exchange.ts';
import { backUp } from '#store/backup.ts';
import type { WriteDb } from '#store/handle.ts';
import { bringNews } from '#store/here.ts';
import { learn } from '#store/outgoing.ts';
import { retire } from './devices.ts';
import { openBundles, type Incoming } from './incoming.ts';
import { progress } from './jobs.ts';
import { mergeAll, sourceOf, type Written } from './merge-write.ts';
import { hereOf, whenFree, writeOf, type OnDisk, type Session } from './session.ts';

export type Merging = {
  readonly dryRun: boolean;
  readonly passphrase?: string | undefined;
  readonly job?: string | undefined;
  /** Done by itself and not by this person now: it is listed, and undo leaves it alone. */
  readonly quiet?: boolean;
};

/** Thrown to take back what a dry run tried. */
class TakenBack extends Error {}

/**
 * Merges bundles: each is checked to its last byte before anything is written, and all that is new is written in one
 * transaction. A bundle that is refused changes nothing and stops no other.
 */
export async function merge(
  session: Session,
  sources: readonly OnDisk[],
  { dryRun, passphrase, job, quiet = false }: Merging,
  signal: AbortSignal,
): Promise<Merged> {
  const db = writeOf(session);
  const refused: Merged['refused'] = [];
  const tick = progress(session, job, sizeOf(sources), 'merge', signal);
  const opened = await openBundles(session, sources, passphrase, refused, tick, signal);
  const folder = `${session.home.folder}/backups/${session.project.id}`;
  try {
    return await mergeOpened(session, opened, {
      dryRun,
      quiet,
      refused,
      tick,
      backUp: () => backUp(db, folder, session.world.now(), 'merge'),
    });
  } finally {
    for (const one of opened) one.close();
  }
}

type MergingOpened = {
  readonly dryRun: boolean;
  readonly quiet: boolean;
  /** What was refused before; what is refused now joins it. */
  readonly refused: Merged['refused'];
  readonly tick: (bytes: number) => Promise<void>;
  readonly backUp: () => void;
};

/** Merges bundles whose every byte was checked. */
export async function mergeOpened(
  session: Session,
  opened: readonly Incoming[],
  { dryRun, quiet, refused, tick, backUp: secure }: MergingOpened,
): Promise<Merged> {
  const db = writeOf(session);
  if (!opened.some((one) => isNews(db, one))) return { ...nothingNew(session, opened), refused };
  if (!dryRun) secure();
  return alone(session, async () => {
    const { clock } = session.project;
    let written: Written | undefined;
    try {
      await db.togetherSlowly(async () => {
        written = await mergeAll(session, db, opened, refused, quiet, tick);
        if (dryRun) throw new TakenBack();
      });
    } catch (error) {
      session.project.clock = clock;
      if (!(error instanceof TakenBack)) throw error;
      return { ...written!.merged, merge: null };
    }
    if (written!.ownDevice) moveToNewDevice(session);
    session.say({ kind: 'changed', tables: [...written!.tables, 'merge'] });
    return written!.merged;
  });
}

function sizeOf(sources: readonly OnDisk[]): number {
  return sources.reduce((sum, source) => sum + source.bytes, 0) * 2;
}

/** While a merge writes, all other calls wait: what they wrote would be taken back with it if it failed. */
async function alone<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await whenFree(session);
  const done = Promise.withResolvers<void>();
  session.gate.busy = done.promise;
  try {
    return await work();
  } finally {
    session.gate.busy = undefined;
    done.resolve();
  }
}

/** Whether a bundle holds anything that is not here: acts, contents, files or signatures. */
function isNews(db: WriteDb, { bundle }: Incoming): boolean {
  const { manifest } = bundle;
  if (manifest.chains.some((chain) => !db.one('select 1 from act where hash = ?', chain.head))) return true;
  if (
    manifest.blobs.some(
      (blob) => !db.one('select 1 from blob where sha256 = ? and bytes is not null', blob.sha256),
    )
  )
    return true;
  if (
    manifest.seals.some(
      (seal) => !db.one('select 1 from seal where device = ? and head = ?', seal.device, seal.head),
    )
  )
    return true;
  for (const acts of bundle.acts()) if (bringNews(db, acts)) return true;
  return false;
}

/** Somebody has written acts in this device's name: a copy of this home, or this file from before a backup. */
function moveToNewDevice(session: Session): void {
  retire(session.home, hereOf(session), session.author.device);
  session.author.device = session.world.newId();
}

function nothingNew(session: Session, opened: readonly Incoming[]): Omit<Merged, 'refused'> {
  const db = session.project.read;
  const count = (one: Incoming) => one.bundle.manifest.chains.reduce((n, chain) => n + chain.acts, 0);
  for (const { bundle } of opened) {
    const { packer, has, lacks } = bundle.manifest;
    if (session.project.db)
      session.project.db.together(() => learn(session.project.db!, packer.person, has, lacks));
  }
  return {
    merge: null,
    acts: { new: 0, known: opened.reduce((n, one) => n + count(one), 0) },
    files: {
      new: 0,
      missing: db.one<{ n: number }>('select count(*) as n from blob where bytes is null')!.n,
    },
    changes: [],
    changesTotal: 0,
    conflicts: [],
    sources: opened.map((one) => sourceOf(session, one, count(one))),
    gaps: [],
    clocks: [],
    keys: [],
    forks: [],
    aside: 0,
    unsigned: 0,
  };
}
