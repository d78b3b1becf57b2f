import { readdirSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { ImportError } from '#importers/import-error.ts';
import { openZip, ZIP_LIMITS } from '#importers/zip.ts';
import { hasShared, sharedAt } from '../support/shared.ts';
import { descriptor, makeZip, type Part } from '../support/zip.ts';

/** Opens and reads everything; gives the sentence of the refusal, or what was found odd. */
function verdict(bytes: Uint8Array): string {
  try {
    const zip = openZip(bytes, 'a.zip');
    for (const name of zip.names) zip.read(name);
    return zip.oddities.join(', ') || 'read';
  } catch (error) {
    if (error instanceof ImportError) return error.message;
    throw error;
  }
}

const text = 'The water rose for three hours.';
const packed = deflateRawSync(Buffer.from(text)).length;
const named = (name: string): Part => ({ name, data: text });
const zeros = (count: number) => new Uint8Array(count);

describe('an archive', () => {
  test('is read as it stands, with what is usual in files of offices and phones', () => {
    const zip = openZip(
      makeZip([named('mimetype'), { name: 'folder/', stored: true }, named('folder/Вода.xml')]),
      'a.zip',
    );
    expect(zip.names).toEqual(['mimetype', 'folder/Вода.xml']);
    expect(Buffer.from(zip.read('folder/Вода.xml')).toString()).toBe(text);
    expect(() => zip.read('other')).toThrow('a part of it is missing');
    const unknown = { flags: 8, crc: 0, packed: 0, size: 0 };
    for (const marked of [true, false])
      expect(
        verdict(
          makeZip([
            {
              ...named('a'),
              local: unknown,
              directory: { flags: 8 },
              after: descriptor(text, packed, marked),
            },
            named('b'),
          ]),
        ),
      ).toBe('read');
    // Word leaves room for growth in local headers
    const growth = Buffer.from([0x20, 0xa2, 4, 0, 0, 0, 0, 0]);
    expect(verdict(makeZip([{ ...named('a'), local: { extra: growth } }]))).toBe('read');
    // names in an old code page
    const name = Buffer.from([0xaf, 0xae]);
    expect(
      verdict(makeZip([{ ...named('x'), local: { name, flags: 0 }, directory: { name, flags: 0 } }])),
    ).toBe('read');
  });

  test.each<[string, Parameters<typeof makeZip>]>([
    ['is padded between its parts', [[{ ...named('a'), after: zeros(3) }, named('b')]]],
    ['is padded at its end', [[named('a')], { after: Buffer.from('\r\n') }]],
    ['gives two dates to one part', [[{ ...named('a'), local: { date: 0 } }]]],
    ['describes a part twice', [[{ ...named('a'), after: descriptor(text, packed) }, named('b')]]],
    [
      'lacks a description that it announces',
      [[{ ...named('a'), local: { flags: 8 }, directory: { flags: 8 } }]],
    ],
    ['describes a part in two ways', [[{ ...named('a'), local: { extra: Buffer.from([9, 9, 1, 0, 0]) } }]]],
  ])('may be odd and harmless: %s', (oddity, made) => {
    expect(verdict(makeZip(...made))).toBe(oddity);
  });

  test('may fill up its last block', () => {
    const plain = makeZip([named('a')]);
    expect(verdict(Buffer.concat([plain, zeros(512 - plain.length)]))).toBe('is padded at its end');
    expect(verdict(Buffer.concat([plain, zeros(1)]))).toContain('other data after its end');
  });

  test.each([
    ['../evil', 'outside its folder'],
    ['a/../../evil', 'outside its folder'],
    ['/etc/passwd', 'a place of its own choice'],
    ['C:/evil', 'a place of its own choice'],
    ['//host/share', 'a place of its own choice'],
    ['..\\evil', 'a backslash'],
    ['a\0b', 'control characters'],
    ['a\u0085b', 'control characters'],
    ['a/CON.txt', 'like a device'],
    ['a./b', 'ends with a dot'],
    ['a ', 'a dot or a space'],
    ['x'.repeat(300), 'too long'],
    ['', 'no name'],
  ])('with a part called %j is refused', (name, sentence) => {
    expect(verdict(makeZip([named('a.xml'), named(name)]))).toContain(sentence);
  });

  test.each<[string, Parameters<typeof makeZip>]>([
    ['two parts of the same name', [[named('a'), named('a')]]],
    ['two parts of the same name', [[named('a'), named('A')]]],
    ['two parts of the same name', [[named('\u00e9'), named('e\u0301')]]],
    ['two parts of the same name', [[named('a'), { name: 'a/', stored: true }]]],
    ['a link or a device', [[{ ...named('a'), directory: { host: 3, attributes: 0o120777 * 65_536 } }]]],
    ['encrypted', [[{ ...named('a'), directory: { flags: 1 } }]]],
    ['packed in a way', [[{ ...named('a'), local: { method: 9 }, directory: { method: 9 } }]]],
    ['two names', [[{ ...named('a'), local: { name: 'b' } }]]],
    ['contradicts itself', [[{ ...named('a'), local: { method: 0 } }]]],
    ['contradicts itself', [[{ ...named('a'), local: { crc: 1 } }]]],
    ['contradicts itself', [[{ ...named('a'), local: { size: 5 }, directory: { size: 5 } }]]],
    ['contradicts itself', [[{ ...named('a'), local: { size: 500 }, directory: { size: 500 } }]]],
    ['its checksum is wrong', [[{ ...named('a'), local: { crc: 1 }, directory: { crc: 1 } }]]],
    ['overlap', [[named('a'), { ...named('a'), directory: { name: 'b', offset: 0 }, local: { name: 'b' } }]]],
    ['hidden data between', [[{ ...named('a'), after: Buffer.from('hidden') }, named('b')]]],
    ['other data before', [[named('a')], { before: Buffer.from('#!/bin/sh\n') }]],
    ['other data after', [[named('a')], { after: Buffer.from('<script>') }]],
    [
      'hidden data after a part',
      [[{ ...named('a'), packed: Buffer.concat([deflateRawSync(Buffer.from(text)), Buffer.from('more')]) }]],
    ],
    ['a damaged part', [[{ ...named('a'), packed: Buffer.from([7, 1, 2, 3]) }]]],
    ['a folder with data', [[named('a/')]]],
  ])('with %s is refused', (sentence, made) => {
    expect(verdict(makeZip(...made))).toContain(sentence);
  });

  test('costs no more than it may', () => {
    const many = Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, i) => ({ name: `${i}`, stored: true }));
    expect(verdict(makeZip(many))).toBe(
      '“a.zip” holds more than 10,000 files; Assay opens no archive of that size.',
    );
    const bomb = Buffer.alloc(8_000_000);
    const bombs = makeZip(Array.from({ length: 10 }, (_, i) => ({ name: `${i}`, data: bomb })));
    expect(verdict(bombs)).toContain('more than 100 times its size');
    const said = { size: 0xfff_ffff };
    const lying = makeZip(
      Array.from({ length: 9 }, (_, i) => ({ ...named(`${i}`), local: said, directory: said })),
    );
    expect(verdict(lying)).toContain('more than 1 GB');
  });

  test('counts together with the archives inside it', () => {
    const inner = makeZip([{ name: 'a', data: Buffer.alloc(40_000_000) }]);
    const outer = openZip(
      makeZip([
        { name: 'b', data: inner },
        { name: 'c', data: inner },
      ]),
      'a.zip',
    );
    openZip(outer.read('b'), 'b', outer);
    expect(() => openZip(outer.read('c'), 'c', outer)).toThrow('100 times');
  });

  test('cut off or changed anywhere is read as before or refused with a sentence', () => {
    const whole = makeZip([named('a.xml'), named('b/c.xml')]);
    for (let length = 0; length < whole.length; length++)
      expect(verdict(whole.subarray(0, length))).toContain('“a.zip”');
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const changed = Buffer.from(whole);
        changed[at] = byte;
        verdict(changed);
      }),
      { numRuns: 2_000 },
    );
  });

  test('that is read is the same to another reader', async () => {
    const bytes = makeZip([named('a.xml'), { ...named('b'), stored: true }]);
    const other = await fromBufferPromise(bytes);
    const names: string[] = [];
    for await (const entry of other.eachEntry()) names.push(entry.fileName);
    expect(openZip(bytes, 'a.zip').names).toEqual(names);
  });
});

