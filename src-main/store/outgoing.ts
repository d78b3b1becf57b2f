import type { Act, Change } from '#domain/act.ts';
import { columnOf } from '#domain/tables.ts';
import type { BlobRow } from './blobs.ts';
import type { ReadDb, WriteDb } from './handle.ts';
import { sha256 } from './hash.ts';
import { changesIn, partsOf, payloadOf } from './payloads.ts';
import { gapsOf } from './receive.ts';
import { sealsOf, vouched, type Seal } from './seals.ts';
import { forksOf } from './verify-seals.ts';

export type Standing = { readonly device: string; readonly sequence: number; readonly head: string };

/** How much of each chain is here without a gap. A forked chain is left out: its numbers do not say which acts they mean. */
export function standing(db: ReadDb): Standing[] {
  const forked = new Set(forksOf(db).map((fork) => fork.device));
  const firstGap = new Map<string, number>();
  for (const gap of gapsOf(db))
    firstGap.set(gap.device, Math.min(gap.from, firstGap.get(gap.device) ?? Number.MAX_SAFE_INTEGER));
  return db
    .all<{ device: string; last: number }>(
      'select device, max(sequence) as last from act group by device order by device',
    )
    .filter(({ device }) => !forked.has(device))
    .flatMap(({ device, last }) => {
      const sequence = Math.min(last, (firstGap.get(device) ?? Number.MAX_SAFE_INTEGER) - 1);
      const head = db.one<{ hash: string }>(
        'select hash from act where device = ? and sequence = ?',
        device,
        sequence,
      )?.hash;
      return head === undefined ? [] : [{ device, sequence, head }];
    });
}

/** Payloads, parts and files that are known to exist and are not here. */
export function lacking(db: ReadDb): string[] {
  return db
    .all<{ hash: string }>(
      `select a.payload as hash from act a left join payload p on p.hash = a.payload where p.hash is null
       union select j.value from payload p, json_each(p.body, '$.apart') j
         left join apart a on a.hash = j.value where p.body like '%"apart":%' and a.hash is null
       union select sha256 from blob where bytes is null
       order by 1 limit 100000`,
    )
    .map(({ hash }) => hash);
}

/** What a team mate has shown to have, and to lack. */
export function knownOf(db: ReadDb, person: string) {
  const held = db.all<{ device: string; sequence: number }>(
    'select device, sequence from held where person = ?',
    person,
  );
  const lacked = db.all<{ hash: string }>('select hash from lacked where person = ?', person);
  return {
    held: new Map(held.map((row) => [row.device, row.sequence])),
    lacked: new Set(lacked.map((row) => row.hash)),
  };
}

/** Remembers what a team mate says to have and to lack: only what can be checked against the own log. */
export function learn(db: WriteDb, person: string, has: readonly Standing[], lacks: readonly string[]): void {
  for (const { device, sequence, head } of has) {
    db.run(
      `insert into held (person, device, sequence)
       select ?, ?, ? where exists (select 1 from act where hash = ? and device = ? and sequence = ?)
       on conflict (person, device) do update set sequence = max(sequence, excluded.sequence)`,
      person,
      device,
      sequence,
      head,
      device,
      sequence,
    );
  }
  db.run('delete from lacked where person = ?', person);
  for (const hash of lacks)
    db.run('insert into lacked (person, hash) values (?, ?) on conflict do nothing', person, hash);
}

/** Whether a change may be shown to the readers of a bundle. */
export type Shown = (change: Change) => boolean;

export type Outgoing = {
  readonly act: Act;
  /** The whole payload is held back. */
  readonly withheld: boolean;
  /** Parts that are held back while the rest is given. */
  readonly parts: number;
  /** Held back without a salt: content that can be guessed can be confirmed. */
  readonly unsalted: boolean;
  /** Files that the given changes name, and those that held back ones name. */
  readonly files: readonly string[];
  readonly hidden: readonly string[];
};

type Row = Omit<Act, 'apart' | 'project'>;

/**
 * The acts that others may have and are not known to have, by device, sequence and hash, as they are to be given.
 * Acts of a device that signs are left out while its signature does not cover them: others would refuse them.
 */
