import type { Intent, Value } from '#domain/act.ts';
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
  const gone = new Set<string>();
  for (const act of ownActs(db, devices, person)) {
    if (gone.has(act.hash)) continue;
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
  const gone = new Set<string>();
  for (const act of ownActs(db, devices, person)) {
    if (act.undoes === null) return undefined;
    if (isRedo(act)) {
      gone.add(act.undoes);
      continue;
    }
    if (!gone.has(act.hash)) return { hash: act.hash, deed: deedBehind(db, act) };
  }
  return undefined;
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
 * The changes that take an act back: each cell returns to the newest value the act had replaced. Gives undefined
 * where somebody has set one of its cells since, since taking it back would lose their value.
 */
export function inverseOf(db: ReadDb, hash: string): Intent[] | undefined {
  const act = db.one<{ stamp: string; body: string }>(
    'select a.stamp, p.body from act a join payload p on p.hash = a.payload where a.hash = ?',
    hash,
  );
  const payload = act && wholePayload(db, act.body);
  if (!act || !payload) return undefined;
  const inverse: Intent[] = [];
  for (const { table, row, column, value, base } of payload.changes) {
    if (columnOf(table, column) === undefined) continue;
    const heads = headsOf(db, table, row, column);
    // the same value under another stamp is what undoing a later act leaves behind
    const stands = heads.length === 1 && (heads[0]!.stamp === act.stamp || heads[0]!.value === value);
    if (!stands) return undefined;
    inverse.push({ table, row, column, value: newestOf(db, table, row, column, base) });
  }
  return inverse;
}

function newestOf(db: ReadDb, table: string, row: string, column: string, stamps: readonly string[]): Value {
  const found = db.one<{ value: Value }>(
    `select value from change
     where tbl = ? and row = ? and col = ? and stamp in (select value from json_each(?))
     order by stamp desc limit 1`,
    table,
    row,
    column,
    JSON.stringify(stamps),
  );
  return found?.value ?? null;
}