describe.skipIf(!hasShared)('the public archives', () => {
  /** What is no contradiction about the data: read, and reported. */
  const HARMLESS: Readonly<Record<string, string>> = {
    'incons-central-date.zip': 'gives two dates to one part',
    'incons-ef-local-id.zip': 'describes a part in two ways',
  };

  test('are refused, each with one sentence', () => {
    let count = 0;
    for (const folder of ['failure', 'inconsistent'])
      for (const file of readdirSync(sharedAt(`data/hostile/zip/${folder}`))) {
        const found = verdict(readFileSync(sharedAt(`data/hostile/zip/${folder}/${file}`)));
        const refused = /“a\.zip” .*\.$/.test(found);
        expect(`${file}: ${refused ? 'refused' : found}`).toBe(`${file}: ${HARMLESS[file] ?? 'refused'}`);
        count++;
      }
    console.info(`contradictory archives: ${count} samples`);
  });

  test('of documents are all read', () => {
    let count = 0;
    const files = readdirSync(sharedAt('data/documents'), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((one) => /\.(?:docx|odt|epub)$/.test(one))) {
      expect(`${file}: ${verdict(readFileSync(sharedAt(`data/documents/${file}`)))}`).toBe(`${file}: read`);
      count++;
    }
    console.info(`archives of documents: ${count} samples`);
  });
});
