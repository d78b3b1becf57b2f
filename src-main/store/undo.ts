import type { Change, Intent, Value } from '#domain/act.ts';
import type { Stamp } from '#domain/stamp.ts';
import { columnOf } from '#domain/tables.ts';
import { headsOf } from './apply.ts';
import type { ReadDb } from './handle.ts';
import { wholePayload } from './payloads.ts';

type LoggedAct = {
  readonly hash: string;
  readonly stamp: string;
  readonly deed: string;
  readonly undoes: string | null;
};

const FOUNDING = ['createProject', 'joinProject'];

/** A person's acts of some devices, newest first, with what each takes back. */
function* ownActs(db: ReadDb, devices: readonly string[], person: string): Generator<LoggedAct> {
  const own = JSON.stringify(devices);
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const rows = db.all<LoggedAct & { arrival: number }>(
      `select a.hash, a.stamp, a.arrival, p.body ->> 'deed' as deed, p.body ->> 'undoes' as undoes
       from act a join payload p on p.hash = a.payload
       where a.device in (select value from json_each(?)) and a.person = ? and a.arrival < ?
       order by a.arrival desc limit 50`,
      own,
      person,
      before,
    );
    if (rows.length === 0) return;
    yield* rows;
    before = rows.at(-1)!.arrival;
  }
}

export type Step = { readonly hash: string; readonly deed: string };

/** The act that undo would take back: the newest own one still in force that is no undo itself. */
export function undoable(db: ReadDb, devices: readonly string[], person: string): Step | undefined {
  const gone = new Gone();
  for (const act of ownActs(db, devices, person)) {
    if (gone.holds(act)) continue;
    if (act.undoes !== null) {
      gone.add(act.undoes);
      // a redo is an undo of an undo: the act it stands for is in force, and is undone by undoing the redo
      if (isRedo(act)) return { hash: act.hash, deed: deedBehind(db, act) };
      continue;
    }
    if (FOUNDING.includes(act.deed)) return undefined;
    return { hash: act.hash, deed: act.deed };
  }
  return undefined;
}

/** The undo that redo would take back, while nothing else was done since. */
export function redoable(db: ReadDb, devices: readonly string[], person: string): Step | undefined {
  const gone = new Gone();
  for (const act of ownActs(db, devices, person)) {
    if (act.undoes === null) return undefined;
    if (gone.holds(act)) continue;
    if (!isRedo(act)) return { hash: act.hash, deed: deedBehind(db, act) };
    gone.add(act.undoes);
  }
  return undefined;
}

/** What was taken back, seen from the newest act on. The acts of one step go together. */
class Gone {
  private readonly acts = new Set<string>();
  private readonly steps = new Set<string>();

  add(hash: string): void {
    this.acts.add(hash);
  }

  holds({ hash, undoes }: LoggedAct): boolean {
    const own = this.acts.has(hash);
    if (own && undoes !== null) this.steps.add(undoes);
    return own || (undoes !== null && this.steps.has(undoes));
  }
}

function undoneBy(db: ReadDb, hash: string): LoggedAct | undefined {
  return db.one<LoggedAct>(
    `select a.hash, a.stamp, p.body ->> 'deed' as deed, p.body ->> 'undoes' as undoes
     from act a join payload p on p.hash = a.payload where a.hash = ?`,
    hash,
  );
}

function isRedo(act: LoggedAct): boolean {
  return act.deed === 'redo';
}

function deedBehind(db: ReadDb, act: LoggedAct): string {
  let behind: LoggedAct | undefined = act;
  while (behind && behind.undoes !== null) behind = undoneBy(db, behind.undoes);
  return behind?.deed ?? act.deed;
}

/**
 * The changes that take an act back, ready for `oneAfterAnother`: each cell returns to the values that the act had
 * replaced, to all of them where they disagreed. Gives undefined where somebody has set one of its cells since, since
 * taking it back would lose their value.
 */
