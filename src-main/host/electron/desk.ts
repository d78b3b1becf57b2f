import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  BrowserWindow,
  utilityProcess,
  type BrowserWindowConstructorOptions,
  type UtilityProcess,
} from 'electron';
import type { CommandId } from '#contract/commands.ts';
import { CallError } from '#contract/kit.ts';
import { SCHEME } from './admission.ts';
import { guardPage } from './guard.ts';
import { createLink } from './link.ts';
import type { FromEngine, Opening, ToEngine } from './messages.ts';
import { keepReaders } from './readers.ts';
import { mayRestart } from './supervise.ts';
import { WEB_PREFERENCES } from './web-preferences.ts';

/** A window with the engine of its project. */
export type Desk = {
  readonly window: BrowserWindow;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly say: (command: CommandId) => void;
  readonly exchange: (folder: string, encrypt: boolean) => void;
  file: string | undefined;
};

export type Hooks = {
  readonly opened: (file: string) => void;
  readonly language: (language: string) => void;
  /** The project could not be opened, or its engine does not stay up. */
  readonly failed: (desk: Desk, message: string | undefined) => void;
  /** What was asked for could not be done; nothing was lost. */
  readonly declined: (desk: Desk, message: string) => void;
  readonly offer: (address: string, window: BrowserWindow) => void;
};

/** Time for the page to send what is being typed once it is hidden, and for what was sent to be done, ms. */
const LAST_WORDS_MS = 200;
const LONGEST_GOODBYE_MS = 15_000;

/** Opens a window on a project. Closing it waits until everything that was sent is written. */
export function openDesk(
  name: string,
  opening: Opening,
  look: BrowserWindowConstructorOptions,
  hooks: Hooks,
): Desk {
  const ends: number[] = [];
  let closing = false;
  let ready = Promise.withResolvers<void>();
  let engine: UtilityProcess;
  let ended: Promise<unknown>;

  const post = (message: ToEngine) => engine.postMessage(message);
  const link = createLink(post);
  const readers = keepReaders(
    (memoryMb) =>
      utilityProcess.fork(join(import.meta.dirname, 'importer.js'), [], {
        serviceName: 'Assay reader',
        stdio: 'ignore',
        env: {},
        execArgv: [`--max-old-space-size=${memoryMb}`],
      }),
    post,
  );
  const window = new BrowserWindow({ ...look, show: false, webPreferences: WEB_PREFERENCES });
  const desk: Desk = {
    window,
    file: opening.file,
    say: (command) => post({ kind: 'say', command }),
    exchange: (folder, encrypt) => post({ kind: 'exchange', folder, encrypt }),
    fetch: async (request) => {
      try {
        await ready.promise;
        return await link.fetch(request);
      } catch {
        const lost = new CallError(
          'internal',
          'Assay’s engine stopped; it starts again. Please try once more.',
        );
        return Response.json(lost.toJSON(), { status: 503 });
      }
    },
  };

  const hear = (message: FromEngine) => {
    if ('reader' in message) return readers.hear(message);
    if ('id' in message) return link.hear(message);
    if (message.kind === 'refused') return hooks.failed(desk, message.message);
    if (message.kind === 'declined') return hooks.declined(desk, message.message);
    hooks.language(message.language);
    if (message.kind === 'language') return;
    desk.file = message.file;
    hooks.opened(message.file);
    ready.resolve();
  };
  const start = () => {
    engine = utilityProcess.fork(join(import.meta.dirname, 'engine.js'), [], { serviceName: 'Assay engine' });
    ended = once(engine, 'exit');
    engine.on('message', hear);
    engine.once('exit', () => {
      readers.end();
      link.lost();
      if (closing) return;
      ends.push(Date.now());
      if (!mayRestart(ends, Date.now())) return hooks.failed(desk, undefined);
      const waiting = ready;
      ready = Promise.withResolvers();
      void ready.promise.then(waiting.resolve);
      start();
    });
    const again = desk.file === undefined ? opening : { file: desk.file };
    post({
      kind: 'open',
      opening: ends.length === 0 ? opening : again,
      pages: join(import.meta.dirname, '../renderer'),
    });
  };
  const close = async () => {
    window.hide();
    await Promise.race([delay(LAST_WORDS_MS).then(link.settled), delay(LONGEST_GOODBYE_MS)]);
    post({ kind: 'close' });
    await Promise.race([ended, delay(LONGEST_GOODBYE_MS)]);
    window.destroy();
  };

  start();
  guardPage(window.webContents, name, (address) => hooks.offer(address, window));
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    event.preventDefault();
    if (!closing) void close();
    closing = true;
  });
  window.webContents.on('render-process-gone', () => {
    if (!closing) window.webContents.reload();
  });
  void window.loadURL(`${SCHEME}://${name}/`);
  return desk;
}
