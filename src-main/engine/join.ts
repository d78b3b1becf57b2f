import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Output } from '#contract/index.ts';
import { CallError } from '#contract/error.ts';
import { createFile } from '#store/open.ts';
import { openEngine, type Engine, type OpenOptions } from './engine.ts';
import { toldLater } from './errors.ts';
import { openHome } from './home.ts';
import { openBundle } from './incoming.ts';
import { keyRing } from './keys.ts';
import type { World } from './session.ts';

export type Joined = { readonly engine: Engine; readonly merged: Output<'mergeBundles'> };

/**
 * Makes a project file out of bundles of it: how a team mate begins. All bundles must be of the same project; where one
 * is refused, no file is left.
 */
export function joinProject(
  file: string,
  bundles: readonly string[],
  world: World,
  options: Pick<OpenOptions, 'person'> & { readonly passphrase?: string } = {},
): Promise<Joined> {
  return toldLater(async () => {
    const { folder, person } = openHome(world.home, world.newId);
    const keys = keyRing(folder, person, world.keyStore, world.passphrase);
    const [first] = bundles;
    if (first === undefined) throw new CallError('bad-input', 'Name a bundle to begin with.');
    const about = { name: basename(first), path: first, mediaType: '', bytes: 0 };
    const opened = await openBundle(
      about,
      keys,
      folder,
      options.passphrase,
      async () => {},
      new AbortController().signal,
    );
    opened.close();
    createFile(file, opened.bundle.manifest.project, { now: world.now() }, () => {}).close();
    let engine: Engine | undefined;
    try {
      engine = openEngine(file, world, options.person === undefined ? {} : { person: options.person });
      const handed = bundles.map((path) => engine!.receiveFile(path));
      const merged = await engine.call('mergeBundles', {
        bundles: handed,
        ...(options.passphrase === undefined ? {} : { passphrase: options.passphrase }),
      });
      const [refused] = merged.refused;
      if (refused) throw new CallError('refused', refused.error.message);
      return { engine, merged };
    } catch (error) {
      engine?.close();
      for (const left of [file, `${file}-journal`, `${file}-lock`]) if (existsSync(left)) rmSync(left);
      throw error;
    }
  });
}
