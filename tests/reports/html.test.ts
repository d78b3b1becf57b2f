import { readFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flatten } from '#domain/flat-text.ts';
import { writeHtml } from '#reports/html.ts';
import type { ReportArticle, ReportInput, ReportMark } from '#reports/input.ts';
import { escape, followable, html } from '#reports/markup.ts';
import { markArticle } from '#reports/marked-text.ts';
import { summaryOf } from '#reports/summary.ts';
import { axeFinds } from '../support/axe.ts';
import { chromiumLaunch } from '../support/chromium.ts';
import { sharedPath } from '../support/shared.ts';
import { withWords } from './hostile.ts';
import { SAMPLE } from './sample-input.ts';

const parsed = (input: ReportInput) => parseHTML(writeHtml(input)).document;

/** How many elements of each kind a report has; a line break may come from a person's own line end. */
function elements(document: { querySelectorAll(all: string): Iterable<{ tagName: string }> }) {
  const counts: Record<string, number> = {};
  for (const { tagName } of document.querySelectorAll('*')) {
    if (tagName !== 'BR') counts[tagName] = (counts[tagName] ?? 0) + 1;
  }
  return counts;
}

describe('the HTML report', () => {
  it('has every claim, quote, reference and verdict, and no script, style sheet or picture from elsewhere', () => {
    const text = writeHtml(SAMPLE);
    const document = parsed(SAMPLE);
    const words = document.documentElement.textContent ?? '';
    for (const claim of SAMPLE.claims) {
      expect(words).toContain(claim.wording);
      for (const { quote } of claim.evidence)
        for (const line of quote.split('\n')) expect(words).toContain(line);
    }
    expect(words).toContain('unchanged since added by Tomas Lind on 21\u00A0May 2024');
    expect(words).not.toMatch(/authentic/i);
    expect(document.querySelectorAll('.refs > li').length).toBe(SAMPLE.references.length);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    );
    expect(text).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|\son\w+=/i);
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    expect(document.querySelector('.article[lang="ru"]')).not.toBeNull();
  });

  it('leads every inner link to a place that is there, once', () => {
    const document = parsed(SAMPLE);
    const ids = [...document.querySelectorAll('[id]')].map((one) => one.getAttribute('id')!);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...document.querySelectorAll('a')].map((one) => one.getAttribute('href')!);
    expect(links.length).toBeGreaterThan(30);
    const inner = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1));
    expect(ids).toEqual(expect.arrayContaining(inner));
    const outer = links.filter((link) => !link.startsWith('#'));
    expect(outer.every((link) => link.startsWith('https://example.org/'))).toBe(true);
  });

  it('prints the numbers that a recount gives', () => {
    const summary = summaryOf(SAMPLE);
    const rated = SAMPLE.claims.map((claim) => claim.verdicts.at(-1)?.rating);
    for (const { id, claims } of summary.byRating) {
      expect(claims).toBe(rated.filter((one) => one === id).length);
    }
    expect(summary.unrated).toBe(rated.filter((one) => one === undefined).length);
    const rows = [...parsed(SAMPLE).querySelectorAll('table.figures tr')].map((row) =>
      [...row.children].map((cell) => (cell.textContent ?? '').trim()),
    );
    const figure = (name: string) => rows.find(([first]) => first?.startsWith(name))?.[1];
    expect(figure('Mostly false')).toBe('1');
    expect(figure('No verdict')).toBe('4');
    expect(figure('Total')).toBe('9');
    expect(figure('Verifiable')).toBe('6');
    expect(figure('Unverifiable')).toBe('2');
  });

  it('speaks Russian with the same elements', () => {
    const russian = parsed({ ...SAMPLE, language: 'ru' });
    expect(russian.documentElement.textContent).toContain('3\u00A0июня 2024 г., 17:45\u00A0UTC');
    expect(russian.documentElement.textContent).toContain('В основном неправда');
    expect(elements(russian)).toEqual({ ...elements(parsed(SAMPLE)), BDI: expect.any(Number) });
  });

  it('turns no text of a person into an element', () => {
    const expected = elements(parsed(withWords(SAMPLE, () => 'xy')));
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      fc.constantFrom(
        '<b>',
        '"><i x="',
        "' onload='x",
        '</style><script>',
        '<!--',
        ']]>',
        '&lt;',
        '\0<p>',
        '{{x}}',
      ),
    );
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 3, maxLength: 9 }), (texts) => {
        let n = 0;
        const document = parsed(withWords(SAMPLE, () => `x${texts[n++ % texts.length]!}`));
        expect(elements(document)).toEqual(expected);
      }),
      { numRuns: Number(process.env['ASSAY_REPORT_RUNS'] ?? 20) },
    );
  });
});

