import { describe, expect, test } from 'vitest';
import { checkDocument } from '#domain/document.ts';
import { ImportError } from '#importers/import-error.ts';
import { readArticle } from '#importers/read-article.ts';
import { readCapture } from '#importers/read-capture.ts';
import { DAM, EML, gzipEach, manifestOf, MHTML, page, response, warcRecord } from '../support/web-samples.ts';
import { makeZip } from '../support/zip.ts';

/** `npm run soak` takes thousands of each. */
const MUTATIONS = Number(process.env['ASSAY_MUTATIONS'] ?? 50);

const records = [
  warcRecord({ type: 'warcinfo', block: 'software: by hand\r\n' }),
  response('https://a.example/', DAM),
  response('https://b.example/', page('B', 'Words of another page.')),
];
const archive = gzipEach(records);
const parts = {
  'archive/a.warc.gz': archive,
  'pages/pages.jsonl': Buffer.from('{"format":"json-pages-1.0"}\n{"url":"https://a.example/"}\n'),
};
const NOTES = `<html><head><title>T</title></head><body><p>It rose<sup><a href="#n1">1</a></sup> (2).</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>One</p><p id=n1>1 https://a.example/</p><p>Sources:<br>2. https://b.example/</p></body></html>`;

const samples: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['a.warc', Buffer.concat(records)],
  ['a.warc.gz', archive],
  [
    'a.wacz',
    makeZip(
      [...Object.entries(parts), ['datapackage.json', Buffer.from(manifestOf(parts))] as const].map(
        ([name, data]) => ({ name, data }),
      ),
    ),
  ],
  ['a.mhtml', Buffer.from(MHTML, 'latin1')],
  ['a.eml', Buffer.from(EML, 'latin1')],
  [
    'a.mbox',
    Buffer.from(
      `From a@b.example Wed Jan  5 10:00:00 2022\n${EML}\n\nFrom a@b.example Wed Jan  5 10:00:00 2022\n${EML}`,
      'latin1',
    ),
  ],
  ['a.html', Buffer.from(NOTES)],
  [
    'a.webarchive',
    Buffer.from(
      'YnBsaXN0MDDRAQJfEA9XZWJNYWluUmVzb3VyY2XTAwQFBgcIXxAPV2ViUmVzb3VyY2VEYXRhXxATV2ViUmVzb3VyY2VNSU1FVHlwZV5XZWJSZXNvdXJjZVVSTE8QJjxoMT5UaGUgZGFtPC9oMT48cD5UaGUgd2F0ZXIgcm9zZS48L3A+WXRleHQvaHRtbF8QGGh0dHBzOi8vbmV3cy5leGFtcGxlL2RhbQgLHSQ2TFuEjgAAAAAAAAEBAAAAAAAAAAkAAAAAAAAAAAAAAAAAAACp',
      'base64',
    ),
  ],
];

/** A generator of numbers that gives the same ones each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state % sides;
  };
}

/** Flips, cuts, repeats, swaps or overwrites some bytes. */
function mutated(bytes: Buffer, seed: number): Buffer {
  const roll = dice(seed + 1);
  let out = Buffer.from(bytes);
  for (let n = 0; n <= roll(4); n++) {
    const at = roll(Math.max(1, out.length));
    const length = 1 + roll(40);
    const kind = roll(6);
    if (kind === 0) out[at] = roll(256);
    else if (kind === 1) out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
    else if (kind === 2)
      out = Buffer.concat([out.subarray(0, at), out.subarray(at, at + length), out.subarray(at)]);
    else if (kind === 3) out = out.subarray(0, Math.max(1, at));
    else if (kind === 4) out.fill(roll(256), at, Math.min(out.length, at + length));
    else
      out = Buffer.concat([
        out.subarray(0, at),
        Buffer.from(['999999999', '-1', '\0', '--', '%', 'ÿ'][roll(6)]!, 'latin1'),
        out.subarray(at),
      ]);
  }
  return out;
}

describe.each(samples)('damaged %s', (name, bytes) => {
  test(`${MUTATIONS} times is read, or refused with one sentence`, async () => {
    let read = 0;
    const sentences: string[] = [];
    for (let seed = 0; seed < MUTATIONS; seed++) {
      const damaged = mutated(bytes, seed);
      try {
        const wanted = seed % 3 === 0 ? {} : { page: String(1 + (seed % 2)) };
        checkDocument((await readArticle({ bytes: damaged, name, ...wanted })).document);
        if (seed % 5 === 0) await readCapture({ bytes: damaged, name, ...wanted });
        read++;
      } catch (error) {
        if (!(error instanceof ImportError)) throw new Error(`seed ${seed}`, { cause: error });
        sentences.push(error.message);
      }
    }
    for (const sentence of sentences) expect(sentence).toMatch(/^[^\n]{10,3000}[.]$/);
    console.info(`${name}: ${MUTATIONS} damaged samples, ${read} read`);
  });
});
