import { expect, test } from 'vitest';
import { pageOf, pagesOf, passageOf } from '../../../src-renderer/captures/page-of.ts';

const TEXT = 'One.\n\nTwo words here.\fPage two.\nLast.';

test('the lines of a text are its own words at their own places', () => {
  const words = pagesOf(TEXT).map((page) => page.lines.map((line) => TEXT.slice(line.start, line.end)));
  expect(words).toEqual([
    ['One.', 'Two words here.'],
    ['Page two.', 'Last.'],
  ]);
});

test('a page is counted by the breaks before a place', () => {
  expect(pageOf(TEXT, 0)).toBe(1);
  expect(pageOf(TEXT, TEXT.indexOf('Page'))).toBe(2);
  expect(pageOf('no pages', 3)).toBeUndefined();
});

test('a passage loses the white space at its ends and knows its page and surroundings', () => {
  const from = TEXT.indexOf('\fPage');
  expect(passageOf(TEXT, from, TEXT.indexOf('Last'))).toEqual({
    quote: 'Page two.',
    place: {
      start: from + 1,
      end: from + 10,
      prefix: TEXT.slice(0, from + 1),
      suffix: '\nLast.',
      page: 2,
    },
  });
});

test('white space alone is no passage', () => {
  expect(passageOf(TEXT, 4, 6)).toBeUndefined();
});
