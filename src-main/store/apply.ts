import type { Change, Value } from '#domain/act.ts';
import { disagree, newestFirst, resolve, type Arriving, type Entry } from '#domain/cell.ts';
import type { Stamp } from '#domain/stamp.ts';
import { columnOf, fits, SHARED_TABLES, type Column, type SharedTable } from '#domain/tables.ts';
import type { ReadDb, WriteDb } from './handle.ts';
import { addToConflicts, ENSURE, FILL, FILL_NEW, PLACES, SET } from './cells.ts';
import { rowsHere } from './here.ts';

/** Rows whose cells an act touched, by table: what notices and derived tables need. */
export type Touched = Map<SharedTable, Set<string>>;

/** Every value of a cell that nothing has replaced, newest first. More than one is a conflict. */
export type Head = { readonly stamp: Stamp; readonly value: Value; readonly act: string };

export function headsOf(db: ReadDb, table: string, row: string, column: string): Head[] {
  return db.all<Head>(
    `select stamp, value, act from change
     where tbl = ? and row = ? and col = ? and head = 1
     order by stamp desc, act desc`,
    table,
    row,
    column,
  );
}

/** Changes of one act. `from` numbers them within the act, so that those kept aside have a name. */
export type Applying = {
  readonly act: string;
  readonly stamp: Stamp;
  readonly changes: readonly Change[];
  readonly from: number;
};

/** Hears of each cell that is set, and once of each row that comes into being, with what says that it is there. */
export type Witness = {
  readonly cell: (table: SharedTable, row: string, column: string, before: Value, shown: Entry) => void;
  readonly row: (table: SharedTable, row: string, by: Entry | undefined) => void;
};

type Cells = Map<string, { readonly column: Column; readonly arriving: Arriving[] }>;
type Rows = Map<string, Cells>;

/**
 * Applies acts' changes to the tables, as one set. The outcome depends only on the set of changes applied so far, never
 * on their order or split: each cell shows the newest of the values that no other value names as its base.
 */
export function apply(db: WriteDb, acts: readonly Applying[], touched: Touched, witness?: Witness): void {
  const byTable = sorted(db, acts);
  const tables = [...byTable.keys()];
  const fresh = new Map(tables.map((table) => [table, newRows(db, table, byTable.get(table)!)]));
  const waiting = db.one('select 1 from awaited limit 1') !== undefined;
  const known = new Set<string>();
  const filled = new Map<string, ReadonlySet<string>>();
  for (const table of tables) {
    const rows = byTable.get(table)!;
    const made = fresh.get(table)!;
    ensureReferences(db, rows, filled, known);
    const seen = touched.get(table) ?? new Set();
    touched.set(table, seen);
    const ordered = rows.size > 1 ? [...rows].sort(([a], [b]) => (a < b ? -1 : 1)) : rows;
    for (const [row, cells] of ordered) {
      seen.add(row);
      if (made.has(row)) fillRow(db, table, row, cells, known.has(`${table} ${row}`), witness);
      else
        for (const [column, { arriving }] of cells)
          setCell(db, table, row, column, arriving, waiting, witness);
    }
    filled.set(table, made);
  }
}

/** The changes by table, row and column, in the order of the tables; what is not understood goes aside. */
function sorted(db: WriteDb, acts: readonly Applying[]): Map<SharedTable, Rows> {
  const found = new Map<string, Rows>();
  for (const { act, stamp, changes, from } of acts) {
    // an act mostly sets one cell of a row after another
    let last: { table: string; row: string; cells: Cells } | undefined;
    changes.forEach((change, n) => {
      const { table, row, column, value, base } = change;
      const rule = columnOf(table, column);
      if (rule === undefined || !fits(rule, value)) {
        setAside(db, act, from + n, change, rule === undefined ? 'unknown column' : 'unfit value');
        return;
      }
      if (last?.row !== row || last.table !== table) last = { table, row, cells: cellsOf(found, table, row) };
      const { cells } = last;
      const arriving = { stamp, act, value, base };
      const cell = cells.get(column);
      if (cell) cell.arriving.push(arriving);
      else cells.set(column, { column: rule, arriving: [arriving] });
    });
  }
  return new Map(
    (Object.keys(SHARED_TABLES) as SharedTable[]).flatMap((table) => {
      const rows = found.get(table);
      return rows ? [[table, rows] as const] : [];
    }),
  );
}

