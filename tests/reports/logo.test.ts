import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { ReportLogo } from '#reports/input.ts';
import { logoOf } from '#reports/logo.ts';
import { writeHtml } from '#reports/html.ts';
import { SAMPLE } from './sample-input.ts';

const CANARY = 'canary-59.33,18.06-secret';

function chunk(name: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body, Buffer.alloc(4)]);
}

function png(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  size.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('tEXt', Buffer.from(`Author\0${CANARY}`)),
    chunk('eXIf', Buffer.from(CANARY)),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(CANARY),
  ]);
}

function segment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
  segment(0xe1, Buffer.from(`Exif\0\0${CANARY}`)),
  segment(0xfe, Buffer.from(CANARY)),
  segment(0xc0, Buffer.from([8, 0, 20, 0, 40, 1, 1, 0x11, 0])),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0x34, 0xff, 0xd9]),
  Buffer.from(CANARY),
]);

const address = (type: string, bytes: Uint8Array) =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;

it.each([
  ['png', png(40, 20)],
  ['jpeg', jpeg],
])('takes everything but the pixels out of a %s', (type, bytes) => {
  const logo = logoOf(address(type, bytes)) as ReportLogo;
  expect(logo).toMatchObject({ mediaType: `image/${type}`, width: 40, height: 20 });
  expect(Buffer.from(logo.base64, 'base64').toString('latin1')).not.toContain('canary');
  const html = writeHtml({ ...SAMPLE, team: { ...SAMPLE.team, logo } });
  expect(html).toContain(`src="data:image/${type};base64,${logo.base64}"`);
  expect(html).toContain('alt="Orlen Valley Fact Desk"');
});

it('refuses what is no such picture, and one that is too large', () => {
  expect(logoOf(address('png', png(5_000, 1)))).toBe('too-large');
  for (const bad of [
    '',
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:image/png;base64,',
    'javascript:alert(1)',
    address('png', Buffer.from('<svg/>')),
    address('png', png(40, 20).subarray(0, 40)),
    address('jpeg', jpeg.subarray(0, 60)),
  ]) {
    expect(logoOf(bad), bad).toBe('not-an-image');
  }
});

it('gives a picture or says why not, whatever the bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 60 }),
      fc.nat(200),
      fc.constantFrom(png(8, 8), jpeg),
      (noise, at, picture) => {
        const bytes = Buffer.concat([picture.subarray(0, at), noise, picture.subarray(at)]);
        const logo = logoOf(address('png', bytes));
        expect(typeof logo === 'string' ? 1 : logo.width * logo.height).toBeGreaterThan(0);
      },
    ),
    { numRuns: 200 },
  );
});
