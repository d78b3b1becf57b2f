import { expect, test } from 'vitest';
import type { Reference } from '#contract/nouns.ts';
import { matching, originsOf, sorted } from '../../../src-renderer/references/search-references.ts';

const reference = (id: string, citation: string, more: Partial<Reference> = {}): Reference => ({
  id,
  citation,
  csl: { type: 'webpage', URL: `https://${id}.example/` },
  kind: 'unknown',
  origin: '',
  addedAt: '',
  addedBy: null,
  captures: [],
  evidence: 0,
  ...more,
});

const all = [
  reference('a', 'Отчёт о паводке', { origin: 'press', evidence: 2 }),
  reference('b', 'Audit note 10', { origin: 'press' }),
  reference('c', 'Audit note 9', { evidence: 1 }),
];
const ids = (found: readonly Reference[]) => found.map((one) => one.id).join('');

test('every word has to be found, in the citation, the address or the origin', () => {
  expect(ids(matching(all, 'NOTE audit'))).toBe('bc');
  expect(ids(matching(all, 'отчет'))).toBe('a');
  expect(ids(matching(all, 'press b.example'))).toBe('b');
  expect(ids(matching(all, ' '))).toBe('abc');
});

test('numbers in citations sort as numbers, and equal rows by their citation', () => {
  expect(ids(sorted(all, 'citation', false, 'en'))).toBe('cba');
  expect(ids(sorted(all, 'evidence', true, 'en'))).toBe('acb');
  expect(ids(sorted(all, 'kind', true, 'en'))).toBe('cba');
});

test('sources of one origin count once', () => {
  expect(originsOf(all)).toBe(2);
});
