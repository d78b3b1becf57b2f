import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readArticle } from '#importers/read-article.ts';
import { notesOf, type Shown } from '../support/notes.ts';
import { hasShared, sharedAt } from '../support/shared.ts';

const body = (mark: (label: number) => string) =>
  `A title of the text\n\nThe dam broke at night${mark(1)} and nobody was told${mark(2)}. In 2021 (2021) it was checked${mark(1)}.\n\n`;
const A = 'https://a.example/x';
const B = 'https://b.example/y';

describe('notes in plain text', () => {
  test.each<[string, string, Shown[]]>([
    [
      'notes in brackets and a numbered list',
      `${body((n) => `[${n}]`)}${'More of the dam. '.repeat(20)}\n\n1. The first lesson of it.\n2. The second one.\n\n[1] ${A}\n[2] See ${B}[1] (in English)\n`,
      [
        ['1', A, ['night[1]', 'ecked[1]']],
        ['2', `${B}[1]`, [' told[2]']],
      ],
    ],
    [
      'numbered sources in one line',
      `${body((n) => ` [${n}]`)}Sources: [1] ${A}; [2] ${B}.\n`,
      [
        ['1', A, ['ight [1]', 'cked [1]']],
        ['2', B, ['told [2]']],
      ],
    ],
    [
      'pages beside the number',
      `${body((n) => [' [1, p. 5]', ' [2, с. 12–14]'][n - 1]!)}[1] ${A}\n[2] ${B}\n`,
      [
        ['1', A, ['ight [1, p. 5]', 'cked [1, p. 5]']],
        ['2', B, ['told [2, с. 12–14]']],
      ],
    ],
    [
      'letters and Roman numbers',
      `${body((n) => [' [i]', ' [ii]'][n - 1]!)}[i] ${A}\n[ii] ${B}\n`,
      [
        ['i', A, ['ight [i]', 'cked [i]']],
        ['ii', B, ['told [ii]']],
      ],
    ],
    [
      'words before the number',
      `${body((n) => ` [Note ${n}]`)}[note 1] ${A}\n[note 2] ${B}\n`,
      [
        ['note 1', A, ['ight [Note 1]', 'cked [Note 1]']],
        ['note 2', B, ['told [Note 2]']],
      ],
    ],
    [
      'wide brackets',
      `${body((n) => `［${n}］`)}［1］ ${A}\n［2］ ${B}\n`,
      [
        ['1', A, ['night［1］', 'ecked［1］']],
        ['2', B, [' told［2］']],
      ],
    ],
    [
      'a list with an item that names no address',
      `${body(() => '')}Sources:\n- ${A}\n- Ministry of Water, report of 2023\nThe end.\n`,
      [
        ['1', A, []],
        ['2', '', []],
      ],
    ],
    ['letters in brackets that nothing cites', `${body(() => '')}[a] the first\n[b] the second\n`, []],
    ['one source at the end', `${body(() => '')}Источник: ${A}\n`, [['1', A, []]]],
    [
      '[1]',
      `${body((n) => `[${n}]`)}[1] ${A}\n[2]${B}\n`,
      [
        ['1', A, ['night[1]', 'ecked[1]']],
        ['2', B, [' told[2]']],
      ],
    ],
    [
      '¹',
      `${body((n) => '¹²'[n - 1]!)}¹ ${A}\n² Report of 2020, p. 5\n`,
      [
        ['1', A, ['night¹', 'ecked¹']],
        ['2', '', [' told²']],
      ],
    ],
    [
      '(1)',
      `${body((n) => ` (${n})`)}(1) ${A}\n(2) ${B}\n`,
      [
        ['1', A, ['ight (1)', 'cked (1)']],
        ['2', B, ['told (2)']],
      ],
    ],
    [
      '(1) and a numbered list',
      `${body((n) => ` (${n})`)}Sources:\n1. ${A}\n2. ${B}\n`,
      [
        ['1', A, ['ight (1)', 'cked (1)']],
        ['2', B, ['told (2)']],
      ],
    ],
    [
      '[^1]',
      `${body((n) => `[^${n}]`)}[^1]: ${A}\n[^2]: ${B}\n`,
      [
        ['1', A, ['night[^1]', 'ecked[^1]']],
        ['2', B, [' told[^2]']],
      ],
    ],
    [
      'numbers stuck to addresses',
      `${body(() => '')}1${A}\n2.${B}\n`.replace('2.', '2'),
      [
        ['1', A, []],
        ['2', B, []],
      ],
    ],
    [
      'Источники without numbers',
      `${body(() => '')}Источники:\n${A}\nОтчёт: ${B}\n`,
      [
        ['1', A, []],
        ['2', B, []],
      ],
    ],
    [
      'Дереккөздер with dashes',
      `${body(() => '')}Дереккөздер\n- ${A}\n- ${B}\n`,
      [
        ['1', A, []],
        ['2', B, []],
      ],
    ],
    [
      'Джерела and markers',
      `${body((n) => `[${n}]`)}Джерела:\n1) ${A}\n2) ${B}\n`,
      [
        ['1', A, ['night[1]', 'ecked[1]']],
        ['2', B, [' told[2]']],
      ],
    ],
    [
      'names and addresses on lines of their own',
      `${body((n) => `[${n}]`)}References\n1 Smith J. The dam. 2020\n${A}\n2 Brown B. ${B}\n`,
      [
        ['1', A, ['night[1]', 'ecked[1]']],
        ['2', B, [' told[2]']],
      ],
    ],
    [
      'a bare list of addresses',
      `${body(() => '')}${A}\n${B}\n`,
      [
        ['1', A, []],
        ['2', B, []],
      ],
    ],
    [
      'all on the line of the heading',
      `${'A line.\n'.repeat(9)}Sources: ${A}, ${B}.\n`,
      [
        ['1', A, []],
        ['1', B, []],
      ],
    ],
    [
      'several addresses in one note',
      `It rose [1].\n[1] See ${A}; also ${B} (archived at https://web.archive.org/web/1/${B}).\n`,
      [
        ['1', A, ['rose [1]']],
        ['1', B, ['rose [1]']],
      ],
    ],
    [
      'signs instead of numbers',
      `${body((n) => '*†'[n - 1]!)}Some *words* stand out, and 5 * 3 is fifteen. It fell.‡\n\n* Ministry of Water, 2021\n† ${A}\n‡${B}\n`,
      [
        ['*', '', ['night*', 'ecked*']],
        ['†', A, [' told†']],
        ['‡', B, ['fell.‡']],
      ],
    ],
    [
      'signs that begin anew on each page',
      `It rose.*\n\n* ${A}\n\nIt fell.* Nobody knew**.\n\n* ${B}\n** Interview\n`,
      [
        ['*', A, ['rose.*']],
        ['*', B, ['fell.*']],
        ['**', '', [' knew**']],
      ],
    ],
    [
      'the same sign again and again',
      `It rose.* It fell.* The end.\n\n* ${A}\n* ${B}\n`,
      [
        ['*', A, ['rose.*']],
        ['*', B, ['fell.*']],
      ],
    ],
    [
      'sources without addresses',
      `${body(() => '')}Джерела\n\nМіністерство води, звіт 2021 року\nГазета «Часи»\n`,
      [
        ['1', '', []],
        ['2', '', []],
      ],
    ],
    [
      'sources without addresses after one with',
      `${body(() => '')}Источники:\nМинистерство, отчёт\n${A}\nГазета «Времена», 2022\n`,
      [
        ['1', A, []],
        ['2', '', []],
      ],
    ],
    [
      'an item without an address before one with nothing else',
      `${body(() => '')}Sources:\n- Ministry of Water\n- ${A}\n`,
      [
        ['1', '', []],
        ['2', A, []],
      ],
    ],
    [
      'sources in one line',
      `${body(() => '')}Дереккөздер: Су министрлігі; «Заман» газеті, 2022; Ада Линдпен сұхбат.\n`,
      [
        ['1', '', []],
        ['2', '', []],
        ['3', '', []],
      ],
    ],
    [
      'several labels in one marker',
      `It rose [1–2].\n[1] ${A}\n[2] ${B}\n`,
      [
        ['1', A, ['rose [1–2]']],
        ['2', B, ['rose [1–2]']],
      ],
    ],
  ])('of the form %s', async (_, source, notes) => expect(await notesOf('a.txt', source)).toEqual(notes));

  test.each([
    [
      'years and enumerations',
      'A title\n\nWe need (1) bread, (2) milk, and (3) salt. In (2021) it was.\n\nThe end.\n',
    ],
    ['a list of steps', 'A title\n\nDo this.\n\n1. Bread.\n2. Milk.\n3. Salt.\n'],
    ['a list behind a star', 'A title\n\nBring* these:\n\n* bread\n* milk\n* salt\n'],
    ['emphasis and products', 'A title\n\nSome *words*, and 5 * 3.\n\n*Nobody* came.\n* One.\n'],
    ['sentences under a heading', 'A title\n\nIt rose.\n\nSources\n\nWe spoke to them.\nNobody came.\n'],
    ['what people say of sources', 'A title\n\nIt rose.\n\nSources: nobody would say.\n'],
    ['units and powers', 'A title\n\nIt covers 10 km² and 10⁶ m³ of water.\n\nThe end.\n'],
    ['one address at the end', `A title\n\nIt rose.\n\n${A}\n`],
    ['where an article comes from', `A title\nИсточник: ${A}\n\nIt rose.\n\nThe end.\n`],
  ])('%s are none', async (_, source) => expect(await notesOf('a.txt', source)).toEqual([]));

  test('numbers in a sentence do not become citations when the text has real ones', async () => {
    expect(
      await notesOf('a.txt', `A title\n\nWe need (1) bread, (2) milk. It fell[1].\n\n[1] ${A}\n`),
    ).toEqual([['1', A, [' fell[1]']]]);
    expect(
      await notesOf('a.txt', `A title\n\nWe need: (1) bread, (2) milk.\n\nSources:\n1. ${A}\n2. ${B}\n`),
    ).toEqual([
      ['1', A, []],
      ['2', B, []],
    ]);
  });
});

test('what notes and sources name is no fact of the article', async () => {
  const source = `The dam\n\nIt rose [1].\n\n[1] Times, 8 January 2022\n\nSources:\n${A}\n`;
  const article = await readArticle({ bytes: Buffer.from(source), name: 'a.txt' });
  expect(article).toMatchObject({ title: 'The dam', published: '', address: '' });
});

test.skipIf(!hasShared)('the notes of a shared article are all found, each cited', async () => {
  const name = '004_1d74b9649cbe830b.txt';
  const notes = await notesOf(name, readFileSync(sharedAt(`articles/${name}`), 'utf8'));
  expect(notes).toHaveLength(24);
  expect(new Set(notes.map(([, address]) => address)).size).toBe(22);
  expect(notes.every(([, , cited]) => cited.length > 0)).toBe(true);
});
