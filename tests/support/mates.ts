import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Intent } from '#domain/act.ts';
import { START, clockOf } from '#domain/stamp.ts';
import type { Merged } from '#contract/exchange.ts';
import { bytesSource, readBundle } from '#engine/bundle/read.ts';
import { bundleOf } from '#engine/bundle/write.ts';
import { deviceIn, leaveAt } from '#engine/devices.ts';
import { takeBack } from '#engine/history.ts';
import type { Home } from '#engine/home.ts';
import { checkReader, checkSender } from '#engine/incoming.ts';
import { keyRing, type KeyRing } from '#engine/keys.ts';
import { mergeOpened } from '#engine/merge.ts';
import { planned, sealOwn, type Packing } from '#engine/pack.ts';
import { act, hereOf, type Session } from '#engine/session.ts';
import { asCallError } from '#engine/errors.ts';
import { WriteDb, type Param } from '#store/handle.ts';
import type { Project } from '#store/open.ts';
import { lacking, newestSeals, standing } from '#store/outgoing.ts';
import { sealChain } from '#store/seals.ts';
import { emptyProject, filled } from './project.ts';

export const PROJECT = 'project-1';

/** The rows of a project, table by table. */
export type Rows = readonly (readonly [table: string, rows: readonly Record<string, Param>[]])[];

/** Databases in memory, used again and again: most of a new one's cost is to prepare its statements. */
const pool: Memory[] = [];

type Memory = { readonly raw: Database.Database; readonly db: WriteDb; readonly tables: readonly string[] };

function memory(): Memory {
  const used = pool.pop();
  if (used) return used;
  const raw = new Database(emptyProject());
  raw.pragma('synchronous = off');
  // switching them would have every statement prepared anew; `verify` looks for links that lead nowhere
  raw.pragma('foreign_keys = off');
  const tables = raw
    .prepare(
      `select name from pragma_table_list where type = 'table' and schema = 'main' and name not like 'sqlite%' and name not like 'search_%' or name = 'searchable'`,
    )
    .pluck()
    .all() as string[];
  return { raw, db: new WriteDb(raw), tables: tables.filter((name) => name !== 'search') };
}

