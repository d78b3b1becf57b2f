import { resolve } from 'node:path';
import { cells, type Intent } from '#domain/act.ts';
import type { SharedTable } from '#domain/tables.ts';
import type { Asked, CallName, Notice, Output } from '#contract/index.ts';
import { commit, writable } from '#store/commit.ts';
import type { ReadDb, WriteDb } from '#store/handle.ts';
import { idOf } from '#store/ids.ts';
import type { Project } from '#store/open.ts';
import type { Home } from './home.ts';
import { leaveAt } from './devices.ts';
import type { KeyRing, KeyStore, PublicKey } from './keys.ts';
import type { Parser } from './parse.ts';

/** What the engine needs of the world. */
export type World = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** The folder for preferences, identity and backups. */
  readonly home: string;
  readonly parser?: Parser;
  /** Where the system keeps secrets, if it does. */
  readonly keyStore?: KeyStore;
  /** The passphrase of the key, where it was given before anybody was asked. */
  readonly passphrase?: () => string | undefined;
};

export function realWorld(home: string): World {
  let last = 0;
  // two acts never share a millisecond, so that the order of what one person did can be read from its times
  return { now: () => (last = Math.max(Date.now(), last + 1)), newId: () => crypto.randomUUID(), home };
}

export type Upload = { readonly name: string; readonly bytes: Uint8Array };
export type Written = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };
/** A file of any size that was handed over, or that waits to be fetched. */
export type OnDisk = {
  readonly name: string;
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
};

/** The open project as the handlers see it: who is acting, on what, and how to tell others. */
export type Session = {
  readonly world: World;
  readonly home: Home;
  readonly project: Project;
  /** The device changes when it turns out that a copy of this file has acted in its name. */
  readonly author: { readonly person: string; device: string };
  readonly me: { readonly id: string; name: string };
  readonly keys: KeyRing;
  /** Whether this session has written acts; the home then knows that the chain has moved. */
  readonly done: { acted: boolean };
  readonly uploads: Map<string, Upload>;
  readonly files: Map<string, Written>;
  /** Bundles that came in or were written, by token; they go with the session. */
  readonly bundles: Map<string, OnDisk>;
  readonly jobs: Map<string, AbortController>;
  /** Set while a merge writes: all other calls wait for it. */
  readonly gate: { busy: Promise<void> | undefined };
  readonly say: (notice: Notice) => void;
};

/** Handlers are named and typed by the contract: one function a call. */
export type Handlers<N extends CallName> = {
  readonly [K in N]: (
    session: Session,
    asked: Asked<K>,
    signal: AbortSignal,
  ) => Output<K> | Promise<Output<K>>;
};

export function readOf(session: Session): ReadDb {
  return session.project.read;
}

export function writeOf(session: Session): WriteDb {
  return writable(session.project);
}

/** Resolves when no merge writes: what is read or written under one may be taken back with it. */
export async function whenFree({ gate }: Session): Promise<void> {
  while (gate.busy) await gate.busy;
}

/** Resolves an id given by an unambiguous beginning. */
export function whole(session: Session, table: SharedTable, given: string): string {
  return idOf(session.project.read, table, given);
}

/** ISO 8601 in UTC. */
export function nowOf(session: Session): string {
  return new Date(session.world.now()).toISOString();
}

/** Does one deed: an act of this person on this device, told to all who listen. Gives the act's hash. */
export function act(session: Session, deed: string, changes: readonly Intent[], undoes?: string): string {
  const { project, author, world } = session;
  const db = writable(project);
  const tables = new Set<string>();
  const hash = db.together(() => {
    const joining = introduction(session);
    if (joining.length > 0) {
      for (const table of commit(project, { deed: 'joinProject', changes: joining }, author, world.now())
        .tables)
        tables.add(table);
    }
    const told = commit(
      project,
      { deed, changes, ...(undoes === undefined ? {} : { undoes }) },
      author,
      world.now(),
    );
    for (const table of told.tables) tables.add(table);
    return told.act.hash;
  });
  if (!session.done.acted) {
    session.done.acted = true;
    // the system gives the key only later; by the time the file is closed it is there to sign with
    if (world.keyStore && session.keys.protection() !== 'passphrase') session.keys.open().catch(() => {});
    leaveAt(project.read, session.home, hereOf(session), author.device, true);
  }
  const gone = changes
    .filter(({ column, value }) => column === 'present' && value !== 1)
    .map(({ row }) => row);
  session.say({ kind: 'changed', tables: [...tables], ...(gone.length > 0 ? { gone } : {}) });
  return hash;
}

export function hereOf({ project, author }: Session): { project: string; file: string; person: string } {
  return { project: project.id, file: resolve(project.file), person: author.person };
}

/** Before somebody's first act, the project learns who they are, and the key that will sign for them. */
function introduction({ project, author, me, keys }: Session): Intent[] {
  const key = keys.person === me.id ? keys.public() : undefined;
  const known = project.read.one<{ n: number }>(
    `select (select count(*) from person where id = ? and present = 1)
          + (select count(*) from device where id = ? and present = 1)
          + (select count(*) from person_key where id = ? and present = 1) as n`,
    author.person,
    author.device,
    key?.key ?? '',
  );
  return known?.n === (key ? 3 : 2) ? [] : introduce(me, author.device, key);
}

export function introduce(
  me: { id: string; name: string },
  device: string,
  key: PublicKey | undefined,
): Intent[] {
  return [
    ...cells('person', me.id, { present: 1, name: me.name }),
    // the machine's own name would tell others about its owner
    ...cells('device', device, { present: 1, name: `Device ${device.slice(0, 4)}`, person: me.id }),
    ...(key
      ? cells('person_key', key.key, {
          present: 1,
          person: key.person,
          recipient: key.recipient,
          proof: key.proof,
        })
      : []),
  ];
}

const parsers = new WeakMap<World, Parser>();

/** What reads foreign files, started when the first one comes. */
export async function parserOf({ world }: Session): Promise<Parser> {
  const known = world.parser ?? parsers.get(world);
  if (known) return known;
  const { createParser } = await import('./parse.ts');
  const parser = createParser();
  parsers.set(world, parser);
  return parser;
}

export function closeParser(world: World): void {
  parsers.get(world)?.close();
}