function cellsOf(found: Map<string, Rows>, table: string, row: string): Cells {
  let rows = found.get(table);
  if (!rows) found.set(table, (rows = new Map()));
  let cells = rows.get(row);
  if (!cells) rows.set(row, (cells = new Map()));
  return cells;
}

function setAside(db: WriteDb, act: string, n: number, change: Change, why: string): void {
  db.run(
    `insert into aside (act, n, tbl, row, col, value, base, why) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict do nothing`,
    act,
    n,
    change.table,
    change.row,
    change.column,
    change.value,
    JSON.stringify(change.base),
    why,
  );
}

function newRows(db: WriteDb, table: SharedTable, rows: Rows): ReadonlySet<string> {
  const here = rowsHere(db, table, rows.keys());
  return new Set([...rows.keys()].filter((row) => !here.has(row)));
}

/** A row may point to one that comes later or never: it then stands there empty. The same for bytes. */
function ensureReferences(
  db: WriteDb,
  rows: Rows,
  filled: ReadonlyMap<string, ReadonlySet<string>>,
  known: Set<string>,
): void {
  for (const cells of rows.values()) {
    for (const { column, arriving } of cells.values()) {
      if (column.kind !== 'row' && column.kind !== 'blob') continue;
      for (const { value } of arriving) {
        if (value === null) continue;
        if (column.kind === 'row' && filled.get(column.of)?.has(value as string)) continue;
        const key = column.kind === 'row' ? `${column.of} ${value}` : (value as string);
        if (known.has(key)) continue;
        known.add(key);
        if (column.kind === 'row') db.run(ENSURE[column.of]!, value);
        else db.run('insert into blob (sha256) values (?) on conflict do nothing', value);
      }
    }
  }
}

/** A row that is new has no other values and nothing waits for it: its cells are written in one go. */
function fillRow(
  db: WriteDb,
  table: SharedTable,
  row: string,
  cells: Cells,
  standsEmpty: boolean,
  witness: Witness | undefined,
): void {
  const places = PLACES[table]!;
  const filled: Value[] = Array.from({ length: 1 + places.length }, () => null);
  filled[0] = row;
  let by: Entry | undefined;
  let together: { readonly by: Arriving; readonly cells: Record<string, Value> } | undefined;
  for (const [column, place] of places) {
    // `present` may not be empty
    if (column === 'present') filled[place] = 0;
    const arriving = cells.get(column)?.arriving;
    if (!arriving) continue;
    const [first] = arriving;
    if (arriving.length === 1 && first!.base.length === 0) {
      const { stamp, act, value } = first!;
      together ??= { by: first!, cells: {} };
      if (act === together.by.act && isExactInJson(value)) together.cells[column] = value;
      else note(db, table, row, column, { stamp, act, value, head: true });
      filled[place] = value ?? filled[place]!;
      if (column === 'present') by = { stamp, act, value, head: true };
      continue;
    }
    const { added, awaited, heads } = resolve([], NOTHING, arriving);
    for (const entry of added.sort(newestFirst).reverse()) note(db, table, row, column, entry);
    for (const stamp of awaited) awaitStamp(db, table, row, column, stamp);
    if (disagree(heads)) addToConflicts(db, table, row, column);
    // only a forged act can leave a cell without a head; its newest value then stands
    const shown = heads[0] ?? added.sort(newestFirst)[0]!;
    filled[place] = shown.value ?? filled[place]!;
    if (column === 'present') by = shown;
  }
  if (together) noteTogether(db, table, row, together.by, together.cells);
  db.run((standsEmpty ? FILL : FILL_NEW)[table]!, ...filled);
  witness?.row(table, row, by);
}

const NOTHING: ReadonlySet<Stamp> = new Set();

