import { cells, type Intent, type Value } from '#domain/act.ts';
import { columnOf, fits, SHARED_TABLES, type SharedTable } from '#domain/tables.ts';
import type { Asked, Output } from '#contract/index.ts';
import { CallError } from '#contract/error.ts';
import { conflictsOf, type ConflictRow } from '#store/conflicts.ts';
import { act, nowOf, readOf, type Session } from './session.ts';

/** Settles a conflict by an act that has seen all of its values. */
export function settle(session: Session, asked: Asked<'settleConflict'>): Output<'settleConflict'> {
  const conflict = conflictCalled(session, asked.id);
  const given = [asked.take !== undefined, asked.value !== undefined, asked.keepBoth === true];
  if (given.filter(Boolean).length !== 1)
    throw new CallError('bad-input', 'Take one of the values, write another one, or keep both.');
  const { table, row, column } = conflict;
  if (asked.keepBoth) act(session, 'settleConflict', both(session, conflict));
  else {
    const value = asked.take === undefined ? valueFor(conflict, asked.value!) : taken(conflict, asked.take);
    act(session, 'settleConflict', [{ table, row, column, value }]);
  }
  return { conflicts: conflictsOf(readOf(session)) };
}

function conflictCalled(session: Session, given: string): ConflictRow {
  const found = conflictsOf(readOf(session)).filter((conflict) => conflict.id.startsWith(given));
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw new CallError('not-found', `There is no conflict ${given} in this project.`);
  throw new CallError('ambiguous', `Several conflicts begin with ${given}; write more of the id.`);
}

function taken(conflict: ConflictRow, place: number): Value {
  const said = conflict.values[place];
  if (!said)
    throw new CallError('bad-input', `This conflict has the values 0 to ${conflict.values.length - 1}.`);
  return said.value;
}

/** A third value, as the column takes it: a number may come as text. */
function valueFor({ table, column }: ConflictRow, given: Value): Value {
  const rule = columnOf(table, column);
  if (!rule) throw new CallError('bad-input', `This value does not fit the ${column} of a ${table}.`);
  const numeric =
    (rule.kind === 'number' || rule.kind === 'flag') && typeof given === 'string' && given.trim() !== '';
  const value = numeric ? Number(given) : given;
  if (!fits(rule, value) || (typeof value === 'number' && Number.isNaN(value)))
    throw new CallError(
      'bad-input',
      `“${String(given)}” does not fit the ${column.replaceAll('_', ' ')} of a ${table}.`,
    );
  return value;
}

/** A second wording becomes a claim of its own at the same places; other texts stand one below the other. */
function both(session: Session, conflict: ConflictRow): Intent[] {
  const { table, row, column, values, canKeepBoth } = conflict;
  if (!canKeepBoth)
    throw new CallError(
      'bad-input',
      `Only one ${column.replaceAll('_', ' ')} can stand; take one of the values.`,
    );
  const texts = [...new Set(values.map(({ value }) => String(value ?? '')))].filter((text) => text !== '');
  if (table !== 'claim') return [{ table, row, column, value: [...texts].reverse().join('\n\n') }];
  const [first = '', ...others] = texts;
  return [
    { table, row, column, value: first },
    ...others.flatMap((wording) => sibling(session, row, wording)),
  ];
}

const COPIED: Readonly<Record<'claim' | 'occurrence', readonly string[]>> = {
  claim: Object.keys(SHARED_TABLES.claim),
  occurrence: Object.keys(SHARED_TABLES.occurrence),
};

function sibling(session: Session, claim: string, wording: string): Intent[] {
  const db = readOf(session);
  const id = session.world.newId();
  const made = { made_at: nowOf(session), made_by: session.author.person };
  const copy = (
    table: 'claim' | 'occurrence',
    row: Readonly<Record<string, Value>>,
    changed: Record<string, Value>,
  ) => Object.fromEntries(COPIED[table].map((column) => [column, { ...row, ...changed }[column] ?? null]));
  const original = db.one<Record<string, Value>>('select * from claim where id = ?', claim)!;
  const places = db.all<Record<string, Value>>(
    'select * from occurrence where claim = ? and present = 1',
    claim,
  );
  return [
    ...cells('claim', id, copy('claim' satisfies SharedTable, original, { wording, ...made })),
    ...places.flatMap((place) =>
      cells('occurrence', session.world.newId(), copy('occurrence', place, { claim: id, ...made })),
    ),
  ];
}
