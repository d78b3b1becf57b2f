import { describe, expect, test } from 'vitest';
import type { Notice } from '#contract/index.ts';
import type { Engine } from '#engine/engine.ts';
import { estimatedShare, shareOf, shinglesOf, sketchOf } from '#domain/shingles.ts';
import { temporaryEngine } from '../support/engine.ts';
import { DAM, gzipEach, page, response } from '../support/web-samples.ts';

type File = { name: string; bytes: Uint8Array | string; page?: string };

async function importAll(
  engine: Engine,
  files: readonly File[],
  more: { again?: boolean; job?: string } = {},
) {
  const uploads = files.map(({ name, bytes, page: wanted }) => ({
    ...engine.receive(Buffer.from(bytes as string), name),
    name,
    ...(wanted === undefined ? {} : { page: wanted }),
  }));
  return engine.call('importArticles', { uploads, ...more });
}

const words = (seed: number, count = 120) =>
  Array.from({ length: count }, (_, i) => `w${(seed * 7919 + i * 104_729) % 99_991}`).join(' ');

describe('importing', () => {
  test('a file that is already here adds nothing, unless it is asked for again', async () => {
    const engine = temporaryEngine();
    const first = await importAll(engine, [
      { name: 'a.txt', bytes: `T\n${words(1)}` },
      { name: 'copy.txt', bytes: `T\n${words(1)}` },
    ]);
    expect(first.articles.map(({ known }) => known)).toEqual([false, true]);
    expect(first.articles[1]).toMatchObject({
      id: first.articles[0]!.id,
      source: 'copy.txt',
      warnings: ['The same file is already in the project as “T”; nothing was added.'],
    });
    expect((await engine.call('listArticles', {})).articles).toHaveLength(1);
    const again = await importAll(engine, [{ name: 'a.txt', bytes: `T\n${words(1)}` }], { again: true });
    expect(again.articles[0]).toMatchObject({
      known: false,
      warnings: ['The same file is already in the project as “T”.'],
    });
    expect((await engine.call('listArticles', {})).articles).toHaveLength(2);
    await engine.call('removeArticle', { id: again.articles[0]!.id });
    await engine.call('removeArticle', { id: first.articles[0]!.id });
    expect((await importAll(engine, [{ name: 'a.txt', bytes: `T\n${words(1)}` }])).articles[0]!.known).toBe(
      false,
    );
  });

  test('each page of an archive is an article of its own, kept with origin and moment', async () => {
    const engine = temporaryEngine();
    const bytes = gzipEach([
      response('https://a.example/', DAM),
      response('https://b.example/', page('B', words(2))),
    ]);
    const { failed } = await importAll(engine, [{ name: 'x.warc.gz', bytes }]);
    expect(failed[0]!.error).toMatchObject({
      code: 'ambiguous',
      detail: { pages: [{ number: 1 }, { number: 2 }] },
    });
    const both = await importAll(engine, [
      { name: 'x.warc.gz', bytes, page: '1' },
      { name: 'x.warc.gz', bytes, page: 'https://b.example/' },
      { name: 'x.warc.gz', bytes, page: '2' },
    ]);
    expect(both.articles.map(({ title, known, format }) => [title, known, format])).toEqual([
      ['The dam at Ulken', false, 'warc'],
      ['B', false, 'warc'],
      ['B', true, 'warc'],
    ]);
    const { articles } = await engine.call('listArticles', {});
    expect(articles.map(({ address, capturedAt }) => [address, capturedAt])).toEqual([
      ['https://a.example/', '2022-01-05T10:00:00Z'],
      ['https://b.example/', '2022-01-05T10:00:00Z'],
    ]);
  });

  test('an archive can be the copy of a reference, dated as it says', async () => {
    const engine = temporaryEngine();
    const { references } = await engine.call('addReferences', { url: 'https://a.example/' });
    const bytes = response('https://a.example/', DAM);
    const { token } = engine.receive(bytes, 'a.warc');
    const { capture } = await engine.call('capture', {
      reference: references[0]!.id,
      upload: { token, name: 'a.warc' },
    });
    expect(capture).toMatchObject({
      mediaType: 'application/warc',
      capturedAt: '2022-01-05T10:00:00Z',
      hasText: true,
    });
    expect((await engine.call('readCapture', { id: capture.id })).text).toContain(
      'Nine people were missing.',
    );
  });

  test('another edition of an article is pointed out, and the two are compared word by word', async () => {
    const engine = temporaryEngine();
    const text = `The dam\n${words(3, 300)}\nThe end of it.`;
    const edited = text.replace('w23757', 'changed').replace('The end of it.', 'The end of it all.');
    const { articles } = await importAll(engine, [
      { name: 'a.txt', bytes: text },
      { name: 'b.txt', bytes: edited },
      { name: 'c.txt', bytes: `Other\n${words(4, 300)}` },
    ]);
    const [a, b, c] = articles;
    expect(b!.similar).toEqual([{ id: a!.id, title: 'The dam', share: b!.similar[0]!.share }]);
    expect(b!.similar[0]!.share).toBeGreaterThan(0.9);
    expect(b!.warnings.join()).toContain('may be another edition');
    expect(c!.similar).toEqual([]);
    const { pairs } = await engine.call('listDuplicates', {});
    expect(pairs).toMatchObject([{ a: { id: a!.id }, b: { id: b!.id }, sameFile: false }]);
    const { pieces } = await engine.call('compareArticles', { a: a!.id, b: b!.id });
    const joined = (side: 'a' | 'b') =>
      pieces
        .filter((piece) => piece.in === 'both' || piece.in === side)
        .map((piece) => piece.text)
        .join('');
    expect(joined('a')).toBe(text);
    expect(joined('b')).toBe(edited);
    expect(
      pieces
        .filter((piece) => piece.in === 'b')
        .map((piece) => piece.text.trim())
        .join(' '),
    ).toMatch(/all/);
    const { claim } = await engine.call('mark', { article: a!.id, quote: 'The end of it', as: 'verifiable' });
    const adopted = await engine.call('adoptAsRevision', { article: a!.id, from: b!.id });
    expect(adopted.revision).toMatchObject({ article: a!.id, reason: 'From “b.txt”' });
    expect(adopted.occurrences).toMatchObject([{ claim: claim.id, exact: 'The end of it' }]);
    expect((await engine.call('getArticle', { id: a!.id })).text).toBe(edited);
    expect((await engine.call('listArticles', {})).articles.map(({ id }) => id)).toEqual([a!.id, c!.id]);
    await expect(engine.call('adoptAsRevision', { article: c!.id, from: a!.id })).rejects.toThrow(
      /marks of its own/,
    );
    await expect(engine.call('compareArticles', { a: a!.id, b: a!.id })).rejects.toThrow(/one article/);
  });
});

