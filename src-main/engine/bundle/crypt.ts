import { setImmediate as turn } from 'node:timers/promises';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { CallError } from '#contract/error.ts';
import { broken } from './zip.ts';

/** What an encrypted bundle begins with; inside is the zip. https://age-encryption.org/v1 */
export const AGE = 'age-encryption.org/v1\n';

/** 2^18 rounds are a second; a file that asks for more would only keep the reader busy. */
const WORK = 18;
const HIGHEST_WORK = 20;

export type Lock = { readonly recipients: readonly string[]; readonly passphrase: string | undefined };
export type Keys = { readonly identity: string | undefined; readonly passphrase: string | undefined };

/** Encrypts what comes in pieces. */
export async function encrypted(
  pieces: AsyncIterable<Uint8Array>,
  lock: Lock,
): Promise<AsyncIterable<Uint8Array>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if (lock.passphrase !== undefined) {
    encrypter.setPassphrase(lock.passphrase);
    encrypter.setScryptWorkFactor(WORK);
  }
  for (const recipient of lock.recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(streamOf(pieces));
}

function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const one = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await one.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await one.return?.()),
    },
    { highWaterMark: 1 },
  );
}

/** Decrypts a file into another. Throws a sentence; then what was written must be thrown away. */
export async function decryptFile(from: string, to: string, keys: Keys, signal: AbortSignal): Promise<void> {
  const input = openSync(from, 'r');
  const output = openSync(to, 'wx', 0o600);
  try {
    checkWork(input);
    const { Decrypter } = await import('age-encryption');
    const decrypter = new Decrypter();
    if (keys.identity !== undefined) decrypter.addIdentity(keys.identity);
    if (keys.passphrase !== undefined) decrypter.addPassphrase(keys.passphrase);
    const stream = await decrypter.decrypt(streamOf(piecesOf(input, signal))).catch((error: unknown) => {
      throw signal.aborted ? error : cannotOpen(error);
    });
    for await (const piece of stream) writeSync(output, piece);
  } catch (error) {
    if (signal.aborted || error instanceof CallError) throw error;
    throw broken('its encrypted content does not hold together');
  } finally {
    closeSync(input);
    closeSync(output);
  }
}

function cannotOpen(error: unknown): CallError {
  const text = error instanceof Error ? error.message : '';
  if (/no identity matched|passphrase|no key/i.test(text))
    return new CallError(
      'refused',
      'This bundle is encrypted, and neither your key nor a given passphrase opens it.',
    );
  return broken('its encrypted content does not hold together');
}

/** The header is small text; one that asks for too much work is refused before any is done. */
function checkWork(input: number): void {
  const head = Buffer.alloc(64 << 10);
  const length = readSync(input, head, 0, head.length, 0);
  const text = head.toString('latin1', 0, length);
  const end = text.indexOf('\n--- ');
  if (end < 0) throw broken('its header is not that of an encrypted bundle');
  for (const [, work] of text.slice(0, end).matchAll(/^-> scrypt \S+ (\d+)$/gm)) {
    if (Number(work) > HIGHEST_WORK)
      throw new CallError(
        'refused',
        `This bundle’s passphrase would take 2^${work} rounds to try; Assay takes at most 2^${HIGHEST_WORK}.`,
      );
  }
}

async function* piecesOf(input: number, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    signal.throwIfAborted();
    const piece = Buffer.alloc(256 << 10);
    const length = readSync(input, piece, 0, piece.length, at);
    if (length === 0) return;
    at += length;
    yield piece.subarray(0, length);
    await turn();
  }
}
