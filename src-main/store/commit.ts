import {
  envelopeText,
  type Act,
  type Change,
  type Envelope,
  type Intent,
  type Payload,
} from '#domain/act.ts';
import { stampOf, tick, witness } from '#domain/stamp.ts';
import { applyPayload, headsOf, type Touched } from './apply.ts';
import { derive } from './derive.ts';
import { StoreError } from './errors.ts';
import type { WriteDb } from './handle.ts';
import { sha256 } from './hash.ts';
import type { Project } from './open.ts';

export type Author = { readonly person: string; readonly device: string };

export type Deed = {
  /** The name of the call that does it. */
  readonly deed: string;
  readonly changes: readonly Intent[];
  readonly undoes?: string;
};

export type Told = { readonly act: Act; readonly tables: string[] };

/**
 * The one way to write what is shared: appends an act to the log and applies it, in one transaction. When this
 * returns outside of a larger transaction, the act is on the disk.
 * @param now milliseconds since 1970
 */
export function commit(project: Project, { deed, changes, undoes }: Deed, author: Author, now: number): Told {
  const db = writable(project);
  const clock = tick(project.clock, now);
  const touched: Touched = new Map();
  const act = db.together(() => {
    const last = db.one<{ sequence: number; hash: string }>(
      'select sequence, hash from act where device = ? order by sequence desc, arrival desc limit 1',
      author.device,
    );
    const payload: Payload = {
      deed,
      ...(undoes === undefined ? {} : { undoes }),
      changes: changes.map((intent): Change => ({
        ...intent,
        base: headsOf(db, intent.table, intent.row, intent.column).map((head) => head.stamp),
      })),
    };
    const body = JSON.stringify(payload);
    const envelope: Envelope = {
      project: project.id,
      device: author.device,
      sequence: (last?.sequence ?? 0) + 1,
      previous: last?.hash ?? null,
      stamp: stampOf(clock, author.device),
      person: author.person,
      payload: sha256(body),
    };
    const made: Act = { ...envelope, hash: sha256(envelopeText(envelope)), body };
    append(db, made);
    applyPayload(db, made.hash, made.stamp, payload, touched);
    derive(db, touched);
    return made;
  });
  project.clock = clock;
  return { act, tables: [...touched.keys()] };
}

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
  let fresh = 0;
  let known = 0;
  db.together(() => {
    for (const act of acts) {
      const payload = act.body === null ? undefined : payloadOf(act.body);
      if (
        act.project !== project.id ||
        sha256(envelopeText(act)) !== act.hash ||
        (act.body !== null && (payload === undefined || sha256(act.body) !== act.payload))
      ) {
        refused.push(act.hash);
        continue;
      }
      if (!append(db, act)) {
        known += 1;
        continue;
      }
      fresh += 1;
      project.clock = witness(project.clock, act.stamp, now);
      if (payload) applyPayload(db, act.hash, act.stamp, payload, touched);
    }
    derive(db, touched);
  });
  return { fresh, known, refused, tables: [...touched.keys()] };
}

function append(db: WriteDb, act: Act): boolean {
  const added = db.run(
    `insert into act (hash, device, sequence, previous, stamp, person, payload, arrival)
     values (?, ?, ?, ?, ?, ?, ?, (select coalesce(max(arrival), 0) + 1 from act))
     on conflict (hash) do nothing`,
    act.hash,
    act.device,
    act.sequence,
    act.previous,
    act.stamp,
    act.person,
    act.payload,
  );
  if (act.body !== null) {
    db.run('insert into payload (hash, body) values (?, ?) on conflict do nothing', act.payload, act.body);
  }
  return added > 0;
}

/** The payload in an act's body, or undefined when it is none. */
export function payloadOf(body: string): Payload | undefined {
  try {
    const payload = JSON.parse(body) as Partial<Payload> | null;
    if (typeof payload?.deed !== 'string' || !Array.isArray(payload.changes)) return undefined;
    return payload.changes.every(isChange) ? (payload as Payload) : undefined;
  } catch {
    return undefined;
  }
}

function isChange(change: Partial<Change> | null): boolean {
  return (
    typeof change?.table === 'string' &&
    typeof change.row === 'string' &&
    typeof change.column === 'string' &&
    (change.value === null || typeof change.value === 'string' || typeof change.value === 'number') &&
    Array.isArray(change.base) &&
    change.base.every((stamp) => typeof stamp === 'string')
  );
}

export function writable(project: Project): WriteDb {
  if (!project.db)
    throw new StoreError('read-only', `${project.file} can only be read; nothing was changed.`);
  return project.db;
}