export function inverseOf(db: ReadDb, hash: string): Intent[] | undefined {
  const acts = stepOf(db, hash);
  const inverse: Intent[] = [];
  for (const { table, row, column, base } of acts?.at(-1)?.changes ?? []) {
    if (columnOf(table, column) === undefined) continue;
    const said = acts!.flatMap(({ stamp, changes }) => {
      const own = changes.find(
        (change) => change.table === table && change.row === row && change.column === column,
      );
      return own ? [{ stamp, value: own.value }] : [];
    });
    const heads = headsOf(db, table, row, column);
    // the same values under other stamps are what undoing a later act leaves behind
    const stands =
      heads.length === said.length &&
      said.every((one) => heads.some((head) => head.stamp === one.stamp || head.value === one.value));
    if (!stands) return undefined;
    inverse.push(...bringBack(db, { table, row, column }, valuesAt(db, table, row, column, base), heads));
  }
  return acts && inverse;
}

/** What a step did, act by act. Several acts make one step where they bring back values that disagree. */
function stepOf(db: ReadDb, hash: string) {
  const last = db.one<{ device: string; sequence: number; undoes: string | null }>(
    `select a.device, a.sequence, p.body ->> 'undoes' as undoes
     from act a join payload p on p.hash = a.payload where a.hash = ?`,
    hash,
  );
  if (!last) return undefined;
  const acts: { stamp: Stamp; changes: readonly Change[] }[] = [];
  for (let at: string | undefined = hash, n = last.sequence; at !== undefined; n -= 1) {
    const { stamp, body } = db.one<{ stamp: string; body: string }>(
      'select a.stamp, p.body from act a join payload p on p.hash = a.payload where a.hash = ?',
      at,
    )!;
    const payload = wholePayload(db, body);
    if (!payload) return undefined;
    acts.unshift({ stamp, changes: payload.changes });
    at =
      last.undoes === null
        ? undefined
        : db.one<{ hash: string }>(
            `select a.hash from act a join payload p on p.hash = a.payload
             where a.device = ? and a.sequence = ? and p.body ->> 'undoes' = ?`,
            last.device,
            n - 1,
            last.undoes,
          )?.hash;
  }
  return acts;
}

/** Sets a cell to a value, or to values that disagree, oldest first. */
export function bringBack(
  db: ReadDb,
  cell: Omit<Intent, 'value' | 'base'>,
  values: readonly Value[],
  heads: readonly { readonly stamp: Stamp }[] = headsOf(db, cell.table, cell.row, cell.column),
): Intent[] {
  if (values.length < 2) return [{ ...cell, value: values[0] ?? null }];
  const base = heads.map((head) => head.stamp);
  return values.map((value) => ({ ...cell, value, base }));
}

/**
 * Divides changes into acts: an act sets a cell once, so values that are to stand side by side come one after another.
 * The last act sets every cell, and so stands for all of them.
 */
export function oneAfterAnother(changes: readonly Intent[]): Intent[][] {
  const left = new Map<string, number>();
  const acts: Intent[][] = [[]];
  for (const change of [...changes].reverse()) {
    const cell = JSON.stringify([change.table, change.row, change.column]);
    const place = left.get(cell) ?? 0;
    left.set(cell, place + 1);
    (acts[place] ??= []).unshift(change);
  }
  return acts.reverse();
}

/** The different values under some stamps, oldest first; the newest alone where all are the same. */
function valuesAt(
  db: ReadDb,
  table: string,
  row: string,
  column: string,
  stamps: readonly string[],
): Value[] {
  return distinct(
    db.all<{ value: Value }>(
      `select value from change
       where tbl = ? and row = ? and col = ? and stamp in (select value from json_each(?))
       order by stamp desc`,
      table,
      row,
      column,
      JSON.stringify(stamps),
    ),
  );
}

/** From newest first to oldest first, each value once, in the place of its newest mention. */
export function distinct(newestFirst: readonly { readonly value: Value }[]): Value[] {
  return [...new Set(newestFirst.map(({ value }) => value))].reverse();
}
