import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importText, temporaryEngine } from '../support/engine.ts';

const TEXT = `Паводок на реке

Плотина на реке Қаратау прорвалась ночью. «Нас никто не предупредил», — сказал Ерлан Сәрсенбаев.
Nine people were missing by dawn, the council's spokesman said. It had said 4.5 million.
Бөгет туралы үкімет үнсіз қалды.`;

async function searched() {
  const engine = temporaryEngine();
  await importText(engine, TEXT, 'a.txt');
  const found = async (query: string, where: 'all' | 'articles' | 'claims' = 'all') =>
    (await engine.call('search', { query, in: where })).hits;
  return { found };
}

test('finds several words, phrases, beginnings and other forms of a word, whatever the signs between them', async () => {
  const { found } = await searched();
  for (const query of [
    'nine people',
    'PEOPLE nine',
    'missing by da',
    '"people were missing"',
    '«никто не предупредил»',
    '“by dawn”',
    "council's spokesman",
    '4.5 million',
    'плотины реки',
    'Қаратау прорвалась',
    'қарата',
    'сәрсенбаев',
    'үкімет бөгет',
    'нас, никто; не — предупредил!',
    '"nine people',
  ])
    expect(await found(query), query).toHaveLength(1);
  for (const query of ['nine elephants', '"people missing"', 'dawn AND missing', '*', '"', '😀', '()'])
    expect(await found(query), query).toEqual([]);
});

test('nothing that people type is taken for the language of the index', async () => {
  const { found } = await searched();
  const pieces = [
    'nine',
    'people',
    '"',
    '(',
    ')',
    '*',
    'OR',
    'AND',
    'NOT',
    'NEAR',
    '^',
    ':',
    '{title}',
    '-',
    ' ',
    'ё',
    "'",
    ';',
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }), async (words) => {
      expect(await found(`nine ${words.join('')}`)).toBeInstanceOf(Array);
    }),
    { numRuns: 60 },
  );
});
