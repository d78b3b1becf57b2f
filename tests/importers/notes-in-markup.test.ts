import { describe, expect, test } from 'vitest';
import { readArticle } from '#importers/read-article.ts';
import { notesOf, type Shown } from '../support/notes.ts';

const A = 'https://a.example/x';
const B = 'https://b.example/y';

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
