import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { StoreError } from './errors.ts';

/**
 * SQLite's own lock keeps two processes of one machine apart. Between machines (a network share, a synced folder) it
 * may not reach, so a small file beside the project names the machine that has it open.
 */
export type Lock = { readonly release: () => void };

type Holder = { host: string; user: string; pid: number; since: string };

const lockPath = (file: string) => `${file}-lock`;

export function holderOf(file: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(lockPath(file), 'utf8'));
    if (typeof holder !== 'object' || holder === null) return undefined;
    const { host, user, pid, since } = holder as Partial<Holder>;
    return typeof host === 'string'
      ? { host, user: user ?? '', pid: pid ?? 0, since: since ?? '' }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Refuses when another machine holds the file. On this machine SQLite's lock has the last word. */
export function refuseOtherMachine(file: string): void {
  const holder = holderOf(file);
  if (holder && holder.host !== hostname()) {
    throw new StoreError(
      'locked',
      `${file} is open on another computer (${holder.host}, ${holder.user}, since ${holder.since}); close it there, or delete ${lockPath(file)} if that computer no longer uses it.`,
    );
  }
}

export function lockedHere(file: string): StoreError {
  const holder = holderOf(file);
  const who = holder ? ` (process ${holder.pid}, since ${holder.since})` : '';
  return new StoreError('locked', `${file} is open in another window of Assay${who}; close it there first.`);
}

/** Says that this process has the file, and stops saying so on release. */
export function announce(file: string, now: number): Lock {
  const holder: Holder = {
    host: hostname(),
    user: userInfo().username,
    pid: process.pid,
    since: new Date(now).toISOString(),
  };
  try {
    writeFileSync(lockPath(file), JSON.stringify(holder));
  } catch {
    // a folder that takes no new file cannot hold a journal either, so the first act says so with a better sentence
  }
  return { release: () => rmSync(lockPath(file), { force: true }) };
}
