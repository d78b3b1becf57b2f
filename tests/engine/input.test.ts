import { expect, test } from 'vitest';
import { importText, temporaryEngine } from '../support/engine.ts';

test('what is wrong with an input is said in words', async () => {
  const engine = temporaryEngine();
  const sentence = (name: 'search' | 'mark' | 'listActs' | 'rateClaim', input: unknown) =>
    engine.call(name, input as never).then(
      () => 'nothing is wrong',
      (error: Error) => error.message,
    );
  expect(await sentence('search', { query: '' })).toBe('The field “query” is empty.');
  expect(await sentence('search', {})).toBe('The field “query” is missing.');
  expect(await sentence('search', { query: 5 })).toBe('The field “query” must be a text.');
  expect(await sentence('search', { query: 'a', in: 'drawers' })).toBe(
    'The field “in” must be one of articles, claims, references, all.',
  );
  expect(await sentence('search', { query: 'a', colour: 1 })).toBe(
    'The input has what this call does not know: colour.',
  );
  expect(await sentence('listActs', { limit: 0 })).toBe('The field “limit” is too small: the least is 1.');
  expect(await sentence('listActs', { limit: 1.5 })).toBe('The field “limit” must be a whole number.');
  expect(await sentence('search', [])).toBe('The input must be an object.');
});

test('what no text needs and no XML can hold never gets into a project', async () => {
  const engine = temporaryEngine();
  const id = await importText(engine, 'Dam\n\nThe dam \uFFFE broke\u0002 at night.\n');
  expect((await engine.call('getArticle', { id })).text).toBe('Dam\nThe dam  broke at night.');
  const { claim } = await engine.call('mark', { article: id, quote: 'broke', as: 'verifiable' });
  await engine.call('editClaim', { id: claim.id, wording: 'a\u0001b\uFFFFc\td\ne' });
  expect((await engine.call('getClaim', { id: claim.id })).claim.wording).toBe('abc\td\ne');
});
