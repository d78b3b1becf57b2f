import { envelopeText, type Act } from '#domain/act.ts';
import { witness } from '#domain/stamp.ts';
import { apply, type Applying, type Touched, type Witness } from './apply.ts';
import { append, writable } from './commit.ts';
import { derive } from './derive.ts';
import { StoreError } from './errors.ts';
import type { ReadDb, WriteDb } from './handle.ts';
import { sha256 } from './hash.ts';
import type { Project } from './open.ts';
import { changesIn, keepPayload, partsOf, payloadOf, placeOf } from './payloads.ts';

export type Received = {
  readonly fresh: number;
  readonly known: number;
  readonly refused: string[];
  readonly tables: string[];
};

/**
 * Takes in acts from elsewhere, on the same path as local ones; in any order, any number of times.
 * An act whose hash or payload does not fit is refused by name and changes nothing.
 */
export function receive(project: Project, acts: readonly Act[], now: number): Received {
  const db = writable(project);
  const touched: Touched = new Map();
  const refused: string[] = [];
  return db.together(() => {
    const fitting = acts.filter((act) => {
      const fits = act.project === project.id && isWhole(act);
      if (!fits) refused.push(act.hash);
      return fits;
    });
    const { fresh, known } = takeIn(project, fitting, now, touched);
    derive(db, touched);
    return { fresh, known, refused, tables: [...touched.keys()] };
  });
}

/** Whether an act's hashes are those of what it holds. */
export function isWhole(act: Act): boolean {
  if (sha256(envelopeText(act)) !== act.hash) return false;
  if (act.body === null) return act.apart.length === 0;
  const payload = payloadOf(act.body);
  return (
    payload !== undefined &&
    sha256(act.body) === act.payload &&
    act.apart.every((part) => payload.apart?.includes(sha256(part)) ?? false)
  );
}

/** Adds whole acts to the log and applies what is new of them. Derived tables are left to the caller. */
export function takeIn(
  project: Project,
  acts: readonly Act[],
  now: number,
  touched: Touched,
  hear?: Witness,
): { fresh: number; known: number } {
  const db = writable(project);
  const applying: Applying[] = [];
  let fresh = 0;
  let before: string | null = null;
  for (const act of acts) {
    const isNew = append(db, act);
    if (isNew) {
      fresh += 1;
      project.clock = witness(project.clock, act.stamp, now);
      if (act.previous !== null && act.previous !== before) awaitAct(db, act);
    }
    before = act.hash;
    applying.push(...newParts(db, act));
  }
  if (fresh > 0) db.run('delete from missing where hash in (select hash from act)');
  apply(db, applying, touched, hear);
  return { fresh, known: acts.length - fresh };
}

/** What of an act's payload was not here before: of a known act, what had been withheld. */
function newParts(db: WriteDb, act: Act): Applying[] {
  if (act.body === null) return [];
  const kept = keepPayload(db, act);
  if (!kept.body && kept.apart.length === 0) return [];
  const payload = payloadOf(act.body);
  if (!payload)
    throw new StoreError(
      'damaged',
      `What act ${act.sequence} of device ${act.device.slice(0, 8)} did cannot be read.`,
    );
  const { hash, stamp } = act;
  const parts = kept.body ? partsOf(db, payload) : kept.apart;
  return [
    ...(kept.body ? [{ act: hash, stamp, changes: payload.changes, from: 0 }] : []),
    ...parts.map((part) => ({
      act: hash,
      stamp,
      changes: changesIn(part),
      from: placeOf(payload.apart?.indexOf(sha256(part)) ?? 0),
    })),
  ];
}

function awaitAct(db: WriteDb, act: Act): void {
  db.run(
    `insert into missing (hash, device, sequence)
     select ?, ?, ? where not exists (select 1 from act where hash = ?) on conflict do nothing`,
    act.previous,
    act.device,
    act.sequence - 1,
    act.previous,
  );
}

/** Runs of acts that others follow and that are not here, by device. */
export function gapsOf(db: ReadDb): { device: string; from: number; to: number }[] {
  return db.all(
    `select m.device, coalesce(
       (select max(a.sequence) from act a where a.device = m.device and a.sequence < m.sequence), 0
     ) + 1 as "from", m.sequence as "to"
     from missing m order by m.device, m.sequence`,
  );
}
