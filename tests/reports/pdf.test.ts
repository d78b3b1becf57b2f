import { VerbosityLevel, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { pdfLosses } from '#reports/pdf/losses.ts';
import { writePdf } from '#reports/pdf/pdf.ts';
import type { Node } from '#domain/document.ts';
import type { ReportInput } from '#reports/input.ts';
import { VECTORS } from '../support/vectors.ts';
import { withWords } from './hostile.ts';
import { PRINTED, laidOpen, lettersOf, tracesOfMachine, wordsToFind } from './printed.ts';

type Tree = { role?: string; children?: Tree[]; alt?: string; type?: string };

async function readPdf(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const pdf = await task.promise;
  const metadata = await pdf.getMetadata();
  const pages = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    const annotations = (await page.getAnnotations()) as {
      url?: string;
      unsafeUrl?: string;
      subtype: string;
    }[];
    const tree = (await page.getStructTree()) as Tree;
    pages.push({ text: items.map((item) => ('str' in item ? item.str : '')).join(''), annotations, tree });
  }
  const outline = (await pdf.getOutline()) as { title: string; items: unknown[] }[];
  await task.destroy();
  return {
    info: metadata.info as Record<string, unknown>,
    xmp: metadata.metadata?.getRaw() as string,
    pages,
    outline,
    text: pages.map(({ text }) => text).join('\n'),
  };
}

const nodes = (tree: Tree): Tree[] => [tree, ...(tree.children ?? []).flatMap(nodes)];

