import type { Value } from '#domain/act.ts';
import { timeOf } from '#domain/stamp.ts';
import { headsOf } from './apply.ts';
import type { ReadDb } from './handle.ts';
import { peopleById } from './people.ts';

export type ConflictRow = ReturnType<typeof conflictsOf>[number];

/** The cells that several people set without having seen each other's value, with every value and its author. */
export function conflictsOf(db: ReadDb) {
  const cells = db.all<{ tbl: string; row: string; col: string }>(
    'select tbl, row, col from conflict order by tbl, row, col',
  );
  if (cells.length === 0) return [];
  const by = peopleById(db);
  return cells.map(({ tbl, row, col }) => ({
    table: tbl,
    row,
    column: col,
    values: headsOf(db, tbl, row, col).map((head) => ({
      value: head.value as Value,
      at: timeOf(head.stamp),
      stamp: head.stamp,
      person: by(
        db.one<{ person: string }>('select person from act where hash = ?', head.act)?.person ?? null,
      ),
    })),
  }));
}
