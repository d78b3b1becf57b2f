import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flatten } from '#domain/flat-text.ts';
import { readArticle } from '#importers/read-article.ts';
import { hasShared, sharedAt } from '../support/shared.ts';

type Shown = [label: string, address: string, cited: string[]];

/** The notes of a text: label, address, and the words right before each place that cites it with the marker. */
async function notesOf(name: string, source: string): Promise<Shown[]> {
  const { document, footnotes } = await readArticle({ bytes: Buffer.from(source), name });
  const { text } = flatten(document);
  return footnotes.map(({ label, address, places }) => [
    label,
    address,
    places.map(({ start, end }) => text.slice(Math.max(0, start - 5), end)),
  ]);
}

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

describe('notes in Markdown and pages', () => {
  test.each<[string, string, string, Shown[]]>([
    ['[^1] in Markdown', 'a.md', `# T\n\nIt rose[^a] there.\n\n[^a]: ${A}\n`, [['1', A, [' rose[1]']]]],
    [
      '[1]: in Markdown',
      'a.md',
      `# T\n\nIt rose [1] and fell [2].\n\n[1]: ${A}\n[2]: ${B}\n`,
      [
        ['1', A, ['rose [1]']],
        ['2', B, ['fell [2]']],
      ],
    ],
    [
      'signs in Markdown',
      'a.md',
      `# T\n\nThe *dam* broke* and **fell**.† See:\n\n- bread\n- milk\n\n* *Times*, 2021\n† ${A}\n`,
      [
        ['*', '', ['broke*']],
        ['†', A, ['fell.†']],
      ],
    ],
    [
      'notes inside the text of Markdown',
      'a.md',
      `# T\n\nIt rose.^[See [the report](${A}), p. 2.] It fell[^x]; x^[n] and \`a^[b c]\`.^[${B}]\n\n[^x]: Words.\n`,
      [
        ['1', A, ['rose.[1]']],
        ['2', '', [' fell[2]']],
        ['3', B, ['b c].[3]']],
      ],
    ],
    ['stars in code', 'a.md', `# T\n\n\`\`\`\nint*\n\`\`\`\n\nIt rose.\n\n* ${A}\n`, []],
    ['lists in Markdown', 'a.md', `# T\n\nIt *broke* here:\n\n* bread\n* milk\n`, []],
    [
      'signs set as superscript',
      'a.html',
      `<p>It rose<sup>*</sup> and fell<sup>†</sup>.</p><p><sup>*</sup> <a href="${A}">A</a></p><p><sup>†</sup>B, 2021</p>`,
      [
        ['*', A, [' rose*']],
        ['†', '', [' fell†']],
      ],
    ],
    ['a link of Markdown', 'a.md', `# T\n\nIt [rose][1] there.\n\n[1]: ${A}\n`, []],
    [
      'a numbered list under a heading',
      'a.md',
      `# T\n\nIt rose (1).\n\n## Сілтемелер\n\n1. ${A}\n2. Кітап, 2020\n`,
      [
        ['1', A, ['rose (1)']],
        ['2', '', []],
      ],
    ],
    [
      'superscript and a list',
      'a.html',
      `<p>It rose<sup>1</sup>; 10 km<sup>2</sup>.</p><h2>Sources</h2><ol><li><a href="${A}">A</a></li><li>${B}</li></ol><h2>More</h2><p><a href="https://c.example">c</a></p>`,
      [
        ['1', A, [' rose1']],
        ['2', B, []],
      ],
    ],
    [
      'items of a list, and what belongs to one item',
      'a.html',
      `<p>It rose.</p><h2>Sources</h2><ul><li>A book, 2020</li><li><a href="${A}">The site</a></li><li><p>Report</p><p>${B}</p></li><li>Interview</li><li>${A}</li></ul>`,
      [
        ['1', '', []],
        ['2', A, []],
        ['3', B, []],
        ['4', '', []],
        ['5', A, []],
      ],
    ],
    [
      'line breaks in one paragraph',
      'a.html',
      `<p>It rose[1].</p><p>Джерела:<br>[1] ${A}<br>[2] Б: ${B}</p>`,
      [
        ['1', A, [' rose[1]']],
        ['2', B, []],
      ],
    ],
    [
      'superscript at the line’s start',
      'a.html',
      `<p>It rose<sup>[1]</sup>.</p><p><sup>1</sup> <a href="${A}">A</a></p>`,
      [['1', A, [' rose[1]']]],
    ],
    [
      'a wiki’s note',
      'a.html',
      `<link rel="canonical" href="https://wiki.example/dam"><p>It rose<sup><a href="#cite-1">[1]</a></sup>.</p><ol><li id="cite-1"><a href="#r">^</a> <a href="/wiki/Author">Author</a>, <a href="${A}">Report</a>, <a href="https://web.archive.org/web/1/x">archived</a></li></ol>`,
      [['1', A, [' rose[1]']]],
    ],
  ])('%s', async (_, name, source, notes) => expect(await notesOf(name, source)).toEqual(notes));
});

test('a note of a page is its words, without its mark, and apart where its blocks are', async () => {
  const note = (id: string, inner: string) => `<aside id="${id}">${inner}</aside>`;
  const source =
    `<p>It rose<a href="#a"><sup>1</sup></a>, fell<a href="#b"><sup>2</sup></a>, stood<a href="#c">[3]</a>.</p>` +
    note('a', `<p><sup><a href="#x">1</a></sup>Report, ${A}.</p><p>Second part</p>`) +
    note('b', '<p>1990 was a dry year.</p>') +
    note('c', '<a href="#y">12.</a> Third<br>line, 3 pages');
  const { footnotes } = await readArticle({ bytes: Buffer.from(source), name: 'a.html' });
  expect(footnotes.map(({ label, text, address }) => [label, text, address])).toEqual([
    ['1', `Report, ${A}. Second part`, A],
    ['2', '1990 was a dry year.', ''],
    ['3', 'Third line, 3 pages', ''],
  ]);
});

test.skipIf(!hasShared)('the notes of a shared article are all found, each cited', async () => {
  const name = '004_1d74b9649cbe830b.txt';
  const notes = await notesOf(name, readFileSync(sharedAt(`articles/${name}`), 'utf8'));
  expect(notes).toHaveLength(24);
  expect(new Set(notes.map(([, address]) => address)).size).toBe(22);
  expect(notes.every(([, , cited]) => cited.length > 0)).toBe(true);
});
