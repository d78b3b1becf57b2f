import { expect, test } from 'vitest';
import type { Engine } from '#engine/engine.ts';
import { importText, temporaryEngine } from '../support/engine.ts';

const COPY =
  'Minutes of the council.\n\nFour people were missing at dawn. Four people were missing at noon.\n\nThe meeting closed.';

async function keep(engine: Engine, reference: string, text: string, name = 'minutes.txt') {
  const { token } = engine.receive(new TextEncoder().encode(text), name);
  return (await engine.call('capture', { reference, upload: { token, name } })).capture;
}

async function desk() {
  const engine = temporaryEngine();
  const article = await importText(engine);
  const { claim } = await engine.call('mark', {
    article,
    quote: 'Two hours earlier it had said four',
    as: 'verifiable',
  });
  const { references } = await engine.call('addReferences', {
    url: 'https://example.org/minutes',
    title: 'Minutes',
  });
  return { engine, claim: claim.id, reference: references[0]!.id };
}

test('a quote finds its place in the archived copy; where it stands twice, no place is guessed', async () => {
  const { engine, claim, reference } = await desk();
  const capture = await keep(engine, reference, COPY);
  const { text } = await engine.call('readCapture', { id: capture.id });
  const once = await engine.call('linkEvidence', {
    claim,
    reference,
    stance: 'supports',
    quote: 'missing at  dawn',
  });
  const { start, end } = once.evidence.place!;
  expect(text.slice(start, end)).toBe('missing at dawn');
  expect(once.evidence).toMatchObject({ quote: 'missing at dawn', capture: capture.id });
  const twice = await engine.call('linkEvidence', {
    claim,
    reference,
    stance: 'supports',
    quote: 'Four people were missing',
  });
  expect(twice.evidence).toMatchObject({
    quote: 'Four people were missing',
    place: null,
    capture: capture.id,
  });
  const nowhere = await engine.call('linkEvidence', {
    claim,
    reference,
    stance: 'context',
    quote: 'Nobody came.',
  });
  expect(nowhere.evidence).toMatchObject({ quote: 'Nobody came.', place: null });
});

test('a place that is given must hold', async () => {
  const { engine, claim, reference } = await desk();
  const capture = await keep(engine, reference, COPY);
  const place = { start: 0, end: 7, prefix: '', suffix: '' };
  const asked = { claim, reference, capture: capture.id, stance: 'context', place } as const;
  await expect(engine.call('linkEvidence', { ...asked, quote: 'Seconds' })).rejects.toMatchObject({
    code: 'bad-input',
  });
  const { evidence } = await engine.call('linkEvidence', { ...asked, quote: 'Minutes' });
  expect(evidence.place).toEqual(place);
  const edited = await engine.call('editEvidence', {
    id: evidence.id,
    stance: 'refutes',
    note: 'So they say.',
  });
  expect(edited.evidence).toMatchObject({ stance: 'refutes', note: 'So they say.', quote: 'Minutes', place });
});

test('what evidence stands on cannot be taken away under it', async () => {
  const { engine, claim, reference } = await desk();
  const capture = await keep(engine, reference, COPY);
  const { evidence } = await engine.call('linkEvidence', {
    claim,
    reference,
    stance: 'refutes',
    quote: 'The meeting closed.',
  });
  await expect(engine.call('removeReference', { id: reference })).rejects.toMatchObject({ code: 'refused' });
  await expect(engine.call('removeCapture', { id: capture.id })).rejects.toMatchObject({ code: 'refused' });
  await engine.call('removeEvidence', { id: evidence.id });
  await engine.call('removeCapture', { id: capture.id });
  await engine.call('removeReference', { id: reference });
  expect((await engine.call('listReferences', {})).references).toEqual([]);
  for (let n = 0; n < 3; n += 1) await engine.call('undo', {});
  expect((await engine.call('getReference', { id: reference })).evidence).toHaveLength(1);
});

test('the same bytes are kept once, and come out as they went in', async () => {
  const { engine, reference } = await desk();
  const one = await keep(engine, reference, COPY);
  const two = await keep(engine, reference, COPY, 'again.txt');
  expect(two.sha256).toBe(one.sha256);
  expect(new TextDecoder().decode(engine.captureBytes(two.id.slice(0, 10)).bytes)).toBe(COPY);
  expect(() => engine.captureBytes('nope')).toThrow(/There is no capture nope/);
});

test('references come in by each way, and one bad entry stops no other', async () => {
  const engine = temporaryEngine();
  const bibtex = '@book{a, title={One}}\n@book{b, title={Two}';
  const added = await engine.call('addReferences', { bibtex });
  expect(added.references.map(({ csl }) => csl.title)).toEqual(['One']);
  expect(added.failed).toHaveLength(1);
  await engine.call('addReferences', { ris: 'TY  - RPRT\nTI  - Three\nER  - \n' });
  await engine.call('addReferences', { cslText: '[{"type":"report","title":"Four"}]' });
  const { references } = await engine.call('listReferences', {});
  expect(references.map(({ csl }) => csl.title)).toEqual(['One', 'Three', 'Four']);
  for (const { citation } of references) expect(citation).toMatch(/One|Three|Four/);
  const dated = { type: 'webpage', title: 'Five', issued: { 'date-parts': [[2026, 3, 9]] } };
  const inRussian = await engine.call('addReferences', { csl: dated, tell: 'ru' });
  expect(inRussian.references[0]!.citation).toMatch(/март/);
  const { id } = inRussian.references[0]!;
  expect((await engine.call('getReference', { id })).reference.citation).toMatch(/March/);
  expect((await engine.call('getReference', { id, tell: 'ru' })).reference.citation).toMatch(/март/);
  await expect(engine.call('addReferences', { cslText: 'nothing of the kind' })).resolves.toMatchObject({
    references: [],
    failed: [{}],
  });
});