/** `npm run soak` takes more. */
const FILES = Number(process.env['ASSAY_FILES'] ?? 60);

test('a folder with bad files among the good imports in order, with progress, cancel, and a reason for each', async () => {
  const engine = temporaryEngine();
  const isBad = (n: number) => n % 20 === 7;
  const bad = [
    Buffer.alloc(0),
    Buffer.from('%PDF-1.4 broken'),
    Buffer.from('PK\x03\x04broken', 'latin1'),
    Buffer.from('\x7fELF\0\0\0', 'latin1'),
    Buffer.from('WARC/1.0\r\n\r\n'),
  ];
  const files = Array.from({ length: FILES }, (_, n) => ({
    name: `folder/${n}.txt`,
    bytes: isBad(n) ? bad[Math.floor(n / 20) % bad.length]! : `Article ${n}\n${words(n + 10, 30)}`,
  }));
  const heard: Notice[] = [];
  engine.listen((notice) => heard.push(notice));
  const { articles, failed, cancelled } = await importAll(engine, files, { job: 'j' });
  expect(cancelled).toBe(false);
  expect(articles.map(({ source }) => source)).toEqual(
    files.filter((_, n) => !isBad(n)).map(({ name }) => name),
  );
  expect(failed.map(({ source }) => source)).toEqual(
    files.filter((_, n) => isBad(n)).map(({ name }) => name),
  );
  for (const { error } of failed) expect(error.message).toMatch(/^“\d+\.txt” .*[.]$/);
  const steps = heard.flatMap((notice) => (notice.kind === 'job' ? [notice.done] : []));
  expect(steps).toHaveLength(FILES + 1);

  const stopping = importAll(
    engine,
    files.map((file) => ({ ...file, name: `again/${file.name}` })),
    { job: 'k', again: true },
  );
  const stop = engine.listen((notice) => {
    if (notice.kind === 'job' && notice.job === 'k' && notice.done === 3)
      void engine.call('cancelJob', { job: 'k' });
  });
  const stopped = await stopping;
  stop();
  expect(stopped.cancelled).toBe(true);
  expect(stopped.articles.length).toBeLessThan(20);
  expect((await engine.call('listArticles', {})).articles).toHaveLength(
    articles.length + stopped.articles.length,
  );
  // one act a file: each import can be taken back alone
  await engine.call('undo', {});
  expect((await engine.call('listArticles', {})).articles).toHaveLength(
    articles.length + stopped.articles.length - 1,
  );
});

test('sketches tell what two texts share to a few percent', () => {
  const base = words(5, 800).split(' ');
  for (const share of [0.05, 0.2, 0.5, 0.9]) {
    const kept = Math.round(base.length * share);
    const other = [...base.slice(0, kept), ...words(6, base.length - kept).split(' ')].join(' ');
    const [a, b] = [shinglesOf(base.join(' ')), shinglesOf(other)];
    expect(Math.abs(estimatedShare(sketchOf(a), sketchOf(b)) - shareOf(a, b))).toBeLessThan(0.13);
  }
  expect(shareOf(shinglesOf(''), shinglesOf(''))).toBe(0);
  expect(shareOf(shinglesOf('One two, three!'), shinglesOf('one TWO three'))).toBe(1);
});
