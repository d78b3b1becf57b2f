import { describe, expect, test } from 'vitest';
import type { Node } from '#domain/document.ts';
import { articlesAmong } from '#domain/source-files.ts';
import { withoutData } from '#importers/data-addresses.ts';
import { unwrapLink } from '#importers/link-wrappers.ts';
import { readPropertyList } from '#importers/property-list.ts';
import { readArticle } from '#importers/read-article.ts';

const shape = (node: Node): string =>
  node.text ??
  `${node.type}${typeof node.attrs?.['level'] === 'number' ? node.attrs['level'] : ''}(${(node.content ?? [])
    .map((child) => `${(child.marks ?? []).map((mark) => `${mark.type}:`).join('')}${shape(child)}`)
    .join('|')})`;

const read = (source: string, name = 'a.html') => readArticle({ bytes: Buffer.from(source), name });

describe('a page saved by a browser', () => {
  test.each([
    ['<!-- saved from url=(0024)https://news.example/dam -->', 'https://news.example/dam', ''],
    [
      '<!--\n Page saved with SingleFile \n url: https://news.example/dam \n saved date: Mon Mar 14 2022 12:34:56 GMT+0100 (Mitteleuropäische Zeit)\n-->',
      'https://news.example/dam',
      '2022-03-14T11:34:56Z',
    ],
    [
      '<!-- saved from url=(0060)https://web.archive.org/web/20200102030405/https://news.example/dam -->',
      'https://news.example/dam',
      '2020-01-02T03:04:05Z',
    ],
    ['', 'https://own.example/', ''],
  ])('tells where it came from and when: %s', async (note, address, captured) => {
    const page = await read(
      `<!doctype html>${note}<html><head><title>T</title><link rel="canonical" href="https://own.example/"></head><body><p>Words <a href="/x">here</a>.</p></body></html>`,
    );
    expect(page).toMatchObject({ address, captured, format: 'html' });
  });

  test('loses the pictures written into it before it is parsed, not what is written in the text', () => {
    const picture = `data:image/png;base64,${'iVBOR'.repeat(200)}`;
    const kept = Buffer.from(
      withoutData(Buffer.from(`<img src="${picture}"><style>a{b:url(${picture})}</style><p>${picture}</p>`)),
    ).toString();
    expect(kept).toBe(`<img src="data:"><style>a{b:url(data:)}</style><p>${picture}</p>`);
  });

  test('brings its side folder along without importing it', () => {
    const names = [
      'd/a.html',
      'd/a_files/x.js',
      'd/a_files/frame.html',
      'd/Паводок.htm',
      'd/Паводок_файлы/i.html',
      'd/b_files/own.html',
      'd/.hidden/x.txt',
      'd/c.txt',
      'd/c.exe',
      'd/x.warc.gz',
      'd/y.tar.gz',
    ];
    expect(articlesAmong(names, (name) => name)).toEqual({
      articles: ['d/a.html', 'd/Паводок.htm', 'd/b_files/own.html', 'd/c.txt', 'd/x.warc.gz'],
      others: 6,
    });
  });

  test('from Safari is read out of its property list, and damage has one sentence', async () => {
    const list = Buffer.from(
      'YnBsaXN0MDDRAQJfEA9XZWJNYWluUmVzb3VyY2XTAwQFBgcIXxAPV2ViUmVzb3VyY2VEYXRhXxATV2ViUmVzb3VyY2VNSU1FVHlwZV5XZWJSZXNvdXJjZVVSTE8QJjxoMT5UaGUgZGFtPC9oMT48cD5UaGUgd2F0ZXIgcm9zZS48L3A+WXRleHQvaHRtbF8QGGh0dHBzOi8vbmV3cy5leGFtcGxlL2RhbQgLHSQ2TFuEjgAAAAAAAAEBAAAAAAAAAAkAAAAAAAAAAAAAAAAAAACp',
      'base64',
    );
    expect(await readArticle({ bytes: list, name: 'a.webarchive' })).toMatchObject({
      title: 'The dam',
      address: 'https://news.example/dam',
      format: 'webarchive',
    });
    await expect(readArticle({ bytes: list.subarray(0, 90), name: 'a.webarchive' })).rejects.toThrow(
      /without a page/,
    );
    expect(() => readPropertyList(Buffer.alloc(50))).toThrow(RangeError);
  });
});

describe('what is pasted', () => {
  test('from Word has its lists, headings, quotes, tables and notes', async () => {
    const item = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>\n`;
    const page = await read(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body><!--StartFragment-->` +
        `<p class=MsoTitle>The dam<o:p></o:p></p><p class=MsoNormal>It <b>broke</b> at <st1:place>night</st1:place><a href="file:///C:/clip.htm#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.</p>` +
        item(1, '·', 'One') +
        item(2, 'a.', 'Inner') +
        item(1, '·', 'Two') +
        `<p class=MsoQuote>A quote.</p><table><tr><td><p>x</p></td><td><p>y</p></td></tr></table>` +
        `<div style='mso-element:footnote-list'><hr size=1><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="file:///C:/clip.htm#_ftnref1" name="_ftn1">[1]</a> See <a href="https://a.example/x">it</a></p></div></div><!--EndFragment--></body></html>`,
    );
    expect(shape(page.document)).toBe(
      'doc(heading1(The dam)|paragraph(It |bold:broke| at night[1].)|bulletList(listItem(paragraph(One)|orderedList(listItem(paragraph(Inner))))|listItem(paragraph(Two)))|blockquote(paragraph(A quote.))|table(tableRow(tableCell(paragraph(x))|tableCell(paragraph(y))))|paragraph([1] See |link:it))',
    );
    expect(page.footnotes).toMatchObject([{ label: '1', address: 'https://a.example/x' }]);
    expect(page.footnotes[0]!.places).toHaveLength(1);
    expect(page.warnings).toEqual([]);
  });

  test('from Google Docs is bold only where it is', async () => {
    const page = await read(
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span><span> and </span><span style="font-style:italic">slanted</span>, <a href="https://www.google.com/url?q=https://real.example/a%3Fb%3D1&amp;sa=D">a link</a></p></b>`,
    );
    expect(shape(page.document)).toBe('doc(paragraph(bold:Bold| and |italic:slanted|, |link:a link))');
    expect(JSON.stringify(page.document)).toContain('"https://real.example/a?b=1"');
  });

  test('from LibreOffice has its notes', async () => {
    const page = await read(
      `<p class="western">Text<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>https://a.example/ and https://b.example/</p></div>`,
    );
    expect(page.footnotes.map(({ address }) => address)).toEqual([
      'https://a.example/',
      'https://b.example/',
    ]);
  });

  test('on Windows tells where it was copied', async () => {
    const page = await read(
      `Version:0.9\r\nStartHTML:00000\r\nEndHTML:111\r\nSourceURL:https://news.example/dam\r\n<html><body><!--StartFragment--><p>It <a href="/x">rose</a>.</p></body></html>`,
    );
    expect(page.address).toBe('https://news.example/dam');
    expect(JSON.stringify(page.document)).toContain('"https://news.example/x"');
  });

  test.each([
    ['https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    [
      'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx&data=1',
      'https://a.example/x',
    ],
    ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
    ['https://a.example/url?q=https://b.example/', 'https://a.example/url?q=https://b.example/'],
  ])('%s leads to %s', (href, real) => expect(unwrapLink(href)).toBe(real));
});
