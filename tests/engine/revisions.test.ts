import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Engine } from '#engine/engine.ts';
import { ARTICLE, importText, temporaryEngine } from '../support/engine.ts';
import { sharedPath } from '../support/shared.ts';

async function marked(engine: Engine) {
  const id = await importText(engine);
  const mark = (quote: string, suffix?: string) =>
    engine.call('mark', {
      article: id,
      quote,
      ...(suffix === undefined ? {} : { suffix }),
      as: 'verifiable',
    });
  await mark('Nine people were missing by dawn', ', the council');
  await mark('The spillway was inspected in March');
  await mark('Nobody will ever trust the river again');
  return id;
}
const textOf = async (engine: Engine, id: string) => (await engine.call('getArticle', { id })).text;
const standing = async (engine: Engine) =>
  (await engine.call('listClaims', {})).claims.flatMap((claim) => claim.occurrences);

test('a revision takes every occurrence along in one act, and undo and redo bring them back exactly', async () => {
  const engine = temporaryEngine();
  const id = await marked(engine);
  const before = await standing(engine);
  const text = await textOf(engine, id);
  const corrected = text
    .replace('The spillway was inspected in March', 'The old spillway was inspected in May')
    .replace(' Nobody will ever trust the river again.', '');
  const acts = (await engine.call('listActs', {})).total;
  const done = await engine.call('reviseArticle', { id, text: corrected, reason: 'Spelling' });
  expect((await engine.call('listActs', {})).total).toBe(acts + 1);
  expect(done.revision).toMatchObject({ reason: 'Spelling', parent: before[0]!.revision });
  expect(done.occurrences.map(({ state }) => state).toSorted()).toEqual(['exact', 'moved', 'orphaned']);
  for (const one of done.occurrences.filter(({ state }) => state !== 'orphaned'))
    expect((await textOf(engine, id)).slice(one.start, one.end)).toBe(one.exact);
  expect(done.occurrences.find(({ state }) => state === 'orphaned')!.exact).toBe(
    'Nobody will ever trust the river again',
  );
  const after = await standing(engine);

  await engine.call('undo', {});
  expect(await standing(engine)).toEqual(before);
  expect(await textOf(engine, id)).toBe(text);
  await engine.call('redo', {});
  expect(await standing(engine)).toEqual(after);
  expect((await engine.call('verifyProject', {})).problems).toEqual([]);
});

test('what has the same words is not saved again; what cannot be read is refused, and nothing changes', async () => {
  const engine = temporaryEngine();
  const id = await marked(engine);
  const { text, document, revisions } = await engine.call('getArticle', { id });
  await expect(engine.call('reviseArticle', { id, text })).rejects.toThrow('nothing was changed');
  await expect(engine.call('reviseArticle', { id, text: ARTICLE })).rejects.toThrow('nothing was changed');
  await expect(engine.call('reviseArticle', { id, document })).rejects.toThrow('nothing was changed');
  await expect(engine.call('reviseArticle', { id, text: ' \n ' })).rejects.toThrow('empty');
  await expect(engine.call('reviseArticle', { id })).rejects.toThrow('one way');
  await expect(
    engine.call('reviseArticle', { id, document: { type: 'doc', content: [{ type: 'script' }] } }),
  ).rejects.toMatchObject({ code: 'bad-input' });
  expect((await engine.call('getArticle', { id })).revisions).toEqual(revisions);
});

test('the original never changes and is one step away; going back is a new revision', async () => {
  const engine = temporaryEngine();
  const id = await marked(engine);
  const first = await standing(engine);
  const text = await textOf(engine, id);
  const { revision } = await engine.call('reviseArticle', { id, text: text.replace('inspected', 'seen') });
  const original = (await engine.call('listRevisions', { article: id })).revisions.find(
    (one) => one.original,
  )!;
  expect((await engine.call('getArticle', { id, revision: original.id })).text).toBe(text);
  const back = await engine.call('restoreRevision', { id: original.id, reason: 'Wrong correction' });
  expect(back.revision.parent).toBe(revision.id);
  expect(await textOf(engine, id)).toBe(text);
  expect((await standing(engine)).map(({ start, end, state }) => ({ start, end, state }))).toEqual(
    first.map(({ start, end, state }) => ({ start, end, state })),
  );
  expect((await engine.call('listRevisions', { article: id })).revisions).toHaveLength(3);
  await expect(engine.call('restoreRevision', { id: original.id })).rejects.toThrow('already');
});

