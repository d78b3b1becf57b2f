import { generateKeyPairSync, sign } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { flatten } from '#domain/flat-text.ts';
import { ImportError } from '#importers/import-error.ts';
import { readArticle } from '#importers/read-article.ts';
import { readCapture } from '#importers/read-capture.ts';
import { base32, checkDigest } from '#importers/warc-digest.ts';
import { hasShared, sharedAt } from '../support/shared.ts';
import {
  DAM,
  digestOf,
  gzipEach,
  httpBlock,
  manifestOf,
  page,
  response,
  warcRecord,
} from '../support/web-samples.ts';
import { makeZip } from '../support/zip.ts';

async function read(bytes: Uint8Array, name: string, wanted?: string) {
  const article = await readArticle({ bytes, name, ...(wanted === undefined ? {} : { page: wanted }) });
  return { ...article, text: flatten(article.document).text };
}

async function failure(bytes: Uint8Array, name: string, wanted?: string): Promise<ImportError> {
  const error = await read(bytes, name, wanted).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(ImportError);
  return error as ImportError;
}

const info = warcRecord({ type: 'warcinfo', block: 'software: by hand\r\n' });
const URL_ = 'https://news.example/dam';

describe('WARC', () => {
  test.each<[string, Uint8Array]>([
    ['plain', Buffer.concat([info, response(URL_, DAM)])],
    ['a gzip member a record', gzipEach([info, response(URL_, DAM)])],
    ['all in one gzip member', gzipSync(Buffer.concat([info, response(URL_, DAM)]))],
    [
      'chunked',
      response(
        URL_,
        `5;x=1\r\n${DAM.slice(0, 5)}\r\n${(DAM.length - 5).toString(16)}\r\n${DAM.slice(5)}\r\n0\r\n\r\n`,
        { http: ['Transfer-Encoding: chunked'] },
      ),
    ],
    ['gzip', response(URL_, gzipSync(DAM), { http: ['Content-Encoding: gzip'] })],
    [
      'deflate without its wrapping',
      response(URL_, deflateRawSync(DAM), { http: ['Content-Encoding: deflate'] }),
    ],
    ['brotli', response(URL_, brotliCompressSync(DAM), { http: ['Content-Encoding: br'] })],
    ['said to be packed, but is not', response(URL_, DAM, { http: ['Content-Encoding: gzip'] })],
    ['without a media type', response(URL_, DAM, { http: ['Content-Type: application/octet-stream'] })],
    [
      'a resource without HTTP',
      warcRecord({ type: 'resource', url: URL_, fields: ['Content-Type: text/html'], block: DAM }),
    ],
    ['a length that is too short', Buffer.concat([response(URL_, DAM, { says: 100 }), info])],
    ['a length that is too long', Buffer.concat([response(URL_, DAM, { says: 99_000 }), info])],
  ])('is read when %s', async (_, bytes) => {
    const article = await read(bytes, 'x.warc.gz');
    expect(article).toMatchObject({
      title: 'The dam at Ulken',
      address: URL_,
      captured: '2022-01-05T10:00:00Z',
      format: 'warc',
      language: 'en',
    });
    expect(article.text).toContain('Nine people were missing.');
    expect(JSON.stringify(article.document)).toContain('https://news.example/report');
    const capture = await readCapture({ bytes, name: 'x' });
    expect(capture).toMatchObject({ mediaType: 'application/warc', captured: '2022-01-05T10:00:00Z' });
    expect(capture.text).toContain('Two bridges fell.');
  });

  test('asks which of several pages is meant, and takes an address or a number', async () => {
    const bytes = gzipEach([
      info,
      response('https://a.example/', page('First', 'Words of the first page.')),
      response('https://a.example/x.css', 'p {}', { http: ['Content-Type: text/css'] }),
      response('https://a.example/two?b=1', page('Zweite &amp; letzte', 'Words of the second page.'), {
        date: '2023-02-03T04:05:06.789Z',
      }),
      response('https://a.example/old', '', { status: '301 Moved', http: ['Location: /two?b=1'] }),
    ]);
    const error = await failure(bytes, 'two.warc');
    expect(error).toMatchObject({ code: 'ambiguous' });
    expect(error.message).toMatch(
      /holds 2 pages; choose.*1\. “First”, https:\/\/a\.example\/, 2022-01-05; 2\. “Zweite & letzte”/,
    );
    expect(error.detail).toEqual({
      pages: [
        { number: 1, url: 'https://a.example/', title: 'First', time: '2022-01-05T10:00:00Z' },
        {
          number: 2,
          url: 'https://a.example/two?b=1',
          title: 'Zweite & letzte',
          time: '2023-02-03T04:05:06Z',
        },
      ],
    });
    for (const wanted of [
      '2',
      'https://a.example/two?b=1',
      'http://www.a.example/two?b=1#x',
      'a.example/two?b=1',
      'https://a.example/old',
    ])
      expect((await read(bytes, 'two.warc', wanted)).text).toContain('second page');
    expect(await failure(bytes, 'two.warc', 'https://b.example/')).toMatchObject({ code: 'not-found' });
    expect(await failure(bytes, 'two.warc', '3')).toMatchObject({ code: 'not-found' });
  });

  test('a page captured again unchanged is one page, and a revisit shows the first copy', async () => {
    const digest = `WARC-Payload-Digest: sha1:${base32(Buffer.from(digestOf('sha1', DAM), 'hex'))}`;
    const bytes = Buffer.concat([
      response(URL_, DAM, { fields: [digest] }),
      warcRecord({
        type: 'revisit',
        url: URL_,
        date: '2023-01-01T00:00:00Z',
        fields: [digest, `WARC-Refers-To-Target-URI: ${URL_}`, 'WARC-Refers-To-Date: 2022-01-05T10:00:00Z'],
        block: httpBlock(''),
      }),
      warcRecord({ type: 'revisit', url: 'https://mirror.example/', fields: [digest], block: httpBlock('') }),
      warcRecord({
        type: 'revisit',
        url: 'https://lost.example/',
        fields: ['WARC-Payload-Digest: sha1:AAAA'],
        block: httpBlock(''),
      }),
    ]);
    const error = await failure(bytes, 'r.warc');
    expect(error.message).toContain('holds 2 pages');
    expect((await read(bytes, 'r.warc', URL_)).captured).toBe('2022-01-05T10:00:00Z');
    expect((await read(bytes, 'r.warc', 'https://mirror.example/')).text).toContain('Nine people');
  });

  test.each(['sha1:base32', 'sha1:hex', 'sha1:base64', 'sha256:hex', 'sha-256:hex', 'md5:hex', 'md5:base64'])(
    'checks %s digests',
    (kind) => {
      const [algorithm = '', form] = kind.split(':');
      const hex = digestOf(algorithm.replace('-', ''), 'words');
      const value =
        form === 'base32'
          ? base32(Buffer.from(hex, 'hex'))
          : form === 'hex'
            ? hex
            : Buffer.from(hex, 'hex').toString('base64');
      expect(checkDigest(`${algorithm}:${value}`, Buffer.from('words'))).toBe('right');
      expect(checkDigest(`${algorithm}:${value}`, Buffer.from('wordz'))).toBe('wrong');
      expect(checkDigest('blake9:xx', Buffer.from('words'))).toBe('unknown');
    },
  );

  test('a page that does not match its digest is refused; another record that does not is reported', async () => {
    const changed = Buffer.from(
      Buffer.concat([response(URL_, DAM)])
        .toString('latin1')
        .replace('Nine', 'Five'),
      'latin1',
    );
    expect((await failure(changed, 'c.warc')).message).toContain('does not match its own checksum');
    const other = warcRecord({
      type: 'request',
      url: URL_,
      fields: ['WARC-Block-Digest: md5:00000000000000000000000000000000'],
      block: 'GET / HTTP/1.1\r\n\r\n',
    });
    expect((await read(Buffer.concat([other, response(URL_, DAM)]), 'o.warc')).warnings).toContain(
      'One other record of the archive does not match its checksum.',
    );
  });

  test('a cut-off archive gives what it has, and says so', async () => {
    const whole = gzipEach([info, response(URL_, `${DAM}${'<p>more words</p>'.repeat(500)}`)]);
    const cut = await read(whole.subarray(0, whole.length - 30), 'cut.warc.gz');
    expect(cut.text).toContain('Nine people');
    expect(cut.warnings.join(' ')).toContain('ends in the middle of this page');
    expect((await failure(whole.subarray(0, 40), 'cut.warc.gz')).code).toBe('unreadable');
  });

  test('a page in segments is put together, and told where one is missing', async () => {
    const block = httpBlock(DAM);
    const first = warcRecord({
      type: 'response',
      url: URL_,
      fields: [
        'WARC-Segment-Number: 1',
        `WARC-Payload-Digest: sha256:${digestOf('sha256', DAM)}`,
        `WARC-Block-Digest: sha256:${digestOf('sha256', block.subarray(0, 200))}`,
      ],
      block: block.subarray(0, 200),
    });
    const origin = /WARC-Record-ID: (\S+)/.exec(first.toString('latin1'))![1]!;
    const part = (number: number, from: number, to: number, ...more: string[]) =>
      warcRecord({
        type: 'continuation',
        url: URL_,
        fields: [`WARC-Segment-Number: ${number}`, `WARC-Segment-Origin-ID: ${origin}`, ...more],
        block: block.subarray(from, to),
      });
    const last = part(3, 300, block.length, `WARC-Segment-Total-Length: ${block.length}`);
    const whole = await read(Buffer.concat([info, first, last, part(2, 200, 300)]), 's.warc');
    expect(whole.text).toContain('See the report.');
    expect(whole.warnings).toEqual([]);
    const cut = await read(Buffer.concat([info, first, last]), 's.warc');
    expect(cut.text).not.toContain('See the report.');
    expect(cut.warnings.join(' ')).toContain('not all are in the archive');
    const changed = Buffer.from(last);
    changed.write('!', changed.indexOf('</body>') - 5);
    const error = await failure(Buffer.concat([info, first, part(2, 200, 300), changed]), 's.warc');
    expect(error.message).toContain('does not match its own checksum');
  });

  test('damage between two records hides neither of them', async () => {
    const bytes = Buffer.concat([
      response(URL_, DAM),
      Buffer.from('noise\r\n'.repeat(9)),
      response('https://b.example/', page('B', 'Second words here.')),
    ]);
    expect((await read(bytes, 'd.warc', '2')).text).toContain('Second words');
  });

  test('without a page says what it holds', async () => {
    expect((await failure(info, 'n.warc')).message).toBe(
      '“n.warc” is a web archive without a page: none of its 1 records holds a web page, a text or a document.',
    );
  });

  test('the older ARC form is read too', async () => {
    const http = httpBlock(DAM);
    const arc = `filedesc://a.arc 0.0.0.0 20140216050221 text/plain 20\n1 0 Hand made\n\nabcd\n${URL_} 1.2.3.4 20140216050221 text/html ${http.length}\n`;
    const article = await read(
      gzipEach([
        Buffer.from(arc.slice(0, arc.indexOf(URL_))),
        Buffer.concat([Buffer.from(arc.slice(arc.indexOf(URL_))), http, Buffer.from('\n')]),
      ]),
      'a.arc.gz',
    );
    expect(article).toMatchObject({ title: 'The dam at Ulken', captured: '2014-02-16T05:02:21Z' });
  });
});

