import type { Door } from '#engine/door.ts';

type Fields = [name: string, value: string][];
/** A request on its way to the engine's process, and the news that nobody waits for it any more. */
export type Asking =
  | {
      kind: 'request';
      id: number;
      url: string;
      method: string;
      headers: Fields;
      body: Uint8Array<ArrayBuffer> | null;
    }
  | { kind: 'cancel'; id: number };
/** A response on its way back, piece by piece, so that the stream of notices flows. */
export type Answering =
  | { kind: 'head'; id: number; status: number; headers: Fields }
  | { kind: 'chunk'; id: number; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'end'; id: number; whole: boolean };

export type Link = {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly hear: (message: Answering) => void;
  /** Resolves when every call and upload that was sent has its answer. */
  readonly settled: () => Promise<unknown>;
  /** The other side is gone: everything open fails. */
  readonly lost: () => void;
};

const WITHOUT_BODY = new Set([101, 204, 205, 304]);

/** The asking end: turns requests into messages and messages into responses. */
export function createLink(post: (message: Asking) => void): Link {
  const open = new Map<number, (message: Answering) => void>();
  const writes = new Set<Promise<unknown>>();
  let last = 0;

  const ask = (request: Request, body: Uint8Array<ArrayBuffer> | null, id: number, done: () => void) =>
    new Promise<Response>((resolve, reject) => {
      const cancel = () => {
        if (!open.delete(id)) return;
        post({ kind: 'cancel', id });
        reject(new Error('nobody waits for the answer'));
        done();
      };
      let flow: ReadableStreamDefaultController<Uint8Array> | undefined;
      open.set(id, (message) => {
        if (message.kind === 'chunk') return flow?.enqueue(message.bytes);
        if (message.kind === 'head') {
          const stream = new ReadableStream<Uint8Array>({
            start: (started) => void (flow = started),
            cancel,
          });
          const { status, headers } = message;
          return resolve(new Response(WITHOUT_BODY.has(status) ? null : stream, { status, headers }));
        }
        open.delete(id);
        if (message.whole) flow?.close();
        else flow?.error(new Error('the answer broke off'));
        reject(new Error('the engine is gone'));
        done();
      });
      if (request.signal.aborted) return cancel();
      request.signal.addEventListener('abort', cancel, { once: true });
      post({
        kind: 'request',
        id,
        url: request.url,
        method: request.method,
        headers: [...request.headers],
        body,
      });
    });

  return {
    fetch: async (request) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (request.method !== 'GET') writes.add(promise);
      const done = () => {
        writes.delete(promise);
        resolve();
      };
      try {
        return await ask(request, request.body && new Uint8Array(await request.arrayBuffer()), ++last, done);
      } catch (error) {
        done();
        throw error;
      }
    },
    hear: (message) => open.get(message.id)?.(message),
    settled: () => Promise.all(writes),
    lost: () => {
      for (const [id, tell] of open) tell({ kind: 'end', id, whole: false });
    },
  };
}

/** The answering end, in the engine's process: gives each message to the door. */
export function answerThrough(
  door: Door,
  post: (message: Answering) => void,
): (message: Asking) => Promise<void> {
  const running = new Map<number, AbortController>();
  return async (message) => {
    const { id } = message;
    if (message.kind === 'cancel') return running.get(id)?.abort();
    const stop = new AbortController();
    running.set(id, stop);
    try {
      const { url, method, headers, body } = message;
      const response = await door.fetch(new Request(url, { method, headers, body, signal: stop.signal }));
      post({ kind: 'head', id, status: response.status, headers: [...response.headers] });
      const reader = response.body?.getReader();
      // the door ends a stream of notices when its reader goes, not when the signal says so
      stop.signal.addEventListener('abort', () => void reader?.cancel().catch(() => {}), { once: true });
      if (stop.signal.aborted) await reader?.cancel();
      for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
        post({ kind: 'chunk', id, bytes: new Uint8Array(piece.value) });
      }
      post({ kind: 'end', id, whole: true });
    } catch {
      post({ kind: 'end', id, whole: false });
    } finally {
      running.delete(id);
    }
  };
}
