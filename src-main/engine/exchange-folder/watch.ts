import { existsSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ExchangeRound, ExchangeStatus } from '#contract/exchange-folder.ts';
import { CallError } from '#contract/error.ts';
import { asCallError } from '../errors.ts';
import type { Session } from '../session.ts';
import { projectFolder } from './names.ts';
import { exchangeOnce, freshMemory, type Memory } from './round.ts';
import { forgetFolder, recallFolder, rememberFolder, type ChosenFolder } from './state.ts';

/** How often the folder is looked through. Asked for and not waited for: network shares and sticks send no word of changes. */
const EVERY_MS = 5_000;

type Desk = {
  readonly memory: Memory;
  last: ExchangeRound | undefined;
  problem: string | undefined;
  running: { readonly chosen: ChosenFolder; readonly round: Promise<ExchangeRound> } | undefined;
  isWatched: boolean;
  readonly stop: AbortController;
};

const desks = new WeakMap<object, Desk>();

function deskOf(session: Session): Desk {
  // one a project, however many people act in it
  const known = desks.get(session.project);
  if (known) return known;
  const desk: Desk = {
    memory: freshMemory(),
    last: undefined,
    problem: undefined,
    running: undefined,
    isWatched: false,
    stop: new AbortController(),
  };
  desks.set(session.project, desk);
  return desk;
}

export function exchangeStatus(session: Session): ExchangeStatus {
  const chosen = recallFolder(session.home, session.project.id);
  const { last, problem } = deskOf(session);
  return {
    folder: chosen?.folder ?? null,
    encrypt: chosen?.encrypt ?? false,
    last: last ?? null,
    problem: problem ?? null,
  };
}

/** Exchanges now; a round that is going on is waited for, never doubled. */
export async function exchangeNow(session: Session): Promise<ExchangeRound> {
  const desk = deskOf(session);
  for (;;) {
    const chosen = recallFolder(session.home, session.project.id);
    if (!chosen) throw new CallError('not-found', 'This project has no exchange folder; choose one first.');
    const going = desk.running;
    if (going && isSame(going.chosen, chosen)) return going.round;
    if (going) await going.round.catch(() => undefined);
    else return start(session, chosen, desk);
  }
}

async function start(session: Session, chosen: ChosenFolder, desk: Desk): Promise<ExchangeRound> {
  const going = { chosen, round: round(session, chosen, desk) };
  desk.running = going;
  try {
    return await going.round;
  } finally {
    desk.running = undefined;
  }
}

function isSame(one: ChosenFolder, other: ChosenFolder | undefined): boolean {
  return one.folder === other?.folder && one.encrypt === other.encrypt;
}

async function round(session: Session, chosen: ChosenFolder, desk: Desk): Promise<ExchangeRound> {
  const { home, project } = session;
  const before = shown(desk);
  // a folder that was left or changed meanwhile is no longer what is told of
  const isCurrent = () => isSame(chosen, recallFolder(home, project.id));
  try {
    const done = await exchangeOnce(session, chosen, desk.memory, desk.stop.signal);
    if (!isCurrent()) return done;
    desk.last = done;
    desk.problem = done.problem ?? undefined;
    if (!chosen.begun && existsSync(projectFolder(chosen.folder, project.id)))
      rememberFolder(home, project.id, { ...chosen, begun: true });
    const { merged, people, conflicts } = done;
    if (merged.acts > 0) session.say({ kind: 'exchanged', acts: merged.acts, people, conflicts });
    return done;
  } catch (error) {
    const told = asCallError(error);
    if (isCurrent() && !desk.stop.signal.aborted) desk.problem = told.message;
    throw told;
  } finally {
    if (before !== shown(desk)) session.say({ kind: 'changed', tables: ['exchange_file'] });
  }
}

function shown({ last, problem }: Desk): string {
  return JSON.stringify([problem, last && { ...last, at: '' }]);
}

/** @throws CallError where the folder is none, or holds the project file or the home with its keys */
export function joinFolder(session: Session, { folder, encrypt }: Omit<ChosenFolder, 'begun'>): void {
  const { home, project } = session;
  if (!project.db)
    throw new CallError('read-only', `${project.file} can only be read; it cannot be exchanged from here.`);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CallError('not-found', `${folder} is not a folder; create it first.`);
  if (holds(folder, project.file))
    throw new CallError(
      'refused',
      'The project file lies in this folder; a carrier would damage it. Move the project elsewhere, or choose another folder.',
    );
  if (holds(folder, home.folder))
    throw new CallError(
      'refused',
      'Assay keeps your keys and backups in this folder; they must not be carried to others. Choose another folder.',
    );
  rememberFolder(home, project.id, { folder, encrypt, begun: false });
  forgetWhatWasSeen(session);
}

function holds(folder: string, path: string): boolean {
  if (!existsSync(path)) return false;
  const way = relative(realpathSync(folder), realpathSync(path));
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

export function leaveFolder(session: Session): void {
  forgetFolder(session.home, session.project.id);
  forgetWhatWasSeen(session);
}

function forgetWhatWasSeen(session: Session): void {
  const desk = deskOf(session);
  desk.memory.seen = '';
  desk.memory.refused.clear();
  desk.last = undefined;
  desk.problem = undefined;
  session.say({ kind: 'changed', tables: ['exchange_file'] });
}

/** Exchanges every few seconds for as long as the project is open. What fails is shown, and tried again. */
export function watchFolder(session: Session): void {
  const desk = deskOf(session);
  if (desk.isWatched || !session.project.db) return;
  desk.isWatched = true;
  void watching(session, desk.stop.signal);
}

async function watching(session: Session, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await delay(EVERY_MS, undefined, { ref: false, signal });
      if (recallFolder(session.home, session.project.id)) await exchangeNow(session);
    } catch {
      // the round has told why; the next one tries again
    }
  }
}

/** Ends the watch and the round that is going on; that round writes nothing more. */
export function endExchange(project: object): void {
  desks.get(project)?.stop.abort();
}
