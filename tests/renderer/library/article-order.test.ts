import { expect, test } from 'vitest';
import type { Article } from '#contract/nouns.ts';
import { arrange } from '../../../src-renderer/library/article-order.ts';

const article = (title: string, changes: Partial<Article> = {}): Article => ({
  id: title,
  title,
  author: '',
  publisher: '',
  address: '',
  published: '',
  language: 'en',
  format: 'text',
  encoding: 'utf-8',
  original: '',
  originalName: '',
  importedAt: '2026-01-01T00:00:00Z',
  importedBy: null,
  capturedAt: '',
  words: 1,
  claims: 0,
  coverage: 0,
  attention: 0,
  revisions: 1,
  ...changes,
});
const titles = (articles: readonly Article[]) => articles.map(({ title }) => title);

test('the filter looks at title, author, publisher and language, and wants every word', () => {
  const articles = [
    article('The dam', { author: 'Lena' }),
    article('The river', { publisher: 'Lena Press' }),
  ];
  expect(titles(arrange(articles, 'lena', 'title'))).toEqual(['The dam', 'The river']);
  expect(titles(arrange(articles, 'LENA press', 'title'))).toEqual(['The river']);
});

test('an article without a date is as new as its import', () => {
  const articles = [
    article('old', { published: '2019' }),
    article('undated'),
    article('future', { published: '2026-02' }),
  ];
  expect(titles(arrange(articles, '', 'published'))).toEqual(['future', 'undated', 'old']);
});

test('what is least judged can come first', () => {
  const articles = [article('done', { coverage: 1 }), article('new'), article('half', { coverage: 0.5 })];
  expect(titles(arrange(articles, '', 'coverage'))).toEqual(['new', 'half', 'done']);
});
