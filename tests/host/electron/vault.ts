import type { Vault } from '../../../src-main/host/electron/secrets.ts';

/** A key store of the system, where Electron is absent: it turns every byte over, and can be locked. */
export function scrambling(backend = 'gnome_libsecret') {
  const turned = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  const vault = {
    locked: false,
    isEncryptionAvailable: () => !vault.locked,
    getSelectedStorageBackend: () => backend,
    encryptString: (text: string) => turned(Buffer.from(text)),
    decryptString: (kept: Buffer) => {
      if (vault.locked) throw new Error('the key ring is locked');
      return turned(kept).toString();
    },
  };
  return vault satisfies Vault;
}
