import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCapture } from '#importers/read-capture.ts';
import { makeDocx, makeEpub, makeOdt, para } from '../support/office.ts';
import { column, makePdf } from '../support/pdf.ts';
import { read } from '../support/shape.ts';

describe('RTF', () => {
  const rtf = (text: string) => Buffer.from(text, 'latin1');

  test('is read in the code pages of its fonts, with its notes and links', async () => {
    const article = await read(
      'r.rtf',
      rtf(
        String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr{\*\falt Arial};}{\f2\fcharset128 Mincho;}{\f3\fcharset2 Symbol;}}` +
          String.raw`{\stylesheet{\s1\outlinelevel0 heading 1;}}{\info{\title The Dam}{\author Aru \'c9va}}` +
          String.raw`\pard\s1 Caf\'e9\par\pard {\f1\'cf\'f0\'e8\'e2\'e5\'f2} \u1178?\u1201\'3f {\b bold} {\i it}\~x\emdash y {\f2\'93\'fa\'96\'7b}{\f3 a}\uc2\u8364xx!\par ` +
          String.raw`Rose{\super\chftn{\footnote\pard\plain {\super\chftn} See {\field{\*\fldinst HYPERLINK "https://a.example/x"}{\fldrslt here}}.}} end{\v hidden}{\deleted old}.\par` +
          String.raw`{\*\unknown secret}{\pict\bin3 }}{}{x}{\upr{old}{\*\ud{\u1046*}}}\par}`,
      ),
    );
    expect(article).toMatchObject({ title: 'The Dam', author: 'Aru Éva', format: 'rtf' });
    expect(article.shape).toEqual([
      'h1(Café)',
      'p(Привет Құ {bold:bold} {italic:it}\u00A0x—y 日本α€!)',
      'p(Rose{superscript:[1]} end.)',
      'p(xЖ)',
      'p([1] See {https://a.example/x:here}.)',
    ]);
    expect(article.noteShapes).toEqual([['1', 'See here.', 'https://a.example/x', ['[1]']]]);
    expect(article.warnings).toEqual([
      'The document has one tracked change; the text is read as if it were accepted.',
      'One picture was left out.',
      'One piece of hidden text was left out.',
    ]);
  });

  test('keeps tables and lists', async () => {
    const article = await read(
      't.rtf',
      rtf(
        String.raw`{\rtf1\ansi {\pard\intbl a\cell b\par c\cell\row}{\trowd\trhdr\pard\intbl d\cell e\cell\row}\pard after\par` +
          String.raw`\pard\ls1{\listtext 1.\tab}one\par\pard\ls1\ilvl1{\listtext \bullet\tab}in\par\pard\ls1{\listtext 2.\tab}two\par\pard end\par`,
      ),
    );
    expect(article.shape).toEqual([
      'table(tr(td(p(a))td(p(b)p(c)))tr(th(p(d))th(p(e))))',
      'p(after)',
      'ol(li(p(one)ul(li(p(in))))li(p(two)))',
      'p(end)',
    ]);
    expect(article.warnings).toEqual(['The file ends too early; some of its text may be missing.']);
  });

  test('knows the spans of cells by where they end', async () => {
    const article = await read(
      's.rtf',
      rtf(
        String.raw`{\rtf1\ansi \trowd\cellx2000\cellx4005\cellx6000\pard\intbl a\cell b\cell c\cell\row` +
          String.raw`\trowd\clvmgf\cellx1990\cellx6000\pard\intbl down\cell wide\cell\row` +
          String.raw`\trowd\clvmrg\cellx2000\clmgf\cellx4000\clmrg\cellx6000\pard\intbl\cell on\cell\cell\row` +
          String.raw`\trowd\clvmrg\cellx2000\cellx4000\cellx6000\pard\intbl own\cell x\cell y\cell\row\pard end\par}`,
      ),
    );
    expect(article.shape).toEqual([
      'table(tr(td(p(a))td(p(b))td(p(c)))tr(td1×2(p(down))td2×1(p(wide)))tr(td2×1(p(on)))tr(td(p(own))td(p(x))td(p(y))))',
      'p(end)',
    ]);
  });

  test('puts boxes after the paragraph that they hang on, notes in them and all', async () => {
    const box = (text: string) => String.raw`{\shp{\*\shpinst{\shptxt ${text}\par}}}`;
    const article = await read(
      'b.rtf',
      rtf(
        String.raw`{\rtf1\ansi Before ${box(String.raw`Box{\footnote\chftn  Note.}${box(box(box('deep')))} text`)}after.\par ` +
          String.raw`\trowd\cellx1\cellx2\pard\intbl a${box('in')}b\cell ${box('only')}\cell\row\pard end\par}`,
      ),
    );
    expect(article.shape).toEqual([
      'p(Before after.)',
      'p(Box{superscript:[1]} text)',
      'p(deep)',
      'table(tr(td(p(ab)p(in))td(p(only))))',
      'p(end)',
      'p([1] Note.)',
    ]);
    expect(article.noteShapes).toEqual([['1', 'Note.', '', ['[1]']]]);
  });

  test('keeps numbered headings, and names its author once', async () => {
    const article = await read(
      'h.rtf',
      rtf(
        String.raw`{\rtf1\ansi{\info{\author Aru}{\creatim\yr2024}{\author Bota}}` +
          String.raw`\pard\outlinelevel1\ls1{\listtext 1.\tab}Head\par\pard\ls2{\listtext 1.\tab}item\par\pard ` +
          String.raw`{\field{\*\fldinst EQ \\* jc2 \\o\\ad(\\s\\up 9(kan),\u28450?)}{\fldrslt}} end\par}`,
      ),
    );
    expect(article.author).toBe('Aru');
    expect(article.shape).toEqual(['h2(Head)', 'ol(li(p(item)))', 'p(漢(kan) end)']);
  });

  test('leaves notes the marks that their writer typed, and counts only the others', async () => {
    const article = await read(
      'n.rtf',
      rtf(
        String.raw`{\rtf1\ansi One{\super *}{\footnote {\super *} See {\field{\*\fldinst HYPERLINK "https://a.example/"}{\fldrslt a}}.}, ` +
          String.raw`two{\super\chftn}{\footnote {\super\chftn} 1990 was dry.}, three{\super 7}{\footnote\ftnalt{\super 7} End.}, ` +
          String.raw`four{\footnote Five.}, six{\footnote\ftnalt\chftn  Seven.}.\par}`,
      ),
    );
    expect(article.noteShapes).toEqual([
      ['*', 'See a.', 'https://a.example/', ['*']],
      ['1', '1990 was dry.', '', ['[1]']],
      ['7', 'End.', '', ['7']],
      ['2', 'Five.', '', ['[2]']],
      ['i', 'Seven.', '', ['[i]']],
    ]);
    expect(article.text.split('\n').slice(0, 3)).toEqual([
      'One*, two[1], three7, four[2], six[i].',
      '* See a.',
      '[1] 1990 was dry.',
    ]);
  });

  test('of a writer that never thought of sets is read in its one code page', async () => {
    const article = await read(
      'p.rtf',
      rtf(
        String.raw`{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset0 Arial;}}\f0\'cf\'f0\'e8\'e2\'e5\'f2, \'ec\'e8\'f0\par}`,
      ),
    );
    expect(article.text).toBe('Привет, мир');
  });
});

