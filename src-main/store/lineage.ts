import type { Value } from '#domain/act.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { ReadDb } from './handle.ts';
import { wholePayload } from './payloads.ts';

type Cell = { readonly tbl: string; readonly row: string; readonly col: string };

/** A value that a cell ever had, with the stamps of those that it replaced, as far as its act is here. */
export type Entry = {
  readonly stamp: Stamp;
  readonly act: string;
  readonly value: Value;
  readonly head: boolean;
  readonly arrival: number;
  readonly person: string;
  /** Null where the act was withheld. */
  readonly deed: string | null;
  readonly base: readonly Stamp[];
};

/** Reads which values of a cell replaced which. An act that set many cells is read once. */
export class Lineage {
  private readonly acts = new Map<string, ReadonlyMap<string, readonly Stamp[]>>();
  private readonly db: ReadDb;

  constructor(db: ReadDb) {
    this.db = db;
  }

  /** Every value of a cell, newest first. */
  of({ tbl, row, col }: Cell): Entry[] {
    return this.db
      .all<Omit<Entry, 'base' | 'head'> & { head: number; body: string | null }>(
        `select c.stamp, c.act, c.value, c.head, a.arrival, a.person, p.body ->> 'deed' as deed, p.body from change c
         join act a on a.hash = c.act left join payload p on p.hash = a.payload
         where c.tbl = ? and c.row = ? and c.col = ? order by c.stamp desc, c.act desc`,
        tbl,
        row,
        col,
      )
      .map(({ body, head, ...entry }) => ({
        ...entry,
        head: head === 1,
        base: this.basesIn(entry.act, body).get(key(tbl, row, col)) ?? [],
      }));
  }

  /** The values that stood in a cell before an arrival, newest first: those that none of the others there had replaced. */
  before(cell: Cell, arrival: number): Entry[] {
    const earlier = this.of(cell).filter((entry) => entry.arrival < arrival);
    const replaced = new Set(earlier.flatMap((entry) => entry.base));
    return earlier.filter((entry) => !replaced.has(entry.stamp));
  }

  private basesIn(act: string, body: string | null): ReadonlyMap<string, readonly Stamp[]> {
    const known = this.acts.get(act);
    if (known) return known;
    const bases = new Map(
      (wholePayload(this.db, body)?.changes ?? []).map(
        ({ table, row, column, base }) => [key(table, row, column), base] as const,
      ),
    );
    this.acts.set(act, bases);
    return bases;
  }
}

function key(table: string, row: string, column: string): string {
  return JSON.stringify([table, row, column]);
}
