import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '#reports/docx/docx.ts';
import { writeOdt } from '#reports/odt/odt.ts';
import { outlineOf } from '#reports/outline/outline.ts';
import { wordsOf } from '#reports/outline/blocks.ts';
import { temporaryFolder } from '../support/project.ts';
import { VECTORS } from '../support/vectors.ts';
import { withWords } from './hostile.ts';
import { PRINTED, laidOpen, lettersOf, tracesOfMachine, wordsToFind } from './printed.ts';

const FORMATS = [
  ['docx', writeDocx],
  ['odt', async (input: typeof PRINTED) => writeOdt(input)],
] as const;

/** Each line that the report prints, and each wording, quote and note of the project, as letters. */
const REPORTED = [...wordsOf(outlineOf(PRINTED).blocks).split('\n'), ...wordsToFind(PRINTED)].map(lettersOf);

/** Every part that is XML, read strictly. */
function readStrictly(
  bytes: Uint8Array,
): { part: string; name: string; attributes: Record<string, string> }[] {
  const found: { part: string; name: string; attributes: Record<string, string> }[] = [];
  for (const [part, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(xml|rels)$/.test(part)) continue;
    const parser = new SaxesParser({ xmlns: false });
    parser.on('error', (error) => {
      throw new Error(`${part}: ${error.message}`);
    });
    parser.on('opentag', ({ name, attributes }) => found.push({ part, name, attributes }));
    parser.write(new TextDecoder().decode(content)).close();
  }
  return found;
}

/** What is followed when somebody clicks, or loaded when the document opens. */
function addressesIn(bytes: Uint8Array): string[] {
  return readStrictly(bytes).flatMap(({ name, attributes }) => {
    const outside = name === 'Relationship' && attributes['TargetMode'] === 'External';
    const address = outside ? attributes['Target'] : attributes['xlink:href'];
    return address === undefined || /^(#|Pictures\/)/.test(address) ? [] : [address];
  });
}

describe.each(FORMATS)('the %s report', (_name, write) => {
  it('is well-formed in every part and says nothing of the machine', async () => {
    const bytes = await write(PRINTED);
    expect(readStrictly(bytes).length).toBeGreaterThan(500);
    const open = laidOpen(bytes);
    for (const trace of tracesOfMachine()) expect(open).not.toContain(trace);
    expect(open).toContain('2024-06-03T17:45:12');
    expect(open).not.toMatch(/20(2[5-9]|3\d)-\d\d-\d\dT/);
  });

  it('has a title, headings of every level it needs, languages and words for its chart', async () => {
    const open = laidOpen(await write(PRINTED));
    expect(open).toContain(`<dc:title>${PRINTED.project.title}</dc:title>`);
    expect(open).toContain('Claims by verdict. True: 1');
    expect(open).toMatch(/en-GB|fo:language="en" fo:country="GB"/);
    expect(open).toMatch(/ru-RU|fo:language="ru" fo:country="RU"/);
    expect(open).toMatch(/tblHeader|table-header-rows/);
  });

  it('links to web addresses of the report alone, and only to places that exist', async () => {
    const bytes = await write(PRINTED);
    expect(new Set(addressesIn(bytes))).toEqual(
      new Set([
        'https://example.org/b',
        'https://example.org/news/rescue',
        'https://example.org/report.html',
      ]),
    );
    const tags = readStrictly(bytes);
    const places = new Set(
      tags.flatMap(({ name, attributes }) => {
        const place =
          name === 'w:bookmarkStart'
            ? attributes['w:name']
            : name === 'text:bookmark'
              ? attributes['text:name']
              : undefined;
        return place === undefined ? [] : [place];
      }),
    );
    const asked = tags.flatMap(({ attributes }) => {
      const href = attributes['xlink:href'];
      return attributes['w:anchor'] ?? (href?.startsWith('#') === true ? href.slice(1) : []);
    });
    expect(asked.length).toBeGreaterThan(30);
    for (const place of asked) expect(places).toContain(place);
  });

  it('lets no text be markup, and follows no address but a web address', async () => {
    const evil = [
      ...VECTORS.filter((_v, n) => n % 4 === 1),
      '&lt;w:p/&gt;',
      '<text:p/>',
      ']]>',
      '\uD800\u0000\uFFFE',
      '{{x}}',
    ];
    let n = 0;
    const input = withWords(PRINTED, () => evil[n++ % evil.length]!);
    const bytes = await write(input);
    const plain = (all: ReturnType<typeof readStrictly>) => new Set(all.map(({ name }) => name));
    const known = plain(readStrictly(await write(PRINTED)));
    // a text can at most break lines and repeat blanks
    for (const name of plain(readStrictly(bytes)))
      expect([...known, 'w:br', 'text:line-break', 'text:s', 'w:bidi', 'w:rtl']).toContain(name);
    for (const address of addressesIn(bytes)) expect(address).toMatch(/^https?:/);
  });

  it('writes a report without anything in it', async () => {
    const bytes = await write({
      ...PRINTED,
      project: { ...PRINTED.project, title: '', method: '', head: '' },
      generatedFrom: '',
      articles: [],
      claims: [],
      references: [],
      differing: [],
    });
    expect(laidOpen(bytes)).not.toMatch(/\d{4}-\d\d-\d\dT\d\d:/);
  });
});

it('opens in LibreOffice with every word of the report, as DOCX and as ODT', async (context) => {
  const soffice = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  if (soffice.status !== 0) {
    process.stderr.write('LibreOffice is not installed: it opens no report in this run.\n');
    context.skip('LibreOffice is not installed');
  }
  const folder = temporaryFolder();
  const files = await Promise.all(
    FORMATS.map(async ([format, write]) => {
      const file = join(folder, `${format}.${format}`);
      writeFileSync(file, await write(PRINTED));
      return file;
    }),
  );
  const home = `-env:UserInstallation=file://${folder}/home`;
  const asText = ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder];
  spawnSync('soffice', [home, ...asText, ...files], { timeout: 120_000 });
  for (const [format] of FORMATS) {
    const letters = lettersOf(readFileSync(join(folder, `${format}.txt`), 'utf8'));
    for (const words of REPORTED) expect(letters).toContain(words);
  }
}, 150_000);

describe('the docx report', () => {
  it('is read back by mammoth: headings, numbered claims in place, lists, tables, quotes', async () => {
    const buffer = Buffer.from(await writeDocx(PRINTED));
    const { value: text } = await mammoth.extractRawText({ buffer });
    const letters = lettersOf(text);
    for (const line of wordsOf(outlineOf(PRINTED).blocks).split('\n'))
      expect(letters).toContain(lettersOf(line));
    const { value: html } = await mammoth.convertToHtml({ buffer });
    expect(html).toMatch(/<h1>(<a id="[^"]*"><\/a>)?Summary<\/h1>/);
    expect(html).toMatch(/<h2>(<a id="[^"]*"><\/a>)?Mayor hails/);
    expect(html).toMatch(/<a href="#claim_1"><sup>1<\/sup><\/a>/);
    expect(html).toContain('<li>');
    expect(html).toContain('<thead>');
  });

  it('gives the same bytes each time, also after others were written', async () => {
    const first = await writeDocx(PRINTED);
    await writeDocx({ ...PRINTED, articles: [] });
    expect(Buffer.compare(await writeDocx(PRINTED), first)).toBe(0);
  });
});

it('begins an OpenDocument text with its type, not packed', () => {
  const bytes = Buffer.from(writeOdt(PRINTED));
  expect(bytes.toString('latin1', 30, 38 + 39)).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
});
