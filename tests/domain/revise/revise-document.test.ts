import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDocument, type ArticleDocument, type Node } from '#domain/document.ts';
import { flatten } from '#domain/flat-text.ts';
import { reviseDocument } from '#domain/revise/revise-document.ts';

const words = (text: string, ...marks: string[]): Node => ({
  type: 'text',
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
  text,
});
const block = (type: string, ...content: Node[]): Node => ({ type, content });
const p = (text: string) => block('paragraph', words(text));

const OLD: ArticleDocument = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 1 }, content: [words('The dam')] },
    block(
      'paragraph',
      words('The dam broke at '),
      words('dawn', 'bold'),
      words(' on Monday, the council said.'),
    ),
    block(
      'bulletList',
      block('listItem', p('The spillway was inspected.')),
      block('listItem', p('The gate was rusted.')),
    ),
    { type: 'horizontalRule' },
    block('blockquote', p('Nobody will ever trust the river again.')),
    block(
      'table',
      block('tableRow', block('tableCell', p('Year')), block('tableCell', { type: 'paragraph' })),
      block('tableRow', block('tableCell', p('1956')), block('tableCell', p('built'))),
    ),
    block('paragraph', words('Two lines'), { type: 'hardBreak' }, words('of one block')),
  ],
};
const LINES = flatten(OLD).text.split('\n');
const revised = (change: (lines: string[]) => string[]) => reviseDocument(OLD, change([...LINES]));
const typesOf = (document: Node) => (document.content ?? []).map(({ type }) => type);

test('the same lines give the same document, and nothing is lost', () => {
  expect(revised((lines) => lines)).toEqual({ document: OLD, losses: [] });
});

test('a changed block keeps its kind, and the looks of the words that stayed', () => {
  const { document, losses } = revised((lines) =>
    lines.map((line) =>
      line.replace('The dam', 'The old dam').replace('Monday', 'Tuesday').replace('rusted', 'rusty'),
    ),
  );
  expect(losses).toEqual([]);
  expect(typesOf(document)).toEqual(typesOf(OLD));
  expect(document.content![0]).toEqual({
    type: 'heading',
    attrs: { level: 1 },
    content: [words('The old dam')],
  });
  expect(document.content![1]!.content).toEqual([
    words('The old dam broke at '),
    words('dawn', 'bold'),
    words(' on Tuesday, the council said.'),
  ]);
});

test('a new line between two items of a list is an item, elsewhere a paragraph where it stands', () => {
  const { document } = revised((lines) => [
    ...lines.slice(0, 3),
    'The log was lost.',
    ...lines.slice(3),
    'A last line.',
  ]);
  expect(document.content![2]!.content!.map((item) => flatten(item).text)).toEqual([
    'The spillway was inspected.',
    'The log was lost.',
    'The gate was rusted.',
  ]);
  expect(document.content!.at(-1)).toEqual(p('A last line.'));
});

test('a line that is gone takes its block along, and an emptied list or quotation too', () => {
  const { document } = revised((lines) => lines.filter((line) => !/spillway|gate|Nobody/.test(line)));
  expect(typesOf(document)).toEqual(['heading', 'paragraph', 'horizontalRule', 'table', 'paragraph']);
});

test('empty cells and rules, which no plain text shows, stay', () => {
  const { document } = revised((lines) => lines.filter((line) => line !== '' && line !== '\uFFFC'));
  expect(document).toEqual(OLD);
});

test('a block of two lines stays one block', () => {
  const { document } = revised((lines) =>
    lines.map((line) => line.replace('of one block', 'of a single block')),
  );
  expect(document.content!.at(-1)!.content!.map(({ type }) => type)).toEqual(['text', 'hardBreak', 'text']);
});

test('whatever the lines are, the document is one that an article may have and says exactly them', () => {
  const line = fc.oneof(
    fc.constantFrom(...LINES),
    fc.constantFrom('A new line.', 'Nobody trusts the river.', '', ' x '),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 14 }), (lines) => {
      const wanted = lines.map((one) => one.trim()).filter((one) => one !== '' && one !== '\uFFFC');
      fc.pre(wanted.length > 0);
      const { document } = reviseDocument(OLD, lines);
      checkDocument(document);
      const said = flatten(document)
        .text.split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== '' && one !== '\uFFFC');
      expect(said).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
});