describe('an EPUB book', () => {
  const chapters = [
    {
      file: 'one.xhtml',
      title: 'The Spring',
      body: '<p>It rose<a epub:type="noteref" href="notes.xhtml#n1">1</a>.<a id="p2"/> See <a href="https://a.example/">there</a>.</p><svg/><p><b>Bold</b><br/>line&#160;x</p>',
    },
    { file: 'two.xhtml', title: 'The Flood', body: '<p>It fell.</p>' },
    {
      file: 'notes.xhtml',
      title: 'Notes',
      body: '<aside epub:type="footnote" id="n1"><p>A report, <a href="https://b.example/y">online</a>.</p></aside>',
    },
  ];

  test.each([2, 3] as const)('of version %d is read in its order, with its notes', async (version) => {
    const article = await read('b.epub', makeEpub(chapters, version));
    expect(article).toMatchObject({
      title: 'The River Book',
      author: 'Aru Bekova, Ivan Petrov',
      publisher: 'Example Press',
      published: '2021-04-02',
      language: 'en',
      format: 'epub',
      chapters: ['The Spring', 'The Flood', 'Notes'],
    });
    expect(article.text).toBe(
      'The Spring\nIt rose1. See there.\nBold\nline\u00A0x\nThe Flood\nIt fell.\nNotes\nA report, online.',
    );
    expect(article.noteShapes).toEqual([['1', 'A report, online.', 'https://b.example/y', ['1']]]);
  });

  test('is by its authors, and may lack an order of reading', async () => {
    const parts = unzipSync(makeEpub(chapters));
    const change = (from: RegExp, to: string) => {
      const text = Buffer.from(parts['OEBPS/book.opf']!).toString();
      expect(text).toMatch(from);
      parts['OEBPS/book.opf'] = Buffer.from(text.replace(from, to));
      return read('b.epub', Buffer.from(zipSync(parts)));
    };
    const translated =
      '<dc:creator id="t">Ivan Petrov</dc:creator><meta refines="#t" property="role">trl</meta>';
    expect((await change(/<dc:creator>Ivan Petrov<\/dc:creator>/, translated)).author).toBe('Aru Bekova');
    const illustrated = '<dc:creator xmlns:o="http://www.idpf.org/2007/opf" o:role="ill">Aru Bekova<';
    expect((await change(/<dc:creator>Aru Bekova</, illustrated)).author).toBe('Aru Bekova, Ivan Petrov');
    const unordered = await change(/<itemref[^]*<\/spine>/, '</spine>');
    expect(unordered.text).toMatch(/^The Spring\n[^]*\nThe Flood\n/);
  });

  test('is read by chapters', async () => {
    const article = await read('b.epub', makeEpub(chapters), [2]);
    expect(article.text).toBe('The Flood\nIt fell.');
    expect(article.warnings).toContain('Only 1 of the book’s 3 chapters were imported.');
    await expect(read('b.epub', makeEpub(chapters), [9])).rejects.toThrow(
      '“b.epub” has no chapter 9; it has 3 chapters.',
    );
  });

  test('that names parts which are not there says so', async () => {
    const parts = unzipSync(makeEpub(chapters));
    delete parts['OEBPS/text/two.xhtml'];
    const article = await read('b.epub', Buffer.from(zipSync(parts)));
    expect(article.text).toContain('It rose');
    expect(article.warnings).toContain('One part that the book names is not in the file.');
  });

  test('that is protected is refused with a sentence; disguised fonts do no harm', async () => {
    const encryption = (method: string, uri: string) => [
      {
        name: 'META-INF/encryption.xml',
        data: `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="${method}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`,
      },
    ];
    const locked = makeEpub(
      chapters,
      3,
      encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OEBPS/text/one.xhtml'),
    );
    await expect(read('b.epub', locked)).rejects.toThrow('protected against copying (DRM)');
    const fonts = makeEpub(chapters, 3, encryption('http://www.idpf.org/2008/embedding', 'OEBPS/font.otf'));
    expect((await read('b.epub', fonts)).text).toContain('It rose');
  });
});

