import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importText, temporaryEngine } from '../support/engine.ts';

test('several words are all looked for, in any script, with phrases, and the last may be a beginning', async () => {
  const engine = temporaryEngine();
  await importText(engine);
  await importText(engine, 'Ночью вода поднялась на шесть метров.', 'ночь.txt');
  const found = async (query: string) =>
    (await engine.call('search', { query, in: 'articles' })).hits.map(({ title }) => title);
  expect(await found('council missing')).toHaveLength(1);
  expect(await found('nobody riv')).toHaveLength(1);
  expect(await found('"two hours" earl')).toHaveLength(1);
  expect(await found('council volcano')).toEqual([]);
  expect(await found('шестью метров')).toHaveLength(1);
  expect(await found('вода missing')).toEqual([]);
});

test('whatever is typed is searched for, never read as a command', async () => {
  const engine = temporaryEngine();
  await importText(engine);
  const word = fc.constantFrom(
    'and',
    'OR',
    'not',
    'NEAR(a b)',
    'a*',
    '"',
    '""',
    '(',
    'title:',
    '-x',
    'вода',
    '^',
  );
  const query = fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(query, async (words) => {
      await engine.call('search', { query: words.join(' '), limit: 5 });
    }),
    { numRuns: 150 },
  );
});
