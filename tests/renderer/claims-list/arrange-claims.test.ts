import { expect, test } from 'vitest';
import type { Article, Claim } from '#contract/nouns.ts';
import {
  arrangeClaims,
  NO_FACETS,
  NONE,
  rowsOf,
  type Sorting,
} from '../../../src-renderer/claims-list/arrange-claims.ts';

const claim = (id: string, changes: Partial<Claim> = {}): Claim => ({
  id,
  wording: id,
  claimant: '',
  claimedOn: '',
  claimedWhere: '',
  type: null,
  types: [],
  strategies: [],
  country: '',
  reportedBy: '',
  address: '',
  cachedAddress: '',
  checkAddress: '',
  verifiability: 'verifiable',
  reason: null,
  checkableOn: '',
  status: 'open',
  assignee: null,
  priority: 'normal',
  parent: null,
  madeAt: '2025-04-12T00:00:00Z',
  madeBy: null,
  tags: [],
  rating: null,
  rated: null,
  occurrences: [],
  evidence: [],
  verdicts: [],
  questions: [],
  comments: [],
  conflicts: [],
  ...changes,
});

const ratings = new Map([
  ['true', 0],
  ['false', 1],
]);
const ids = (claims: readonly Claim[], facets = NO_FACETS, sorting: Sorting | null = null) =>
  arrangeClaims(rowsOf(claims, []), facets, sorting, ratings).map((row) => row.claim.id);

test('without facets and order the claims stay as the project has them', () => {
  expect(ids([claim('b'), claim('a')])).toEqual(['b', 'a']);
});

test('the text filter wants every word, in any order, whatever the case and the ё', () => {
  const claims = [claim('Её никто не предупредил'), claim('Её предупредили')];
  expect(ids(claims, { ...NO_FACETS, text: 'никто ЕЕ' })).toEqual(['Её никто не предупредил']);
});

test('a facet can ask for claims that have no verdict or nobody to do them', () => {
  const claims = [claim('rated', { rating: 'false', assignee: { id: 'p', name: 'Ada' } }), claim('bare')];
  expect(ids(claims, { ...NO_FACETS, rating: NONE })).toEqual(['bare']);
  expect(ids(claims, { ...NO_FACETS, assignee: NONE })).toEqual(['bare']);
  expect(ids(claims, { ...NO_FACETS, rating: 'false', assignee: 'p' })).toEqual(['rated']);
});

test('one of several types is enough for the facet, and claims sort by the leading one', () => {
  const claims = [
    claim('none', { country: 'KZ' }),
    claim('cause', { types: ['causal', 'numerical'] }),
    claim('number', { types: ['numerical'] }),
  ];
  expect(ids(claims, { ...NO_FACETS, type: 'numerical' })).toEqual(['cause', 'number']);
  expect(ids(claims, { ...NO_FACETS, type: NONE })).toEqual(['none']);
  expect(ids(claims, { ...NO_FACETS, country: 'KZ' })).toEqual(['none']);
  expect(ids(claims, NO_FACETS, { by: 'type', descending: false })).toEqual(['number', 'cause', 'none']);
});

test('numbers in wordings sort as numbers, and a descending order is the reverse', () => {
  const claims = [claim('10 people'), claim('9 people'), claim('100 people')];
  const up = ids(claims, NO_FACETS, { by: 'wording', descending: false });
  expect(up).toEqual(['9 people', '10 people', '100 people']);
  expect(ids(claims, NO_FACETS, { by: 'wording', descending: true })).toEqual(up.toReversed());
});

test('verdicts sort in the order of their scale, unrated last', () => {
  const claims = [claim('none'), claim('f', { rating: 'false' }), claim('t', { rating: 'true' })];
  expect(ids(claims, NO_FACETS, { by: 'verdict', descending: false })).toEqual(['t', 'f', 'none']);
});

test('of equal statuses the more urgent claim comes first', () => {
  const claims = [claim('low', { priority: 'low' }), claim('urgent', { priority: 'urgent' })];
  expect(ids(claims, NO_FACETS, { by: 'status', descending: false })).toEqual(['urgent', 'low']);
});

test('a claim in several articles names the first and counts the others', () => {
  const at = (article: string) => ({
    id: article,
    claim: 'c',
    article,
    revision: 'r',
    start: 0,
    end: 1,
    exact: 'x',
    prefix: '',
    suffix: '',
    state: 'exact' as const,
    confidence: 1,
    page: null,
  });
  const titled = (id: string, title: string) => ({ id, title }) as Article;
  const [row] = rowsOf(
    [claim('c', { occurrences: [at('1'), at('2'), at('1')] })],
    [titled('1', 'One'), titled('2', 'Two')],
  );
  expect(row).toMatchObject({ article: 'One', moreArticles: 1 });
});
