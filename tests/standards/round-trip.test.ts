import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryEngine } from '../support/engine.ts';
import { changes, emptyProject, exported, importBytes } from './support.ts';
import { fill, plans } from './project.ts';

const RUNS = Number(process.env['ASSAY_STANDARDS_RUNS'] ?? 1);
const FORMATS = ['averitec', 'claimreview', 'qdpx', 'webannotation'] as const;

test(
  'what a project writes in a standard it reads back without a change, and another project writes the same',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const engine = temporaryEngine();
        await fill(engine, plan);
        const acts = (await engine.call('listActs', {})).total;
        for (const format of FORMATS) {
          const first = await exported(engine, format);
          const back = await importBytes(engine, first.bytes, `x.${format}`);
          expect({ format, changes: changes(back), written: back.written, skipped: back.skipped }).toEqual({
            format,
            changes: 0,
            written: false,
            skipped: 0,
          });

          const other = emptyProject();
          await importBytes(other, first.bytes, `x.${format}`);
          const again = await importBytes(other, first.bytes, `x.${format}`);
          expect({ format, changes: changes(again) }).toEqual({ format, changes: 0 });
          expect(await contents(other, format)).toEqual(await contents(engine, format));
        }
        expect((await engine.call('listActs', {})).total).toBe(acts);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  },
);

/** What a format promises to carry, with the identities. */
async function contents(engine: ReturnType<typeof emptyProject>, format: (typeof FORMATS)[number]) {
  const { claims } = await engine.call('listClaims', {});
  const carried = claims.filter((claim) =>
    format === 'averitec' || format === 'claimreview' ? claim.rated === 'final' : true,
  );
  return carried
    .map((claim) => ({
      id: claim.id,
      wording: claim.wording,
      claimant: claim.claimant,
      claimedOn: claim.claimedOn,
      verdicts: claim.verdicts.map(({ id, scale, rating, text, state }) => ({
        id,
        scale,
        rating,
        text,
        state,
      })),
      ...(format === 'claimreview'
        ? {}
        : { types: claim.types, strategies: claim.strategies, country: claim.country }),
      ...(format === 'averitec'
        ? {}
        : {
            tags: claim.tags,
            evidence: claim.evidence.map(({ id, stance, quote, note }) => ({ id, stance, quote, note })),
          }),
      ...(format === 'claimreview'
        ? {}
        : {
            questions: claim.questions.map(({ id, text, answers }) => ({
              id,
              text,
              answers: answers.map((one) => ({
                id: one.id,
                text: one.text,
                type: one.type,
                explanation: one.explanation,
                medium: one.medium,
              })),
            })),
          }),
      ...(format === 'qdpx' || format === 'webannotation'
        ? { comments: claim.comments.map(({ id, text }) => ({ id, text })) }
        : {}),
      ...(format === 'qdpx'
        ? { occurrences: claim.occurrences.map(({ id, start, end, exact }) => ({ id, start, end, exact })) }
        : {}),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

test('a trial writes nothing, an import is one act, and one step of undo takes it back', async () => {
  const engine = temporaryEngine();
  await fill(engine, {
    claims: [
      {
        wording: 'w',
        claimant: 'c',
        rating: 'false',
        reasons: 'r',
        tag: 'water',
        quote: 'q',
        stance: 'refutes',
        question: 'Q?',
        answer: 'a',
        type: 'abstractive',
        medium: 'pdf',
        comment: 'k',
        span: 0,
      },
    ],
  });
  const { bytes } = await exported(engine, 'webannotation');
  const other = emptyProject();
  const before = (await other.call('listActs', {})).total;
  const trial = await importBytes(other, bytes, 'x.json', { dryRun: true });
  expect(trial).toMatchObject({ written: false, claims: { new: 1 } });
  expect((await other.call('listActs', {})).total).toBe(before);
  const done = await importBytes(other, bytes, 'x.json');
  expect(done).toMatchObject({ written: true, claims: { new: 1, changed: 0, same: 0 } });
  expect((await other.call('listActs', {})).total).toBe(before + 1);
  await other.call('undo', {});
  expect((await other.call('listClaims', {})).total).toBe(0);
});

test('only what really differs is a change; what was removed here is not brought back', async () => {
  const engine = temporaryEngine();
  await fill(engine, {
    claims: [
      {
        wording: 'one',
        claimant: 'c',
        rating: 'false',
        reasons: 'r',
        tag: 'water',
        quote: 'q',
        stance: 'refutes',
        question: 'Q?',
        answer: 'a',
        type: 'abstractive',
        medium: 'pdf',
        comment: 'k',
        span: 0,
      },
    ],
  });
  const { text } = await exported(engine, 'webannotation');
  const edited = await importBytes(engine, text.replaceAll('"value": "one"', '"value": "two"'), 'x.json');
  expect(edited.claims).toEqual({ new: 0, changed: 1, same: 0 });
  expect(edited.report[0]).toMatchObject({ outcome: 'changed', message: 'wording.' });
  const { claims } = await engine.call('listClaims', {});
  await engine.call('removeClaim', { id: claims[0]!.id });
  const gone = await importBytes(engine, text, 'x.json');
  expect(gone.written).toBe(false);
  expect(gone.report).toContainEqual(
    expect.objectContaining({ outcome: 'skipped', message: expect.stringContaining('removed') }),
  );
});

test('the same project writes the same bytes, whatever the time zone and the locale', async () => {
  const engine = temporaryEngine();
  await fill(engine, {
    claims: [
      {
        wording: 'one',
        claimant: 'c',
        rating: 'half-true',
        reasons: 'r',
        tag: 'вода',
        quote: 'q',
        stance: 'supports',
        question: 'Q?',
        answer: 'a',
        type: 'boolean',
        medium: 'pdf',
        comment: 'k',
        span: 2,
      },
    ],
  });
  const zone = process.env['TZ'];
  for (const format of [...FORMATS, 'claimreview-page'] as const) {
    const first = await exported(engine, format);
    for (const other of ['Asia/Almaty', 'America/St_Johns']) {
      process.env['TZ'] = other;
      expect(Buffer.compare((await exported(engine, format)).bytes, first.bytes), format).toBe(0);
    }
  }
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});
