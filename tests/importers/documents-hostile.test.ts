import { readdirSync, readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { CallError } from '#contract/kit.ts';
import { checkDocument } from '#domain/document.ts';
import { createParser } from '#engine/parse.ts';
import { ImportError } from '#importers/import-error.ts';
import { readArticle } from '#importers/read-article.ts';
import { makeDocx, makeEpub, makeOdt, para } from '../support/office.ts';
import { column, makePdf } from '../support/pdf.ts';
import { hasShared, sharedAt } from '../support/shared.ts';
import { makeZip } from '../support/zip.ts';

const MUTATIONS = Number(process.env['ASSAY_MUTATIONS'] ?? 50);

const lines = [
  'The water rose for three hours before anybody',
  'was told to leave the lower streets of the town.',
];
const SAMPLES: Readonly<Record<string, Buffer>> = {
  docx: makeDocx({
    body: lines.map((line) => para(line, '<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:b/>')).join(''),
  }),
  odt: makeOdt(lines.map((line) => `<text:p>${line}</text:p>`).join('')),
  rtf: Buffer.from(
    `{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 ${lines.join('\\par ')}{\\footnote x}\\'cf\\u1046?{\\field{\\*\\fldinst HYPERLINK "https://a.example"}{\\fldrslt y}}\\par}`,
  ),
  epub: makeEpub([{ file: 'a.xhtml', title: 'One', body: `<p>${lines.join('</p><p>')}</p>` }]),
  pdf: makePdf({ pages: [column(60, 100, lines), column(60, 100, lines)] }),
};

/** A pseudo-random sequence that is the same at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** Changes some bytes, cuts, doubles or takes out a piece. */
function mutated(bytes: Buffer, seed: number): Buffer {
  const next = numbers(seed * 7_919 + 1);
  const copy = Buffer.from(bytes);
  const at = next(copy.length);
  const length = 1 + next(40);
  switch (next(5)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    case 2:
      return Buffer.concat([copy.subarray(0, at + length), copy.subarray(at)]);
    default:
      for (let i = 0; i <= next(6); i++) copy[next(copy.length)] = next(256);
      return copy;
  }
}

/** Every part of an archive may be damaged and the archive itself still be whole: that reaches the readers behind it. */
function mutatedInside(kind: string, seed: number): Buffer {
  const inside = (text: string) => mutated(Buffer.from(text), seed).toString('utf8').replaceAll('\0', '');
  const body = lines.map((line) => para(line, '<w:pStyle w:val="A"/>', '<w:i/>')).join('');
  if (kind === 'docx')
    return makeDocx({
      body: inside(body),
      styles: inside('<w:style w:styleId="A"><w:name w:val="heading 1"/></w:style>'),
    });
  if (kind === 'odt')
    return makeOdt(
      inside(
        `<text:h text:outline-level="1">${lines[0]}</text:h><text:list><text:list-item><text:p>x</text:p></text:list-item></text:list>`,
      ),
    );
  return makeEpub([
    {
      file: 'a.xhtml',
      title: 'One',
      body: inside(`<p>${lines[0]}<a href="#n">1</a></p><aside id="n">note text</aside>`),
    },
  ]);
}

describe('mutated and cut samples', () => {
  const parser = createParser({ timeoutMs: 30_000 });
  afterAll(() => parser.close());

  test.each(['docx', 'odt', 'rtf', 'epub'])('%s: read, or refused with one sentence', async (kind) => {
    let read = 0;
    const sentences: string[] = [];
    for (let seed = 0; seed < MUTATIONS; seed++) {
      const bytes =
        kind !== 'rtf' && seed % 2 === 1 ? mutatedInside(kind, seed) : mutated(SAMPLES[kind]!, seed);
      try {
        checkDocument((await readArticle({ bytes, name: `a.${kind}` })).document);
        read++;
      } catch (error) {
        if (!(error instanceof ImportError)) throw new Error(`${kind} ${seed}`, { cause: error });
        sentences.push(error.message);
      }
    }
    expect(read).toBeGreaterThan(0);
    expect(sentences.filter((one) => !/^“a\.\w+” [^\n]+\.$/.test(one))).toEqual([]);
    console.info(`${kind}: ${MUTATIONS} mutations, ${read} read`);
  });

  test('pdf: read, or refused with one sentence, some in a process of their own', async () => {
    let read = 0;
    const sentences: string[] = [];
    for (let seed = 0; seed < MUTATIONS; seed++) {
      try {
        // a process for each is dear: few of them show that its answers are the same
        const input = { bytes: mutated(SAMPLES['pdf']!, seed), name: 'a.pdf' };
        await (seed % 10 === 0 ? parser.readArticle(input) : readArticle(input));
        read++;
      } catch (error) {
        if (!(error instanceof CallError || error instanceof ImportError))
          throw new Error(`pdf ${seed}`, { cause: error });
        sentences.push(error.message);
      }
    }
    expect(read).toBeGreaterThan(0);
    expect(sentences.filter((one) => !/^“a\.\w+” [^\n]+\.$/.test(one))).toEqual([]);
    console.info(`pdf: ${MUTATIONS} mutations, ${read} read`);
  });
}, 7_200_000);

describe('bombs', () => {
  const refused = async (name: string, bytes: Uint8Array) =>
    readArticle({ bytes, name }).then(
      () => 'read',
      (error: unknown) => (error instanceof ImportError ? error.message : String(error)),
    );
  const huge = `<w:document xmlns:w="urn:x">${' '.repeat(70_000_000)}</w:document>`;

  test('of an archive are not unpacked', async () => {
    const docx = makeZip([
      { name: '[Content_Types].xml', data: 'x' },
      { name: 'word/document.xml', data: huge },
    ]);
    expect(docx.length).toBeLessThan(100_000);
    expect(await refused('a.docx', docx)).toBe(
      '“a.docx” would unpack to more than 100 times its size; Assay does not unpack it.',
    );
  });

  test.each([
    [
      'entities',
      '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
      'a document type of its own',
    ],
    ['an external entity', '<!DOCTYPE w:document SYSTEM "file:///etc/passwd">', 'a document type of its own'],
  ])('of XML are not expanded: %s', async (_, head, sentence) => {
    const docx = makeZip([
      { name: '[Content_Types].xml', data: 'x' },
      { name: 'word/document.xml', data: `${head}<w:document xmlns:w="urn:x">&b;</w:document>` },
    ]);
    expect(await refused('a.docx', docx)).toContain(sentence);
  });

  test('of depth are refused', async () => {
    const deep = (open: string, close: string, count: number) => open.repeat(count) + close.repeat(count);
    expect(
      await refused(
        'a.docx',
        makeDocx({ body: deep('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', 5_000) }),
      ),
    ).toContain('more than 256 deep');
    expect(await refused('a.odt', makeOdt(deep('<text:section>', '</text:section>', 5_000)))).toContain(
      'more than 256 deep',
    );
    expect(await refused('a.rtf', Buffer.from(`{\\rtf1 ${deep('{', '}', 100_000)}}`))).toContain(
      'too deeply',
    );
    const book = makeEpub([{ file: 'a.xhtml', title: 'One', body: deep('<div>', '</div>', 20_000) }]);
    expect(await refused('a.epub', book)).toBe('read');
  });

  test('of lists and tables nested to the limit stay in the schema', async () => {
    const cell = (inside: string): string =>
      `<w:tbl><w:tr><w:tc>${inside}<w:p/></w:tc><w:tc>${para('x')}</w:tc></w:tr></w:tbl>`;
    let body = para('deep');
    for (let i = 0; i < 80; i++) body = cell(body);
    const article = await readArticle({ bytes: makeDocx({ body }), name: 'a.docx' });
    expect(checkDocument(article.document).type).toBe('doc');
  });

  test('of a PDF end within the limits of its process, and the next file is read', async () => {
    const parser = createParser({ timeoutMs: MUTATIONS > 500 ? 20_000 : 6_000, memoryMb: 256 });
    const content = deflateSync(deflateSync(Buffer.alloc(MUTATIONS > 500 ? 500_000_000 : 40_000_000)));
    const bomb = makePdf({ pages: [[]], content, filter: ' /Filter [/FlateDecode /FlateDecode]' });
    const many = makePdf({
      pages: [[]],
      content: deflateSync(
        Buffer.from('BT /F1 9 Tf (x) Tj ET '.repeat(MUTATIONS > 500 ? 4_000_000 : 400_000)),
      ),
      filter: ' /Filter /FlateDecode',
    });
    try {
      for (const bytes of [bomb, many]) {
        const said = await parser.readArticle({ bytes, name: 'a.pdf' }).then(
          () => 'read',
          (error: unknown) => (error instanceof CallError ? error.message : String(error)),
        );
        expect(said).toMatch(/^read$|^“a\.pdf” [^\n]+\.$/);
      }
      // on a busy machine the next file may take longer than the limit too, and then it says so; but it is read
      const next = async (tries: number): Promise<string> => {
        try {
          return (await parser.readArticle({ bytes: SAMPLES['pdf']!, name: 'b.pdf' })).format;
        } catch (error) {
          const { message } = error as Error;
          return tries > 1 && /^“b\.pdf” needs more than \d+ s to read/.test(message)
            ? next(tries - 1)
            : message;
        }
      };
      expect(await next(10)).toBe('pdf');
    } finally {
      parser.close();
    }
  }, 120_000);
});

describe.skipIf(!hasShared)('the public documents', () => {
  test.each([
    ['docx', ['empty.docx', 'external-picture.docx', 'tiny-picture-target-base-relative.docx']],
    ['odt', ['hiddenTextByVariable.odt', 'image.odt', 'imageRelative.odt']],
    ['epub', []],
    [
      'pdf',
      [
        'GHOSTSCRIPT-698804-1-fuzzed.pdf',
        'bug1020226.pdf',
        'doc_actions.pdf',
        'empty.pdf',
        'labelled_pages.pdf',
        'poppler-395-0-fuzzed.pdf',
        'secHandler.pdf',
      ],
    ],
  ])(
    '%s: read, but for those that hold no text',
    async (kind, without) => {
      const folder = `data/documents/${kind}`;
      const files = readdirSync(sharedAt(folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith(`.${kind}`),
      );
      const refused: string[] = [];
      for (const file of files) {
        try {
          const article = await readArticle({
            bytes: readFileSync(sharedAt(`${folder}/${file}`)),
            name: file,
          });
          expect(article.format).toBe(kind);
        } catch (error) {
          if (!(error instanceof ImportError)) throw new Error(file, { cause: error });
          refused.push(file.split('/').at(-1)!);
        }
      }
      console.info(`${kind}: ${files.length} samples, ${refused.length} without text`);
      expect(refused.toSorted()).toEqual(without.toSorted());
    },
    240_000,
  );
});
