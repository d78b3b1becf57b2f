import { CallError } from '#contract/error.ts';
import type { Merged } from '#contract/exchange.ts';
import type { Touched } from '#store/apply.ts';
import { keepPieces } from '#store/blobs.ts';
import { derive } from '#store/derive.ts';
import type { WriteDb } from '#store/handle.ts';
import { Before, keepMerge } from '#store/merges.ts';
import { learn } from '#store/outgoing.ts';
import { peopleById } from '#store/people.ts';
import { takeIn } from '#store/receive.ts';
import { keepSeal } from '#store/seals.ts';
import { fingerprintOf } from '#store/signatures.ts';
import { asCallError } from './errors.ts';
import type { Incoming } from './incoming.ts';
import { checkAuthors } from './merge-checks.ts';
import { findings, standingBefore, type Fresh } from './merge-report.ts';
import { nowOf, type Session } from './session.ts';
import { keyState } from './trust.ts';

export type Written = {
  readonly merged: Merged;
  readonly tables: readonly string[];
  /** Whether acts of the device that acts here came from outside. */
  readonly ownDevice: boolean;
};

/** Writes all that is new in the bundles; a bundle that is refused leaves nothing behind. Runs within a transaction. */
export async function mergeAll(
  session: Session,
  db: WriteDb,
  opened: readonly Incoming[],
  refused: Merged['refused'],
  quiet: boolean,
  tick: (bytes: number) => Promise<void>,
): Promise<Written> {
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
  const merged: Merged = {
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
  return { merged, tables: [...touched.keys()], ownDevice: fresh.ownDevice };
}

/** Bytes of acts from which on a merge is given more memory. */
const MANY = 1 << 20;

type Under = {
  readonly before: Before;
  readonly touched: Touched;
  readonly fresh: Fresh;
  readonly tick: (bytes: number) => Promise<void>;
};

async function mergeOne(session: Session, db: WriteDb, one: Incoming, under: Under): Promise<void> {
  const { bundle } = one;
  const { manifest } = bundle;
  const checked = checkAuthors(session, db, bundle);
  for (const blob of manifest.blobs) {
    await under.tick(0);
    if (!keepPieces(db, blob, bundle.blob(blob.sha256))) continue;
    under.fresh.files += 1;
    for (const { id } of db.all<{ id: string }>('select id from revision where document = ?', blob.sha256))
      under.touched.set('revision', (under.touched.get('revision') ?? new Set()).add(id));
    await under.tick(blob.bytes);
  }
  if (manifest.acts.reduce((sum, file) => sum + file.bytes, 0) > MANY) db.makeRoom();
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

export function sourceOf(session: Session, one: Incoming, acts: number): Merged['sources'][number] {
  const { packer } = one.bundle.manifest;
  return {
    source: one.name,
    person: peopleById(session.project.read)(packer.person),
    fingerprint: fingerprintOf(packer.key),
    state: keyState(session, packer.key),
    acts,
  };
}
