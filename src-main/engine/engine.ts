import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { cells } from '#domain/act.ts';
import { DEFAULT_SCALE } from '#domain/scale.ts';
import type { Caller, Input, Notice, Output } from '#contract/index.ts';
import { backUp, copyProject, newestBackup } from '#store/backup.ts';
import { readBlob } from '#store/blobs.ts';
import { commit } from '#store/commit.ts';
import { createFile, openFile, type Options, type Project } from '#store/open.ts';
import { personNamed } from '#store/people.ts';
import { getCapture } from '#store/references.ts';
import { sealChain } from '#store/seals.ts';
import { deviceIn, leaveAt } from './devices.ts';
import { told, toldLater } from './errors.ts';
import { openHome } from './home.ts';
import { keyRing, type PublicKey } from './keys.ts';
import {
  closeParser,
  hereOf,
  introduce,
  whole,
  type OnDisk,
  type Session,
  type Upload,
  type World,
  type Written,
} from './session.ts';

export { realWorld, type World } from './session.ts';

export type PackedTo = Omit<Output<'packBundle'>['bundle'], 'token' | 'name'>;

export type Person = { readonly id: string; readonly name: string };

/** An open project: every call of the contract, and what has no place in JSON. */
export type Engine = {
  readonly file: string;
  readonly readOnly: boolean;
  readonly call: Caller;
  /** The same calls as another person: imports of other people's work, and the sample. */
  readonly as: (person: Person) => Caller;
  /** How the window is to look from its first paint on, as far as the preferences say. */
  readonly look: () => { readonly theme: string; readonly language: string };
  /** Takes bytes for a later call; gives the token that the call names. */
  readonly receive: (bytes: Uint8Array, name: string) => { token: string };
  /** Hands over a bundle that lies on this disk; gives the token that `mergeBundles` names. */
  readonly receiveFile: (path: string) => { token: string; name: string };
  /** Keeps a bundle that comes in pieces until this session ends; gives its token. */
  readonly receiveBundle: (pieces: AsyncIterable<Uint8Array>, name: string) => Promise<{ token: string }>;
  /** Writes a bundle to a path of this disk. */
  readonly packTo: (path: string, asked: Input<'packBundle'>, signal?: AbortSignal) => Promise<PackedTo>;
  /** A bundle that was written for a page, by its token. */
  readonly bundleOf: (token: string) => OnDisk | undefined;
  /** Merges bundles in the background: listed, but no step of undo. */
  readonly mergeQuietly: (paths: readonly string[], signal?: AbortSignal) => Promise<Output<'mergeBundles'>>;
  /** Exchanges this project through a folder from now on. Throws where that is no folder. */
  readonly joinExchangeFolder: (folder: string, encrypt: boolean) => Promise<void>;
  /** Looks through the exchange folder every few seconds until the project is closed. */
  readonly watchExchangeFolder: () => Promise<void>;
  readonly listen: (hear: (notice: Notice) => void) => () => void;
  readonly say: (notice: Notice) => void;
  /** A report that was written, by its token. */
  readonly fileOf: (token: string) => Written | undefined;
  /** An archived copy's bytes. Throws a CallError where there is none. */
  readonly captureBytes: (id: string) => Written;
  /** Writes a whole, checked copy of the project. */
  readonly copyTo: (path: string) => void;
  /** The same copy as bytes, for a download. */
  readonly copyBytes: () => Written;
  readonly close: () => void;
};

export type OpenOptions = {
  /** Makes the project instead of opening it. */
  readonly create?: { readonly title: string };
  /** Acts under this name instead of the one in the preferences. */
  readonly person?: string;
  /** Checks what handlers answer too; for tests. */
  readonly strict?: boolean;
};

