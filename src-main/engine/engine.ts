import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { cells } from '#domain/act.ts';
import { DEFAULT_SCALE } from '#domain/scale.ts';
import { CallError, type Code } from '#contract/kit.ts';
import {
  contract,
  isCallName,
  type Asked,
  type CallName,
  type Caller,
  type Notice,
  type Output,
} from '#contract/index.ts';
import { backUp, copyProject, newestBackup } from '#store/backup.ts';
import { readBlob } from '#store/blobs.ts';
import { commit } from '#store/commit.ts';
import { StoreError } from '#store/errors.ts';
import { createFile, explained, openFile, type Options, type Project } from '#store/open.ts';
import { personNamed } from '#store/people.ts';
import { getCapture } from '#store/references.ts';
import { articleHandlers } from './articles.ts';
import { claimHandlers } from './claims.ts';
import { evidenceHandlers } from './evidence.ts';
import { openHome } from './home.ts';
import { createParser } from './parse.ts';
import { projectHandlers } from './project.ts';
import {
  introduce,
  whole,
  type Handlers,
  type Session,
  type Upload,
  type World,
  type Written,
} from './session.ts';
import { verdictHandlers } from './verdicts.ts';

export { realWorld, type World } from './session.ts';

const handlers: Handlers<CallName> = {
  ...projectHandlers,
  ...articleHandlers,
  ...claimHandlers,
  ...evidenceHandlers,
  ...verdictHandlers,
};

export type Person = { readonly id: string; readonly name: string };

/** An open project: every call of the contract, and what has no place in JSON. */
export type Engine = {
  readonly file: string;
  readonly readOnly: boolean;
  readonly call: Caller;
  /** The same calls as another person: imports of other people's work, and the sample. */
  readonly as: (person: Person) => Caller;
  /** Takes bytes for a later call; gives the token that the call names. */
  readonly receive: (bytes: Uint8Array, name: string) => { token: string };
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
    const name = options.person ?? (home.preferences().name || 'Me');
    const backups = (project: string) => join(home.folder, 'backups', project);
    const opening: Options = {
      now: world.now(),
      beforeUpgrade: (db) => {
        const id =
          db.one<{ value: string }>(`select value from meta where key = 'project'`)?.value ?? 'unknown';
        backUp(db, backups(id), world.now(), 'upgrade');
      },
    };
    const project = options.create
      ? createFile(file, world.newId(), opening, (made) =>
          found(made, { id: home.person, name }, home.device, options.create!.title, world.now()),
        )
      : openFile(file, opening);
    const me = { ...personIn(project, { id: home.person, name }, options.person !== undefined, world.newId) };
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
      author: { person: me.id, device: home.device },
      parser: world.parser ?? createParser(),
      uploads: new Map<string, Upload>(),
      files: new Map<string, Written>(),
      jobs: new Map(),
      say,
    };
    const keep = () => {
      if (!changed || !project.db) return;
      const since = world.now() - newestBackup(backups(project.id));
      if (since > BACKUP_EVERY_MS) {
        backUp(project.db, backups(project.id), world.now(), 'regular');
        changed = false;
      }
    };
    const rounds = setInterval(keep, 60_000);
    rounds.unref();
    const callAs =
      (as: Session): Caller =>
      (called, input, signal) =>
        answer(as, called, input, signal, options.strict ?? false);

    return {
      file,
      readOnly: project.db === undefined,
      call: callAs(session),
      as: (person) =>
        callAs({ ...session, me: { ...person }, author: { person: person.id, device: home.device } }),
      receive: (bytes, uploadName) => {
        const token = world.newId();
        session.uploads.set(token, { bytes, name: uploadName });
        return { token };
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
        keep();
        project.close();
      },
    };
  });
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

/** The first acts of a project: its title, its first person, the default scale. */
function found(project: Project, me: Person, device: string, title: string, now: number): void {
  const changes = [
    ...cells('project', project.id, { present: 1, title }),
    ...introduce(me, device),
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

async function answer<N extends CallName>(
  session: Session,
  name: N,
  input: unknown,
  signal: AbortSignal | undefined,
  strict: boolean,
): Promise<Output<N>> {
  try {
    if (!isCallName(name)) throw new CallError('bad-input', `There is no call named ${String(name)}.`);
    const call = contract[name];
    const asked = call.input.safeParse(cleaned(input ?? {}));
    if (!asked.success) throw new CallError('bad-input', sentenceOf(asked.error.issues), asked.error.issues);
    if (call.kind === 'command' && !session.project.db && !WITHOUT_PROJECT.has(name)) {
      throw new CallError('read-only', `${session.project.file} can only be read; nothing was changed.`);
    }
    const handler = handlers[name] as Handlers<N>[N];
    const output = await handler(session, asked.data as Asked<N>, signal ?? new AbortController().signal);
    return strict ? (call.output.parse(output) as Output<N>) : output;
  } catch (error) {
    throw asCallError(explained(session.project.file, error));
  }
}

/** Commands that change nothing in the project file. */
const WITHOUT_PROJECT = new Set<CallName>(['setPreferences', 'cancelJob']);

/** Strings as SQLite can keep them: no lone surrogates, no NUL. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)]));
  }
  return value;
}

function sentenceOf(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string {
  const [first] = issues;
  if (!first) return 'The input does not fit this call.';
  const where = first.path.map(String).join('.');
  return where === '' ? `${first.message}.` : `${where}: ${first.message}.`;
}

function asCallError(error: unknown): Error {
  if (error instanceof StoreError) return new CallError(error.code satisfies Code, error.message);
  if (error instanceof Error && error.name === 'AbortError')
    return new CallError('cancelled', 'Cancelled; nothing more was done.');
  return error instanceof Error ? error : new Error(String(error));
}

function told<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asCallError(error);
  }
}
