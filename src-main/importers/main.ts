/**
 * The throw-away process that reads untrusted files. It answers each message `{kind, name, bytes, mediaType?, page?, chapters?, options?}` with
 * `{ok}` or `{error: {code, message, detail?}}`, and ends with its parent. It runs under `child_process.fork` as well as under
 * Electron's `utilityProcess`; what it says is checked by whoever asked.
 */
import type { StatementOptions } from '#domain/statements.ts';
import { ImportError } from './import-error.ts';

type Asked = {
  readonly kind: 'article' | 'capture' | 'chapters' | 'statements';
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
  readonly options?: StatementOptions;
  readonly page?: string;
  readonly chapters?: readonly number[];
};
type Port = {
  on: (event: 'message', listen: (event: { data: Asked }) => void) => void;
  postMessage: (answer: unknown) => void;
};

async function answer({ kind, options, ...source }: Asked): Promise<unknown> {
  try {
    // each reader brings its own heavy modules, so only the one that is asked for is loaded
    if (kind === 'article') return { ok: await (await import('./read-article.ts')).readArticle(source) };
    if (kind === 'statements')
      return { ok: await (await import('./statements/read.ts')).readStatements(source, options ?? {}) };
    if (kind === 'chapters') return { ok: await (await import('./list-chapters.ts')).listChapters(source) };
    return { ok: await (await import('./read-capture.ts')).readCapture(source) };
  } catch (error) {
    if (error instanceof ImportError)
      return { error: { code: error.code, message: error.message, detail: error.detail } };
    return {
      error: {
        code: 'unreadable',
        message: `“${source.name}” could not be read: it is damaged or not what it seems.`,
      },
    };
  }
}

/**
 * A reader fetches nothing, so what could is taken away. It would not be for nothing either: pdf.js looks at each of them as it
 * is loaded, and Node then loads its whole network code, which costs more than to read a page. Of answers pdf.js wants to
 * see the kind only.
 */
for (const name of ['fetch', 'Request', 'Headers', 'FormData', 'WebSocket', 'EventSource'])
  Reflect.deleteProperty(globalThis, name);
Object.defineProperty(globalThis, 'Response', { value: class {}, configurable: true, writable: true });

const port = (process as unknown as { parentPort?: Port }).parentPort;
if (port) {
  port.on('message', ({ data }) => {
    void answer(data).then((result) => port.postMessage(result));
  });
} else {
  process.on('message', (asked: Asked) => {
    void answer(asked).then((result) => process.send?.(result));
  });
  process.on('disconnect', () => process.exit());
}