describe('a PDF', () => {
  const left = [
    'The water rose for three hours before anybody',
    'was told to leave, and the commis-',
    'sion found later that a well-known engineer had',
    'warned of it twice. Nobody had listened to him,',
    'since the dam was said to be new and strong',
    'and the winter had brought little snow to the',
  ];
  const right = [
    'mountains above the village that year. It broke',
    'at night, when most of the people were asleep',
    'and few of them had a telephone at hand to call',
    'their neighbours who lived further down there.',
    'The commission heard sixty witnesses in May.',
  ];
  const page = (number: number, title: string) => [
    { x: 60, y: 40, size: 8, text: `Journal of Dams, volume 3` },
    { x: 295, y: 810, size: 8, text: String(number + 10) },
    { x: 60, y: 90, size: 18, bold: true, text: title },
    ...column(60, 130, left),
    ...column(320, 130, right),
  ];

  test('is read column by column, as paragraphs, without what every page repeats', async () => {
    const pages = ['The dam that broke', 'What was known', 'Who will pay for it'].map((title, index) =>
      page(index + 1, title),
    );
    const article = await read('p.pdf', makePdf({ pages, info: '/Title (The Dam) /Author (Aru Bekova)' }));
    expect(article).toMatchObject({ title: 'The Dam', author: 'Aru Bekova', format: 'pdf', language: 'en' });
    const paragraph =
      'The water rose for three hours before anybody was told to leave, and the commission found later that a well-known engineer had warned of it twice. Nobody had listened to him, since the dam was said to be new and strong and the winter had brought little snow to the mountains above the village that year. It broke at night, when most of the people were asleep and few of them had a telephone at hand to call their neighbours who lived further down there. The commission heard sixty witnesses in May.';
    expect(article.shape).toEqual(
      ['The dam that broke', 'What was known', 'Who will pay for it'].flatMap((title) => [
        `h1(${title})`,
        `p(${paragraph})`,
      ]),
    );
    expect(article.pages).toEqual(
      [0, 1, 2].map((index) =>
        article.text.indexOf(['The dam that', 'What was known', 'Who will pay'][index]!),
      ),
    );
  });

  test('gives its notes at the foot as references', async () => {
    const words = [
      ...column(60, 130, [...left, ...left]),
      { x: 60, y: 280, text: 'It was declared safe in that spring' },
      { x: 217, y: 276, size: 6, text: '1' },
      { x: 221, y: 280, text: 'and nobody asked why.' },
      ...column(60, 760, ['1 Report of the commission, https://a.example/report, p. 4.'], 8),
    ];
    const article = await read('n.pdf', makePdf({ pages: [words] }));
    expect(article.noteShapes).toEqual([
      ['1', 'Report of the commission, https://a.example/report, p. 4.', 'https://a.example/report', ['1']],
    ]);
  });

  test('keeps the last lines of notes that look alike on several pages', async () => {
    // “p. 12.” and “p. 31.” at the same place are no numbers of pages
    const pages = [12, 31, 17, 44].map((cited, index) => [
      ...page(index + 1, 'The dam that broke').filter(({ y }) => y < 700),
      ...column(
        60,
        760,
        [
          `${index + 1} ${['Report', 'Letter', 'Diary', 'Law'][index]} of that year, first part,`,
          `p. ${cited}.`,
        ],
        8,
      ),
    ]);
    const { text } = await read('f.pdf', makePdf({ pages }));
    expect(text.match(/first part, p\. \d+\./g)).toEqual([12, 31, 17, 44].map((n) => `first part, p. ${n}.`));
  });

  test('without text is reported as a scan, with a password as locked, broken as damaged', async () => {
    await expect(read('scan.pdf', makePdf({ pages: [[], []] }))).rejects.toThrow(
      'its pages may be pictures of a scanned paper',
    );
    await expect(read('broken.pdf', Buffer.from('%PDF-1.7\nnothing'))).rejects.toThrow(
      '“broken.pdf” is a damaged PDF file',
    );
    const mixed = await read('m.pdf', makePdf({ pages: [page(1, 'The dam'), []] }));
    expect(mixed.warnings).toEqual(['Page 2 holds no text; it may be a picture or a scan.']);
    expect(mixed.pages).toEqual([0, expect.any(Number)]);
  });
});

