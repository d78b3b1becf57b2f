import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { Intent } from '#domain/act.ts';
import { START, clockOf } from '#domain/stamp.ts';
import type { Merged } from '#contract/exchange.ts';
import { bytesSource, readBundle } from '#engine/bundle/read.ts';
import { bundleOf } from '#engine/bundle/write.ts';
import { deviceIn, leaveAt } from '#engine/devices.ts';
import { takeBack } from '#engine/history.ts';
import type { Home } from '#engine/home.ts';
import { keyRing, type KeyRing } from '#engine/keys.ts';
import { mergeOpened } from '#engine/merge.ts';
import { planned, type Packing } from '#engine/pack.ts';
import { act, hereOf, type Session } from '#engine/session.ts';
import { asCallError } from '#engine/errors.ts';
import { WriteDb } from '#store/handle.ts';
import { createFile, type Project } from '#store/open.ts';
import { lacking, newestSeals, standing } from '#store/outgoing.ts';
import { sealChain } from '#store/seals.ts';

export const PROJECT = 'project-1';

let template: Buffer | undefined;

/** A new project file's bytes, made once. */
function emptyProject(): Buffer {
  if (template) return template;
  const folder = mkdtempSync(join(tmpdir(), 'assay-mates-'));
  const file = join(folder, 'p.assay');
  createFile(file, PROJECT, { now: 0 }, () => {}).close();
  template = readFileSync(file);
  rmSync(folder, { recursive: true });
  return template;
}

/** A project that lives in memory: what is tested with it is the merge, not the disk. */
export function projectIn(bytes: Buffer, file: string): Project & { readonly bytes: () => Buffer } {
  const raw = new Database(bytes);
  raw.pragma('foreign_keys = on');
  raw.pragma('synchronous = off');
  const db = new WriteDb(raw);
  const newest = db.one<{ stamp: string | null }>('select max(stamp) as stamp from act')?.stamp;
  return {
    file,
    id: PROJECT,
    read: db,
    db,
    clock: (newest ? clockOf(newest) : undefined) ?? START,
    close: () => db.close(),
    bytes: () => raw.serialize(),
  };
}

/** What a home remembers, in memory. */
export type Kept = { readonly person: string; readonly device: string; readonly files: Map<string, unknown> };

const rings = new Map<string, KeyRing>();
let keysIn: string | undefined;

/** One key for each person, made once for all tests. */
function ringOf(person: string): KeyRing {
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

  constructor(kept: Kept, file: string, bytes: Buffer = emptyProject()) {
    this.kept = kept;
    this.file = file;
    this.project = projectIn(bytes, file);
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
  reopen(bytes: Buffer = this.bytes()): void {
    this.leave();
    this.project.close();
    this.project = projectIn(bytes, this.file);
    this.session = this.open();
  }

  leave(): void {
    const { project, session } = this;
    sealChain(project.db!, PROJECT, session.author.device, session.keys.unlocked()!);
    if (session.done.acted)
      leaveAt(project.read, session.home, hereOf(session), session.author.device, false);
  }

  bytes(): Buffer {
    this.leave();
    return this.project.bytes();
  }

  do(changes: readonly Intent[], deed = 'test'): string {
    return act(this.session, deed, changes);
  }

  back(deed: 'undo' | 'redo'): boolean {
    try {
      takeBack(this.session, deed);
      return true;
    } catch (error) {
      expect(asCallError(error).name).toBe('CallError');
      return false;
    }
  }

  async pack(asked: Packing = {}): Promise<Buffer> {
    const { project, session } = this;
    const signer = session.keys.unlocked()!;
    this.leave();
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

export function mate(person: string, bytes?: Buffer): Mate {
  return new Mate({ person, device: `${person}-${(ids += 1)}`, files: new Map() }, `/${person}.assay`, bytes);
}
