import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { ExchangeRound, ExchangeStatus } from '#contract/exchange-folder.ts';
import { CallError } from '#contract/error.ts';
import { asCallError } from '../errors.ts';
import type { Session } from '../session.ts';
import { exchangeOnce, freshMemory, type Memory } from './round.ts';
import { forgetFolder, recallFolder, rememberFolder, type ChosenFolder } from './state.ts';

/** How often the folder is looked through. Asked for and not waited for: network shares and sticks send no word of changes. */
const EVERY_MS = 5_000;

type Desk = {
  readonly memory: Memory;
  last: ExchangeRound | undefined;
  problem: string | undefined;
  running: Promise<ExchangeRound> | undefined;
  timer: NodeJS.Timeout | undefined;
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
    timer: undefined,
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
  const chosen = recallFolder(session.home, session.project.id);
  if (!chosen) throw new CallError('not-found', 'This project has no exchange folder; choose one first.');
  const desk = deskOf(session);
  desk.running ??= round(session, chosen, desk);
  try {
    return await desk.running;
  } finally {
    desk.running = undefined;
  }
}

async function round(session: Session, chosen: ChosenFolder, desk: Desk): Promise<ExchangeRound> {
  const before = JSON.stringify([desk.problem, desk.last && { ...desk.last, at: '' }]);
  try {
    desk.last = await exchangeOnce(session, chosen, desk.memory, desk.stop.signal);
    desk.problem = undefined;
    const { merged, people, conflicts } = desk.last;
    if (merged.acts > 0) session.say({ kind: 'exchanged', acts: merged.acts, people, conflicts });
    return desk.last;
  } catch (error) {
    desk.problem = error instanceof Error ? error.message : String(error);
    throw asCallError(error);
  } finally {
    const after = JSON.stringify([desk.problem, desk.last && { ...desk.last, at: '' }]);
    if (before !== after) session.say({ kind: 'changed', tables: ['exchange_file'] });
  }
}

/** @throws CallError where the folder is none, or holds the project file itself */
export function joinFolder(session: Session, chosen: ChosenFolder): void {
  const { folder } = chosen;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CallError('not-found', `${folder} is not a folder; create it first.`);
  if (!relative(folder, resolve(session.project.file)).startsWith('..'))
    throw new CallError(
      'refused',
      'The project file lies in this folder; a carrier would damage it. Move the project elsewhere, or choose another folder.',
    );
  rememberFolder(session.home, session.project.id, chosen);
  const desk = deskOf(session);
  desk.memory.seen = '';
  desk.memory.refused.clear();
  desk.last = undefined;
  desk.problem = undefined;
  session.say({ kind: 'changed', tables: ['exchange_file'] });
}

export function leaveFolder(session: Session): void {
  forgetFolder(session.home, session.project.id);
  const desk = deskOf(session);
  desk.last = undefined;
  desk.problem = undefined;
  session.say({ kind: 'changed', tables: ['exchange_file'] });
}

/** Exchanges every few seconds for as long as the project is open. What fails is shown, and tried again. */
export function watchFolder(session: Session): void {
  const desk = deskOf(session);
  if (desk.timer || !session.project.db) return;
  const next = () => {
    desk.timer = setTimeout(() => {
      const going = recallFolder(session.home, session.project.id) ? exchangeNow(session) : Promise.resolve();
      void going.catch(() => undefined).then(() => !desk.stop.signal.aborted && next());
    }, EVERY_MS);
    desk.timer.unref();
  };
  next();
}

/** Ends the watch; waits for the round that is going on, so that the file can be closed under it. */
export function endExchange(project: object): Promise<unknown> | undefined {
  const desk = desks.get(project);
  if (!desk) return undefined;
  clearTimeout(desk.timer);
  desk.stop.abort();
  return desk.running?.catch(() => undefined);
}
