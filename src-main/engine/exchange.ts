import type { exchangeCalls } from '#contract/exchange.ts';
import { CallError } from '#contract/error.ts';
import { listMerges } from '#store/merges.ts';
import { fingerprintOf, isKey } from '#store/signatures.ts';
import { settle } from './conflicts.ts';
import { listDevices } from './device-list.ts';
import { asJob } from './jobs.ts';
import { listKeys } from './key-list.ts';
import { nowOf, readOf, type Handlers, type OnDisk, type Session } from './session.ts';
import { undoMerge } from './undo-merge.ts';
import { cardText, keyState, readCard, remember, trustOf } from './trust.ts';

// packing and merging are loaded when they are asked for: they bring zip and age along
export const exchangeHandlers: Handlers<keyof typeof exchangeCalls> = {
  getIdentity: (session) => ({ identity: identityOf(session) }),

  protectKey: async (session, { passphrase, current }) => {
    await session.keys.protect(passphrase, current);
    session.say({ kind: 'changed', tables: ['person_key'] });
    return { identity: identityOf(session) };
  },

  unlockKey: async (session, { passphrase }) => {
    await session.keys.open(passphrase);
    session.say({ kind: 'changed', tables: ['person_key'] });
    return { identity: identityOf(session) };
  },

  listKeys: (session) => ({ keys: listKeys(session) }),

  readCard: (session, asked) => {
    const { name, key } = readCard(asked.card);
    return { card: { name, key, fingerprint: fingerprintOf(key), state: keyState(session, key) } };
  },

  trustKey: (session, { card, key, name }) => {
    if ((card === undefined) === (key === undefined))
      throw new CallError('bad-input', 'Give either a card or a key.');
    const given = card === undefined ? keyHere(session, key!) : readCard(card);
    if (given.key === session.keys.public().key) throw new CallError('bad-input', 'This is your own key.');
    remember(session.home, given.key, {
      state: 'trusted',
      name: name ?? given.name,
      recipient: given.recipient,
      at: nowOf(session),
    });
    return told(session);
  },

  revokeKey: (session, { key }) => {
    if (key === session.keys.public().key)
      throw new CallError('bad-input', 'This is your own key; ask the others to revoke it.');
    if (!isKey(key)) throw new CallError('bad-input', 'This is no key that a person can own.');
    const known = trustOf(session.home).get(key);
    const here = listKeys(session).find((one) => one.key === key);
    remember(session.home, key, {
      state: 'revoked',
      name: known?.name ?? here?.person?.name ?? '',
      recipient: known?.recipient ?? '',
      at: nowOf(session),
    });
    return told(session);
  },

  forgetKey: (session, { key }) => {
    remember(session.home, key, undefined);
    return told(session);
  },

  listDevices: (session) => ({ devices: listDevices(session) }),

  previewPack: async (session, asked) => {
    const { planned } = await import('./pack.ts');
    const { acts, files, bytes, visible } = planned(session, asked);
    return { acts, blobs: files.length, bytes, visible };
  },

  packBundle: (session, asked, signal) =>
    asJob(session, asked.job, signal, async (stop) => {
      const { packForPage } = await import('./pack.ts');
      return packForPage(session, asked, stop);
    }),

  mergeBundles: (session, asked, signal) =>
    asJob(session, asked.job, signal, async (stop) => {
      const { merge } = await import('./merge.ts');
      const sources = asked.bundles.map(({ token, name }): OnDisk => {
        const found = session.bundles.get(token);
        if (!found) throw new CallError('not-found', `${name} is no longer at hand; choose it again.`);
        return { ...found, name };
      });
      return merge(session, sources, asked, stop);
    }),

  listMerges: (session) => ({
    merges: listMerges(readOf(session)).map(({ undone, sources, people, ...merge }) => ({
      ...merge,
      sources: JSON.parse(sources) as string[],
      people: JSON.parse(people) as string[],
      undone: undone !== null,
    })),
  }),

  undoMerge: (session, { merge }) => undoMerge(session, merge),

  settleConflict: (session, asked) => settle(session, asked),
};

function told(session: Session) {
  session.say({ kind: 'changed', tables: ['person_key'] });
  return { keys: listKeys(session) };
}

function identityOf(session: Session) {
  const { keys, me } = session;
  const { person, key, recipient, proof } = keys.public();
  return {
    person,
    name: me.name,
    key,
    fingerprint: fingerprintOf(key),
    recipient,
    protection: keys.protection(),
    locked: keys.unlocked() === undefined,
    card: cardText({ name: me.name, person, key, recipient, proof }),
  };
}

function keyHere(session: Session, key: string) {
  const here = listKeys(session).find((one) => one.key === key);
  if (!here) throw new CallError('not-found', 'This project does not know the key; trust it by its card.');
  const row = readOf(session).one<{ recipient: string | null }>(
    'select recipient from person_key where id = ?',
    key,
  );
  const recipient = row?.recipient ?? trustOf(session.home).get(key)?.recipient ?? '';
  return { key, name: here.person?.name ?? here.trustedAs, recipient };
}
