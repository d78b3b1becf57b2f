import { CallError } from '#contract/error.ts';
import type { ReadDb } from '#store/handle.ts';
import { actsHere } from '#store/here.ts';
import { vouchersOf } from '#store/coverage.ts';
import { peopleById } from '#store/people.ts';
import { fingerprintOf } from '#store/signatures.ts';
import type { Bundle } from './bundle/read.ts';
import { broken } from './bundle/zip.ts';
import type { Session } from './session.ts';
import { keyState, trustOf } from './trust.ts';

export type Checked = {
  /** New acts that no signature of their device covers. */
  readonly unsigned: number;
  /** Devices with new acts, and the newest stamp of each. */
  readonly devices: ReadonlyMap<string, string>;
};

type Fresh = {
  readonly hash: string;
  readonly previous: string | null;
  readonly device: string;
  readonly sequence: number;
  readonly person: string;
  readonly stamp: string;
};

/**
 * Who may say what: an act counts for its person only if the signatures allow it. Throws one sentence for a bundle that
 * speaks in somebody else's name, and then nothing of it is taken.
 */
export function checkAuthors(session: Session, db: ReadDb, bundle: Bundle): Checked {
  const { manifest } = bundle;
  const fresh: Fresh[] = [];
  for (const acts of bundle.acts()) {
    const known = actsHere(db, acts);
    for (const { hash, previous, device, sequence, person, stamp } of acts)
      if (!known.has(hash)) fresh.push({ hash, previous, device, sequence, person, stamp });
  }
  checkChains(db, fresh);
  const { vouched, signing } = vouchersOf(db, fresh, manifest.seals);
  const name = peopleById(db);
  const trusted = trustedKeysOf(session, db);
  const devices = new Map<string, string>();
  let unsigned = 0;
  for (const act of fresh) {
    const key = vouched.get(act.hash);
    const who = name(act.person)?.name || act.person.slice(0, 8);
    if (key === undefined && signing.has(act.device))
      throw new CallError(
        'refused',
        `This bundle holds act ${act.sequence} in the name of ${who}, which ${who}’s device has not signed; nothing was taken from it.`,
      );
    const own = trusted.get(act.person);
    if (own && (key === undefined || (!own.has(key) && keyState(session, key) === 'unknown'))) {
      const by = key === undefined ? 'without a signature' : `signed with the key ${fingerprintOf(key)}`;
      throw new CallError(
        'refused',
        `This bundle holds acts in the name of ${who} ${by}, which is not the one you trust; compare it with ${who} and trust it first.`,
      );
    }
    if (key === undefined) unsigned += 1;
    if (act.stamp > (devices.get(act.device) ?? '')) devices.set(act.device, act.stamp);
  }
  return { unsigned, devices };
}

/** Each act must follow the act that it names: of the same device, one number before it. */
function checkChains(db: ReadDb, fresh: readonly Fresh[]): void {
  const arriving = new Map(fresh.map((act) => [act.hash, act]));
  const gaps = db.one('select 1 from missing limit 1') !== undefined;
  for (const act of fresh) {
    const awaited = gaps
      ? db.one<{ device: string; sequence: number }>(
          'select device, sequence from missing where hash = ?',
          act.hash,
        )
      : undefined;
    const before =
      act.previous === null
        ? undefined
        : (arriving.get(act.previous) ??
          db.one<{ device: string; sequence: number }>(
            'select device, sequence from act where hash = ?',
            act.previous,
          ));
    const follows = !before || (before.device === act.device && before.sequence === act.sequence - 1);
    const fills = !awaited || (awaited.device === act.device && awaited.sequence === act.sequence);
    if (!follows || !fills) throw broken('a chain of its acts does not hold together');
  }
}

/** The keys that were compared and trusted, by the person whose they are. */
function trustedKeysOf(session: Session, db: ReadDb): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [key, { state }] of trustOf(session.home)) {
    if (state !== 'trusted') continue;
    const person = db.one<{ person: string | null }>(
      'select person from person_key where id = ?',
      key,
    )?.person;
    if (person) found.set(person, (found.get(person) ?? new Set()).add(key));
  }
  return found;
}
