import { expect, test } from 'vitest';
import { formatDay, formatShare } from '../../src-renderer/i18n/format.ts';
import { speak, wordsOf } from '../../src-renderer/i18n/index.ts';

test('Russian has a form for each kind of number, and large numbers are grouped', async () => {
  await speak('ru');
  const say = wordsOf('library');
  expect([1, 2, 5, 21, 12_345].map((count) => say('words', { count }))).toEqual([
    '1 слово',
    '2 слова',
    '5 слов',
    '21 слово',
    `${new Intl.NumberFormat('ru').format(12_345)} слов`,
  ]);
  await speak('en');
  expect(wordsOf('library')('words', { count: 12_345 })).toBe('12,345 words');
  expect(document.documentElement.lang).toBe('en');
});

test('a date is said as far as it is known; other text is left alone', async () => {
  await speak('en');
  expect(['2022', '2022-01', '2022-01-05', 'spring'].map(formatDay)).toEqual([
    '2022',
    'January 2022',
    'Jan 5, 2022',
    'spring',
  ]);
});

test('100% is said only when nothing is left', () => {
  expect(formatShare(0.999)).toBe('99%');
  expect(formatShare(1)).toBe('100%');
});
