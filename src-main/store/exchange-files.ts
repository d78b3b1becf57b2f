import type { ReadDb, WriteDb } from './handle.ts';

/** A run of one device's acts in a file of an exchange folder. It has no gap where `acts` is `last - first + 1`. */
export type Run = {
  readonly device: string;
  readonly first: number;
  readonly last: number;
  readonly acts: number;
};

/** The files of exchange folders whose acts are all in this project, by name, with what they hold. */
export function exchangeFiles(db: ReadDb): Map<string, Run[]> {
  return new Map(
    db
      .all<{ name: string; chains: string }>('select name, chains from exchange_file')
      .map(({ name, chains }) => [name, JSON.parse(chains) as Run[]]),
  );
}

export function recordExchangeFile(db: WriteDb, name: string, runs: readonly Run[]): void {
  const chains = runs.map(({ device, first, last, acts }) => ({ device, first, last, acts }));
  db.run(
    'insert into exchange_file (name, chains) values (?, ?) on conflict (name) do update set chains = excluded.chains',
    name,
    JSON.stringify(chains),
  );
}

/** Changes whenever an act comes in, whoever made it. */
export function newestArrival(db: ReadDb): number {
  return db.one<{ newest: number | null }>('select max(arrival) as newest from act')?.newest ?? 0;
}

export function countActs(db: ReadDb, device: string): number {
  return db.one<{ n: number }>('select count(*) as n from act where device = ?', device)?.n ?? 0;
}