export function* outgoing(
  db: ReadDb,
  project: string,
  known: { readonly held: ReadonlyMap<string, number>; readonly lacked: ReadonlySet<string> },
  shown: Shown | undefined,
): Generator<Outgoing> {
  const signing = new Set(sealsOf(db).map((seal) => seal.device));
  for (const { device } of db.all<{ device: string }>('select distinct device from act order by device')) {
    const covered = signing.has(device) ? vouched(db, device) : undefined;
    const held = known.held.get(device) ?? 0;
    for (const row of rowsOf(db, device)) {
      if (covered && !covered.has(row.hash)) continue;
      const one = given(db, { ...row, project }, shown);
      if (row.sequence <= held && !wanted(one, known.lacked)) continue;
      yield one;
    }
  }
}

const PAGE = 2_000;

function* rowsOf(db: ReadDb, device: string): Generator<Row> {
  for (let sequence = 0, hash = ''; ;) {
    const rows = db.all<Row>(
      `select a.device, a.sequence, a.previous, a.stamp, a.person, a.payload, a.hash, p.body
       from act a left join payload p on p.hash = a.payload
       where a.device = ? and (a.sequence, a.hash) > (?, ?)
       order by a.sequence, a.hash limit ?`,
      device,
      sequence,
      hash,
      PAGE,
    );
    yield* rows;
    if (rows.length < PAGE) return;
    ({ sequence, hash } = rows.at(-1)!);
  }
}

function given(db: ReadDb, act: Omit<Act, 'apart'>, shown: Shown | undefined): Outgoing {
  const payload = act.body === null ? undefined : payloadOf(act.body);
  if (!payload)
    return {
      act: { ...act, body: null, apart: [] },
      withheld: false,
      parts: 0,
      unsalted: false,
      files: [],
      hidden: [],
    };
  const parts = partsOf(db, payload);
  const hides = (changes: readonly Change[]) => shown !== undefined && !changes.every(shown);
  const changes = parts.map(changesIn);
  const given = parts.filter((_, i) => !hides(changes[i]!));
  // an act of which nothing would remain but its deed is held back as a whole
  const nothingLeft = payload.changes.length === 0 && parts.length > 0 && given.length === 0;
  const files = (some: readonly Change[]) => some.flatMap(fileIn);
  if (hides(payload.changes) || nothingLeft) {
    return {
      act: { ...act, body: null, apart: [] },
      withheld: true,
      parts: 0,
      unsalted: payload.salt === undefined,
      files: [],
      hidden: files([...payload.changes, ...changes.flat()]),
    };
  }
  return {
    act: { ...act, apart: given },
    withheld: false,
    parts: parts.length - given.length,
    unsalted: false,
    files: files([...payload.changes, ...changes.filter((some) => !hides(some)).flat()]),
    hidden: files(changes.filter((some) => hides(some)).flat()),
  };
}

function fileIn({ table, column, value }: Change): string[] {
  return value !== null && columnOf(table, column)?.kind === 'blob' ? [String(value)] : [];
}

/** Whether an act that a team mate has brings something they said they lack. */
function wanted({ act, files }: Outgoing, lacked: ReadonlySet<string>): boolean {
  if (lacked.size === 0) return false;
  return (
    (act.body !== null && lacked.has(act.payload)) ||
    act.apart.some((part) => lacked.has(sha256(part))) ||
    files.some((file) => lacked.has(file))
  );
}

/** The signatures that vouch for all that is signed: of a chain that never forked, the newest one of each key. */
export function newestSeals(db: ReadDb): Seal[] {
  const forked = new Set(forksOf(db).map((fork) => fork.device));
  const newest = new Map<string, Seal>();
  for (const seal of sealsOf(db)) {
    if (!db.one('select 1 from act where hash = ?', seal.head)) continue;
    const line = forked.has(seal.device) ? [seal.device, seal.key, seal.head] : [seal.device, seal.key];
    newest.set(JSON.stringify(line), seal);
  }
  return [...newest.values()];
}

export function filesHere(db: ReadDb, hashes: readonly string[]): BlobRow[] {
  return db.all<BlobRow>(
    `select sha256, bytes from blob where bytes is not null and sha256 in (select value from json_each(?)) order by sha256`,
    JSON.stringify(hashes),
  );
}
