import { newestFirst } from '#domain/cell.ts';
import { timeOf, type Stamp } from '#domain/stamp.ts';
import { columnOf } from '#domain/tables.ts';
import type { ReadDb } from './handle.ts';
import { sha256 } from './hash.ts';
import { Lineage, type Entry } from './lineage.ts';
import { peopleById } from './people.ts';
import { titleOf } from './titles.ts';

export type ConflictRow = ReturnType<typeof conflictsOf>[number];

type Cell = { readonly tbl: string; readonly row: string; readonly col: string };

/** The cells that several people set without having seen each other's value, with every value and its author. */
export function conflictsOf(db: ReadDb) {
  const cells = db.all<Cell>('select tbl, row, col from conflict order by tbl, row, col');
  if (cells.length === 0) return [];
  const by = peopleById(db);
  const lineage = new Lineage(db);
  return cells.map((cell) => {
    const { tbl, row, col } = cell;
    const history = new Map(lineage.of(cell).map((entry) => [entry.stamp, entry]));
    const shown = (entry: Entry) => {
      const { stamp, person } = originOf(history, entry);
      return { value: entry.value, at: timeOf(stamp), person: by(person) };
    };
    const heads = [...history.values()].filter(({ head }) => head);
    const base = baseOf(history, heads);
    return {
      id: conflictId(cell),
      table: tbl,
      row,
      column: col,
      ...titleOf(db, tbl, row),
      values: heads.map((head) => ({ ...shown(head), stamp: head.stamp })),
      base: base === undefined ? null : shown(base),
      canKeepBoth: canKeepBoth(tbl, col),
    };
  });
}

/** The same on every device, and short enough to type. */
function conflictId({ tbl, row, col }: Cell): string {
  return sha256(JSON.stringify([tbl, row, col])).slice(0, 12);
}

/** Texts that people wrote can stand side by side; a second wording becomes a claim of its own. */
export function canKeepBoth(table: string, column: string): boolean {
  return PROSE.has(`${table}.${column}`) && columnOf(table, column)?.kind === 'text';
}

const PROSE = new Set(['claim.wording', 'evidence.note', 'comment.text', 'project.method', 'verdict.why']);

type History = ReadonlyMap<Stamp, Entry>;

/** The values that any of these replaced, newest first. */
function replacedBy(history: History, entries: readonly Entry[]): Entry[] {
  const stamps = new Set(entries.flatMap((entry) => entry.base));
  return [...stamps].flatMap((stamp) => history.get(stamp) ?? []).sort(newestFirst);
}

const BRINGS_BACK = new Set(['undo', 'redo', 'undoMerge']);

/** Who first said a value: what undo and redo bring back is what the undone had replaced, and its author's own. */
function originOf(history: History, entry: Entry): Entry {
  if (!BRINGS_BACK.has(entry.deed ?? '')) return entry;
  const seen = new Set<Entry>();
  const undone = replacedBy(history, [entry]);
  // a merge that is taken back may leave one of the values that stood side by side, but not what settled them
  const left =
    entry.deed === 'undoMerge' &&
    undone.find(({ value, deed }) => value === entry.value && deed !== 'settleConflict');
  if (left) return originOf(history, left);
  let replaced = replacedBy(history, undone);
  while (replaced.length > 0) {
    const same = replaced.find(({ value }) => value === entry.value);
    if (same) return originOf(history, same);
    for (const one of replaced) seen.add(one);
    replaced = replacedBy(history, replaced).filter((one) => !seen.has(one));
  }
  return entry;
}

/** The newest value that all of these go back to. What was brought back goes back to where it was first said. */
function baseOf(history: History, heads: readonly Entry[]): Entry | undefined {
  const lines = heads.map((head) => {
    const origin = originOf(history, head);
    const line = new Set<Entry>(origin === head ? [] : [origin]);
    for (let next = replacedBy(history, [origin]); next.length > 0;) {
      const further = next.filter((one) => !line.has(one));
      for (const one of further) line.add(one);
      next = replacedBy(history, further);
    }
    return line;
  });
  return [...history.values()].find((entry) => lines.every((line) => line.has(entry)));
}
