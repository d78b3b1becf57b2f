import { CallError } from '#contract/error.ts';
import type { Merged } from '#contract/exchange.ts';
import type { Touched } from '#store/apply.ts';
import { backUp } from '#store/backup.ts';
import { keepPieces } from '#store/blobs.ts';
import { derive } from '#store/derive.ts';
import type { WriteDb } from '#store/handle.ts';
import { sha256 } from '#store/hash.ts';
import { Before, keepMerge } from '#store/merges.ts';
import { learn } from '#store/outgoing.ts';
import { peopleById } from '#store/people.ts';
import { takeIn } from '#store/receive.ts';
import { keepSeal } from '#store/seals.ts';
import { fingerprintOf } from '#store/signatures.ts';
import { checkAuthors, type Checked } from './merge-checks.ts';
import { findings, standingBefore, type Fresh } from './merge-report.ts';
import { asCallError } from './errors.ts';
import { openBundles, type Incoming } from './incoming.ts';
import { progress } from './jobs.ts';
import { retire } from './devices.ts';
import { hereOf, nowOf, writeOf, type OnDisk, type Session } from './session.ts';
import { keyState } from './trust.ts';

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
  try {
    const news = opened.filter((one) => isNews(db, one));
    if (news.length === 0) return { ...nothingNew(session, opened), refused };
    if (!dryRun)
      backUp(db, `${session.home.folder}/backups/${session.project.id}`, session.world.now(), 'merge');
    return await alone(session, async () => {
      const clock = session.project.clock;
      let result: Merged | undefined;
      try {
        await db.togetherSlowly(async () => {
          result = await mergeAll(session, db, opened, refused, quiet, tick);
          if (dryRun) throw new TakenBack();
        });
      } catch (error) {
        session.project.clock = clock;
        if (!(error instanceof TakenBack)) throw error;
        return { ...result!, merge: null };
      }
      return result!;
    });
  } finally {
    for (const one of opened) one.close();
  }
}

function sizeOf(sources: readonly OnDisk[]): number {
  return sources.reduce((sum, source) => sum + source.bytes, 0) * 2;
}

/** While a merge writes, all other calls wait: what they wrote would be taken back with it if it failed. */
async function alone<T>(session: Session, work: () => Promise<T>): Promise<T> {
  while (session.gate.busy) await session.gate.busy;
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
  for (const acts of bundle.acts()) {
    for (const act of acts) {
      const known = db.one<{ body: string | null }>(
        `select p.hash as body from act a left join payload p on p.hash = a.payload where a.hash = ?`,
        act.hash,
      );
      if (!known || (act.body !== null && known.body === null)) return true;
      if (act.apart.some((part) => !db.one('select 1 from apart where hash = ?', sha256(part)))) return true;
    }
  }
  return false;
}

async function mergeAll(
  session: Session,
  db: WriteDb,
  opened: readonly Incoming[],
  refused: Merged['refused'],
  quiet: boolean,
  tick: (bytes: number) => Promise<void>,
): Promise<Merged> {
  const earlier = standingBefore(db);
  const arrival = db.one<{ n: number }>('select coalesce(max(arrival), 0) as n from act')!.n;
  const before = new Before();
  const touched: Touched = new Map();
  const fresh: Fresh = { acts: 0, known: 0, unsigned: 0, files: 0, newest: new Map(), ownDevice: false };
  const taken: Incoming[] = [];
  for (const one of opened) {
    try {
      await db.partly(() => mergeOne(session, db, one, { before, touched, fresh, tick }));
      taken.push(one);
    } catch (error) {
      const told = asCallError(error);
      if (!(told instanceof CallError) || told.code === 'cancelled') throw told;
      refused.push({ source: one.name, error: { code: told.code, message: told.message } });
    }
  }
  derive(db, touched);
  const id = session.world.newId();
  const people = [...new Set(taken.map((one) => sourceOf(session, one, 0).person?.name ?? ''))].filter(
    Boolean,
  );
  const changed = before.rows.size + before.cells.size > 0;
  if (fresh.acts > 0 || changed) {
    const { author } = session;
    keepMerge(
      db,
      {
        id,
        at: nowOf(session),
        person: author.person,
        device: quiet ? '' : author.device,
        sources: taken.map((one) => one.name),
        people,
        acts: fresh.acts,
        first: arrival + 1,
        last: arrival + fresh.acts,
      },
      before,
    );
  }
  if (fresh.ownDevice) moveToNewDevice(session);
  session.say({ kind: 'changed', tables: [...touched.keys(), 'merge'] });
  return {
    merge: fresh.acts > 0 || changed ? id : null,
    acts: { new: fresh.acts, known: fresh.known },
    refused,
    sources: taken.map((one) =>
      sourceOf(
        session,
        one,
        one.bundle.manifest.chains.reduce((n, c) => n + c.acts, 0),
      ),
    ),
    unsigned: fresh.unsigned,
    ...findings(session, db, earlier, before, fresh),
  };
}

type Under = {
  readonly before: Before;
  readonly touched: Touched;
  readonly fresh: Fresh;
  readonly tick: (bytes: number) => Promise<void>;
};

async function mergeOne(session: Session, db: WriteDb, one: Incoming, under: Under): Promise<void> {
  const { bundle } = one;
  const { manifest } = bundle;
  const checked: Checked = checkAuthors(session, db, bundle);
  for (const blob of manifest.blobs) {
    await under.tick(0);
    if (!keepPieces(db, blob, bundle.blob(blob.sha256))) continue;
    under.fresh.files += 1;
    for (const { id } of db.all<{ id: string }>('select id from revision where document = ?', blob.sha256))
      under.touched.set('revision', (under.touched.get('revision') ?? new Set()).add(id));
    await under.tick(blob.bytes);
  }
  for (const acts of bundle.acts()) {
    const { fresh, known } = takeIn(
      session.project,
      acts,
      session.world.now(),
      under.touched,
      under.before.witness,
    );
    under.fresh.acts += fresh;
    under.fresh.known += known;
    await under.tick(0);
  }
  for (const seal of manifest.seals) keepSeal(db, seal);
  learn(db, manifest.packer.person, manifest.has, manifest.lacks);
  under.fresh.unsigned += checked.unsigned;
  if (checked.devices.has(session.author.device)) under.fresh.ownDevice = true;
  for (const [device, stamp] of checked.devices) {
    if (stamp > (under.fresh.newest.get(device) ?? '')) under.fresh.newest.set(device, stamp);
  }
}

/** Somebody has written acts in this device's name: a copy of this home, or this file from before a backup. */
function moveToNewDevice(session: Session): void {
  retire(session.home, hereOf(session), session.author.device);
  session.author.device = session.world.newId();
}

function sourceOf(session: Session, one: Incoming, acts: number): Merged['sources'][number] {
  const { packer } = one.bundle.manifest;
  return {
    source: one.name,
    person: peopleById(session.project.read)(packer.person),
    fingerprint: fingerprintOf(packer.key),
    state: keyState(session, packer.key),
    acts,
  };
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
