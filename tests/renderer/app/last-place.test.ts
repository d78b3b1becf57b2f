import { expect, test } from 'vitest';
import { toBeginWith } from '../../../src-renderer/app/last-place.ts';

const article = (id: string, language: string, coverage: number) => ({ id, language, coverage });

const articles = [
  article('done', 'en', 1),
  article('suotugan', 'kk', 0.5),
  article('begun', 'en-GB', 0.3),
  article('untouched', 'en', 0),
];

test('a first run begins with a half-judged article in the language of the window', () => {
  expect(toBeginWith(articles, 'en')?.id).toBe('begun');
});

test('where no article is in that language, any half-judged one will do', () => {
  expect(toBeginWith(articles, 'ru')?.id).toBe('suotugan');
  expect(toBeginWith([], 'ru')).toBeUndefined();
});
