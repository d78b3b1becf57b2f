import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createDoor, type Pages } from '#engine/door.ts';
import { safeName } from '#engine/safe-name.ts';
import { readPages } from '../../src-main/host/browser/pages.ts';
import { serve } from '../../src-main/host/browser/serve.ts';
import { importText, temporaryEngine } from '../support/engine.ts';

const PAGES: Pages = new Map([
  [
    '/',
    {
      bytes: new TextEncoder().encode('<!doctype html><title>Assay</title>'),
      type: 'text/html; charset=utf-8',
    },
  ],
  ['/assets/main.js', { bytes: new TextEncoder().encode('export {}'), type: 'text/javascript' }],
]);

async function served() {
  const engine = temporaryEngine();
  const host = await serve(engine, PAGES);
  onTestFinished(host.close);
  const token = new URL(host.address).searchParams.get('token')!;
  const here = `127.0.0.1:${host.port}`;
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const sent = httpRequest(
        { host: '127.0.0.1', port: host.port, path, method, headers: { host: here, ...headers } },
        (answer) => {
          let text = '';
          answer.on('data', (piece: Buffer) => (text += piece.toString()));
          answer.on('end', () =>
            resolve({ status: answer.statusCode!, headers: answer.headers, body: text }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return { engine, here, token, cookie: `assay-${host.port}=${token}`, ask };
}

test('the printed address lets a browser in once, and only the cookie lets it stay', async () => {
  const { ask, token, cookie } = await served();
  const entry = await ask(`/?token=${token}`);
  expect(entry).toMatchObject({ status: 303, headers: { location: '/' } });
  expect(String(entry.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
  expect((await ask('/', { cookie })).body).toContain('Assay');
  expect((await ask('/')).status).toBe(403);
  expect((await ask('/?token=guess')).status).toBe(403);
});

test.for<[string, Record<string, string>]>([
  ['no cookie', { cookie: '' }],
  ['another token', { cookie: 'assay=wrong' }],
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['an opaque origin', { origin: 'null' }],
  ['an origin that only begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
  ['another port of this computer', { origin: 'http://127.0.0.1:1' }],
  ['a foreign host', { host: 'evil.example' }],
  ['a name that points here', { host: 'localhost.evil.example:80' }],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a page of the same site on another port', { 'sec-fetch-site': 'same-site' }],
])('%s gets nothing done', async ([, headers]) => {
  const { ask, cookie, engine } = await served();
  const input = JSON.stringify({ title: 'taken over' });
  const good = { cookie, 'content-type': 'application/json' };
  const refused = await ask('/call/describeProject', { ...good, ...headers }, 'POST', input);
  expect(refused.status).toBe(403);
  expect((await engine.call('getProject', {})).project.title).toBe('The dam');
  expect((await ask('/call/describeProject', good, 'POST', input)).status).toBe(200);
});

test('every answer carries the headers that keep a page to itself', async () => {
  const { ask, cookie } = await served();
  for (const path of ['/', '/assets/main.js', '/nothing', '/call/x']) {
    const { headers } = await ask(path, { cookie });
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(
        /default-src 'self'; script-src 'self'; style-src 'self'/,
      ),
    });
  }
});

test('foreign bytes are downloads that can do nothing, under a name of our making', async () => {
  const engine = temporaryEngine();
  const door = createDoor(engine, PAGES);
  await importText(engine);
  const { references } = await engine.call('addReferences', { url: 'https://example.org/a' });
  const page = new TextEncoder().encode('<script>alert(1)</script><p>Nine people</p>');
  const { token } = engine.receive(page, '../../evil".html');
  const { capture } = await engine.call('capture', {
    reference: references[0]!.id,
    upload: { token, name: '../../evil".html' },
  });
  const answer = await door.fetch(new Request(`app://assay/capture/${capture.id}`));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="evil_.html"; filename*=UTF-8''evil_.html`,
    'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    'x-content-type-options': 'nosniff',
  });
});

test('no path but a listed one is ever answered', async () => {
  const engine = temporaryEngine();
  const door = createDoor(engine, PAGES);
  const piece = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2F',
      '\\',
      '%00',
      'assets',
      'main.js',
      'etc',
      'passwd',
      '::$DATA',
      'C:',
      '~',
      '',
    ),
    fc.string({ maxLength: 8 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
      const url = `app://assay/${pieces.join('/')}`;
      fc.pre(URL.canParse(url));
      const request = new Request(url);
      const { pathname } = new URL(request.url);
      const answer = await door.fetch(request);
      const listed = PAGES.has(pathname) || pathname === '/notices' || pathname === '/project/copy';
      expect(answer.status).toBe(listed ? 200 : 404);
    }),
    { numRuns: 2_000 },
  );
});

test('names made anew stay inside a folder and fit their type', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('text/html', 'application/pdf', 'image/png', 'x/y'),
      (name, type) => {
        const safe = safeName(name, type);
        expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^\.|\.\.|[. ]$/u);
        expect(safe.length).toBeLessThan(120);
        expect(safe).toMatch(
          type === 'text/html' ? /\.html$/ : type === 'image/png' ? /\.png$/ : /\.(pdf|bin)$/,
        );
      },
    ),
    { numRuns: 10_000 },
  );
  expect(safeName('con.txt', 'text/plain')).toBe('file-con.txt');
  expect(safeName('отчёт ‮fdp.exe', 'application/pdf')).toBe('отчёт _fdp.pdf');
});

test('pages that were not built are missed with a sentence', () => {
  expect(() => readPages('/no/such/folder')).toThrow(/not built yet/);
});
