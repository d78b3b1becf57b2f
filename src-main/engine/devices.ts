import type { ReadDb } from '#store/handle.ts';
import type { Home } from './home.ts';

/**
 * A chain of acts that this home has written in a project. The home remembers where it left the chain: a file that
 * stands elsewhere is a copy that somebody continued or a restored backup, and going on from there would fork the chain.
 */
type Chain = {
  readonly device: string;
  readonly person: string;
  /** The hash of its last act when the file was last closed or packed; null where it had none. */
  readonly head: string | null;
  /** Where that file was. */
  readonly file: string;
  /** Whether acts may have followed: the file was never closed. */
  readonly open: boolean;
};

const nameOf = (project: string) =>
  `projects/${/^[\w-]{1,64}$/.test(project) ? project : Buffer.from(project).toString('hex').slice(0, 64)}`;

function chainsOf(home: Home, project: string): Chain[] {
  const kept = home.recall(nameOf(project));
  return Array.isArray(kept) ? (kept as Chain[]).filter((chain) => typeof chain?.device === 'string') : [];
}

export type Here = { readonly project: string; readonly file: string; readonly person: string };

/** The device that acts in this file: the one that stands where this home left it, or a new one. */
export function deviceIn(db: ReadDb, home: Home, here: Here, newId: () => string): string {
  const chains = chainsOf(home, here.project);
  // a home that has never recorded this project: its own device, which an older version may have used here
  if (chains.length === 0) return home.device;
  const fits = chains.filter(
    (chain) =>
      chain.person === here.person &&
      (tipOf(db, chain.device) === chain.head ||
        (chain.open && chain.file === here.file && (chain.head === null || knows(db, chain.head)))),
  );
  return (fits.find((chain) => chain.file === here.file) ?? fits[0])?.device ?? newId();
}

/** Every device of this home that ever acted in this project: what one may undo is not bound to one of them. */
export function ownDevices(home: Home, project: string): string[] {
  return [home.device, ...chainsOf(home, project).map((chain) => chain.device)];
}

/** The devices on which one person has acted in this project, from this home. */
export function devicesOf(home: Home, project: string, person: string): string[] {
  return chainsOf(home, project)
    .filter((chain) => chain.person === person)
    .map((chain) => chain.device);
}

/** Remembers where a chain stands now, before its file leaves our sight. */
export function leaveAt(db: ReadDb, home: Home, here: Here, device: string, open: boolean): void {
  const others = chainsOf(home, here.project).filter((chain) => chain.device !== device);
  const left: Chain = { device, person: here.person, head: tipOf(db, device), file: here.file, open };
  home.remember(nameOf(here.project), [left, ...others]);
}

/** Never to be continued: somebody else has written acts in its name. */
export function retire(home: Home, here: Here, device: string): void {
  const others = chainsOf(home, here.project).filter((chain) => chain.device !== device);
  home.remember(nameOf(here.project), [
    { device, person: here.person, head: 'forked', file: '', open: false },
    ...others,
  ]);
}

function tipOf(db: ReadDb, device: string): string | null {
  return (
    db.one<{ hash: string }>(
      'select hash from act where device = ? order by sequence desc, arrival desc limit 1',
      device,
    )?.hash ?? null
  );
}

function knows(db: ReadDb, hash: string): boolean {
  return db.one('select 1 from act where hash = ?', hash) !== undefined;
}
