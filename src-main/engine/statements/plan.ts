import { cells, type Intent, type Value } from '#domain/act.ts';
import { averitecDay } from '#domain/averitec.ts';
import { identityOf } from '#domain/identity.ts';
import { fromPlainText, toPlainText, type RichText } from '#domain/rich-text.ts';
import { builtInScale } from '#domain/scales.ts';
import { columnOf } from '#domain/tables.ts';
import type { StatedRow, StatedTable, Statements } from '#domain/statements.ts';
import { personNamed } from '#store/people.ts';
import { receivedData } from '#store/received.ts';
import { referenceByAddress } from '#store/references.ts';
import { rowOf } from '#store/rows.ts';
import { nowOf, readOf, type Session } from '../session.ts';
import { Tally } from './tally.ts';

/** What an import comes to: the changes of its one act, and what to say about them. */
export type Plan = { readonly changes: Intent[]; readonly tally: Tally };

/** Which rows stand for the ones that the file names: people by name, references by address. */
export type Aliases = Map<string, string>;

/** Works out what a file's rows change: only what differs from what the project says. */
export function planRows(session: Session, stated: Statements, tally: Tally, aliases: Aliases): Intent[] {
  const changes: Intent[] = [];
  const unchanged = claimsUnchangedSince(session, stated);
  const gone = new Set<string>();
  for (const row of stated.rows) {
    if (row.claim !== '' && (unchanged.has(row.claim) || gone.has(row.claim))) {
      if (row.table === 'claim' && unchanged.has(row.claim)) tally.claim(row.id, labelOf(row), 'same');
      if (!gone.has(row.claim)) tally.count(row.table, 'same');
      continue;
    }
    const id = aliasOf(session, row, aliases);
    const now = rowOf(readOf(session), row.table, id);
    const values = resolved(row, aliases);
    if (!now) {
      changes.push(...newCells(session, row, id, values));
      tally.row(row, labelOf(row), 'new');
      continue;
    }
    if (now['present'] !== 1 && row.table !== 'person') {
      if (row.table === 'claim') {
        gone.add(row.id);
        tally.skip(
          labelOf(row),
          'It was removed from this project and is not brought back; undo the removal first.',
        );
        continue;
      }
      tally.count(row.table, 'same');
      continue;
    }
    const different = differing(row, now, values, stated.format);
    if (Object.keys(different).length === 0) {
      tally.row(row, labelOf(row), 'same');
      continue;
    }
    changes.push(
      ...(row.table === 'verdict'
        ? correctedVerdict(session, row, id, now, values)
        : cells(row.table, id, different)),
    );
    tally.row(row, labelOf(row), 'changed', Object.keys(different));
  }
  for (const claim of gone) tally.drop(claim);
  return changes;
}

export function labelOf(row: StatedRow): string {
  return String(row.values['wording'] ?? row.values['text'] ?? row.values['name'] ?? row.id);
}

/** Claims that the other program says nothing new about since the last import: local work on them is left alone. */
function claimsUnchangedSince(session: Session, stated: Statements): Set<string> {
  const db = readOf(session);
  return new Set(
    stated.kept.flatMap((kept) =>
      kept.kind === 'claim' &&
      receivedData(db, kept.id) === kept.data &&
      rowOf(db, 'claim', kept.subject)?.['present'] === 1
        ? [kept.subject]
        : [],
    ),
  );
}

function aliasOf(session: Session, row: StatedRow, aliases: Aliases): string {
  const known = aliases.get(row.id);
  if (known !== undefined) return known;
  const db = readOf(session);
  let id = row.id;
  if (!rowOf(db, row.table, id)) {
    if (row.table === 'person' && typeof row.values['name'] === 'string')
      id = personNamed(db, row.values['name'])?.id ?? id;
    if (row.table === 'reference') id = sameReference(session, row) ?? id;
  }
  aliases.set(row.id, id);
  return id;
}

function sameReference(session: Session, row: StatedRow): string | undefined {
  const { csl } = row.values;
  if (typeof csl !== 'string') return undefined;
  const { URL: address } = JSON.parse(csl) as { URL?: unknown };
  return typeof address === 'string' ? referenceByAddress(readOf(session), address) : undefined;
}

/** The row's values with the project's own ids in place of the file's. */
function resolved(row: StatedRow, aliases: Aliases): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(row.values).map(([name, value]) => {
      const column = columnOf(row.table, name);
      const isLink = column?.kind === 'row' && typeof value === 'string';
      return [name, isLink ? (aliases.get(value) ?? value) : value];
    }),
  );
}

