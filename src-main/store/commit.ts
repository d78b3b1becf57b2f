import { envelopeText, type Act, type Change, type Envelope, type Intent } from '#domain/act.ts';
import { divide } from '#domain/apart.ts';
import { stampOf, tick } from '#domain/stamp.ts';
import { isShared } from '#domain/tables.ts';
import { apply, headsOf, type Touched } from './apply.ts';
import { derive } from './derive.ts';
import { StoreError } from './errors.ts';
import type { ReadDb, WriteDb } from './handle.ts';
import { newSalt, sha256 } from './hash.ts';
import { rowsHere } from './here.ts';
import type { Project } from './open.ts';
import { keepPayload, placeOf } from './payloads.ts';

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
    const { together, apart } = divide(changesOf(db, changes), newSalt);
    const parts = apart.map((part) => JSON.stringify(part));
    const body = JSON.stringify({
      deed,
      salt: newSalt(),
      ...(undoes === undefined ? {} : { undoes }),
      changes: together,
      ...(parts.length === 0 ? {} : { apart: parts.map((part) => sha256(part)) }),
    });
    const envelope: Envelope = {
      project: project.id,
      device: author.device,
      sequence: (last?.sequence ?? 0) + 1,
      previous: last?.hash ?? null,
      stamp: stampOf(clock, author.device),
      person: author.person,
      payload: sha256(body),
    };
    const made: Act = { ...envelope, hash: sha256(envelopeText(envelope)), body, apart: parts };
    append(db, made);
    keepPayload(db, made);
    const { hash: act, stamp } = made;
    apply(
      db,
      [
        { act, stamp, changes: together, from: 0 },
        ...apart.map((part, i) => ({ act, stamp, changes: part.changes, from: placeOf(i) })),
      ],
      touched,
    );
    derive(db, touched);
    return made;
  });
  project.clock = clock;
  return { act, tables: [...touched.keys()] };
}

/** What was meant, with the values that it replaces: none in a row that does not stand anywhere yet. */
function changesOf(db: ReadDb, intents: readonly Intent[]): Change[] {
  const rows = new Map<string, Set<string>>();
  for (const { table, row } of intents) rows.set(table, (rows.get(table) ?? new Set()).add(row));
  const here = new Map(
    [...rows].map(([table, ids]) => [table, isShared(table) ? rowsHere(db, table, ids) : NONE]),
  );
  return intents.map((intent): Change => {
    const { table, row, column, base } = intent;
    if (base) return { ...intent, base };
    const heads = here.get(table)!.has(row) ? headsOf(db, table, row, column) : [];
    return { ...intent, base: heads.map((head) => head.stamp) };
  });
}

const NONE: ReadonlySet<string> = new Set();

/** Adds an act to the log; false where it stands there already. */
export function append(db: WriteDb, act: Act): boolean {
  return (
    db.run(
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
    ) > 0
  );
}

export function writable(project: Project): WriteDb {
  if (!project.db)
    throw new StoreError('read-only', `${project.file} can only be read; nothing was changed.`);
  return project.db;
}
