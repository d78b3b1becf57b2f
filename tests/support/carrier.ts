import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExchangeRound } from '#contract/exchange-folder.ts';
import { exchangeOnce, freshMemory, type Memory } from '#engine/exchange-folder/round.ts';
import type { ChosenFolder } from '#engine/exchange-folder/state.ts';
import type { Session } from '#engine/session.ts';
import type { Mate } from './mates.ts';

/** A team mate with a view of the exchange folder of their own, as a carrier gives it. */
export class Member {
  readonly mate: Mate;
  readonly home: string;
  readonly folder: string;
  memory: Memory = freshMemory();
  encrypt = false;

  constructor(mate: Mate, place: string) {
    this.mate = mate;
    this.home = join(place, `home-${mate.kept.device}`);
    this.folder = join(place, `view-${mate.kept.device}`);
    mkdirSync(this.home, { recursive: true });
    mkdirSync(this.folder, { recursive: true });
  }

  get session(): Session {
    const { session } = this.mate;
    return { ...session, home: { ...session.home, folder: this.home } };
  }

  get chosen(): ChosenFolder {
    return { folder: this.folder, encrypt: this.encrypt, begun: false };
  }

  round(): Promise<ExchangeRound> {
    return exchangeOnce(this.session, this.chosen, this.memory, new AbortController().signal);
  }

  /** As a program that is closed and opened. */
  restart(rows?: ReturnType<Mate['rows']>): void {
    if (rows) this.mate.reopen(rows);
    else this.mate.reopen();
    this.memory = freshMemory();
  }

  /** The files in this view with their bytes, by their names within the folder. */
  files(): Map<string, Buffer> {
    const names = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    return new Map(
      names
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const path = join(entry.parentPath, entry.name);
          return [path.slice(this.folder.length + 1), readFileSync(path)] as const;
        }),
    );
  }
}

export type Way = 'whole' | 'truncated' | 'empty' | 'conflict' | 'without-time';

/** Carries one file from view to view, well or badly. */
export function carry(from: Member, to: Member, name: string, way: Way): void {
  const [source, target] = [join(from.folder, name), join(to.folder, name)];
  // a carrier passes on what it has whole, and its own rubbish stays where it is
  if (!existsSync(source) || !isWhole(from, name)) return;
  mkdirSync(dirname(target), { recursive: true });
  if (way === 'conflict') {
    const copy = target.replace(/\.assaypack$/, '.sync-conflict-20260101-120000-ABCDEFG.assaypack');
    return copyFileSync(source, copy);
  }
  // a carrier replaces what it has not finished and leaves what is whole
  if (existsSync(target) && readFileSync(target).equals(readFileSync(source))) return;
  if (way === 'empty') return writeFileSync(target, '');
  copyFileSync(source, target);
  if (way === 'truncated') truncateSync(target, Math.floor(readFileSync(source).length / 2));
  if (way === 'without-time') utimesSync(target, 0, 0);
}

/** Brings every view to hold what any of them holds whole. */
export function carryAll(members: readonly Member[]): void {
  for (const from of members) {
    for (const name of from.files().keys()) {
      for (const to of members) if (to !== from) carry(from, to, name, 'whole');
    }
  }
}

function isWhole(member: Member, name: string): boolean {
  const [, sha256] = /\d{6}-([0-9a-f]{64})\.assaypack$/.exec(name) ?? [];
  if (sha256 === undefined) return false;
  return (
    process.getBuiltinModule('node:crypto').hash('sha256', readFileSync(join(member.folder, name))) === sha256
  );
}

/** A folder of the view goes away, and comes back later as it was. */
export function lose(member: Member): () => void {
  const there = join(member.folder, 'v1');
  const kept = `${member.folder}-kept`;
  if (!existsSync(there)) return () => {};
  rmSync(kept, { recursive: true, force: true });
  cpSync(there, kept, { recursive: true });
  rmSync(there, { recursive: true });
  return () => cpSync(kept, there, { recursive: true, force: false });
}
