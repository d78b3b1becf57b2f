import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CallError } from '#contract/error.ts';
import type { Merged } from '#contract/exchange.ts';
import { fingerprintOf } from '#store/signatures.ts';
import { AGE, decryptFile } from './bundle/crypt.ts';
import { fileSource, readBundle, type Bundle, type OpenSource } from './bundle/read.ts';
import { notABundle } from './bundle/zip.ts';
import { asCallError } from './errors.ts';
import type { KeyRing } from './keys.ts';
import type { OnDisk, Session } from './session.ts';
import { keyState } from './trust.ts';

export type Incoming = { readonly name: string; readonly bundle: Bundle; readonly close: () => void };

/** Opens and checks bundles for this project. What cannot be taken is told in `refused`, in one sentence each. */
export async function openBundles(
  session: Session,
  sources: readonly OnDisk[],
  passphrase: string | undefined,
  refused: Merged['refused'],
  tick: (bytes: number) => Promise<void>,
  signal: AbortSignal,
): Promise<Incoming[]> {
  const opened: Incoming[] = [];
  for (const source of sources) {
    let incoming: Incoming | undefined;
    try {
      incoming = await openBundle(source, session.keys, session.home.folder, passphrase, tick, signal);
      checkSender(session, incoming.bundle);
      opened.push(incoming);
    } catch (error) {
      incoming?.close();
      const told = asCallError(error);
      if (!(told instanceof CallError) || told.code === 'cancelled') {
        for (const one of opened) one.close();
        throw told;
      }
      refused.push({ source: source.name, error: { code: told.code, message: told.message } });
    }
  }
  return opened;
}

/** Opens a bundle from a file, decrypting it into the home where that is needed; the copy goes with `close`. */
export async function openBundle(
  { name, path }: OnDisk,
  keys: KeyRing,
  home: string,
  passphrase: string | undefined,
  tick: (bytes: number) => Promise<void>,
  signal: AbortSignal,
): Promise<Incoming> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new CallError('not-found', `${name} does not exist.`);
  if (!stat.isFile()) throw new CallError('bad-input', `${name} is not an ordinary file.`);
  let source: OpenSource | undefined = fileSource(path);
  let plain: string | undefined;
  const close = () => {
    source?.close();
    source = undefined;
    if (plain !== undefined) rmSync(plain, { force: true });
  };
  try {
    const encrypted = source.read(0, AGE.length).toString('latin1') === AGE;
    let address: string | undefined;
    if (encrypted) {
      source.close();
      // never closed twice: the number of a closed file may be another's by then
      source = undefined;
      plain = join(incomingFolder(home), `${process.pid}-${performance.now()}.plain`);
      const identity = passphrase === undefined ? (await keys.open()).ageIdentity : undefined;
      await decryptFile(path, plain, { identity, passphrase }, signal);
      address = identity === undefined ? undefined : keys.public().recipient;
      source = fileSource(plain);
      if (source.read(0, AGE.length).toString('latin1') === AGE) throw notABundle();
    }
    const bundle = await readBundle(source, tick);
    checkReader(bundle, encrypted ? { address } : undefined);
    return { name, bundle, close };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * age does not say who encrypted, so the signed list of readers has to: nobody may pass on a bundle as if it had been
 * meant for others.
 * @param opened how it was opened: with the key behind an age address, or with a passphrase; undefined where it came open
 */
export function checkReader(
  { manifest: { recipients, passphrase } }: Bundle,
  opened: { readonly address: string | undefined } | undefined,
): void {
  const meant = !opened
    ? recipients.length === 0 && !passphrase
    : opened.address === undefined
      ? passphrase
      : recipients.includes(opened.address);
  if (!meant)
    throw new CallError(
      'refused',
      'This bundle was opened or encrypted anew on the way, for others than its author meant; it was not taken.',
    );
}

/** A place of one's own for what is decrypted; what a crash left there is thrown away. */
export function incomingFolder(home: string): string {
  const folder = join(home, 'incoming');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const [, pid] = /^(\d+)-/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Only bundles of this project, by keys that were not revoked. */
export function checkSender(session: Session, { manifest }: Bundle): void {
  if (manifest.project !== session.project.id)
    throw new CallError(
      'refused',
      `This bundle belongs to another project, “${manifest.title.slice(0, 100)}”; nothing was taken from it.`,
    );
  if (keyState(session, manifest.packer.key) === 'revoked')
    throw new CallError(
      'refused',
      `This bundle is signed with the key ${fingerprintOf(manifest.packer.key)}, which you have revoked; nothing was taken from it.`,
    );
}
