import { expect, test } from 'vitest';
import { importText, temporaryEngine } from '../support/engine.ts';

async function desk() {
  const engine = temporaryEngine();
  const article = await importText(engine);
  const { claim } = await engine.call('mark', {
    article,
    quote: 'Two hours earlier it had said four',
    as: 'verifiable',
  });
  const tomas = engine.as({ id: 'tomas', name: 'Tomas Lind' });
  const now = async () => (await engine.call('getClaim', { id: claim.id })).claim;
  return { engine, tomas, claim: claim.id, now };
}

test('every verdict stays: one current one a reviewer, one final one for the claim', async () => {
  const { engine, tomas, claim, now } = await desk();
  await engine.call('rateClaim', { claim, rating: 'half-true' });
  await engine.call('rateClaim', {
    claim,
    rating: 'mostly-false',
    justification: 'The log says two.\n\nIt was kept by hand.',
  });
  await tomas('rateClaim', { claim, rating: 'false', final: true });
  const { verdicts, rating, rated } = await now();
  expect([rating, rated]).toEqual(['false', 'final']);
  expect(verdicts.map((one) => [one.rating, one.person?.name, one.current, one.final])).toEqual([
    ['half-true', 'Me', false, false],
    ['mostly-false', 'Me', true, false],
    ['false', 'Tomas Lind', true, true],
  ]);
  expect(verdicts[1]).toMatchObject({
    text: expect.stringContaining('It was kept by hand.'),
    replaces: verdicts[0]!.id,
  });
});

test('a new final verdict corrects the old one, and a void one counts no more', async () => {
  const { engine, tomas, claim, now } = await desk();
  const first = await tomas('rateClaim', { claim, rating: 'true', final: true });
  const { verdict } = await engine.call('rateClaim', { claim, rating: 'false' });
  await engine.call('finaliseVerdict', { id: verdict.id, why: 'The log was found.' });
  expect((await now()).verdicts.map((one) => [one.rating, one.state, one.why])).toEqual([
    ['true', 'corrected', 'The log was found.'],
    ['false', 'final', ''],
  ]);
  await engine.call('voidVerdict', { id: verdict.id, why: 'Wrong claim.' });
  expect(await now()).toMatchObject({ rating: null, rated: null });
  await expect(engine.call('finaliseVerdict', { id: verdict.id })).rejects.toMatchObject({ code: 'refused' });
  await expect(engine.call('finaliseVerdict', { id: first.verdict.id })).resolves.toMatchObject({
    verdict: { final: true },
  });
});

test('a rating off the scale is refused with the scale', async () => {
  const { engine, claim } = await desk();
  await expect(engine.call('rateClaim', { claim, rating: 'purple' })).rejects.toThrow(
    /choose one of true, mostly-true/,
  );
});

test('a justification may be rich, but only of the kinds that it knows', async () => {
  const { engine, claim } = await desk();
  const paragraph = (text: object) => ({
    type: 'doc' as const,
    content: [{ type: 'paragraph', content: [text] }],
  });
  const bold = paragraph({ type: 'text', text: 'Two', marks: [{ type: 'bold' }] });
  expect(
    (await engine.call('rateClaim', { claim, rating: 'false', justification: bold })).verdict,
  ).toMatchObject({ justification: bold, text: 'Two' });
  const image = paragraph({ type: 'image', attrs: { src: 'https://evil.example/x' } });
  await expect(
    engine.call('rateClaim', { claim, rating: 'false', justification: image }),
  ).rejects.toMatchObject({ code: 'bad-input' });
});
