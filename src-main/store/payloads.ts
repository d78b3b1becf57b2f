import type { Act, Change, Payload } from '#domain/act.ts';
import type { Part } from '#domain/apart.ts';
import type { Applying } from './apply.ts';
import type { ReadDb, WriteDb } from './handle.ts';
import { sha256 } from './hash.ts';

/** The payload in an act's body, or undefined when it is none. Changes of a kind that is not understood are left out. */
export function payloadOf(body: string): Payload | undefined {
  const payload = parsed(body) as Partial<Payload> | undefined;
  if (typeof payload?.deed !== 'string' || !Array.isArray(payload.changes)) return undefined;
  if (payload.apart !== undefined && !isListOfTexts(payload.apart)) return undefined;
  return (
    payload.changes.every(isChange) ? payload : { ...payload, changes: payload.changes.filter(isChange) }
  ) as Payload;
}

/** The changes in the text of a part that stands apart; none where it is not understood. */
export function changesIn(part: string): readonly Change[] {
  const changes = (parsed(part) as Partial<Part> | undefined)?.changes;
  return Array.isArray(changes) ? (changes as Change[]).filter(isChange) : [];
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isChange(change: Partial<Change> | null): boolean {
  return (
    isText(change?.table) &&
    isText(change?.row) &&
    isText(change?.column) &&
    (change?.value === null || typeof change?.value === 'number' || isText(change?.value)) &&
    Array.isArray(change?.base) &&
    change.base.every(isText)
  );
}

/** A text that SQLite keeps as it is. */
function isText(value: unknown): boolean {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\0');
}

/** Keeps what was given of an act's payload. Gives the texts of the parts that were not here before. */
export function keepPayload(
  db: WriteDb,
  act: Pick<Act, 'payload' | 'body' | 'apart'>,
): { body: boolean; apart: string[] } {
  const body =
    act.body !== null &&
    db.run('insert into payload (hash, body) values (?, ?) on conflict do nothing', act.payload, act.body) >
      0;
  const apart = act.apart.filter(
    (part) =>
      db.run('insert into apart (hash, body) values (?, ?) on conflict do nothing', sha256(part), part) > 0,
  );
  return { body, apart };
}

/** The texts of the parts of a payload that are here, in the payload's order. */
export function partsOf(db: ReadDb, payload: Payload | undefined): string[] {
  return (payload?.apart ?? []).flatMap((hash) => {
    const part = db.one<{ body: string }>('select body from apart where hash = ?', hash);
    return part ? [part.body] : [];
  });
}

/** What an act did, with the changes that stand apart, as far as they are here; undefined where it was withheld. */
export function wholePayload(db: ReadDb, body: string | null): Payload | undefined {
  const payload = body === null ? undefined : payloadOf(body);
  if (!payload?.apart || payload.apart.length === 0) return payload;
  return { ...payload, changes: [...payload.changes, ...partsOf(db, payload).flatMap(changesIn)] };
}

/** Numbers the changes of a part behind all others of its act, the same on every device whatever was withheld. */
export function placeOf(part: number): number {
  return (part + 1) * 1_000_000;
}

/** Everything that an act did, as far as it is here, ready to be applied. */
export function applyingOf(db: ReadDb, act: { hash: string; stamp: string; body: string }): Applying[] {
  const payload = payloadOf(act.body);
  if (!payload) return [];
  const { hash, stamp } = act;
  return [
    { act: hash, stamp, changes: payload.changes, from: 0 },
    ...(payload.apart ?? []).flatMap((name, i) => {
      const part = db.one<{ body: string }>('select body from apart where hash = ?', name);
      return part ? [{ act: hash, stamp, changes: changesIn(part.body), from: placeOf(i) }] : [];
    }),
  ];
}
