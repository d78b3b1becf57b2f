import type { Engine } from '#engine/engine.ts';

/** Asks on the terminal without showing what is typed; undefined where there is no terminal. */
export async function askHidden(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return undefined;
  stderr.write(`${question}: `);
  stdin.setRawMode(true);
  stdin.resume();
  stdin.setEncoding('utf8');
  let typed = '';
  try {
    for await (const keys of stdin as AsyncIterable<string>) {
      for (const key of keys) {
        if (key === '\r' || key === '\n') return typed;
        if (key === '\u0003') return undefined;
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key;
      }
    }
    return typed;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}

/** Unlocks the key where it is under a passphrase that was not given beforehand. */
export async function unlocked(engine: Engine): Promise<void> {
  const { identity } = await engine.call('getIdentity', {});
  if (!identity.locked || process.env['ASSAY_PASSPHRASE'] !== undefined) return;
  const passphrase = await askHidden('Passphrase of your key');
  if (passphrase !== undefined) await engine.call('unlockKey', { passphrase });
}

/** The passphrase of a bundle: from the environment, or asked for. */
export async function bundlePassphrase(asked: boolean): Promise<string | undefined> {
  const given = process.env['ASSAY_BUNDLE_PASSPHRASE'];
  return given ?? (asked ? askHidden('Passphrase of the bundle') : undefined);
}