/** Opens or makes a project. Throws a CallError with a sentence for people. */
export function openEngine(file: string, world: World, options: OpenOptions = {}): Engine {
  return told(() => {
    const home = openHome(world.home, world.newId);
    const name = options.person ?? (home.name() || 'Me');
    const backups = (project: string) => join(home.folder, 'backups', project);
    const opening: Options = {
      now: world.now(),
      beforeUpgrade: (db) => {
        const id =
          db.one<{ value: string }>(`select value from meta where key = 'project'`)?.value ?? 'unknown';
        backUp(db, backups(id), world.now(), 'upgrade');
      },
    };
    const ring = (person: string) => keyRing(home.folder, person, world.keyStore, world.passphrase);
    const project = options.create
      ? createFile(file, world.newId(), opening, (made) =>
          found(
            made,
            { id: home.person, name },
            home.device,
            ring(home.person).public(),
            options.create!.title,
            world.now(),
          ),
        )
      : openFile(file, opening);
    const me = { ...personIn(project, { id: home.person, name }, options.person !== undefined, world.newId) };
    const here = { project: project.id, file: resolve(file), person: me.id };
    const author = {
      person: me.id,
      device: options.create ? home.device : deviceIn(project.read, home, here, world.newId),
    };
    const ears = new Set<(notice: Notice) => void>();
    let changed = false;
    const say = (notice: Notice) => {
      if (notice.kind === 'changed') changed = true;
      for (const hear of ears) hear(notice);
    };
    const session: Session = {
      world,
      home,
      project,
      me,
      author,
      keys: ring(me.id),
      done: { acted: options.create !== undefined },
      uploads: new Map<string, Upload>(),
      files: new Map<string, Written>(),
      bundles: new Map<string, OnDisk>(),
      jobs: new Map(),
      gate: { busy: undefined },
      say,
    };
    const keep = () => {
      if (!changed || !project.db || session.gate.busy) return;
      const since = world.now() - newestBackup(backups(project.id));
      if (since > BACKUP_EVERY_MS) {
        backUp(project.db, backups(project.id), world.now(), 'regular');
        changed = false;
      }
    };
    let endWatch = () => {};
    const rounds = setInterval(keep, 60_000);
    rounds.unref();
    // the contract and its handlers are loaded by the first call, so that opening waits for nothing but the file
    const callAs =
      (as: Session): Caller =>
      async (called, input, signal) => {
        const { answer } = await import('./answer.ts');
        return answer(as, called, input, signal, options.strict ?? false);
      };

    return {
      file,
      readOnly: project.db === undefined,
      call: callAs(session),
      as: (person) =>
        callAs({ ...session, me: { ...person }, author: { person: person.id, device: author.device } }),
      look: () => home.look(),
      receive: (bytes, uploadName) => {
        const token = world.newId();
        session.uploads.set(token, { bytes, name: uploadName });
        return { token };
      },
      receiveFile: (path) => {
        const token = world.newId();
        session.bundles.set(token, onDisk(path));
        return { token, name: basename(path) };
      },
      receiveBundle: async (pieces, given) => {
        const { keepIncoming } = await import('./uploads.ts');
        return keepIncoming(session, pieces, given);
      },
      packTo: (path, asked, signal) =>
        toldLater(async () => {
          const { packTo } = await import('./pack.ts');
          return packTo(session, path, asked, signal ?? new AbortController().signal);
        }),
      bundleOf: (token) => session.bundles.get(token),
      mergeQuietly: (paths, signal) =>
        toldLater(async () => {
          const { merge } = await import('./merge.ts');
          return merge(
            session,
            paths.map(onDisk),
            { dryRun: false, quiet: true },
            signal ?? new AbortController().signal,
          );
        }),
      joinExchangeFolder: (folder, encrypt) =>
        toldLater(async () => {
          const { joinFolder } = await import('./exchange-folder/watch.ts');
          joinFolder(session, { folder: resolve(folder), encrypt });
        }),
      watchExchangeFolder: async () => {
        const { watchFolder, endExchange } = await import('./exchange-folder/watch.ts');
        endWatch = () => endExchange(project);
        watchFolder(session);
      },
      listen: (hear) => {
        ears.add(hear);
        return () => ears.delete(hear);
      },
      say,
      fileOf: (token) => session.files.get(token),
      captureBytes: (id) =>
        told(() => {
          const capture = getCapture(project.read, whole(session, 'capture', id));
          return {
            name: capture.name,
            mediaType: capture.mediaType,
            bytes: readBlob(project.read, capture.sha256),
          };
        }),
      copyTo: (path) => told(() => copyProject(project.read, path)),
      copyBytes: () => told(() => copyAsBytes(project)),
      close: () => {
        clearInterval(rounds);
        endWatch();
        keep();
        closeParser(world);
        leave(session);
        project.close();
        dropBundles(session);
      },
    };
  });
}

function onDisk(path: string): OnDisk {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return { name: basename(path), path, mediaType: 'application/octet-stream', bytes };
}

function copyAsBytes(project: Project): Written {
  const folder = mkdtempSync(join(tmpdir(), 'assay-copy-'));
  try {
    const path = join(folder, 'copy.assay');
    copyProject(project.read, path);
    return { name: basename(project.file), mediaType: 'application/vnd.assay', bytes: readFileSync(path) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const BACKUP_EVERY_MS = 15 * 60_000;

/**
 * Signs what was done and remembers where it ends, so that a copy of the file carries its signature and the next session
 * can tell whether it is the same file. A key under a passphrase that nobody gave signs at the next chance.
 */
function leave(session: Session): void {
  const { project, home, author, keys, done } = session;
  if (!done.acted || !project.db) return;
  try {
    const signer = keys.unlocked();
    if (signer) sealChain(project.db, project.id, author.device, signer);
  } catch {
    // the acts are safe; what could not be signed now is signed when the file is next closed or packed
  }
  leaveAt(project.read, home, hereOf(session), author.device, false);
}

/** What came in or was written for pages lies in the home and goes with the session. */
function dropBundles({ bundles, home }: Session): void {
  for (const { path } of bundles.values()) {
    if (resolve(path).startsWith(resolve(home.folder))) rmSync(path, { force: true });
  }
}

/** The first acts of a project: its title, its first person, the default scale. */
function found(
  project: Project,
  me: Person,
  device: string,
  key: PublicKey,
  title: string,
  now: number,
): void {
  const changes = [
    ...cells('project', project.id, { present: 1, title }),
    ...introduce(me, device, key),
    ...cells('scale', DEFAULT_SCALE.id, {
      present: 1,
      name: DEFAULT_SCALE.name,
      ratings: JSON.stringify(DEFAULT_SCALE.ratings),
    }),
  ];
  commit(project, { deed: 'createProject', changes }, { person: me.id, device }, now);
}

/** A name given for once is that person of the project, or a new one; else it is the person of this machine. */
function personIn(project: Project, me: Person, named: boolean, newId: () => string): Person {
  const mine = project.read.one<{ name: string }>(
    'select name from person where id = ? and present = 1',
    me.id,
  );
  if (!named) return mine ? { id: me.id, name: mine.name } : me;
  if (mine?.name === me.name) return me;
  return personNamed(project.read, me.name) ?? (mine ? { id: newId(), name: me.name } : me);
}