test('two revisions are compared word by word with the claims on both', async () => {
  const engine = temporaryEngine();
  const id = await marked(engine);
  const text = await textOf(engine, id);
  await engine.call('reviseArticle', { id, text: text.replace('inspected in March', 'inspected in May') });
  const { revisions } = await engine.call('listRevisions', { article: id });
  const compared = await engine.call('compareRevisions', {
    article: id,
    before: revisions[1]!.id,
    after: revisions[0]!.id,
  });
  const changes = compared.stretches.filter(({ kind }) => kind !== 'same');
  expect(changes.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  expect(text.slice(changes[0]!.before.start, changes[0]!.before.end)).toBe('March');
  expect(compared.before.marks.map((mark) => text.slice(mark.start, mark.end))).toContain(
    'The spillway was inspected in March',
  );
  expect(compared.after.marks.map((mark) => compared.after.text.slice(mark.start, mark.end))).toContain(
    'The spillway was inspected in May',
  );
});

test('a lost mark is listed with look-alikes, attached again in one act, and keeps its history', async () => {
  const engine = temporaryEngine();
  const id = await marked(engine);
  const text = await textOf(engine, id);
  const [first] = await standing(engine);
  await engine.call('reviseArticle', {
    id,
    text: text.replace('Nine people were missing by dawn, the council said. ', ''),
  });
  const { needed } = await engine.call('listAttention', {});
  expect(needed).toHaveLength(1);
  expect(needed[0]!.occurrence).toMatchObject({ id: first!.id, state: 'orphaned' });
  expect(needed[0]!.marked.exact).toBe('Nine people were missing by dawn');
  expect(needed[0]!.candidates[0]!.exact).toBe('Nine people were missing by dawn');
  expect((await engine.call('getProject', {})).counts.attention).toBe(1);

  const { occurrence } = await engine.call('reattach', {
    occurrence: first!.id,
    quote: 'Nine people were missing by dawn',
  });
  expect(occurrence).toMatchObject({ state: 'exact', confidence: 1 });
  expect((await engine.call('listAttention', {})).needed).toEqual([]);
  const { acts } = await engine.call('listActs', { claim: first!.claim });
  expect(acts.map(({ deed }) => deed)).toEqual(['reattach', 'mark']);
  await engine.call('undo', {});
  expect((await engine.call('getProject', {})).counts.attention).toBe(1);
});

test('the places that cite a footnote follow too', async () => {
  const engine = temporaryEngine();
  const id = await marked(engine);
  const before = await engine.call('getArticle', { id });
  const said = (text: string, places: readonly { start: number; end: number }[]) =>
    places.map(({ start, end }) => text.slice(start, end));
  await engine.call('reviseArticle', { id, text: `A first line.\n${before.text}` });
  const after = await engine.call('getArticle', { id });
  expect(before.footnotes.length).toBeGreaterThan(0);
  after.footnotes.forEach((note, n) => {
    expect(said(after.text, note.places)).toEqual(said(before.text, before.footnotes[n]!.places));
  });
});

test('a correction that is not saved is kept for its writer alone, and thrown away when told', async () => {
  const engine = temporaryEngine();
  const id = await marked(engine);
  const { document, revision } = await engine.call('getArticle', { id });
  const acts = (await engine.call('listActs', {})).total;
  await engine.call('keepCorrection', { article: id, parent: revision.id, document });
  expect((await engine.call('getCorrection', { article: id })).correction).toMatchObject({
    parent: revision.id,
    document,
  });
  expect((await engine.call('listActs', {})).total).toBe(acts);
  expect(await engine.call('dropCorrection', { article: id })).toEqual({ dropped: true });
  expect((await engine.call('getCorrection', { article: id })).correction).toBeNull();
});

const folder = sharedPath('articles');
const articles = folder ? readdirSync(folder) : [];

test.skipIf(!folder)(
  'every sentence of real articles follows when the first line is written anew',
  async () => {
    for (const name of articles) {
      const engine = temporaryEngine();
      const id = await importText(engine, readFileSync(join(folder!, name), 'utf8'), name);
      const { text, sentences } = await engine.call('getArticle', { id });
      const spans = Array.from({ length: sentences.length / 2 }, (_, n) => ({
        start: sentences[2 * n]!,
        end: sentences[2 * n + 1]!,
      }));
      await engine.call('markSentences', { article: id, spans, as: 'verifiable' });
      const [first, ...others] = text.split('\n');
      const { occurrences } = await engine.call('reviseArticle', {
        id,
        text: ['A note from the editors.', ...others].join('\n'),
      });
      const now = await textOf(engine, id);
      const exact = occurrences.filter(({ state }) => state === 'exact');
      for (const one of exact) expect(now.slice(one.start, one.end)).toBe(one.exact);
      const inFirst = spans.filter(({ start }) => start < first!.length).length;
      expect(exact.length, name).toBe(spans.length - inFirst);
    }
    process.stdout.write(`${articles.length} real articles revised\n`);
  },
);
