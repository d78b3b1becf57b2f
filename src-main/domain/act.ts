import type { Stamp } from './stamp.ts';

export type Value = string | number | null;

/** One cell set by an act. `base` names the stamps of the values it replaces: the heads its author had seen. */
export type Change = {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly value: Value;
  readonly base: readonly Stamp[];
};

/**
 * A change as its author means it, before the store knows what it replaces: all that stands now. `base` says otherwise
 * where several values of a cell are brought back side by side.
 */
export type Intent = Omit<Change, 'base'> & { readonly base?: readonly Stamp[] };

/**
 * What an act did. `deed` is the call's name; `undoes` the hash of the act whose effect this one takes back. `salt` is
 * random, so that nobody can find a withheld payload by trying what it may have said. `apart` are the hashes of
 * changes that stand apart, so that they can be withheld while the rest is given (see apart.ts).
 */
export type Payload = {
  readonly deed: string;
  readonly salt?: string;
  readonly undoes?: string;
  readonly changes: readonly Change[];
  readonly apart?: readonly string[];
};

/** Who did it, when, and after what. The chain covers the payload's hash, so a payload can be withheld. */
export type Envelope = {
  readonly project: string;
  readonly device: string;
  readonly sequence: number;
  readonly previous: string | null;
  readonly stamp: Stamp;
  readonly person: string;
  readonly payload: string;
};

/**
 * An act as it is stored and exchanged. `body` is the payload's exact text, null where it was withheld; `apart` are the
 * texts of the changes that stand apart, as far as they were given.
 */
export type Act = Envelope & {
  readonly hash: string;
  readonly body: string | null;
  readonly apart: readonly string[];
};

/** The text whose SHA-256 is the act's hash: a domain-separated list in a fixed order. */
export function envelopeText(act: Envelope): string {
  return JSON.stringify([
    'assay-act-1',
    act.project,
    act.device,
    act.sequence,
    act.previous,
    act.stamp,
    act.person,
    act.payload,
  ]);
}

/** Sets several cells of one row: what most deeds are made of. Undefined values are left out. */
export function cells(
  table: string,
  row: string,
  values: Readonly<Record<string, Value | undefined>>,
): Intent[] {
  return Object.entries(values).flatMap(([column, value]) =>
    value === undefined ? [] : [{ table, row, column, value }],
  );
}
