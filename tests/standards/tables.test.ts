import { expect, test } from 'vitest';
import { emptyProject, exported, importBytes } from './support.ts';
import { fill } from './project.ts';

const PLAN = {
  wording: 'w',
  claimant: 'c',
  rating: 'false',
  reasons: 'r',
  tag: 'water',
  quote: 'q',
  stance: 'refutes',
  question: 'Q?',
  answer: 'a',
  type: 'abstractive',
  medium: 'pdf',
  comment: 'k',
  span: 4,
} as const;

const FORMATTED = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'The log ' },
        { type: 'text', text: 'says two', marks: [{ type: 'bold' }] },
      ],
    },
    { type: 'paragraph', content: [{ type: 'text', text: '=1+1 was typed.' }] },
  ],
} as const;

async function project() {
  const engine = emptyProject();
  await fill(engine, {
    claims: [
      { ...PLAN, wording: '|Nine = many', claimant: "'=c\n\tand d" },
      { ...PLAN, span: 1, rating: null, wording: '\uFF1Dformula' },
    ],
  });
  const { claims } = await engine.call('listClaims', {});
  const rated = claims.find(({ rating }) => rating !== null)!;
  await engine.call('rateClaim', {
    claim: rated.id,
    rating: 'half-true',
    justification: FORMATTED,
    final: true,
  });
  return { engine, rated: rated.id };
}

test('what Assay wrote as a table or as reviews it reads back without a change, formatting and dangerous cells included', async () => {
  const { engine, rated } = await project();
  for (const format of ['csv', 'claimreview', 'averitec', 'webannotation', 'qdpx'] as const) {
    const { bytes } = await exported(engine, format);
    const done = await importBytes(engine, bytes, `again.${format}`);
    expect({
      format,
      written: done.written,
      report: done.report.filter(({ outcome }) => outcome !== 'same'),
    }).toEqual({
      format,
      written: false,
      report: [],
    });
  }
  const { text } = await exported(engine, 'csv');
  const done = await importBytes(engine, text.replace('"half-true"', '"mostly-true"'), 'changed.csv');
  expect(done).toMatchObject({ verdicts: { changed: 1 }, claims: { new: 0 } });
  const { claim } = await engine.call('getClaim', { id: rated });
  expect(claim).toMatchObject({ rating: 'mostly-true' });
  // another rating is no reason to lose the formatting of the same words
  expect(claim.verdicts.find(({ rating }) => rating === 'mostly-true')?.justification).toEqual(FORMATTED);
});

test('a table in another project gives the same claims and verdicts under the same ids', async () => {
  const { engine } = await project();
  const other = emptyProject();
  const { bytes } = await exported(engine, 'csv');
  expect(await importBytes(other, bytes, 'a.csv')).toMatchObject({
    claims: { new: 2 },
    verdicts: { new: 1 },
    skipped: 0,
  });
  const here = await engine.call('listClaims', {});
  const there = await other.call('listClaims', {});
  const shown = (all: typeof here.claims) =>
    all
      .map(({ id, wording, claimant, claimedOn, rating, tags }) => ({
        id,
        wording,
        claimant,
        claimedOn,
        rating,
        tags,
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(shown(there.claims)).toEqual(shown(here.claims));
  expect(await importBytes(other, bytes, 'a.csv')).toMatchObject({ written: false });
});

test('tables of other programs come with other signs, dates in words, and columns that have to be there', async () => {
  const engine = emptyProject();
  const table = 'sep=|\r\nУтверждение|Автор|Дата\r\n"Плотина\r\nцела"|Ада|4 мая 2023\r\n';
  expect(await importBytes(engine, table, 'a.csv')).toMatchObject({ claims: { new: 1 }, skipped: 0 });
  const { claims } = await engine.call('listClaims', {});
  expect(claims[0]).toMatchObject({ claimant: 'Ада', claimedOn: '2023-05-04' });
  await expect(importBytes(engine, 'a,b\n1,2\n', 'b.csv', { columns: { nope: 'wording' } })).rejects.toThrow(
    /no column “nope”; the table has a, b/,
  );
});