describe('what a file is', () => {
  const docx = makeDocx({ body: para('Some words.') });

  test('is told by its content, and a wrong ending is a warning', async () => {
    for (const name of ['a.txt', 'a.rtf', 'a.pdf', 'a.html', 'a.doc'])
      expect((await read(name, docx)).format).toBe('docx');
    expect((await read('a.txt', docx)).warnings).toEqual([
      'The name of the file ends like another kind: by its content it is a Word document, and was read as that.',
    ]);
    expect((await read('a.docx', docx)).warnings).toEqual([]);
    expect((await read('a', docx)).warnings).toEqual([]);
    const plain = await read('a.docx', Buffer.from('Only some words, no Word document.'));
    expect(plain).toMatchObject({
      format: 'text',
      warnings: [
        'The name of the file ends like another kind: by its content it is plain text, and was read as that.',
      ],
    });
  });

  test.each([
    ['old.doc', 'WordDocument', 'save it as DOCX'],
    ['old.xls', 'Workbook', 'an Excel workbook of the old kind'],
    ['old.ppt', 'PowerPoint Document', 'save it as a PDF'],
    ['locked.docx', 'EncryptedPackage', 'asks for a password'],
  ])('%s is refused with advice', async (name, stream, sentence) => {
    const bytes = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]);
    await expect(read(name, bytes)).rejects.toThrow(sentence);
  });

  test('gives an archived copy its text', async () => {
    expect(await readCapture({ bytes: docx, name: 'a.docx' })).toMatchObject({
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      text: 'Some words.',
      pages: [],
    });
    expect(await readCapture({ bytes: makeOdt('<text:p>Words</text:p>'), name: 'a.odt' })).toMatchObject({
      text: 'Words',
    });
    expect(await readCapture({ bytes: Buffer.from('{\\rtf1 Words\\par}'), name: 'a.rtf' })).toMatchObject({
      mediaType: 'application/rtf',
      text: 'Words',
    });
  });
});
