import { envelopeText, type Change, type Envelope, type Value } from '#domain/act.ts';
import type { ReadDb } from './handle.ts';
import { sha256 } from './hash.ts';
import { changesIn, payloadOf } from './payloads.ts';
import { gapsOf } from './receive.ts';
import type { Tell } from './verify.ts';

/** Every act's hash, chain and payload, and that the cells' history is what the acts did and nothing else. */
export function verifyActs(db: ReadDb, tell: Tell, mention: Tell): number {
  let count = 0;
  let changes = 0;
  let withheld = 0;
  const project = db.one<{ value: string }>(`select value from meta where key = 'project'`)?.value ?? '';
  const known = db.all<{ hash: string }>('select hash from missing').map((act) => act.hash);
  const onTheirWay = new Set(known);
  const acts = db.all<Envelope & { hash: string; body: string | null; before: string | null }>(
    `select a.*, p.body, b.hash as before
     from act a left join payload p on p.hash = a.payload left join act b on b.hash = a.previous
     order by a.arrival`,
  );
  for (const act of acts) {
    count += 1;
    const name = `act ${act.sequence} of device ${act.device.slice(0, 8)}`;
    if (sha256(envelopeText({ ...act, project })) !== act.hash) {
      tell('act', act.hash, `The ${name} was changed after it was written.`);
    }
    if (act.previous !== null && act.before === null && !onTheirWay.has(act.previous))
      tell('chain', act.hash, `The act before the ${name} is missing.`);
    if (act.body === null) {
      withheld += 1;
      continue;
    }
    const payload = payloadOf(act.body);
    if (sha256(act.body) !== act.payload || !payload) {
      tell('payload', act.hash, `What the ${name} did was changed after it was written.`);
      continue;
    }
    let did = [...payload.changes];
    for (const hash of payload.apart ?? []) {
      const part = db.one<{ body: string }>('select body from apart where hash = ?', hash);
      if (!part) withheld += 1;
      else if (sha256(part.body) !== hash)
        tell('payload', act.hash, `What the ${name} did was changed after it was written.`);
      else did = [...did, ...changesIn(part.body)];
    }
    const cells = distinct(did);
    changes += cells.length;
    if (!cells.every((change) => isInHistory(db, act.hash, change)))
      tell('change', act.hash, `What the ${name} did differs from the history of its cells.`);
  }
  const kept = db.one<{ n: number }>(
    'select (select count(*) from change) + (select count(*) from aside) as n',
  )!.n;
  if (kept > changes)
    tell('change', '', `${kept - changes} changes in the history of cells belong to no act.`);
  for (const gap of gapsOf(db)) mention('gap', gap.device, gapSentence(gap));
  if (withheld > 0)
    mention('withheld', '', `${withheld} acts or parts of acts were withheld; their commitments are here.`);
  const aside = db.one<{ n: number }>('select count(*) as n from aside')!.n;
  if (aside > 0)
    mention(
      'aside',
      '',
      `${aside} changes come from a newer Assay; they are kept and apply after an upgrade.`,
    );
  return count;
}

export function gapSentence({ device, from, to }: { device: string; from: number; to: number }): string {
  const acts = from === to ? `Act ${from} of device` : `Acts ${from} to ${to} of device`;
  return `${acts} ${device.slice(0, 8)} ${from === to ? 'is' : 'are'} missing; another bundle will bring ${from === to ? 'it' : 'them'}.`;
}

/** An act sets a cell once; were it named twice, the first would count. */
function distinct(changes: readonly Change[]): Change[] {
  const seen = new Map<string, Change>();
  for (const change of changes) {
    const key = JSON.stringify([change.table, change.row, change.column]);
    if (!seen.has(key)) seen.set(key, change);
  }
  return [...seen.values()];
}

function isInHistory(db: ReadDb, act: string, { table, row, column, value }: Change): boolean {
  const kept =
    db.one<{ value: Value }>(
      `select c.value from act a join change c on c.tbl = ? and c.row = ? and c.col = ? and c.stamp = a.stamp and c.act = a.hash
       where a.hash = ?`,
      table,
      row,
      column,
      act,
    ) ??
    db.one<{ value: Value }>(
      'select value from aside where act = ? and tbl = ? and row = ? and col = ?',
      act,
      table,
      row,
      column,
    );
  return kept !== undefined && kept.value === value;
}
