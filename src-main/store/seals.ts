import type { ReadDb, WriteDb } from './handle.ts';
import { isSignedBy, sealText } from './signatures.ts';

export type Seal = {
  readonly device: string;
  readonly sequence: number;
  readonly head: string;
  readonly key: string;
  readonly signature: string;
};

export type Signer = { readonly key: string; readonly sign: (text: string) => string };

export function isSound(project: string, seal: Seal): boolean {
  return isSignedBy(
    seal.key,
    sealText(project, seal.device, seal.sequence, seal.head, seal.key),
    seal.signature,
  );
}

/** Signs the last act of a device, unless that is done already. One signature vouches for all acts before it. */
export function sealChain(db: WriteDb, project: string, device: string, signer: Signer): void {
  const tip = db.one<{ sequence: number; hash: string }>(
    'select sequence, hash from act where device = ? order by sequence desc, arrival desc limit 1',
    device,
  );
  if (!tip) return;
  const done = db.one('select 1 from seal where device = ? and head = ?', device, tip.hash);
  if (done) return;
  const signature = signer.sign(sealText(project, device, tip.sequence, tip.hash, signer.key));
  keepSeal(db, { device, sequence: tip.sequence, head: tip.hash, key: signer.key, signature });
}

/**
 * Signs every end of some devices' chains that no signature covers: a chain that was forked has several. What others
 * wrote in a device's name comes with their signature, so an end without one was written here.
 */
export function sealEnds(db: WriteDb, project: string, devices: readonly string[], signer: Signer): void {
  for (const device of new Set(devices)) {
    const ends = db.all<{ sequence: number; hash: string }>(
      `select a.sequence, a.hash from act a where a.device = ? and not exists (
         select 1 from act b where b.device = a.device and b.sequence = a.sequence + 1 and b.previous = a.hash
       )`,
      device,
    );
    const covered = vouched(db, device);
    for (const { sequence, hash } of ends) {
      if (covered.has(hash)) continue;
      const signature = signer.sign(sealText(project, device, sequence, hash, signer.key));
      keepSeal(db, { device, sequence, head: hash, key: signer.key, signature });
    }
  }
}

/** Keeps a checked signature; of one key and one line of acts only the furthest is needed. */
export function keepSeal(db: WriteDb, seal: Seal): void {
  db.run(
    `insert into seal (device, sequence, head, key, signature) values (?, ?, ?, ?, ?) on conflict do nothing`,
    seal.device,
    seal.sequence,
    seal.head,
    seal.key,
    seal.signature,
  );
}

export function sealsOf(db: ReadDb): Seal[] {
  return db.all<Seal>(
    'select device, sequence, head, key, signature from seal order by device, sequence, head, key',
  );
}

/**
 * The acts that a device's signatures vouch for: every act that lies before a signed one in the chain. Gives the hash
 * of each, with the key that vouches.
 */
export function vouched(db: ReadDb, device: string): Map<string, string> {
  const acts = new Map(
    db
      .all<{ hash: string; previous: string | null }>(
        'select hash, previous from act where device = ?',
        device,
      )
      .map((act) => [act.hash, act.previous]),
  );
  const found = new Map<string, string>();
  for (const seal of db.all<Seal>('select * from seal where device = ? order by sequence desc', device)) {
    for (
      let at: string | null | undefined = seal.head;
      typeof at === 'string' && acts.has(at) && !found.has(at);
      at = acts.get(at)
    ) {
      found.set(at, seal.key);
    }
  }
  return found;
}
