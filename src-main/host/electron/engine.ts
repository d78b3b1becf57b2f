import { createDoor } from '#engine/door.ts';
import { openEngine, realWorld, type Engine, type World } from '#engine/engine.ts';
import { openOrCreateDefault, rememberProject } from '#engine/first-run.ts';
import { homeFolder } from '#engine/home.ts';
import { createParser } from '#engine/parse.ts';
import { readPages } from '../browser/pages.ts';
import { answerThrough, type Asking } from './link.ts';
import type { FromEngine, Opening, ToEngine } from './messages.ts';
import { createReaders } from './readers.ts';

// The process of one window's engine: a slow query stops no window, and a crash takes no window with it.
const post = (message: FromEngine) => process.parentPort.postMessage(message);
const readers = createReaders(post);
const world: World = {
  ...realWorld(homeFolder(process.env, process.platform)),
  parser: createParser({ fork: readers.start }),
};
let engine: Engine | undefined;
let answer: ((asking: Asking) => Promise<void>) | undefined;

process.parentPort.on('message', ({ data }) => {
  const message = data as ToEngine;
  if (message.kind === 'open') return void open(message.opening, message.pages);
  if (message.kind === 'say') return engine?.say({ kind: 'command', id: message.command });
  if (message.kind === 'exchange') return void exchange(message.folder, message.encrypt);
  if ('reader' in message) return readers.hear(message);
  if (message.kind === 'request' || message.kind === 'cancel') return void answer?.(message);
  if (message.kind === 'close') {
    engine?.close();
    process.exit(0);
  }
});

async function open({ file, create }: Opening, pages: string): Promise<void> {
  try {
    engine =
      file === undefined
        ? await openOrCreateDefault(world)
        : openEngine(file, world, create ? { create } : {});
    if (!engine.readOnly) rememberProject(world, engine.file);
    await engine.watchExchangeFolder();
    answer = answerThrough(createDoor(engine, readPages(pages)), post);
    engine.listen((notice) => {
      if (notice.kind === 'changed' && notice.tables.includes('preferences')) void language().then(post);
    });
    post({ ...(await language()), kind: 'opened', file: engine.file });
  } catch (error) {
    post({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });
  }
}

/** Exchanges through the folder that was chosen, and shows how that stands. */
async function exchange(folder: string, encrypt: boolean): Promise<void> {
  try {
    await engine?.joinExchangeFolder(folder, encrypt);
    engine?.say({ kind: 'command', id: 'exchange-folder' });
  } catch (error) {
    post({ kind: 'declined', message: error instanceof Error ? error.message : String(error) });
  }
}

async function language(): Promise<{ kind: 'language'; language: string }> {
  const { preferences } = await engine!.call('getPreferences', {});
  return { kind: 'language', language: preferences.language };
}
