import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import { CallError, type Code } from '#contract/kit.ts';
import { isCallName } from '#contract/index.ts';
import type { Engine } from './engine.ts';
import { safeName } from './safe-name.ts';
import type { OnDisk } from './session.ts';

/** A page's bytes by their path: a fixed list, so that no path is ever looked up on the disk. */
export type Pages = ReadonlyMap<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }>;

export type Door = { readonly fetch: (request: Request) => Promise<Response> };

const MEGABYTE = 1 << 20;
const LARGEST_CALL = 32 * MEGABYTE;
/** Of one imported file or archived copy. */
export const LARGEST_UPLOAD = 200 * MEGABYTE;

const HEARTBEAT_MS = 20_000;

const HEADERS = {
  referrerPolicy: 'no-referrer',
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  xFrameOptions: 'SAMEORIGIN',
  // a local address has no certificate to insist on
  strictTransportSecurity: false,
  permissionsPolicy: {
    camera: [],
    microphone: [],
    geolocation: [],
    usb: [],
    payment: [],
    displayCapture: [],
  },
};

/** The page's own styles by their hash: no other inline style is ever applied. */
function inlineStyles(pages: Pages): string[] {
  const page = new TextDecoder().decode(pages.get('/')?.bytes);
  return [...page.matchAll(/<style>([^<]*)<\/style>/g)].map(([, styles]) => {
    const hash = process
      .getBuiltinModule('node:crypto')
      .createHash('sha256')
      .update(styles!)
      .digest('base64');
    return `'sha256-${hash}'`;
  });
}

const forPages = (styles: readonly string[]) =>
  secureHeaders({
    ...HEADERS,
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", ...styles],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameSrc: ["'self'"],
      frameAncestors: ["'self'"],
    },
  });

/** Reports and archived copies: whatever stands in them may be looked at and nothing else. */
const forForeignBytes = secureHeaders({
  ...HEADERS,
  contentSecurityPolicy: {
    sandbox: [],
    defaultSrc: ["'none'"],
    imgSrc: ['data:'],
    styleSrc: ["'unsafe-inline'"],
    frameAncestors: ["'self'"],
  },
});

/**
 * The one way into the engine for every host: pages, `POST /call/<name>`, bytes in and out, and a stream of notices.
 * Electron's `app://` handler, the browser host and the tests pass it the web's own Request and get a Response.
 */
