import { expect, test } from 'vitest';
import { ARTICLE, importText, temporaryEngine } from '../support/engine.ts';

async function marked(quote = 'The spillway was inspected in March') {
  const engine = temporaryEngine();
  const article = await importText(engine);
  const { claim, occurrence } = await engine.call('mark', { article, quote, as: 'verifiable' });
  return { engine, article, claim, occurrence };
}

test('an edit sets only what it changes, and an edit that changes nothing is no act', async () => {
  const { engine, claim } = await marked();
  const { claim: edited } = await engine.call('editClaim', {
    id: claim.id,
    wording: 'The spillway was inspected in March 2025.',
    claimant: 'Town council',
    claimedOn: '2025-04',
    type: 'event-or-property',
    tags: ['dam', ' safety ', 'dam'],
  });
  expect(edited).toMatchObject({
    claimant: 'Town council',
    claimedOn: '2025-04',
    tags: ['dam', 'safety'],
    status: 'open',
  });
  const before = (await engine.call('listActs', {})).total;
  await engine.call('editClaim', { id: claim.id, claimant: 'Town council', tags: ['safety', 'dam'] });
  expect((await engine.call('listActs', {})).total).toBe(before);
  expect((await engine.call('listTags', {})).tags).toEqual([
    { name: 'dam', claims: 1 },
    { name: 'safety', claims: 1 },
  ]);
});

test('a reason belongs to what cannot be verified, and leaves with it', async () => {
  const { engine, claim } = await marked();
  const vague = await engine.call('editClaim', {
    id: claim.id,
    verifiability: 'unverifiable',
    reason: 'too-vague',
  });
  expect(vague.claim).toMatchObject({ verifiability: 'unverifiable', reason: 'too-vague' });
  const clear = await engine.call('editClaim', { id: claim.id, verifiability: 'verifiable' });
  expect(clear.claim).toMatchObject({ verifiability: 'verifiable', reason: null });
  await expect(engine.call('editClaim', { id: claim.id, reason: 'satire' })).rejects.toMatchObject({
    code: 'bad-input',
  });
});

test('a claim goes with its last place, unless work hangs on it', async () => {
  const { engine, claim, occurrence } = await marked();
  await engine.call('addComment', { subject: { kind: 'claim', id: claim.id }, text: 'Which March?' });
  expect(await engine.call('removeOccurrence', { id: occurrence.id })).toEqual({ claimRemoved: false });
  expect((await engine.call('getClaim', { id: claim.id })).claim.occurrences).toEqual([]);
  await engine.call('undo', {});
  expect((await engine.call('getClaim', { id: claim.id })).claim.occurrences).toHaveLength(1);
  const { comments } = (await engine.call('getClaim', { id: claim.id })).claim;
  await engine.call('removeComment', { id: comments[0]!.id });
  expect(await engine.call('removeOccurrence', { id: occurrence.id })).toEqual({ claimRemoved: true });
  await expect(engine.call('getClaim', { id: claim.id })).rejects.toMatchObject({ code: 'not-found' });
});

test('a claim cannot be a part of itself, however far round', async () => {
  const { engine, article, claim } = await marked();
  const { claim: part } = await engine.call('mark', { article, quote: 'Two hours earlier', as: 'undecided' });
  await engine.call('editClaim', { id: part.id, parent: claim.id });
  await expect(engine.call('editClaim', { id: claim.id, parent: part.id })).rejects.toMatchObject({
    code: 'bad-input',
  });
});

test('removing an article takes its marks and the claims that stand nowhere else, and undo brings all back', async () => {
  const { engine, article, claim } = await marked();
  const other = await importText(engine, `${ARTICLE}Another day.`, 'other.txt');
  await engine.call('mark', {
    article: other,
    quote: 'The spillway was inspected',
    as: 'verifiable',
    claim: claim.id,
  });
  const { claim: lone } = await engine.call('mark', { article, quote: 'Two hours earlier', as: 'undecided' });
  await engine.call('removeArticle', { id: article });
  expect((await engine.call('listArticles', {})).articles.map(({ id }) => id)).toEqual([other]);
  expect((await engine.call('listClaims', {})).claims.map(({ id }) => id)).toEqual([claim.id]);
  await engine.call('undo', {});
  expect((await engine.call('getClaim', { id: claim.id })).claim.occurrences).toHaveLength(2);
  expect((await engine.call('getClaim', { id: lone.id })).claim.occurrences).toHaveLength(1);
});

test('several sentences are judged in one act, which one undo takes back', async () => {
  const engine = temporaryEngine();
  const article = await importText(engine);
  const { sentences } = await engine.call('getArticle', { id: article });
  const spans = Array.from({ length: sentences.length / 2 }, (_, i) => ({
    start: sentences[2 * i]!,
    end: sentences[2 * i + 1]!,
  }));
  const { occurrences } = await engine.call('markSentences', { article, spans, as: 'not-a-claim' });
  expect(occurrences).toHaveLength(spans.length);
  expect((await engine.call('listArticles', {})).articles[0]).toMatchObject({
    coverage: 1,
    claims: spans.length,
  });
  await engine.call('undo', {});
  expect((await engine.call('listArticles', {})).articles[0]).toMatchObject({ coverage: 0, claims: 0 });
});

test('what reaches the file is well formed: no lone surrogate, no NUL', async () => {
  const { engine, claim } = await marked();
  const { claim: edited } = await engine.call('editClaim', { id: claim.id, wording: 'a\uD800b\0c' });
  expect(edited.wording).toBe('a\uFFFDbc');
  expect(await engine.call('verifyProject', {})).toMatchObject({ ok: true });
});

test('marks say what the editor draws, in the order of the text', async () => {
  const { engine, article, claim } = await marked();
  await engine.call('mark', { article, quote: 'Two hours earlier it had said four [1].', as: 'undecided' });
  await engine.call('rateClaim', { claim: claim.id, rating: 'false' });
  const { marks } = await engine.call('listMarks', { article });
  expect(marks.map(({ verifiability, rating }) => [verifiability, rating])).toEqual([
    ['undecided', null],
    ['verifiable', 'false'],
  ]);
});

test('the history of a claim has what was done to it and to what hangs on it, and nothing of others', async () => {
  const { engine, article, claim } = await marked();
  await engine.call('mark', { article, quote: 'Nobody will ever trust', as: 'undecided' });
  await engine.call('addComment', { subject: { kind: 'claim', id: claim.id }, text: 'Ask the council.' });
  await engine.call('rateClaim', { claim: claim.id, rating: 'true' });
  const { acts, total } = await engine.call('listActs', { claim: claim.id });
  expect(acts.map((act) => act.deed)).toEqual(['rateClaim', 'addComment', 'mark']);
  expect(total).toBe(3);
});

test('a claim names the parts that it was taken apart into', async () => {
  const { engine, article, claim } = await marked();
  const { claim: part } = await engine.call('mark', { article, quote: 'in March', as: 'verifiable' });
  await engine.call('editClaim', { id: part.id, parent: claim.id });
  const { children } = await engine.call('getClaim', { id: claim.id });
  expect(children).toEqual([{ id: part.id, wording: 'in March' }]);
});

test('an article carries what people say about it', async () => {
  const { engine, article } = await marked();
  await engine.call('addComment', { subject: { kind: 'article', id: article }, text: 'Two versions exist.' });
  const { comments } = await engine.call('getArticle', { id: article });
  expect(comments.map((comment) => comment.text)).toEqual(['Two versions exist.']);
});
