import type { ReadDb } from './handle.ts';
import { isSound, sealsOf, vouched } from './seals.ts';
import { fingerprintOf, isSignedBy, proofText } from './signatures.ts';
import type { Tell } from './verify.ts';

/**
 * Every signature over a chain, and every key's own signature over whose it is. What no signature covers is told and is
 * no problem: a key may be under a passphrase, and a chain older than signatures has none.
 */
export function verifySeals(db: ReadDb, tell: Tell, mention: Tell): number {
  const project = db.one<{ value: string }>(`select value from meta where key = 'project'`)?.value ?? '';
  const seals = sealsOf(db);
  for (const seal of seals) {
    const name = `act ${seal.sequence} of device ${seal.device.slice(0, 8)}`;
    if (!isSound(project, seal)) tell('signature', seal.head, `The signature over the ${name} is not valid.`);
    else if (!db.one('select 1 from act where hash = ? and sequence = ?', seal.head, seal.sequence))
      mention('signature', seal.head, `The ${name} is signed and has not arrived.`);
  }
  const keys = db.all<{ id: string; person: string; recipient: string; proof: string }>(
    `select id, coalesce(person, '') as person, coalesce(recipient, '') as recipient, coalesce(proof, '') as proof
     from person_key where present = 1`,
  );
  for (const key of keys) {
    if (!isSignedBy(key.id, proofText(key.id, key.person, key.recipient), key.proof))
      tell(
        'key',
        key.id,
        `The key ${fingerprintOf(key.id)} does not say itself that it belongs to this person.`,
      );
  }
  for (const { device, n } of db.all<{ device: string; n: number }>(
    'select device, count(*) as n from act group by device',
  )) {
    const open = n - vouched(db, device).size;
    if (open > 0)
      mention(
        'unsigned',
        device,
        `${open} ${open === 1 ? 'act' : 'acts'} of device ${device.slice(0, 8)} are not signed.`,
      );
  }
  for (const { device, sequence } of forksOf(db)) {
    mention(
      'fork',
      device,
      `Two acts carry the number ${sequence} of device ${device.slice(0, 8)}: a copy of the file was continued on both sides. Both are kept.`,
    );
  }
  return seals.length + keys.length;
}

/** Numbers that two acts of one device carry. */
export function forksOf(db: ReadDb): { device: string; sequence: number }[] {
  return db.all(
    'select device, sequence from act group by device, sequence having count(*) > 1 order by device, sequence',
  );
}
