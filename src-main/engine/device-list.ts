import { timeOf } from '#domain/stamp.ts';
import type { DeviceRow } from '#contract/exchange.ts';
import { gapsOf } from '#store/receive.ts';
import { vouched } from '#store/seals.ts';
import { fingerprintOf } from '#store/signatures.ts';
import { forksOf } from '#store/verify-seals.ts';
import { deviceNames } from './merge-report.ts';
import { readOf, type Session } from './session.ts';
import { keyState } from './trust.ts';

/** Every chain of the project: whose it is, how far it is signed, what of it is missing. */
export function listDevices(session: Session): DeviceRow[] {
  const db = readOf(session);
  const named = deviceNames(db);
  const gaps = gapsOf(db);
  const forks = forksOf(db);
  const rows = db.all<{ device: string; acts: number; last: string; withheld: number }>(
    `select a.device, count(*) as acts, max(a.stamp) as last, sum(p.hash is null) as withheld
     from act a left join payload p on p.hash = a.payload group by a.device order by last desc`,
  );
  return rows.map((row) => {
    const { name, person } = named(row.device);
    return {
      id: row.device,
      name,
      person,
      mine: row.device === session.author.device,
      acts: row.acts,
      last: timeOf(row.last),
      signed: signedUpTo(session, row.device),
      gaps: gaps.filter((gap) => gap.device === row.device).map(({ from, to }) => ({ from, to })),
      forks: forks.filter((fork) => fork.device === row.device).map((fork) => fork.sequence),
      withheld: row.withheld,
    };
  });
}

function signedUpTo(session: Session, device: string): DeviceRow['signed'] {
  const db = readOf(session);
  const covered = vouched(db, device);
  const seal = db.one<{ sequence: number; key: string; head: string }>(
    `select s.sequence, s.key, s.head from seal s join act a on a.hash = s.head
     where s.device = ? order by s.sequence desc limit 1`,
    device,
  );
  if (!seal || !covered.has(seal.head)) return null;
  return {
    upTo: seal.sequence,
    key: seal.key,
    fingerprint: fingerprintOf(seal.key),
    state: keyState(session, seal.key),
  };
}
