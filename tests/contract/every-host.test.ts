import { describe, expect, onTestFinished, test } from 'vitest';
import { contract, isCallName, type CallName, type Caller } from '#contract/index.ts';
import { CallError } from '#contract/kit.ts';
import { createDoor } from '#engine/door.ts';
import type { Engine } from '#engine/engine.ts';
import { fetchCaller } from '#contract/client.ts';
import { serve } from '../../src-main/host/browser/serve.ts';
import { ARTICLE, importText, temporaryEngine } from '../support/engine.ts';

const HOSTS: Readonly<Record<string, (engine: Engine) => Promise<Caller>>> = {
  'in process': async (engine) => engine.call,
  'through the door': async (engine) => {
    const door = createDoor(engine, new Map());
    return fetchCaller((path, init) => door.fetch(new Request(`app://assay${path}`, init)));
  },
  'over 127.0.0.1': async (engine) => {
    const served = await serve(engine, new Map());
    onTestFinished(served.close);
    const { origin, searchParams } = new URL(served.address);
    const cookie = `assay-${served.port}=${searchParams.get('token')!}`;
    return fetchCaller((path, init) =>
      fetch(`${origin}${path}`, { ...init, headers: { 'content-type': 'application/json', cookie } }),
    );
  },
};

describe.for(Object.entries(HOSTS))('%s', ([, connect]) => {
  test('the main job runs and every answer fits the contract', async () => {
    const engine = temporaryEngine();
    const call = await connect(engine);
    const article = await importText(engine, ARTICLE);
    const { claim, occurrence } = await call('mark', {
      article,
      quote: 'Nobody will ever trust the river again.',
      as: 'unverifiable',
      reason: 'prediction',
    });
    expect(claim).toMatchObject({ verifiability: 'unverifiable', reason: 'prediction', status: 'open' });
    expect(occurrence).toMatchObject({
      exact: 'Nobody will ever trust the river again.',
      state: 'exact',
      confidence: 1,
    });
    const { references } = await call('addReferences', {
      url: 'https://example.org/council',
      title: 'Minutes',
    });
    const { evidence } = await call('linkEvidence', {
      claim: claim.id,
      reference: references[0]!.id,
      stance: 'context',
      note: 'mood',
    });
    expect(evidence).toMatchObject({ stance: 'context', place: null });
    const { verdict } = await call('rateClaim', { claim: claim.id, rating: 'Half true', final: true });
    expect(verdict).toMatchObject({ rating: 'half-true', state: 'final', final: true, current: true });
    expect((await call('getClaim', { id: claim.id.slice(0, 8) })).claim).toMatchObject({
      rating: 'half-true',
      rated: 'final',
    });
    expect(await call('verifyProject', {})).toMatchObject({ ok: true, problems: [] });
    const { act } = await call('undo', {});
    expect(act).toMatchObject({ deed: 'undo' });
    expect((await call('getClaim', { id: claim.id })).claim.rating).toBeNull();
  });

  test.for<[CallName | 'noSuchCall', object, string, RegExp]>([
    ['getClaim', { id: 'nope' }, 'not-found', /There is no claim nope/],
    ['getClaim', {}, 'bad-input', /id/],
    ['getClaim', { id: 'x', also: 1 }, 'bad-input', /also/],
    [
      'mark',
      { article: 'ARTICLE', quote: 'Nine people were missing by dawn', as: 'verifiable' },
      'ambiguous',
      /2 times/,
    ],
    ['mark', { article: 'ARTICLE', quote: 'Ten people', as: 'verifiable' }, 'not-found', /does not contain/],
    [
      'mark',
      { article: 'ARTICLE', quote: 'Two hours', as: 'verifiable', reason: 'satire' },
      'bad-input',
      /Only an unverifiable claim/,
    ],
    ['mark', { article: 'ARTICLE', start: 5, end: 5, as: 'verifiable' }, 'bad-input', /no words/],
    ['mark', { article: 'ARTICLE', start: 5, end: 900_000, as: 'verifiable' }, 'bad-input', /no words/],
    ['addReferences', { url: 'javascript:alert(1)' }, 'bad-input', /./],
    ['addReferences', {}, 'bad-input', /exactly one way/],
    ['redo', {}, 'nothing-to-undo', /nothing to redo/],
    ['noSuchCall', {}, 'not-found', /no call named/],
  ])('%s with %o fails with the same error', async ([name, input, code, sentence]) => {
    const engine = temporaryEngine();
    const call = await connect(engine);
    const article = await importText(engine);
    const asked = JSON.parse(JSON.stringify(input).replace('ARTICLE', article)) as never;
    const before = (await engine.call('getProject', {})).project;
    const error: unknown = await call(name as CallName, asked).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(CallError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) });
    expect((await engine.call('getProject', {})).project).toEqual(before);
  });
});

test('every call says in one sentence what it does, and a call is a word', () => {
  for (const [name, call] of Object.entries(contract)) {
    expect(call.says, name).toMatch(/^[A-Z].*\.$/);
    expect(isCallName(name)).toBe(true);
  }
  for (const foreign of ['constructor', '__proto__', 'toString', '']) expect(isCallName(foreign)).toBe(false);
});