/** What a new row of each kind has besides what the file says. */
function newCells(session: Session, row: StatedRow, id: string, values: Record<string, Value>): Intent[] {
  const now = nowOf(session);
  const me = session.me.id;
  const own: Readonly<Record<StatedTable, Record<string, Value>>> = {
    person: {},
    claim: {
      verifiability: 'undecided',
      status: 'open',
      priority: 'normal',
      checkable_on: '',
      made_at: now,
      made_by: me,
    },
    reference: { kind: 'unknown', origin: '', added_at: now, added_by: me },
    evidence: { quote: '', locator: '', note: '', stance: 'context', linked_at: now, linked_by: me },
    verdict: { confidence: null, known_as_of: '', replaces: null, at: now, state: 'draft', person: me },
    question: { asked_at: now, asked_by: me },
    answer: { explanation: '', answered_at: now, answered_by: me },
    comment: { person: me, at: now },
  };
  return cells(row.table, id, { ...own[row.table], ...row.defaults, ...values });
}

function differing(
  row: StatedRow,
  now: Readonly<Record<string, Value>>,
  values: Record<string, Value>,
  format: Statements['format'],
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => {
      if (row.table === 'person' || name === 'present') return false;
      const current = now[name] ?? null;
      if (same(columnOf(row.table, name)?.kind, current, value)) return false;
      if (name === 'justification' && sameWords(current, value)) return false;
      // a reference that the project describes better than by its address alone stays as it is
      if (row.table === 'reference') return false;
      const isDay = name === 'claimed_on' && format === 'averitec' && typeof current === 'string';
      return !(isDay && averitecDay(current) === averitecDay(String(value)));
    }),
  );
}

function same(kind: string | undefined, a: Value, b: Value): boolean {
  if (a === b || ((a === null || a === '') && (b === null || b === ''))) return true;
  if (kind !== 'json' || typeof a !== 'string' || typeof b !== 'string') return false;
  return JSON.stringify(sorted(JSON.parse(a))) === JSON.stringify(sorted(JSON.parse(b)));
}

/** Whether a text without any formatting is what the project says with some: a format that has none changes none. */
function sameWords(current: Value, stated: Value): boolean {
  if (typeof current !== 'string' || typeof stated !== 'string') return false;
  const words = toPlainText(JSON.parse(stated) as RichText);
  return (
    same('json', stated, JSON.stringify(fromPlainText(words))) &&
    toPlainText(JSON.parse(current) as RichText) === words
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]): [string, unknown] => [key, sorted(part)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Verdicts are only added to: another opinion under the same identity is a new verdict that corrects the old one. */
function correctedVerdict(
  session: Session,
  row: StatedRow,
  id: string,
  now: Readonly<Record<string, Value>>,
  values: Record<string, Value>,
): Intent[] {
  const opinion = ['rating', 'scale', 'justification'].filter(
    (name) =>
      name in values &&
      !same(columnOf('verdict', name)?.kind, now[name] ?? null, values[name]!) &&
      !(name === 'justification' && sameWords(now[name] ?? null, values[name]!)),
  );
  if (opinion.length === 0) return cells('verdict', id, { state: values['state'] });
  const next = identityOf('verdict', id, String(values['rating']), String(values['justification'] ?? ''));
  if (rowOf(readOf(session), 'verdict', next)) return [];
  const { present: _, ...kept } = now;
  const isReworded = opinion.includes('justification');
  return [
    ...newCells(session, row, next, {
      ...kept,
      ...values,
      ...(isReworded ? {} : { justification: now['justification'] ?? null }),
      present: 1,
      replaces: id,
    }),
    ...(now['state'] === 'final' ? cells('verdict', id, { state: 'corrected' }) : []),
  ];
}

/** The scales that the verdicts of a file name and that the project lacks. */
export function planScales(session: Session, stated: Statements): Intent[] {
  const wanted = new Set(
    stated.rows.flatMap((row) =>
      row.table === 'verdict' && typeof row.values['scale'] === 'string' ? [row.values['scale']] : [],
    ),
  );
  return [...wanted].flatMap((id) => {
    if (rowOf(readOf(session), 'scale', id)?.['present'] === 1) return [];
    const known = builtInScale(id);
    const brought = stated.scales.find((scale) => scale.id === id);
    if (known)
      return cells('scale', id, { present: 1, name: known.name, ratings: JSON.stringify(known.ratings) });
    return brought ? cells('scale', id, { present: 1, name: brought.name, ratings: brought.ratings }) : [];
  });
}