/** A project that lives in memory: what is tested with it is the merge, not the disk. */
function projectIn(rows: Rows, file: string): Project & { readonly rows: () => Rows } {
  const { raw, db, tables } = memory();
  const used = filled(db, tables);
  if (used.includes('searchable')) db.run(`insert into search (search) values ('delete-all')`);
  for (const table of used) if (table !== 'meta') db.run(`delete from ${table}`);
  for (const [table, all] of rows) {
    for (const row of all) {
      const columns = Object.keys(row);
      db.run(
        `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
        ...Object.values(row),
      );
    }
  }
  db.run('insert into search (rowid, title, body) select id, title, body from searchable');
  const newest = db.one<{ stamp: string | null }>('select max(stamp) as stamp from act')?.stamp;
  return {
    file,
    id: PROJECT,
    read: db,
    db,
    clock: (newest ? clockOf(newest) : undefined) ?? START,
    close: () => void pool.push({ raw, db, tables }),
    rows: () =>
      filled(db, tables).flatMap((table) =>
        table === 'meta' ? [] : [[table, db.all<Record<string, Param>>(`select * from ${table}`)] as const],
      ),
  };
}

/** What a home remembers, in memory. */
export type Kept = { readonly person: string; readonly device: string; readonly files: Map<string, unknown> };

const rings = new Map<string, KeyRing>();
let keysIn: string | undefined;

/** One key for each person, made once for all tests. */
export function ringOf(person: string): KeyRing {
  keysIn ??= mkdtempSync(join(tmpdir(), 'assay-keys-'));
  let ring = rings.get(person);
  if (!ring) {
    ring = keyRing(keysIn, person, undefined, undefined);
    ring.unlocked();
    rings.set(person, ring);
  }
  return ring;
}

export function dropKeys(): void {
  if (keysIn !== undefined) rmSync(keysIn, { recursive: true, force: true });
}

let ids = 0;

/** One person at one computer with one copy of the project, without a disk. */
export class Mate {
  readonly kept: Kept;
  readonly file: string;
  project: ReturnType<typeof projectIn>;
  session: Session;
  now = 1_000_000;

  constructor(kept: Kept, file: string, rows: Rows = []) {
    this.kept = kept;
    this.file = file;
    this.project = projectIn(rows, file);
    this.session = this.open();
  }

  private open(): Session {
    const { kept, project } = this;
    const home: Home = {
      folder: '/nowhere',
      person: kept.person,
      device: kept.device,
      name: () => kept.person,
      look: () => ({ theme: '', language: '' }),
      recall: (name) => kept.files.get(name),
      forget: (name) => void kept.files.delete(name),
      remember: (name, value) => void kept.files.set(name, structuredClone(value)),
    };
    const world = { now: () => this.now, newId: () => `id-${(ids += 1)}`, home: '/nowhere' };
    const here = { project: PROJECT, file: this.file, person: kept.person };
    return {
      world,
      home,
      project,
      me: { id: kept.person, name: kept.person },
      author: { person: kept.person, device: deviceIn(project.read, home, here, world.newId) },
      keys: ringOf(kept.person),
      done: { acted: false },
      uploads: new Map(),
      files: new Map(),
      bundles: new Map(),
      jobs: new Map(),
      gate: { busy: undefined },
      say: () => {},
    };
  }

  /** Closes the file as the engine does, and opens it again, or another state of it. */
  reopen(rows: Rows = this.rows()): void {
    this.leave();
    this.project.close();
    this.project = projectIn(rows, this.file);
    this.session = this.open();
  }

  leave(): void {
    const { project, session } = this;
    sealChain(project.db!, PROJECT, session.author.device, session.keys.unlocked()!);
    if (session.done.acted)
      leaveAt(project.read, session.home, hereOf(session), session.author.device, false);
  }

  /** The file as it is left, for a copy or a backup. */
  rows(): Rows {
    this.leave();
    return this.project.rows();
  }

  do(changes: readonly Intent[], deed = 'test', undoes?: string): string {
    return act(this.session, deed, changes, undoes);
  }

  back(deed: 'undo' | 'redo'): boolean {
    try {
      takeBack(this.session, deed);
      return true;
    } catch (error) {
      if (asCallError(error).name !== 'CallError') throw error;
      return false;
    }
  }

  async pack(asked: Packing = {}): Promise<Buffer> {
    const { project, session } = this;
    const signer = session.keys.unlocked()!;
    sealOwn(session, signer);
    leaveAt(project.read, session.home, hereOf(session), session.author.device, false);
    session.done.acted = false;
    const plan = planned(session, asked);
    const pieces: Uint8Array[] = [];
    const contents = {
      project: PROJECT,
      title: '',
      packer: { ...session.author, key: signer.key },
      recipients: [],
      passphrase: false,
      seals: newestSeals(project.read),
      has: standing(project.read),
      lacks: lacking(project.read),
      acts: [...plan.going()].map((one) => one.act),
      blobs: plan.files,
    };
    for await (const piece of bundleOf(project.read, contents, signer, async () => {})) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async merge(bytes: Buffer, dryRun = false): Promise<Merged> {
    const bundle = await readBundle(bytesSource(bytes), async () => {});
    checkReader(bundle, undefined);
    checkSender(this.session, bundle);
    return mergeOpened(this.session, [{ name: 'bundle', bundle, close: () => {} }], {
      dryRun,
      quiet: false,
      refused: [],
      tick: async () => {},
      backUp: () => {},
    });
  }

  close(): void {
    this.project.close();
  }
}

export function mate(person: string, rows?: Rows): Mate {
  return new Mate({ person, device: `${person}-${(ids += 1)}`, files: new Map() }, `/${person}.assay`, rows);
}
