import type { KnownKey } from '#contract/exchange.ts';
import { peopleById } from '#store/people.ts';
import { fingerprintOf, isSignedBy, proofText } from '#store/signatures.ts';
import type { Session } from './session.ts';
import { keyState, trustOf } from './trust.ts';

/** The keys that this project knows and the ones that this home has judged, own first, then by name. */
export function listKeys(session: Session): KnownKey[] {
  const db = session.project.read;
  const by = peopleById(db);
  const trust = trustOf(session.home);
  const rows = db
    .all<{ id: string; person: string | null; recipient: string | null; proof: string | null }>(
      'select id, person, recipient, proof from person_key where present = 1',
    )
    // a key that does not say itself whose it is may have been given a person or an address by anybody
    .filter((row) =>
      isSignedBy(row.id, proofText(row.id, row.person ?? '', row.recipient ?? ''), row.proof ?? ''),
    );
  const names = new Map<string, number>();
  for (const row of rows) {
    const name = by(row.person)?.name ?? '';
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  const known = rows.map((row): KnownKey => {
    const person = by(row.person);
    return {
      key: row.id,
      fingerprint: fingerprintOf(row.id),
      state: keyState(session, row.id),
      person,
      trustedAs: trust.get(row.id)?.name ?? '',
      canReceive: row.recipient !== null,
      contested: (names.get(person?.name ?? '') ?? 0) > 1,
    };
  });
  const elsewhere = [...trust]
    .filter(([key]) => !rows.some((row) => row.id === key))
    .map(([key, { name, recipient }]): KnownKey => ({
      key,
      fingerprint: fingerprintOf(key),
      state: keyState(session, key),
      person: null,
      trustedAs: name,
      canReceive: recipient !== '',
      contested: false,
    }));
  const order = ['own', 'trusted', 'unknown', 'revoked'];
  return [...known, ...elsewhere].sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      (a.person?.name ?? a.trustedAs).localeCompare(b.person?.name ?? b.trustedAs, 'en') ||
      (a.key < b.key ? -1 : 1),
  );
}