const warc = gzipEach([
  info,
  response(URL_, DAM),
  response('https://news.example/other', page('Other', 'Words of another page.')),
]);
const PAGES = [
  '{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}',
  JSON.stringify({ id: '1', url: URL_, ts: '2022-01-05T10:00:00Z', title: 'The dam, as listed' }),
  '',
].join('\n');

type Files = Record<string, Uint8Array>;
const files: Files = { 'archive/data.warc.gz': warc, 'pages/pages.jsonl': Buffer.from(PAGES) };

function wacz(given: { files?: Files; manifest?: string; more?: Files } = {}): Buffer {
  const all = given.files ?? files;
  const parts = { ...all, 'datapackage.json': Buffer.from(given.manifest ?? manifestOf(all)), ...given.more };
  return makeZip(
    Object.entries(parts).map(([name, data]) => ({ name, data, stored: name.startsWith('archive/') })),
  );
}

describe('WACZ', () => {
  test('gives the page that its list names, checked and dated', async () => {
    const article = await read(wacz(), 'a.wacz');
    expect(article).toMatchObject({
      format: 'wacz',
      address: URL_,
      captured: '2022-01-05T10:00:00Z',
      title: 'The dam at Ulken',
    });
    expect(article.warnings).toContain(
      'The package is not signed: its checksums are right, but nobody vouches for them.',
    );
    expect((await read(wacz(), 'a.wacz', 'https://news.example/other')).text).toContain('another page');
  });

  test('without a list asks, unless the manifest names a main page', async () => {
    const only: Files = { 'archive/data.warc.gz': warc };
    expect(await failure(wacz({ files: only }), 'a.wacz')).toMatchObject({ code: 'ambiguous' });
    const main = manifestOf(only, {
      mainPageUrl: 'https://news.example/other',
      mainPageDate: '2022-01-05T10:00:00Z',
    });
    expect((await read(wacz({ files: only, manifest: main }), 'a.wacz')).title).toBe('Other');
  });

  test('the older dialect of the manifest is read', async () => {
    const resources = Object.entries(files).map(([path, bytes]) => ({
      path,
      stats: { hash: digestOf('sha256', bytes), bytes: bytes.length },
      hashing: 'sha256',
    }));
    expect(
      (await read(wacz({ manifest: JSON.stringify({ profile: 'data-package', resources }) }), 'a.wacz'))
        .title,
    ).toBe('The dam at Ulken');
  });

  const changed = {
    ...files,
    'archive/data.warc.gz': gzipEach([response(URL_, DAM.replace('Nine', 'Five'))]),
  };
  test.each<[string, Buffer, RegExp]>([
    [
      'a file was changed',
      wacz({
        files: changed,
        manifest: manifestOf({
          ...files,
          'archive/data.warc.gz': Buffer.alloc(changed['archive/data.warc.gz'].length),
        }),
      }),
      /does not match the checksum/,
    ],
    ['a size is wrong', wacz({ files: changed, manifest: manifestOf(files) }), /bytes, its manifest says/],
    [
      'a file is missing',
      wacz({ manifest: manifestOf({ ...files, 'archive/b.warc.gz': warc }) }),
      /which is not in it/,
    ],
    ['a file was slipped in', wacz({ more: { 'archive/b.warc.gz': warc } }), /does not name/],
    [
      'the manifest is missing',
      makeZip(Object.entries(files).map(([name, data]) => ({ name, data }))),
      /without its manifest/,
    ],
    ['the manifest is no JSON', wacz({ manifest: '{' }), /cannot be read/],
    [
      'a checksum is of an unknown kind',
      wacz({ manifest: manifestOf(files).replaceAll('sha256:', 'crc9:') }),
      /no checksum that can be checked/,
    ],
    [
      'the page list is damaged',
      (() => {
        const f = { ...files, 'pages/pages.jsonl': Buffer.from('nonsense\n') };
        return wacz({ files: f });
      })(),
      /list of pages/,
    ],
    [
      'the manifest was changed after its digest',
      wacz({
        more: {
          'datapackage-digest.json': Buffer.from(
            JSON.stringify({ path: 'datapackage.json', hash: `sha256:${'0'.repeat(64)}` }),
          ),
        },
      }),
      /changed after its digest/,
    ],
  ])('is refused when %s', async (_, bytes, sentence) => {
    const error = await failure(bytes, 'a.wacz');
    expect(error.code).toBe('unreadable');
    expect(error.message).toMatch(sentence);
  });

  test('tells a maker’s own signature from none, and refuses a wrong one', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const hash = `sha256:${digestOf('sha256', manifestOf(files))}`;
    const signed = (text: string) => ({
      'datapackage-digest.json': Buffer.from(
        JSON.stringify({
          path: 'datapackage.json',
          hash,
          signedData: {
            hash,
            created: '2022-01-06T00:00:00Z',
            publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
            signature: sign('sha384', Buffer.from(text), {
              key: privateKey,
              dsaEncoding: 'ieee-p1363',
            }).toString('base64'),
          },
        }),
      ),
    });
    expect((await read(wacz({ more: signed(hash) }), 'a.wacz')).warnings).toContain(
      'The package is signed by its maker on 2022-01-06, with a key that nobody vouches for.',
    );
    expect((await failure(wacz({ more: signed('another') }), 'a.wacz')).message).toContain(
      'its signature is wrong',
    );
  });
});

