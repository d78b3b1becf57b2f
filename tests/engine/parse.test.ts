import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CallError } from '#contract/kit.ts';
import { createParser, forkReader } from '#engine/parse.ts';

const ROGUE = resolve(import.meta.dirname, '../support/rogue-reader.ts');
const bytes = Buffer.from('A title\nSome words [1].\n[1] https://a.example/');

describe('reading in a process of its own', () => {
  const parser = createParser();
  afterAll(() => parser.close());

  test('gives an article, and a capture', async () => {
    const article = await parser.readArticle({ bytes, name: 'a.txt' });
    expect(article).toMatchObject({
      title: 'A title',
      footnotes: [{ label: '1', address: 'https://a.example/' }],
    });
    const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0);
    expect(await parser.readCapture({ bytes: picture, name: 'p' })).toMatchObject({
      mediaType: 'image/png',
      text: null,
    });
    const page = await parser.readCapture({ bytes: Buffer.from('<p>Hello <b>you</b></p>'), name: 'a.html' });
    expect(page).toMatchObject({ mediaType: 'text/html', text: 'Hello you' });
  });

  test('a bad file gives its sentence and does not spoil the next one', async () => {
    const failure = await parser
      .readArticle({ bytes: new Uint8Array(), name: 'e.txt' })
      .catch((e: unknown) => e);
    expect(failure).toBeInstanceOf(CallError);
    expect(failure).toMatchObject({
      code: 'unreadable',
      message: '“e.txt” is empty: there is no text in it.',
    });
    expect((await parser.readArticle({ bytes, name: 'a.txt' })).title).toBe('A title');
  });

  test('many small files do not each pay for a process', async () => {
    await parser.readArticle({ bytes, name: 'a.txt' });
    const started = performance.now();
    for (let i = 0; i < 40; i++) await parser.readArticle({ bytes, name: `${i}.txt` });
    expect((performance.now() - started) / 40).toBeLessThan(40);
  });

  test('cancelling ends the work at once', async () => {
    const cancel = new AbortController();
    const large = Buffer.from(`<article>${'<p>words in a paragraph</p>'.repeat(300_000)}</article>`);
    const reading = parser.readArticle({ bytes: large, name: 'a.html' }, cancel.signal);
    setTimeout(() => cancel.abort(), 50);
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    await expect(parser.readArticle({ bytes, name: 'a.txt' }, cancel.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('a hijacked reader', () => {
  const rogue = createParser({
    fork: (memoryMb) => forkReader(memoryMb, ROGUE),
    timeoutMs: 30_000,
    memoryMb: 64,
  });
  const hasty = createParser({ fork: (memoryMb) => forkReader(memoryMb, ROGUE), timeoutMs: 2_000 });
  afterAll(() => {
    rogue.close();
    hasty.close();
  });
  const say = (name: string) => rogue.readArticle({ bytes, name }).then((article) => article.title);

  test.each(['read', 'write', 'spawn'])('may not %s', async (deed) => {
    expect(await say(deed)).toBe('ERR_ACCESS_DENIED');
  });

  test('is stopped when it takes too long, too much memory, or ends', async () => {
    await expect(hasty.readArticle({ bytes, name: 'hang' })).rejects.toThrow(
      '“hang” needs more than 2 s to read; nothing was imported from it.',
    );
    await expect(say('crash')).rejects.toThrow('“crash” could not be read');
    await expect(say('memory')).rejects.toThrow(/could not be read|needs more than/);
  });

  test.each(['nothing', 'script', 'address', 'place', 'page', 'more', 'half', 'error'])(
    'cannot lie: %s',
    async (lie) => {
      await expect(say(lie)).rejects.toBeInstanceOf(CallError);
    },
  );

  test('is replaced after an error and after 250 files', async () => {
    const first = await say('pid');
    expect(await say('pid')).toBe(first);
    await expect(say('error')).rejects.toBeInstanceOf(CallError);
    const second = await say('pid');
    expect(second).not.toBe(first);
    for (let i = 0; i < 249; i++) await say('pid');
    expect(await say('pid')).not.toBe(second);
  });
});
