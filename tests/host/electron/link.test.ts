import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDoor } from '#engine/door.ts';
import { openEngine, realWorld, type Engine } from '#engine/engine.ts';
import {
  answerThrough,
  createLink,
  type Answering,
  type Asking,
} from '../../../src-main/host/electron/link.ts';
import { temporaryFolder } from '../../support/project.ts';

/** An engine behind its door, reached over a real message channel, which clones whatever crosses it. */
function linked() {
  const folder = temporaryFolder();
  const engine = openEngine(join(folder, 'p.assay'), realWorld(join(folder, 'home')), {
    create: { title: 'Flood' },
  });
  const page = { bytes: new TextEncoder().encode('<!doctype html>'), type: 'text/html; charset=utf-8' };
  const { port1, port2 } = new MessageChannel();
  const link = createLink((asking) => port1.postMessage(asking));
  const answer = answerThrough(createDoor(engine, new Map([['/', page]])), (said) => port2.postMessage(said));
  port1.on('message', (said: Answering) => link.hear(said));
  port2.on('message', (asking: Asking) => void answer(asking));
  onTestFinished(() => {
    port1.close();
    engine.close();
  });
  return { engine, link };
}

const call = (name: string, input: object) =>
  new Request(`app://window-1/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });

/** The link alone, with what it posted, to play the other side by hand. */
function alone() {
  const posted: Asking[] = [];
  return { posted, link: createLink((asking) => posted.push(asking)) };
}

async function ears(engine: Engine): Promise<string[]> {
  const heard: string[] = [];
  engine.listen(({ kind }) => heard.push(kind));
  await delay(0);
  return heard;
}

describe('the link between window and engine', () => {
  it('brings pages with their headers', async () => {
    const { link } = linked();
    const response = await link.fetch(new Request('app://window-1/'));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('brings calls and their answers, also the refusals', async () => {
    const { link } = linked();
    const project = await link.fetch(call('getProject', {}));
    expect(await project.json()).toMatchObject({ project: { title: 'Flood' } });
    const refused = await link.fetch(call('renameEverything', {}));
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({ code: 'not-found' });
  });

  it('brings bytes unchanged in both directions', async () => {
    const { engine, link } = linked();
    const bytes = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i * 7) & 255);
    const uploaded = await link.fetch(
      new Request('app://window-1/upload?name=a.bin', { method: 'PUT', body: bytes }),
    );
    expect(await uploaded.json()).toEqual({ token: expect.any(String) });
    const copy = await link.fetch(new Request('app://window-1/project/copy'));
    const received = new Uint8Array(await copy.arrayBuffer());
    expect(Buffer.from(received.subarray(0, 15)).toString()).toBe('SQLite format 3');
    expect(received.byteLength).toBe(engine.copyBytes().bytes.byteLength);
  });

  it('streams notices as they happen, menu commands too, and stops when the page goes', async () => {
    const { engine, link } = linked();
    const leave = new AbortController();
    const response = await link.fetch(new Request('app://window-1/notices', { signal: leave.signal }));
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let told = '';
    const until = async (words: string) => {
      while (!told.includes(words)) told += (await reader.read()).value ?? '';
    };
    await until('event: beat');
    engine.say({ kind: 'command', id: 'keys' });
    await until('{"kind":"command","id":"keys"}');
    await link.fetch(call('describeProject', { title: 'River' }));
    await until('"changed"');
    await reader.cancel();
    await ears(engine);
    // a listener that was left behind would keep the engine from ever settling
    await link.settled();
  });

  it('tells the engine when nobody waits any more', async () => {
    const { link, posted } = alone();
    const leave = new AbortController();
    const waiting = link.fetch(new Request('app://window-1/', { signal: leave.signal }));
    await delay(0);
    leave.abort();
    await expect(waiting).rejects.toThrow('nobody waits');
    expect(posted.map(({ kind }) => kind)).toEqual(['request', 'cancel']);
  });

  it('fails everything that is open when the engine is lost, and then works again', async () => {
    const { link, posted } = alone();
    const waiting = link.fetch(call('getProject', {}));
    const reading = link.fetch(new Request('app://window-1/notices'));
    await delay(0);
    const notices = posted.find((asking) => asking.kind === 'request' && asking.url.endsWith('/notices'))!;
    link.hear({ kind: 'head', id: notices.id, status: 200, headers: [] });
    link.lost();
    await expect(waiting).rejects.toThrow('the engine is gone');
    await expect((await reading).text()).rejects.toThrow('broke off');
    await link.settled();
    const after = link.fetch(new Request('app://window-1/'));
    await delay(0);
    link.hear({ kind: 'head', id: posted.at(-1)!.id, status: 204, headers: [] });
    expect((await after).status).toBe(204);
  });

  it('settles only when every call has its answer, however long notices stay open', async () => {
    const { link, posted } = alone();
    void link.fetch(new Request('app://window-1/notices'));
    void link.fetch(call('describeProject', { title: 'Last words' }));
    await delay(0);
    let settled = false;
    const goodbye = link.settled().then(() => (settled = true));
    await delay(20);
    expect(settled).toBe(false);
    const { id } = posted.find((asking) => asking.kind === 'request' && asking.method === 'POST')!;
    link.hear({ kind: 'head', id, status: 200, headers: [] });
    link.hear({ kind: 'end', id, whole: true });
    await goodbye;
    expect(settled).toBe(true);
  });
});
