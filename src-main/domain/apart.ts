import type { Change } from './act.ts';

/** What can be held back by its kind; single claims, references and pieces of evidence go by id. */
export const REDACTIONS = ['notes', 'quotes', 'justifications', 'comments', 'captures', 'names'] as const;
export type Redaction = (typeof REDACTIONS)[number];

/** Cells that a team may want to hold back while the rest of the act is shared, by what people call them. */
export const SENSITIVE = {
  names: ['person.name'],
  notes: ['evidence.note'],
  quotes: ['evidence.quote', 'evidence.place'],
  justifications: ['verdict.justification'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const sensitive: ReadonlyMap<string, string> = new Map(
  Object.entries(SENSITIVE).flatMap(([kind, cells]) => cells.map((cell) => [cell, kind] as const)),
);

/** The kind of sensitive content that a cell holds, if any. */
export function sensitivityOf(table: string, column: string): string | undefined {
  return sensitive.get(`${table}.${column}`);
}

/** Rows that can be withheld one by one. */
const SINGLE = new Set(['claim', 'occurrence', 'reference', 'capture', 'evidence', 'verdict', 'comment']);

/** Changes that stand apart together: of one row, and either plain or of one sensitive kind. */
export type Part = { readonly salt: string; readonly changes: readonly Change[] };

/**
 * Divides an act's changes into those that stand in its payload and those that stand apart, each under a salt of its own.
 * Sensitive cells always stand apart. Where an act touches several rows of one kind (a whole article's sentences, the
 * occurrences of a corrected text), each such row stands apart, so that one can be withheld without the others.
 */
export function divide(
  changes: readonly Change[],
  newSalt: () => string,
): { together: Change[]; apart: Part[] } {
  const rows = new Map<string, Set<string>>();
  for (const { table, row } of changes) {
    if (SINGLE.has(table)) rows.set(table, (rows.get(table) ?? new Set()).add(row));
  }
  const together: Change[] = [];
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const kind = sensitivityOf(change.table, change.column);
    if (kind === undefined && (rows.get(change.table)?.size ?? 0) < 2) {
      together.push(change);
      continue;
    }
    const key = JSON.stringify([change.table, change.row, kind ?? '']);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return { together, apart: [...groups.values()].map((part) => ({ salt: newSalt(), changes: part })) };
}
