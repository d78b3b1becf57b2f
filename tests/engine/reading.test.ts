import { expect, test } from 'vitest';
import { importText, temporaryEngine } from '../support/engine.ts';

const ENGLISH = 'The dam failed on 4 January 2022. In all 225 people drowned.\n\nIt cost $5 million.';
const RUSSIAN = 'Плотину прорвало 4 января 2022 года. Утонули 238 человек. Ущерб составил 5 млн долларов.';

test('numbers and dates of an article name the other articles that say the same', async () => {
  const engine = temporaryEngine();
  const english = await importText(engine, ENGLISH, 'dam.txt');
  const russian = await importText(engine, RUSSIAN, 'плотина.txt');
  const { quantities, differing } = await engine.call('listQuantities', { article: english });
  expect(quantities.map(({ text, kind, value, unit }) => [text, kind, value, unit])).toEqual([
    ['4 January 2022', 'date', '2022-01-04', ''],
    ['225 people', 'measure', 225, 'person'],
    ['$5 million', 'money', 5_000_000, 'USD'],
  ]);
  expect(quantities.map(({ also }) => also.map((one) => [one.article, one.text]))).toEqual([
    [[russian, '4 января 2022 года']],
    [],
    [[russian, '5 млн долларов']],
  ]);
  expect(quantities[0]!.sentence).toEqual({ start: 0, end: ENGLISH.indexOf(' In all') });
  expect(differing).toEqual([]);
});

test('places of one claim that give other figures are pointed out, from both sides', async () => {
  const engine = temporaryEngine();
  const english = await importText(engine, ENGLISH, 'dam.txt');
  const russian = await importText(engine, RUSSIAN, 'плотина.txt');
  const { claim } = await engine.call('mark', {
    article: english,
    quote: 'In all 225 people drowned.',
    as: 'verifiable',
  });
  await engine.call('mark', {
    article: russian,
    quote: 'Утонули 238 человек.',
    as: 'verifiable',
    claim: claim.id,
  });
  const { differing } = await engine.call('listQuantities', { article: english });
  expect(differing).toEqual([
    {
      claim: claim.id,
      wording: 'In all 225 people drowned.',
      here: expect.objectContaining({ text: '225 people' }),
      there: expect.objectContaining({ article: russian, text: '238 человек' }),
    },
  ]);
  const other = await engine.call('listQuantities', { article: russian });
  expect(other.differing.map(({ here, there }) => [here.text, there.text])).toEqual([
    ['238 человек', '225 people'],
  ]);
});

test('an article that is taken out is no longer compared', async () => {
  const engine = temporaryEngine();
  const english = await importText(engine, ENGLISH, 'dam.txt');
  const russian = await importText(engine, RUSSIAN, 'плотина.txt');
  await engine.call('removeArticle', { id: russian });
  const { quantities } = await engine.call('listQuantities', { article: english });
  expect(quantities.flatMap(({ also }) => also)).toEqual([]);
});

test('a report says in which figures the articles differ, and nothing where they agree', async () => {
  const engine = temporaryEngine();
  const english = await importText(engine, ENGLISH, 'dam.txt');
  const russian = await importText(engine, RUSSIAN, 'плотина.txt');
  const marked = async (here: string, there: string) => {
    const { claim } = await engine.call('mark', { article: english, quote: here, as: 'verifiable' });
    await engine.call('mark', { article: russian, quote: there, as: 'verifiable', claim: claim.id });
  };
  const report = async (options: object) => {
    const written = await engine.call('writeReport', { format: 'md', ...options });
    return new TextDecoder().decode(engine.fileOf(written.report.token)!.bytes);
  };
  await marked('It cost $5 million.', 'Ущерб составил 5 млн долларов.');
  expect(await report({})).not.toContain('Where the articles differ');
  await marked('In all 225 people drowned.', 'Утонули 238 человек.');
  const text = await report({ language: 'ru' });
  expect(text).toMatch(/## В чём статьи расходятся[^]*: 225 people[^]*: 238 человек/);
  // what stands in one of the articles only cannot differ
  expect(await report({ scope: { articles: [english] } })).not.toContain('Where the articles differ');
});
