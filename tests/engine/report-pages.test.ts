import { expect, test } from 'vitest';
import { temporaryEngine } from '../support/engine.ts';
import { column, makePdf } from '../support/pdf.ts';

/** Imports two printed pages, and marks a sentence on the second and one that stands on both. */
async function marked() {
  const engine = temporaryEngine();
  const said = 'The dam was repaired in 1996.';
  const pages = [
    ['The first page of the story', said, 'Nobody was told of it then.'],
    ['The second page of the story', 'Three of the twelve pumps were bought.', said],
  ];
  const bytes = makePdf({ pages: pages.map((lines) => column(72, 100, lines, 11)) });
  const { token } = engine.receive(new Uint8Array(bytes), 'dam.pdf');
  const { articles } = await engine.call('importArticles', { uploads: [{ token, name: 'dam.pdf' }] });
  const article = articles[0]!.id;
  const once = 'Three of the twelve pumps were bought.';
  await engine.call('mark', { article, quote: once, as: 'verifiable' });
  const place = { article, quote: said, as: 'verifiable' } as const;
  const { claim } = await engine.call('mark', { ...place, suffix: ' Nobody' });
  await engine.call('mark', { ...place, prefix: 'were bought. ', claim: claim.id });
  return { engine, article };
}

test('a report says on which pages of a printed original its claims stand', async () => {
  const { engine } = await marked();
  const written = async (format: 'html' | 'md' | 'csv', language: 'en' | 'ru' | 'kk' | 'uk') => {
    const { report } = await engine.call('writeReport', { format, language });
    return new TextDecoder().decode(engine.fileOf(report.token)!.bytes);
  };
  for (const [language, label] of [
    ['en', 'Page of the original'],
    ['ru', 'Страница оригинала'],
    ['kk', 'Түпнұсқаның беті'],
    ['uk', 'Сторінка оригіналу'],
  ] as const) {
    const html = await written('html', language);
    const rows = [...html.matchAll(/<dt>([^<]*)<\/dt>\s*<dd>([^<]*)<\/dd>/g)];
    expect(rows.filter(([, name]) => name === label).map(([, , value]) => value!.trim())).toEqual([
      '1, 2',
      '2',
    ]);
    expect(await written('md', language)).toContain(`${label}: 1, 2`);
  }
  const csv = (await written('csv', 'en')).trimEnd().split('\r\n');
  expect(csv[0]).toMatch(/"pages"$/);
  expect(csv.slice(1).map((row) => /"([^"]*)"$/.exec(row)![1])).toEqual(['1 2', '2']);
});

test('a report of one article says the page where another one has the same claim', async () => {
  const { engine, article } = await marked();
  const { claims } = await engine.call('listClaims', { article });
  const { token } = engine.receive(
    new TextEncoder().encode('Note: three pumps of twelve were bought.'),
    'n.txt',
  );
  const { articles } = await engine.call('importArticles', { uploads: [{ token, name: 'n.txt' }] });
  const other = articles[0]!.id;
  const claim = claims.find(({ wording }) => wording.startsWith('Three'))!.id;
  await engine.call('mark', {
    article: other,
    quote: 'three pumps of twelve were bought',
    as: 'verifiable',
    claim,
  });
  const { report } = await engine.call('writeReport', { format: 'md', scope: { articles: [other] } });
  const text = new TextDecoder().decode(engine.fileOf(report.token)!.bytes);
  expect(text).toMatch(/, p\. 2: \S*Three of the twelve pumps/);
  expect(text).not.toContain('Page of the original');
});

test('a mark at the very beginning of a page stands on that page', async () => {
  const { engine, article } = await marked();
  const quote = 'The second page of the story';
  const { occurrence } = await engine.call('mark', { article, quote, as: 'verifiable' });
  expect(occurrence.page).toBe(2);
  const first = await engine.call('mark', { article, start: 0, end: 9, as: 'verifiable' });
  expect(first.occurrence.page).toBe(1);
});
