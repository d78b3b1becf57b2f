import { CallError } from '#contract/error.ts';
import type { KeyStore } from '#engine/keys.ts';
import type { FromEngine, ToEngine } from './messages.ts';

/** What main needs of Electron's safeStorage, which only the main process has. */
export type Vault = {
  readonly isEncryptionAvailable: () => boolean;
  readonly encryptString: (text: string) => Uint8Array;
  readonly decryptString: (kept: Buffer) => string;
  /** Linux only. */
  readonly getSelectedStorageBackend?: () => string;
};

/** Whether the system really keeps secrets: without a key ring, Linux would only scramble them with a known word. */
export function keepsSecrets(vault: Vault, platform: string): boolean {
  if (!vault.isEncryptionAvailable()) return false;
  const backend = platform === 'linux' ? vault.getSelectedStorageBackend?.() : 'system';
  return backend !== undefined && backend !== 'basic_text' && backend !== 'unknown';
}

type Answer = Extract<ToEngine, { secret: number }>;

/** The engine's end: a store of keys that asks the main process. */
export function createKeyStore(
  post: (message: FromEngine) => void,
): KeyStore & { readonly hear: (answer: Answer) => void } {
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  let last = 0;
  const ask = (kind: 'secret-protect' | 'secret-reveal', bytes: Uint8Array) => {
    const answer = Promise.withResolvers<Uint8Array>();
    const secret = ++last;
    waiting.set(secret, answer);
    post({ kind, secret, bytes });
    return answer.promise;
  };
  return {
    protect: (secret) => ask('secret-protect', secret),
    reveal: (kept) => ask('secret-reveal', kept),
    hear: ({ secret, bytes }) => {
      const answer = waiting.get(secret);
      waiting.delete(secret);
      if (bytes) answer?.resolve(bytes);
      else
        answer?.reject(
          new CallError('refused', 'The system’s key store did not give your key; unlock it and try again.'),
        );
    },
  };
}

/** The main process's end. What fails is told as failed, and what was asked for is never repeated. */
export function answerSecret(vault: Vault, asked: Extract<FromEngine, { secret: number }>): ToEngine {
  const { secret, bytes } = asked;
  try {
    const done =
      asked.kind === 'secret-protect'
        ? vault.encryptString(Buffer.from(bytes).toString('base64'))
        : Buffer.from(vault.decryptString(Buffer.from(bytes)), 'base64');
    return { kind: 'secret-done', secret, bytes: new Uint8Array(done) };
  } catch {
    return { kind: 'secret-done', secret, bytes: undefined };
  }
}