describe.skipIf(!hasShared)('public archives', () => {
  test('are read or refused as they should be', async () => {
    const outcome: Record<string, string> = {};
    for (const folder of ['warc', 'wacz'])
      for (const file of readdirSync(sharedAt(`data/${folder}`)).filter(
        (name) => !/\.md$|^pages$/.test(name),
      )) {
        const article = await read(readFileSync(sharedAt(`data/${folder}/${file}`)), file).catch(
          (e: unknown) => e,
        );
        outcome[file] = article instanceof ImportError ? article.code : (article as { title: string }).title;
      }
    console.info(`web archives: ${Object.keys(outcome).length} samples`);
    expect(outcome).toEqual({
      'example-bad-non-chunked.warc.gz': 'Example Domain',
      'example-collection.warc': 'Example Domain',
      'example-digest.warc': 'unreadable',
      'example-iana.org-chunked.warc': 'Internet Assigned Numbers Authority',
      'example-space-in-target-uri.warc.gz': 'unreadable',
      'example-trunc.warc': 'Example Domain',
      'example-warcinfo-metadata.warc': 'Example Domain',
      'example.arc.gz': 'Example Domain',
      'example.warc.gz': 'Example Domain',
      'invalid_example_1.wacz': 'unreadable',
      'valid_example_1.wacz': 'Example Domain',
      'valid_signed_example_1.wacz': 'Example Domain',
    });
    const signed = await read(readFileSync(sharedAt('data/wacz/valid_signed_example_1.wacz')), 's.wacz');
    expect(signed.warnings.join(' ')).toContain('signed by btrix-sign-test.webrecorder.net on 2022-01-18');
  });
});
