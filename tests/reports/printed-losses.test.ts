import { expect, it } from 'vitest';
import type { Node } from '#domain/document.ts';
import { REPORT_LANGUAGES } from '#domain/report-options.ts';
import { layoutLosses, wordProcessorLosses } from '#reports/printed-losses.ts';
import { PRINT_WORDS } from '#reports/print-words.ts';
import { SAMPLE } from './sample-input.ts';

const paragraph: Node = { type: 'paragraph', content: [{ type: 'text', text: 'w' }] };
const wrapped = (type: string, ...content: Node[]): Node => ({ type, content });
const list = (...content: Node[]) => wrapped('bulletList', wrapped('listItem', ...content));
const table = (cells: number, inside = paragraph) =>
  wrapped('table', wrapped('tableRow', ...Array.from({ length: cells }, () => wrapped('tableCell', inside))));
const quoted = (depth: number): Node => (depth === 0 ? paragraph : wrapped('blockquote', quoted(depth - 1)));

const holding = (...content: Node[]) => ({
  ...SAMPLE,
  articles: [{ ...SAMPLE.articles[0]!, document: { type: 'doc' as const, content } }],
});

it('tells what of an article fits on no page, and only where there is such a thing', () => {
  const { deep, wide, listedTable } = PRINT_WORDS.en;
  expect(layoutLosses(holding(quoted(4), table(40), list(paragraph)))).toEqual([]);
  expect(layoutLosses(holding(quoted(5)))).toEqual([deep]);
  expect(layoutLosses(holding(table(41)))).toEqual([wide]);
  expect(wordProcessorLosses(holding(list(table(2))), true)).toContain(listedTable);
  expect(wordProcessorLosses(holding(list(table(2))))).not.toContain(listedTable);
  expect(wordProcessorLosses(holding(table(2, list(paragraph))), true)).not.toContain(listedTable);
  const without = { ...holding(quoted(5)), include: SAMPLE.include.filter((part) => part !== 'articles') };
  expect(layoutLosses(without)).toEqual([]);
});

it('says it in every language of a report', () => {
  for (const language of REPORT_LANGUAGES) {
    const said = wordProcessorLosses({ ...holding(quoted(5), table(41), list(table(1))), language }, true);
    expect(said).toHaveLength(PRINT_WORDS[language].wordProcessor.length + 3);
    expect(new Set(said).size).toBe(said.length);
  }
});
