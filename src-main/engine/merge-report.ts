import type { Value } from '#domain/act.ts';
import { MAX_DRIFT_MS, clockOf, timeOf } from '#domain/stamp.ts';
import type { Merged, MergeChange } from '#contract/exchange.ts';
import { headsOf } from '#store/apply.ts';
import { conflictsOf } from '#store/conflicts.ts';
import type { ReadDb } from '#store/handle.ts';
import type { Before, Cell } from '#store/merges.ts';
import { peopleById } from '#store/people.ts';
import { gapsOf } from '#store/receive.ts';
import { titleOf } from '#store/titles.ts';
import { forksOf } from '#store/verify-seals.ts';
import { listKeys } from './key-list.ts';
import type { Session } from './session.ts';

/** What a merge has brought so far. */
export type Fresh = {
  acts: number;
  known: number;
  unsigned: number;
  files: number;
  /** The newest stamp of each device that had something new. */
  readonly newest: Map<string, string>;
  /** Whether acts of the device that acts here came from outside. */
  ownDevice: boolean;
};

export type Earlier = {
  readonly conflicts: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly forks: ReadonlySet<string>;
  readonly aside: number;
};

/** What there was before a merge, of all that its report tells as new. */
export function standingBefore(db: ReadDb): Earlier {
  return {
    conflicts: new Set(conflictsOf(db).map((conflict) => conflict.id)),
    keys: new Set(db.all<{ id: string }>('select id from person_key').map((key) => key.id)),
    forks: new Set(forksOf(db).map((fork) => `${fork.device} ${fork.sequence}`)),
    aside: asideIn(db),
  };
}

function asideIn(db: ReadDb): number {
  return db.one<{ n: number }>('select count(*) as n from aside')!.n;
}

type Findings = Pick<
  Merged,
  'files' | 'changes' | 'changesTotal' | 'conflicts' | 'gaps' | 'clocks' | 'keys' | 'forks' | 'aside'
>;

/** What a merge means for people. */
export function findings(
  session: Session,
  db: ReadDb,
  earlier: Earlier,
  before: Before,
  fresh: Fresh,
): Findings {
  const { changes, total } = changesOf(db, before);
  const device = deviceNames(db);
  const now = session.world.now();
  return {
    files: {
      new: fresh.files,
      missing: db.one<{ n: number }>('select count(*) as n from blob where bytes is null')!.n,
    },
    changes,
    changesTotal: total,
    conflicts: conflictsOf(db).filter((conflict) => !earlier.conflicts.has(conflict.id)),
    gaps: gapsOf(db).map(({ from, to, device: id }) => ({ ...device(id), from, to })),
    clocks: [...fresh.newest].flatMap(([id, stamp]) => {
      const aheadMs = (clockOf(stamp)?.ms ?? 0) - now;
      return aheadMs > MAX_DRIFT_MS ? [{ ...device(id), aheadMs }] : [];
    }),
    keys: listKeys(session).filter((key) => key.person !== null && !earlier.keys.has(key.key)),
    forks: forksOf(db)
      .filter((fork) => !earlier.forks.has(`${fork.device} ${fork.sequence}`))
      .map((fork) => ({ device: fork.device, name: device(fork.device).name, sequence: fork.sequence })),
    aside: asideIn(db) - earlier.aside,
  };
}

export function deviceNames(db: ReadDb) {
  const by = peopleById(db);
  return (id: string) => {
    const row = db.one<{ name: string | null; person: string | null }>(
      'select name, person from device where id = ?',
      id,
    );
    return { device: id, name: row?.name ?? `Device ${id.slice(0, 4)}`, person: by(row?.person ?? null) };
  };
}

const MOST = 2_000;

/** Rows of these tables mean nothing to people by themselves, or say the same as another row. */
const SILENT = new Set([
  'project',
  'person',
  'device',
  'person_key',
  'revision',
  'footnote',
  'tagging',
  'tag',
  'scale',
]);
const TELLING = ['article', 'claim', 'verdict', 'evidence', 'reference', 'capture', 'comment', 'occurrence'];

function rank(table: string): number {
  const place = TELLING.indexOf(table);
  return place < 0 ? TELLING.length : place;
}

function changesOf(db: ReadDb, before: Before): { changes: MergeChange[]; total: number } {
  const by = peopleById(db);
  const told = (cell: Cell, kind: MergeChange['kind'], was: Value): MergeChange => {
    const made = cell.column === 'present' ? before.rows.get(`${cell.table} ${cell.row}`)?.by : undefined;
    const head = made ?? headsOf(db, cell.table, cell.row, cell.column)[0];
    const person =
      head && db.one<{ person: string }>('select person from act where hash = ?', head.act)?.person;
    return {
      kind,
      table: cell.table,
      row: cell.row,
      title: titleOf(db, cell.table, cell.row).title,
      column: kind === 'changed' ? cell.column : null,
      before: kind === 'changed' ? was : null,
      after: kind === 'changed' ? (head?.value ?? null) : null,
      person: by(person ?? null),
      at: head ? timeOf(head.stamp) : '',
    };
  };
  const isPresent = (cell: Cell) => {
    const made = before.rows.get(`${cell.table} ${cell.row}`);
    return (made ? made.by : headsOf(db, cell.table, cell.row, 'present')[0])?.value === 1;
  };
  const appeared = new Set<string>();
  const cells = [...before.cells.values()];
  for (const cell of cells) {
    if (cell.column === 'present' && cell.value !== 1) appeared.add(`${cell.table} ${cell.row}`);
  }
  // one bundle may bring back what another one had changed
  const changed = cells.filter(
    (cell) =>
      !appeared.has(`${cell.table} ${cell.row}`) &&
      cell.column !== 'present' &&
      headsOf(db, cell.table, cell.row, cell.column)[0]?.value !== cell.value,
  );
  const gone = cells.filter((cell) => cell.column === 'present' && cell.value === 1 && !isPresent(cell));
  const added = [
    ...before.rows.values(),
    ...cells.filter((cell) => cell.column === 'present' && cell.value !== 1),
  ].filter((cell) => !SILENT.has(cell.table) && isPresent(cell));
  const all = [
    ...gone.map((cell) => ({ cell, kind: 'removed' as const })),
    ...changed.map((cell) => ({ cell, kind: 'changed' as const })),
    ...added.map((cell) => ({ cell, kind: 'added' as const })),
  ].sort((a, b) => rank(a.cell.table) - rank(b.cell.table));
  return {
    changes: all
      .slice(0, MOST)
      .map(({ cell, kind }) =>
        told(cell, kind, before.cells.get(`${cell.table} ${cell.row} ${cell.column}`)?.value ?? null),
      ),
    total: all.length,
  };
}
