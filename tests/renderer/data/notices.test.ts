import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { leave, place } from '../../../src-renderer/app/place.ts';
import { refresh } from '../../../src-renderer/data/notices.ts';

test('what shows a row that is gone does not ask for it once more, and all else does', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const asked: string[] = [];
  const stops = [
    ['getClaim', { id: 'a' }],
    ['getClaim', { id: 'b' }],
    ['listMarks', { article: 'c' }],
    ['listClaims', {}],
    ['listScales', {}],
  ].map((queryKey) =>
    new QueryObserver(queries, {
      queryKey,
      queryFn: () => {
        asked.push(JSON.stringify(queryKey));
        return Promise.resolve(queryKey);
      },
    }).subscribe(() => {}),
  );
  await expect.poll(() => asked.length).toBe(5);
  await expect.poll(() => queries.isFetching()).toBe(0);
  asked.length = 0;
  refresh(queries, ['claim', 'occurrence'], ['a', 'c']);
  await expect.poll(() => queries.isFetching()).toBe(0);
  expect(asked.toSorted()).toEqual(['["getClaim",{"id":"b"}]', '["listClaims",{}]']);
  // when it is shown again, it was brought back
  expect(queries.getQueryState(['getClaim', { id: 'a' }])?.isInvalidated).toBe(true);
  for (const stop of stops) stop();
});

test('the window leaves what is gone and nothing else', () => {
  const begun = place.get();
  const shown = { ...begun, view: 'references' as const, article: 'a', claim: 'c', reference: 'r' };
  place.set(shown);
  leave(['x']);
  expect(place.get()).toBe(shown);
  leave(['r', 'x']);
  expect(place.get()).toEqual({ ...shown, reference: null });
  leave(['a']);
  expect(place.get()).toEqual({ ...shown, article: null, claim: null, reference: null });
  place.set({ ...shown, beside: { article: 'b', target: null } });
  leave(['b']);
  expect(place.get()).toMatchObject({ article: 'a', claim: 'c', beside: { article: null } });
  place.set(begun);
});
