import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cells } from '#domain/act.ts';
import { commit } from '#store/commit.ts';
import { searchText } from '#store/search.ts';
import { temporaryFolder, temporaryProject } from '../support/project.ts';

const CLAIMS = [
  'The western gate of the dam broke at dawn.',
  'Nobody repaired the gate, engineers say.',
  'Forty houses stood under water.',
  'Плотина прорвалась на рассвете, погибли девять человек.',
  'Қараңғыда бөгет бұзылды.',
];

function project() {
  const made = temporaryProject(temporaryFolder(), 'p');
  for (const [n, wording] of CLAIMS.entries())
    commit(
      made,
      { deed: 'test', changes: cells('claim', `c${n}`, { present: 1, wording }) },
      { person: 'p', device: 'd' },
      n,
    );
  return made.read;
}

it('finds what holds every word; the last one may be a beginning', () => {
  const db = project();
  const found = (query: string) =>
    searchText(db, query, ['claim'], 10)
      .map(({ id }) => Number(id.slice(1)))
      .toSorted();
  expect(found('gate')).toEqual([0, 1]);
  expect(found('gate dam')).toEqual([0]);
  expect(found('gate repai')).toEqual([1]);
  expect(found('gate repai ')).toEqual([]);
  expect(found('gate houses')).toEqual([]);
  expect(found('"under water" hous')).toEqual([2]);
  expect(found('hous "water under"')).toEqual([]);
  // endings change: other forms of the same words
  expect(found('прорвало плотину')).toEqual([3]);
  expect(found('погибла девятерых чел')).toEqual([]);
  expect(found('бөгет бұз')).toEqual([4]);
  // what an operator would be elsewhere is a word here
  expect(found('dam OR houses')).toEqual([]);
  expect(found('GATE, (the) DAM!')).toEqual([0]);
});

it('answers any query', () => {
  const db = project();
  const piece = fc.oneof(
    fc.constantFrom('gate', 'dam', 'AND', 'OR', 'NOT', 'NEAR(', '"', "'", '*', '^', ':', '(', ')', '-', '+'),
    fc.constantFrom('…', 'плотина', '\u0301', '\u0000', '\ud800', '{', '}', 'title:', '%', '_', '\\'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom('', ' '), (pieces, between) => {
      expect(searchText(db, pieces.join(between), ['claim'], 10).length).toBeLessThanOrEqual(CLAIMS.length);
    }),
    { numRuns: 100 },
  );
});

it('hits of one kind are found behind any number of others', () => {
  const { db } = temporaryProject(temporaryFolder(), 'p');
  db!.run(
    `insert into searchable (kind, row, title, body) values ('article', 'a', 'Dam', 'Nine people were missing')`,
  );
  db!.run(
    `insert into searchable (kind, row, title, body)
     with recursive n (i) as (select 1 union all select i + 1 from n where i < 2100)
     select 'claim', i, 'Nine', 'Nine people, number ' || i from n`,
  );
  db!.run('insert into search (rowid, title, body) select id, lower(title), lower(body) from searchable');
  expect(searchText(db!, 'nine people', ['article'], 50)).toMatchObject([{ kind: 'article', id: 'a' }]);
  expect(searchText(db!, 'nine people', ['claim'], 50)).toHaveLength(50);
  expect(searchText(db!, 'nine people', ['article', 'claim'], 1)).toHaveLength(1);
});