function setCell(
  db: WriteDb,
  table: SharedTable,
  row: string,
  column: string,
  arriving: readonly Arriving[],
  anyAwaited: boolean,
  witness: Witness | undefined,
): void {
  const stamps = new Set(arriving.flatMap((one) => [one.stamp, ...one.base]));
  const wanted = JSON.stringify([...stamps]);
  const known = db
    .all<Omit<Entry, 'head'> & { head: number }>(
      `select stamp, act, value, head from change
       where tbl = ? and row = ? and col = ? and (head = 1 or stamp in (select value from json_each(?)))`,
      table,
      row,
      column,
      wanted,
    )
    .map((entry): Entry => ({ ...entry, head: entry.head === 1 }));
  const waiting = anyAwaited ? waitingFor(db, table, row, column, wanted) : NOTHING;
  const { added, replaced, awaited, arrived, heads } = resolve(known, waiting, arriving);
  if (added.length === 0) return;

  for (const entry of added) note(db, table, row, column, entry);
  for (const stamp of replaced) {
    db.run(
      'update change set head = 0 where tbl = ? and row = ? and col = ? and stamp = ?',
      table,
      row,
      column,
      stamp,
    );
  }
  for (const stamp of awaited) awaitStamp(db, table, row, column, stamp);
  for (const stamp of arrived) {
    db.run(
      'delete from awaited where tbl = ? and row = ? and col = ? and stamp = ?',
      table,
      row,
      column,
      stamp,
    );
  }
  const before = known.filter((entry) => entry.head).sort(newestFirst);
  const shown = heads[0] ?? newestOf(db, table, row, column);
  db.run(SET[table]![column]!, shown.value, row);
  const wasConflict = disagree(before);
  if (disagree(heads)) {
    if (!wasConflict) addToConflicts(db, table, row, column);
  } else if (wasConflict) {
    db.run('delete from conflict where tbl = ? and row = ? and col = ?', table, row, column);
  }
  witness?.cell(table, row, column, before[0]?.value ?? null, shown);
}

function waitingFor(db: WriteDb, table: string, row: string, column: string, wanted: string): Set<Stamp> {
  return new Set(
    db
      .all<{ stamp: string }>(
        `select stamp from awaited
         where tbl = ? and row = ? and col = ? and stamp in (select value from json_each(?))`,
        table,
        row,
        column,
        wanted,
      )
      .map(({ stamp }) => stamp),
  );
}

function awaitStamp(db: WriteDb, table: string, row: string, column: string, stamp: Stamp): void {
  db.run(
    'insert into awaited (tbl, row, col, stamp) values (?, ?, ?, ?) on conflict do nothing',
    table,
    row,
    column,
    stamp,
  );
}

function note(db: WriteDb, table: string, row: string, column: string, entry: Entry): void {
  db.run(
    'insert into change (tbl, row, col, stamp, act, value, head) values (?, ?, ?, ?, ?, ?, ?)',
    table,
    row,
    column,
    entry.stamp,
    entry.act,
    entry.value,
    entry.head ? 1 : 0,
  );
}

/** SQLite may read the last digit of a fraction otherwise than JavaScript wrote it. */
function isExactInJson(value: Value): boolean {
  return typeof value !== 'number' || (Number.isSafeInteger(value) && !Object.is(value, -0));
}

/**
 * What one act set of a new row, as a single statement: handing over each value by itself takes longer than writing it.
 * It is said to fail where a row stands already, which cannot be here: to abort, SQLite would keep a journal for it.
 */
function noteTogether(
  db: WriteDb,
  table: string,
  row: string,
  { stamp, act }: Arriving,
  values: Readonly<Record<string, Value>>,
): void {
  db.run(
    `insert or fail into change (tbl, row, col, stamp, act, value, head)
     select ?, ?, key, ?, ?, value, 1 from json_each(?)`,
    table,
    row,
    stamp,
    act,
    JSON.stringify(values),
  );
}

/** Only a forged act can leave a cell without a head; its newest value then stands. */
function newestOf(db: ReadDb, table: string, row: string, column: string): Entry {
  return db.one<Entry>(
    `select stamp, act, value, head from change where tbl = ? and row = ? and col = ?
     order by stamp desc, act desc limit 1`,
    table,
    row,
    column,
  )!;
}