describe('claims over the text', () => {
  const words = 'One two three. Four five six. Seven.';
  const article = (marks: ReportMark[]): ReportArticle => ({
    ...SAMPLE.articles[0]!,
    marks,
    document: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: words.slice(0, 9) },
            { type: 'text', text: words.slice(9) },
          ],
        },
        { type: 'paragraph' },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
        },
        { type: 'horizontalRule' },
        { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'end' }] }] },
      ],
    },
  });

  it('covers exactly the characters of each mark, whatever the overlap, and closes each once', () => {
    const { text } = flatten(article([]).document);
    const place = fc.integer({ min: 0, max: text.length });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 8 }), (spans) => {
        const marks = spans.map(([a, b], n): ReportMark => ({
          id: `o${n}`,
          claim: n + 1,
          start: Math.min(a, b),
          end: Math.max(a, b),
          state: 'exact',
          page: null,
        }));
        const { blocks, lost } = markArticle(article(marks));
        const all = [...blocks.values()].map(({ pieces }) => pieces);
        const shown = (wanted?: ReportMark) =>
          all
            .map((pieces) =>
              pieces
                .filter(({ claims }) => wanted === undefined || claims.includes(wanted))
                .map((piece) =>
                  piece.leaf === undefined ? piece.text : piece.leaf === 'hardBreak' ? '\n' : '\uFFFC',
                )
                .join(''),
            )
            .join('\n');
        expect(shown()).toBe(text);
        for (const mark of marks) {
          const exact = text.slice(mark.start, mark.end).replaceAll('\n', '');
          expect(shown(mark).replaceAll('\n', '')).toBe(exact);
          const closing = all.flat().filter(({ closes }) => closes.includes(mark));
          const inText = shown(mark).replaceAll(/^\n+|\n+$/g, '') !== '' || closing.length > 0;
          expect(closing).toHaveLength(inText ? 1 : 0);
          expect(lost.includes(mark)).toBe(!inText);
        }
      }),
    );
  });

  it('agrees with the canonical text of the sample', () => {
    for (const one of SAMPLE.articles) expect(flatten(one.document).text).toBe(one.text);
  });

  it('lists what has no place any more', () => {
    const lost: ReportMark = { id: 'o', claim: 4, start: 0, end: 3, state: 'orphaned', page: null };
    const input = { ...SAMPLE, articles: [article([lost])] };
    expect(parsed(input).documentElement.textContent).toMatch(/without a place in this text any more:\s*4/);
  });
});

describe('the template', () => {
  it('escapes by default and keeps invisible characters', () => {
    expect(String(html`<p title="${'"<>&\''}">${['a', null, false, 1]}</p>`)).toBe(
      '<p title="&quot;&lt;&gt;&amp;&#39;">a1</p>',
    );
    expect(escape('a\u200Db\u202E')).toBe('a\u200Db\u202E');
    expect(escape('\0\u0007\uD800')).toBe('\uFFFD\uFFFD\uFFFD');
  });

  it('follows web addresses only', () => {
    expect(followable('HTTPS://example.org/"x')).toBe('https://example.org/%22x');
    for (const address of [
      'javascript:alert(1)',
      ' java\nscript:x',
      'data:text/html,x',
      'file:///x',
      'x',
      'http:',
      'ftp://x/',
    ]) {
      expect(followable(address)).toBeUndefined();
    }
  });
});

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(await chromiumLaunch());
});
afterAll(() => browser.close());

it.each(['light', 'dark'] as const)('has nothing that axe objects to, in the %s', async (colorScheme) => {
  const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 800 } });
  try {
    const page = await context.newPage();
    await page.setContent(writeHtml(SAMPLE));
    expect(await axeFinds(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  } finally {
    await context.close();
  }
});

it('stays inert in a browser with naughty strings in every field', async () => {
  const files = ['blns.json', 'html-payloads.json'].map((name) => sharedPath('data/hostile', name));
  const strings = files.flatMap((file): string[] => {
    if (file === undefined) return [];
    const list = JSON.parse(readFileSync(file, 'utf8')) as (string | { payload: string })[];
    return list.map((one) => (typeof one === 'string' ? one : one.payload)).filter((one) => one !== '');
  });
  const own = ['<script>run()</script>', '"><img src=x onerror=run()>', "javascript:run()//'"];
  const all = [...own, ...strings];
  console.info('hostile strings in the report:', all.length);
  let n = 0;
  const one = withWords(SAMPLE, () => all[n++ % all.length]!);
  const claims = all.map((wording, i) => ({
    ...one.claims[0]!,
    number: i + 1,
    id: `c${i}`,
    wording,
    claimant: wording,
  }));
  const page = await browser.newPage();
  try {
    const seen: string[] = [];
    page.on('request', (request) => seen.push(request.url()));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => seen.push('dialog')));
    page.on('console', (message) => seen.push(message.text()));
    await page.setContent(writeHtml({ ...one, claims }));
    const foreign =
      'script,img,iframe,object,embed,form,input,video,audio,base,math,link,template,foreignObject';
    expect(await page.locator(foreign).count()).toBe(0);
    expect(await page.locator('.card').count()).toBe(all.length);
    const attributes = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .flatMap((node) => node.getAttributeNames())
        .filter((name) => name.startsWith('on')),
    );
    expect(attributes).toEqual([]);
    expect(seen).toEqual([]);
  } finally {
    await page.close();
  }
});
