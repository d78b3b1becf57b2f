import type { ReadDb, WriteDb } from './handle.ts';

/** A run of one device's acts in a file of an exchange folder. It has no gap where `acts` is `last - first + 1`. */
export type Run = {
  readonly device: string;
  readonly first: number;
  readonly last: number;
  readonly acts: number;
};

export type ExchangeFile = {
  readonly runs: readonly Run[];
  /** The age addresses that can open it; none where everybody can. */
  readonly readers: readonly string[];
  /** Payloads, parts and files that its writer knew of and did not have, by hash. */
  readonly lacks: readonly string[];
};

/** The files of exchange folders whose acts are all in this project, by name, with what they hold. */
export function exchangeFiles(db: ReadDb): Map<string, ExchangeFile> {
  return new Map(
    db
      .all<{ name: string; chains: string; readers: string; lacks: string }>(
        'select name, chains, readers, lacks from exchange_file',
      )
      .map(({ name, chains, readers, lacks }) => [
        name,
        {
          runs: JSON.parse(chains) as Run[],
          readers: JSON.parse(readers) as string[],
          lacks: JSON.parse(lacks) as string[],
        },
      ]),
  );
}

export function recordExchangeFile(db: WriteDb, name: string, { runs, readers, lacks }: ExchangeFile): void {
  const chains = runs.map(({ device, first, last, acts }) => ({ device, first, last, acts }));
  db.run(
    `insert into exchange_file (name, chains, readers, lacks) values (?, ?, ?, ?)
     on conflict (name) do update set chains = excluded.chains, readers = excluded.readers, lacks = excluded.lacks`,
    name,
    JSON.stringify(chains),
    JSON.stringify(readers),
    JSON.stringify(lacks),
  );
}

/** Changes whenever an act comes in, whoever made it. */
export function newestArrival(db: ReadDb): number {
  return db.one<{ newest: number | null }>('select max(arrival) as newest from act')?.newest ?? 0;
}

export function countActs(db: ReadDb, device: string): number {
  return db.one<{ n: number }>('select count(*) as n from act where device = ?', device)?.n ?? 0;
}

/** The number of each device's last act. */
export function lastActs(db: ReadDb): { device: string; last: number }[] {
  return db.all('select device, max(sequence) as last from act group by device');
}
