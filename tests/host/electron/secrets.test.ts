import { describe, expect, it } from 'vitest';
import type { FromEngine } from '../../../src-main/host/electron/messages.ts';
import {
  answerSecret,
  createKeyStore,
  keepsSecrets,
  type Vault,
} from '../../../src-main/host/electron/secrets.ts';
import { scrambling } from './vault.ts';

/** Both ends; what crosses is cloned as between processes. */
function ends(vault: Vault) {
  const crossed: FromEngine[] = [];
  const store = createKeyStore((message) => {
    const clone = structuredClone(message);
    crossed.push(clone);
    if (!('secret' in clone)) return;
    const answer = structuredClone(answerSecret(vault, clone));
    if ('secret' in answer) queueMicrotask(() => store.hear(answer));
  });
  return { store, crossed };
}

describe('the system’s key store, reached through the main process', () => {
  it('gives back byte for byte what it was given, also when much is asked at once', async () => {
    const { store } = ends(scrambling());
    const secrets = [0, 1, 255].map((byte) => new Uint8Array(32).fill(byte));
    const kept = await Promise.all(secrets.map(store.protect));
    expect(kept.map((one) => Buffer.from(one))).not.toContainEqual(Buffer.from(secrets[0]!));
    expect(await Promise.all(kept.map(store.reveal))).toEqual(secrets);
  });

  it('says in one sentence when it is locked, and asks again next time', async () => {
    const vault = scrambling();
    const { store, crossed } = ends(vault);
    const kept = await store.protect(new Uint8Array(32));
    vault.locked = true;
    await expect(store.reveal(kept)).rejects.toThrow(/^The system’s key store did not give your key/);
    vault.locked = false;
    expect(await store.reveal(kept)).toEqual(new Uint8Array(32));
    expect(crossed.map(({ kind }) => kind)).toEqual(['secret-protect', 'secret-reveal', 'secret-reveal']);
  });

  it.each([
    ['linux', 'gnome_libsecret', true],
    ['linux', 'kwallet6', true],
    ['linux', 'basic_text', false],
    ['linux', 'unknown', false],
    ['darwin', 'basic_text', true],
    ['win32', 'unknown', true],
  ])('on %s with %s it is used: %s', (platform, backend, used) => {
    expect(keepsSecrets(scrambling(backend), platform)).toBe(used);
  });

  it('is not used where the system cannot encrypt', () => {
    const vault = scrambling();
    vault.locked = true;
    expect(keepsSecrets(vault, 'darwin')).toBe(false);
  });
});
