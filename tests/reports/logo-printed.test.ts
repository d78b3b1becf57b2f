import { crc32, deflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { VerbosityLevel, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, it } from 'vitest';
import { writeDocx } from '#reports/docx/docx.ts';
import type { ReportInput } from '#reports/input.ts';
import { writeOdt } from '#reports/odt/odt.ts';
import { writePdf } from '#reports/pdf/pdf.ts';
import { laidOpen } from './printed.ts';
import { SAMPLE } from './sample-input.ts';

const [WIDTH, HEIGHT] = [46, 23] as const;

function chunk(name: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A whole picture, grey from dark to light. */
function picture(): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(WIDTH);
  size.writeUInt32BE(HEIGHT, 4);
  size.set([8, 0, 0, 0, 0], 8);
  const rows = Array.from({ length: HEIGHT }, (_, y) => [
    0,
    ...Array.from({ length: WIDTH }, (__, x) => x * 4 + y),
  ]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const logo = picture();
const withLogo = (name: string): ReportInput => ({
  ...SAMPLE,
  claims: [],
  articles: [],
  references: [],
  differing: [],
  team: {
    name,
    note: '',
    logo: { mediaType: 'image/png', base64: logo.toString('base64'), width: WIDTH, height: HEIGHT },
  },
});

const NAMED = [
  ['Desk & “Co”', 'Desk & “Co”'],
  ['', 'Logo of the team'],
] as const;

const plain = (xml: string) => xml.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

it.each(NAMED)('stands in a Word document, whole, with words for it (team “%s”)', async (name, words) => {
  const parts = unzipSync(await writeDocx(withLogo(name)));
  const same = Object.entries(parts).filter(([, bytes]) => logo.equals(bytes));
  expect(same.map(([part]) => part)).toEqual([expect.stringMatching(/^word\/media\/.*\.png$/)]);
  const file = same[0]![0].slice('word/'.length);
  const relations = Buffer.from(parts['word/_rels/document.xml.rels']!).toString('utf8');
  const id = new RegExp(`<Relationship [^>]*Target="/?(?:word/)?${file}"[^>]*>`).exec(relations)?.[0];
  const relation = /Id="([^"]+)"/.exec(id ?? '')?.[1];
  const drawing = Buffer.from(parts['word/document.xml']!)
    .toString('utf8')
    .match(/<w:drawing>[^]*?<\/w:drawing>/g)
    ?.find((one) => one.includes(`r:embed="${relation}"`));
  expect(plain(drawing ?? '')).toContain(`descr="${words}"`);
  const [, wide, high] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(drawing ?? '')!;
  expect(Number(wide) / Number(high)).toBeCloseTo(WIDTH / HEIGHT, 1);
});

it.each(NAMED)('stands in an OpenDocument text, whole, with words for it (team “%s”)', (name, words) => {
  const parts = unzipSync(writeOdt(withLogo(name)));
  const [file] = Object.entries(parts).find(([, bytes]) => logo.equals(bytes))!;
  expect(file).toMatch(/^Pictures\/.*\.png$/);
  expect(Buffer.from(parts['META-INF/manifest.xml']!).toString('utf8')).toContain(`full-path="${file}"`);
  const frame = Buffer.from(parts['content.xml']!)
    .toString('utf8')
    .match(/<draw:frame[^]*?<\/draw:frame>/g)
    ?.find((one) => one.includes(`"${file}"`));
  expect(plain(frame ?? '')).toMatch(new RegExp(`<svg:(title|desc)>${words}</svg:`));
});

it.each(NAMED)('stands in a PDF as a figure with words for it (team “%s”)', async (name, words) => {
  const bytes = writePdf(withLogo(name));
  expect(laidOpen(bytes)).toMatch(
    new RegExp(
      `/Subtype /Image[^]{0,200}/Width ${WIDTH}\\s+/Height ${HEIGHT}|/Width ${WIDTH}\\s+/Height ${HEIGHT}[^]{0,200}/Subtype /Image`,
    ),
  );
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const page = await (await task.promise).getPage(1);
  const tree = JSON.stringify(await page.getStructTree());
  await task.destroy();
  expect(tree).toContain(`"role":"Figure"`);
  expect(tree).toContain(`"alt":${JSON.stringify(words)}`);
});
