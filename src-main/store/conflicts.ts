import type { Value } from '#domain/act.ts';
import { timeOf, type Stamp } from '#domain/stamp.ts';
import { columnOf } from '#domain/tables.ts';
import { headsOf } from './apply.ts';
import type { ReadDb } from './handle.ts';
import { sha256 } from './hash.ts';
import { wholePayload } from './payloads.ts';
import { peopleById } from './people.ts';
import { titleOf } from './titles.ts';

export type ConflictRow = ReturnType<typeof conflictsOf>[number];

type Cell = { readonly tbl: string; readonly row: string; readonly col: string };
type Said = { readonly stamp: Stamp; readonly act: string; readonly value: Value };

/** The cells that several people set without having seen each other's value, with every value and its author. */
export function conflictsOf(db: ReadDb) {
  const cells = db.all<Cell>('select tbl, row, col from conflict order by tbl, row, col');
  if (cells.length === 0) return [];
  const by = peopleById(db);
  const shown = (cell: Cell, said: Said) => {
    const author = authorOf(db, cell, said);
    return { value: said.value, at: timeOf(author.stamp), person: by(author.person) };
  };
  return cells.map((cell) => {
    const { tbl, row, col } = cell;
    const heads = headsOf(db, tbl, row, col);
    const base = baseOf(db, cell, heads);
    return {
      id: conflictId(cell),
      table: tbl,
      row,
      column: col,
      ...titleOf(db, tbl, row),
      values: heads.map((head) => ({ ...shown(cell, head), stamp: head.stamp })),
      base: base === undefined ? null : shown(cell, base),
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

/** Who first said a value: undo and redo bring back what somebody else had said. */
function authorOf(db: ReadDb, { tbl, row, col }: Cell, said: Said): { stamp: Stamp; person: string | null } {
  const acts = db.all<{ stamp: Stamp; person: string; deed: string | null }>(
    `select c.stamp, a.person, p.body ->> 'deed' as deed
     from change c join act a on a.hash = c.act left join payload p on p.hash = a.payload
     where c.tbl = ? and c.row = ? and c.col = ? and c.value is ? and c.stamp <= ?
     order by c.stamp desc, c.act desc`,
    tbl,
    row,
    col,
    said.value,
    said.stamp,
  );
  const own = acts.find((act) => act.stamp === said.stamp);
  const first =
    own && BRINGS_BACK.has(own.deed ?? '') ? acts.find((act) => !BRINGS_BACK.has(act.deed ?? '')) : own;
  return first ?? own ?? { stamp: said.stamp, person: null };
}

const BRINGS_BACK = new Set(['undo', 'redo', 'undoMerge']);

/** The newest value that every one of the heads goes back to. */
function baseOf(db: ReadDb, { tbl, row, col }: Cell, heads: readonly Said[]): Said | undefined {
  const history = db.all<Said & { body: string | null }>(
    `select c.stamp, c.act, c.value, p.body from change c
     join act a on a.hash = c.act left join payload p on p.hash = a.payload
     where c.tbl = ? and c.row = ? and c.col = ? order by c.stamp desc, c.act desc`,
    tbl,
    row,
    col,
  );
  const basesAt = new Map<Stamp, Stamp[]>();
  for (const { stamp, body } of history) {
    const own = wholePayload(db, body)?.changes.filter(
      (change) => change.table === tbl && change.row === row && change.column === col,
    );
    basesAt.set(stamp, [...(basesAt.get(stamp) ?? []), ...(own ?? []).flatMap((change) => change.base)]);
  }
  const lines = heads.map(({ stamp }) => {
    const seen = new Set<Stamp>();
    const next = [...(basesAt.get(stamp) ?? [])];
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      next.push(...(basesAt.get(at) ?? []));
    }
    return seen;
  });
  return history.find(({ stamp }) => lines.every((line) => line.has(stamp)));
}