describe('the PDF report', () => {
  const bytes = writePdf(PRINTED);

  it('calls itself PDF/UA-1 and says title, language and the time of the project', async () => {
    const { info, xmp } = await readPdf(bytes);
    expect(info['Title']).toBe(PRINTED.project.title);
    expect(info['Language']).toBe('en');
    expect(info['CreationDate']).toBe('D:20240603174512Z');
    expect(info['ModDate']).toBe('D:20240603174512Z');
    expect(xmp).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(xmp).toContain(`<rdf:li xml:lang="x-default">${PRINTED.project.title}</rdf:li>`);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toMatch(/\/DisplayDocTitle true/);
    expect(raw).toMatch(/\/Marked true/);
  });

  it('tags every page: headings, tables with header cells, lists, links, and charts with words instead', async () => {
    const { pages } = await readPdf(bytes);
    const all = pages.flatMap(({ tree }) => nodes(tree));
    for (const role of [
      'H1',
      'H2',
      'H3',
      'P',
      'Table',
      'TH',
      'TD',
      'L',
      'LI',
      'Link',
      'Figure',
      'BlockQuote',
    ]) {
      expect(
        all.map((node) => node.role),
        role,
      ).toContain(role);
    }
    for (const { tree } of pages) expect(nodes(tree).length).toBeGreaterThan(3);
    const figures = all.filter(({ role }) => role === 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual([
      expect.stringContaining('Claims by verdict. True: 1'),
      expect.stringContaining('Verdicts: Mayor hails swift rescue in Orlen. Mostly false: 1'),
      expect.stringContaining('Verdicts: Плотина в Орлене: хроника. True: 1'),
    ]);
  });

  it('has bookmarks for sections and claims', async () => {
    const { outline } = await readPdf(bytes);
    const titles = outline.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Summary', 'Articles', 'Claims', 'References', 'Method']));
    const claims = outline.find(({ title }) => title === 'Claims')!;
    expect(claims.items).toHaveLength(PRINTED.claims.length);
  });

  it('gives back every wording, quote and note, in Latin, Cyrillic and Kazakh letters', async () => {
    const { text } = await readPdf(bytes);
    const letters = lettersOf(text);
    for (const words of wordsToFind(PRINTED)) {
      const wanted = lettersOf(words);
      // the articles' text is cut by the numbers of claims, which are no letters
      expect(letters, words).toContain(wanted);
    }
  });

  it('holds each of its fonts', () => {
    const raw = Buffer.from(bytes).toString('latin1');
    const fonts = raw.split('/Type /FontDescriptor').slice(1);
    expect(fonts.length).toBeGreaterThan(4);
    for (const font of fonts) expect(font.slice(0, font.indexOf('endobj'))).toMatch(/\/FontFile[23] \d+ 0 R/);
  });

  it('says nothing of the machine and holds no program', () => {
    const open = laidOpen(bytes);
    for (const trace of tracesOfMachine()) expect(open).not.toContain(trace);
    for (const active of ['/JavaScript', '/JS', '/Launch', '/EmbeddedFile', '/SubmitForm', '/OpenAction'])
      expect(open).not.toContain(active);
  });

  it('links only to what the report may link to', async () => {
    const { pages } = await readPdf(bytes);
    const links = pages.flatMap(({ annotations }) =>
      annotations.flatMap(({ url, unsafeUrl }) => url ?? unsafeUrl ?? []),
    );
    expect(new Set(links)).toEqual(
      new Set([
        'https://example.org/b',
        'https://example.org/news/rescue',
        'https://example.org/report.html',
      ]),
    );
  });

  it('says which characters its fonts have not, and writes their codes', async () => {
    const input = withTitle('日本語 and 𝕏');
    expect(pdfLosses(input)).toEqual([expect.stringContaining('日')]);
    expect(pdfLosses(PRINTED)).toEqual([]);
    const { text } = await readPdf(writePdf(input));
    expect(text.replace(/\s/g, '')).toContain('[U+65E5U+672CU+8A9E]and[U+1D54F]');
  });

  it.each([
    ['marks without letters', '\u0301\u0489\u20E3 a\u0301\u0327\u0488'],
    ['directions', '\u202Eabc\u2066אבג العربية\u2069\u202C'],
    ['invisible signs', '\u200B\u200D\uFEFF\u00AD\u2060\u{E0041}\uFE0F\u{E0100}'],
    ['families of signs', '👩‍👩‍👧‍👦 🏳️‍🌈 🇰🇿 1️⃣'],
    ['other scripts', 'ไทย हिन्दी ქართული አማርኛ 한국어'],
    ['no characters', '\uD800 \uFFFE \u0000\u0007 \uE000 \u{10FFFF} \u0378'],
  ])('prints %s', (_what, words) => {
    expect(writePdf(withWords(PRINTED, () => words)).length).toBeGreaterThan(10_000);
  });

  it('lets no text be markup or a program', async () => {
    const evil = [
      ...VECTORS.filter((_vector, n) => n % 4 === 0),
      '#panic("x")',
      '#read("/etc/passwd")',
      '$ x $ *bold* _it_ `raw` @label <label> \\ #let',
      '#import "@preview/x:1.0.0"',
      '= heading\n- list\n/ term: x',
      '"}{"kind":"rule"}',
    ];
    let n = 0;
    const input = withWords(PRINTED, () => evil[n++ % evil.length]!);
    const written = writePdf(input);
    const { text, pages } = await readPdf(written);
    const letters = lettersOf(text);
    for (const { wording } of input.claims) expect(letters).toContain(lettersOf(wording));
    const links = pages.flatMap(({ annotations }) =>
      annotations.flatMap(({ url, unsafeUrl }) => url ?? unsafeUrl ?? []),
    );
    for (const link of links) expect(link).toMatch(/^https?:/);
    expect(laidOpen(written)).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|root:x:0/);
  });

  it.each(['blockquote', 'bulletList', 'table'])('lays flat what is nested without end: %s', (type) => {
    let node: Node = { type: 'paragraph', content: [{ type: 'text', text: 'deep' }] };
    for (let n = 0; n < 25; n++) {
      const child = type === 'table' ? { type: 'tableCell', attrs: { colspan: 900 }, content: [node] } : node;
      const row = type === 'table' ? { type: 'tableRow', content: [child] } : child;
      const item = type === 'bulletList' ? { type: 'listItem', content: [row] } : row;
      node = { type, content: [item] };
    }
    const article = {
      ...PRINTED.articles[0]!,
      document: { type: 'doc' as const, content: [node] },
      marks: [],
    };
    expect(writePdf({ ...PRINTED, articles: [article] }).length).toBeGreaterThan(10_000);
  });

  it('prints a report without anything in it', () => {
    const empty: ReportInput = {
      ...PRINTED,
      project: { ...PRINTED.project, title: '', method: '', head: '' },
      generatedFrom: '',
      articles: [],
      claims: [],
      references: [],
      differing: [],
    };
    expect(Buffer.from(writePdf(empty)).toString('latin1')).not.toContain('/CreationDate');
  });
});

const withTitle = (title: string): ReportInput => ({ ...PRINTED, project: { ...PRINTED.project, title } });