export function createDoor(engine: Engine, pages: Pages): Door {
  const door = new Hono();
  const forOurPages = forPages(inlineStyles(pages));
  door.use((c, next) =>
    (/^\/(file|capture|project)\//.test(c.req.path) ? forForeignBytes : forOurPages)(c, next),
  );

  door.post(
    '/call/:name',
    bodyLimit({ maxSize: LARGEST_CALL, onError: () => tooLarge('call', LARGEST_CALL) }),
    async (c) => {
      const name = c.req.param('name');
      if (!isCallName(name)) throw new CallError('not-found', `There is no call named ${name}.`);
      if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) {
        throw new CallError('bad-input', 'A call takes JSON (content-type: application/json).');
      }
      const input: unknown = await c.req.json().catch(() => {
        throw new CallError('bad-input', 'The call’s input is not JSON.');
      });
      return c.json(await engine.call(name, input as never, c.req.raw.signal));
    },
  );

  door.put(
    '/upload',
    bodyLimit({ maxSize: LARGEST_UPLOAD, onError: () => tooLarge('file', LARGEST_UPLOAD) }),
    async (c) => {
      const name = c.req.query('name') ?? '';
      if (name === '') throw new CallError('bad-input', 'An upload needs a name.');
      return c.json(engine.receive(new Uint8Array(await c.req.arrayBuffer()), name));
    },
  );

  door.put('/bundle', async (c) => {
    const name = c.req.query('name') ?? '';
    if (name === '') throw new CallError('bad-input', 'A bundle needs a name.');
    return c.json(await engine.receiveBundle(piecesIn(c.req.raw.body), name));
  });

  door.get('/notices', (c) =>
    streamSSE(c, async (stream) => {
      const gone = new Promise<void>((resolve) => stream.onAbort(resolve));
      const tell = (data: string) => stream.writeSSE({ data }).catch(() => {});
      const stop = engine.listen((notice) => void tell(JSON.stringify(notice)));
      const beat = setInterval(
        () => void stream.writeSSE({ event: 'beat', data: '' }).catch(() => {}),
        HEARTBEAT_MS,
      );
      await stream.writeSSE({ event: 'beat', data: '' });
      await gone;
      clearInterval(beat);
      stop();
    }),
  );

  door.get('/file/:token', (c) => {
    const bundle = engine.bundleOf(c.req.param('token'));
    if (bundle) return streamed(bundle);
    const file = engine.fileOf(c.req.param('token'));
    if (!file) throw new CallError('not-found', 'This report is no longer at hand; write it again.');
    return inert(file, c.req.query('show') === '1' && file.mediaType.startsWith('text/html'));
  });

  door.get('/capture/:id', (c) => {
    const file = engine.captureBytes(c.req.param('id'));
    return inert(file, SHOWN.has(file.mediaType));
  });

  door.get('/project/copy', () => inert(engine.copyBytes(), false));

  door.get('*', (c) => {
    const page = pages.get(c.req.path);
    if (!page) throw new CallError('not-found', 'There is no such page.');
    const immutable = c.req.path.startsWith('/assets/');
    const bytes = page.type.startsWith('text/html') ? dressed(page.bytes, engine.look()) : page.bytes;
    return c.body(bytes, 200, {
      'content-type': page.type,
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });

  door.onError((error) => failed(error));
  door.notFound(() => failed(new CallError('not-found', 'There is no such page.')));
  return { fetch: async (request) => door.fetch(request) };
}

/** The window's page in the chosen theme and language, so that no other one flashes up before the program runs. */
function dressed(page: Uint8Array<ArrayBuffer>, look: ReturnType<Engine['look']>): string {
  const theme = /^[a-z]+$/.test(look.theme) ? look.theme : 'system';
  const language = /^[a-z]{2}$/.test(look.language) ? look.language : 'en';
  return new TextDecoder()
    .decode(page)
    .replace('data-theme="system"', `data-theme="${theme}"`)
    .replace('<html lang="en"', `<html lang="${language}"`);
}

/** Raster images of fixed types; everything else is only ever a download. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Bytes from outside: never run, never sniffed, shown only where they cannot do anything. */
function inert(file: { name: string; mediaType: string; bytes: Uint8Array }, shown: boolean): Response {
  const name = safeName(file.name, file.mediaType);
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': shown ? file.mediaType : 'application/octet-stream',
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  });
}

/** A bundle of any size, straight from the disk. */
function streamed({ name, path, bytes }: OnDisk): Response {
  const head = inert(
    { name, mediaType: 'application/vnd.assay.pack', bytes: new Uint8Array() },
    false,
  ).headers;
  head.set('content-length', String(bytes));
  return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, { headers: head });
}

async function* piecesIn(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body) for await (const piece of body) yield piece;
}

function tooLarge(what: string, limit: number): never {
  throw new CallError(
    'too-large',
    `This ${what} is larger than ${limit / MEGABYTE} MB, which is the most Assay takes.`,
  );
}

const STATUS: Partial<Record<Code, 404 | 409 | 413 | 500>> = {
  'not-found': 404,
  'changed-since': 409,
  ambiguous: 409,
  locked: 409,
  exists: 409,
  'too-large': 413,
  internal: 500,
};

function failed(error: unknown): Response {
  // what is not meant for people may name paths of this machine
  const told =
    error instanceof CallError
      ? error
      : new CallError('internal', 'Something went wrong inside Assay; nothing was changed.');
  return Response.json(told.toJSON(), { status: STATUS[told.code] ?? 400 });
}
