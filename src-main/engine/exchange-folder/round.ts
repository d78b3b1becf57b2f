import { existsSync } from 'node:fs';
import type { ExchangeRound } from '#contract/exchange-folder.ts';
import type { Failure } from '#contract/nouns.ts';
import { CallError } from '#contract/error.ts';
import { newestArrival } from '#store/exchange-files.ts';
import { nowOf, readOf, type Session } from '../session.ts';
import { trustOf } from '../trust.ts';
import { isId, projectFolder } from './names.ts';
import { putOut } from './put-out.ts';
import { whyNotWritten } from './problem.ts';
import { scanFolder, type Proven, type Scanned } from './scan.ts';
import type { ChosenFolder } from './state.ts';
import { takeIn } from './take-in.ts';

/** What a session remembers between rounds, so that a round without news costs next to nothing. */
export type Memory = {
  readonly proven: Proven;
  /** Files that were refused, with the reason. They are tried again when something changed that may let them in. */
  readonly refused: Map<string, Failure['error']>;
  /** What was here and there at the end of the last round; '' where that round left something to do. */
  seen: string;
};

export function freshMemory(): Memory {
  return { proven: new Map(), refused: new Map(), seen: '' };
}

const NONE = { files: 0, acts: 0 };

/**
 * One exchange through a folder: merges what others have put there, then puts there what it lacks of ours. Files are
 * written once under the hash of their bytes, only below this device's own name. What was merged stands even if nothing
 * could be written; `problem` then says why.
 */
export async function exchangeOnce(
  session: Session,
  chosen: ChosenFolder,
  memory: Memory,
  signal: AbortSignal,
): Promise<ExchangeRound> {
  const { folder } = chosen;
  const { project, author } = session;
  if (!isId(project.id) || !isId(author.device))
    throw new CallError(
      'refused',
      'This project’s id cannot stand in a file’s name; it cannot be exchanged.',
    );
  const scanned = await scanFolder(folder, project.id, memory.proven, signal);
  if (chosen.begun && !existsSync(projectFolder(folder, project.id)))
    throw new CallError(
      'not-found',
      `The exchange folder ${folder} no longer holds this project’s files; is its drive or share connected? If it was emptied on purpose, choose it again.`,
    );
  const before = seen(session, scanned);
  const told = (round: Pick<ExchangeRound, 'merged' | 'people' | 'conflicts' | 'written' | 'problem'>) => ({
    folder,
    at: nowOf(session),
    ...round,
    arriving: [...scanned.arriving],
    strange: [...scanned.strange],
    refused: scanned.ready.flatMap(({ key }) => {
      const error = memory.refused.get(key);
      return error ? [{ source: key, error }] : [];
    }),
  });
  if (before === memory.seen)
    return told({ merged: NONE, people: [], conflicts: 0, written: NONE, problem: null });
  memory.seen = '';
  const taken = await takeIn(session, scanned.ready, memory.refused, signal);
  try {
    const written = await putOut(session, chosen, scanned, signal);
    const locked = [...memory.refused.values()].some(({ code }) => code === 'locked');
    if (written.files === 0 && !locked) memory.seen = seen(session, scanned);
    return told({ ...taken, written, problem: null });
  } catch (error) {
    return told({ ...taken, written: NONE, problem: signal.aborted ? null : whyNotWritten(error, folder) });
  }
}

/** All that decides whether a round has anything to do. */
function seen(session: Session, { ready, arriving }: Scanned): string {
  const files = ready.map(({ key }) => key);
  const trust = [...trustOf(session.home)].map(([key, { state }]) => `${key} ${state}`);
  return JSON.stringify([newestArrival(readOf(session)), trust, files, arriving, session.author.device]);
}
