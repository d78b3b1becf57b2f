import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { itemInRussian, sentenceInRussian } from '#engine/statements/russian.ts';
import { emptyProject, exported, importBytes } from './support.ts';

const CALL = /\b(?:found|tally)\s*\.(?:skip|note)\(([^]*?)\);?\n/g;
const LITERAL = /(?:'([^']*?[.:] ?)'|`([^`]*?\.)`)/g;

test('every sentence of an import has its Russian', () => {
  const sources = globSync('src-main/{importers,engine}/statements/*.ts').map((file) =>
    readFileSync(file, 'utf8'),
  );
  const said = sources.flatMap((text) =>
    [...text.matchAll(CALL)].flatMap(([, inside = '']) =>
      [...inside.matchAll(LITERAL)].map(([, plain, made]) => plain ?? made ?? ''),
    ),
  );
  const sentences = said
    .map((text) => text.replaceAll(/\$\{[^}]*\}/g, 'x'))
    .filter((text) => /^[A-Z].* .*\.$/.test(text));
  expect(sentences.length).toBeGreaterThan(25);
  const untold = sentences.filter((text) => !/[а-я]/i.test(sentenceInRussian(text)) && !text.includes('$'));
  expect(untold).toEqual([]);
});

test('people’s words stay theirs', () => {
  expect(sentenceInRussian('Its verdict “half {} way” was taken as “half-true”; please look at it.')).toBe(
    'Вердикт «half {} way» прочитан как «half-true»; проверьте, пожалуйста.',
  );
  expect(sentenceInRussian('Something new.')).toBe('Something new.');
  expect(itemInRussian('row 5')).toBe('строка 5');
  expect(itemInRussian('question everything you read')).toBe('question everything you read');
});

test('reports of an import and losses of a standard are told in Russian where the window is', async () => {
  const engine = emptyProject();
  const table = 'claim,rating,date\nThe lake is deep.,Routine,some day\n,,\n,False,\n';
  const done = await importBytes(engine, table, 't.csv', { tell: 'ru' });
  expect(done.report.map(({ item, message }) => `${item}: ${message}`)).toEqual([
    'The lake is deep.: новые вердикты: 1.',
    'строка 2: Дату «some day» не удалось прочитать; пропущена.',
    'строка 2: Вердикт «Routine» — не оценка; сохранён своими словами.',
    'строка 4: Утверждения нет.',
  ]);
  for (const format of ['averitec', 'claimreview', 'webannotation', 'qdpx'] as const) {
    const { losses } = await exported(engine, format, { tell: 'ru' });
    expect(losses.length).toBeGreaterThan(0);
    for (const loss of losses) expect(loss).toMatch(/^[А-Я].*\.$/);
  }
});
