import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { cells } from '#domain/act.ts';
import { CallError } from '#contract/error.ts';
import { remember } from '#engine/trust.ts';
import { dropKeys, mate, ringOf, type Mate } from '../support/mates.ts';
import { packed, signed, unpacked, type File } from '../support/forger.ts';
import { digest } from '../support/project.ts';

afterAll(dropKeys);

async function scene() {
  const ada = mate('ada');
  const bea = mate('bea');
  ada.do(cells('claim', 'c1', { present: 1, wording: 'Nine people were missing.' }));
  ada.do(cells('claim', 'c1', { wording: 'Nine people went missing.' }));
  ada.do([...cells('claim', 'c2', { present: 1 }), ...cells('claim', 'c3', { present: 1 })]);
  const bundle = await ada.pack();
  bea.do(cells('claim', 'c9', { present: 1, wording: 'The bridge fell.' }));
  return { ada, bea, bundle };
}

const SENTENCE = /^[A-Z][^\n]+\.$/;

/** The sentence with which a bundle is refused; undefined where it is taken. */
async function refusal(bea: Mate, bundle: Buffer, dryRun = false): Promise<string | undefined> {
  try {
    const { refused } = await bea.merge(bundle, dryRun);
    return refused[0]?.error.message;
  } catch (error) {
    if (error instanceof CallError) return error.message;
    throw error;
  }
}

const MUTATIONS = Number(process.env['ASSAY_FORGERIES'] ?? 5_000);

test('bundles that were cut, changed, mixed or added to are refused whole, in one sentence each', async () => {
  const { bea, bundle } = await scene();
  const before = digest(bea.project.read);
  const whole = unpacked(bundle).map(({ data }) => data.toString('latin1'));
  const writes = () => bea.project.read.one<{ n: number }>('select total_changes() as n')!.n;
  const start = writes();
  const sentences = new Set<string>();
  let same = 0;
  const place = fc.nat(bundle.length - 1);
  const mutation = fc.oneof(
    fc.record({ kind: fc.constant('flip'), at: place, by: fc.integer({ min: 1, max: 255 }) }),
    fc.record({ kind: fc.constant('cut'), at: place, by: fc.constant(0) }),
    fc.record({ kind: fc.constant('drop'), at: place, by: fc.integer({ min: 1, max: 64 }) }),
    fc.record({ kind: fc.constant('double'), at: place, by: fc.integer({ min: 1, max: 64 }) }),
    fc.record({ kind: fc.constant('swap'), at: place, by: fc.integer({ min: 1, max: 64 }) }),
    fc.record({ kind: fc.constant('append'), at: place, by: fc.integer({ min: 1, max: 64 }) }),
  );
  await fc.assert(
    fc.asyncProperty(mutation, async ({ kind, at, by }) => {
      const changed = mutated(bundle, kind, at, by);
      if (changed.equals(bundle)) return;
      const sentence = await refusal(bea, changed, true);
      if (sentence !== undefined) {
        sentences.add(sentence.replaceAll(/\d+/g, 'n'));
        return;
      }
      // the last bits of a deflated file mean nothing: every unpacked byte is what its author signed
      const unfolded = unpacked(changed).map(({ data }) => data.toString('latin1'));
      if (unfolded.join('\n') !== whole.join('\n'))
        throw new Error(`A changed bundle was taken: ${kind} ${at} ${by}.`);
      same += 1;
    }),
    { numRuns: MUTATIONS },
  );
  expect(same).toBeLessThan(MUTATIONS / 100);
  expect(digest(bea.project.read)).toBe(before);
  expect(writes() - start).toBeLessThanOrEqual(same * 100);
  expect(sentences.size).toBeGreaterThan(5);
  for (const sentence of sentences) expect(sentence).toMatch(SENTENCE);
});

function mutated(bundle: Buffer, kind: string, at: number, by: number): Buffer {
  const [before, after] = [bundle.subarray(0, at), bundle.subarray(at)];
  switch (kind) {
    case 'flip': {
      const changed = Buffer.from(bundle);
      changed[at] = changed[at]! ^ by;
      return changed;
    }
    case 'cut':
      return before;
    case 'drop':
      return Buffer.concat([before, after.subarray(by)]);
    case 'double':
      return Buffer.concat([before, after.subarray(0, by), after]);
    case 'swap':
      return Buffer.concat([
        before,
        after.subarray(by, 2 * by),
        after.subarray(0, by),
        after.subarray(2 * by),
      ]);
    default:
      return Buffer.concat([bundle, bundle.subarray(at, at + by)]);
  }
}

const forgeries: Readonly<Record<string, (files: File[], other: File[]) => Buffer>> = {
  'without its signature': (files) => packed(files.slice(0, -1)),
  'with a signature of another bundle': (files, other) => packed([...files.slice(0, -1), other.at(-1)!]),
  'with the manifest of another bundle': (files, other) => packed([other[0]!, ...files.slice(1)]),
  'with the acts of another bundle': (files, other) => packed([files[0]!, other[1]!, ...files.slice(2)]),
  'with a file that is not named': (files) =>
    packed([
      ...files.slice(0, -1),
      { name: `blobs/${'0'.repeat(64)}`, data: Buffer.from('x') },
      files.at(-1)!,
    ]),
  'with a file twice': (files) => packed([...files.slice(0, 2), ...files.slice(1)]),
  'with its files in another order': (files) => packed([files[1]!, files[0]!, ...files.slice(2)]),
  'with changed acts': (files) =>
    packed([files[0]!, { name: files[1]!.name, data: changedActs(files) }, ...files.slice(2)]),
  'with changed acts, signed anew by somebody else': (files) =>
    signed(
      [files[0]!, { name: files[1]!.name, data: changedActs(files) }, ...files.slice(2)],
      'eve',
      () => {},
    ),
  'for another project, signed anew': (files) =>
    signed(files, 'ada', (manifest) => (manifest.project = 'other')),
  'with an act left out, signed anew': (files) =>
    signed(
      [files[0]!, { name: files[1]!.name, data: withoutLast(files) }, ...files.slice(2)],
      'ada',
      () => {},
    ),
  'for named readers, and sent open': (files) =>
    signed(files, 'ada', (manifest) => (manifest.recipients = [ringOf('ada').public().recipient])),
};

function changedActs(files: readonly File[]): Buffer {
  return Buffer.from(files[1]!.data.toString().replace('went missing', 'were found'));
}

function withoutLast(files: readonly File[]): Buffer {
  const lines = files[1]!.data.toString().split('\n');
  return Buffer.from(lines.slice(0, -3).join('\n') + '\n');
}

test.for(Object.keys(forgeries))('a bundle %s is refused', async (name) => {
  const { bea, ada, bundle } = await scene();
  ada.do(cells('claim', 'c4', { present: 1 }));
  const other = unpacked(await ada.pack());
  const before = digest(bea.project.read);
  expect(await refusal(bea, forgeries[name]!(unpacked(bundle), other))).toMatch(SENTENCE);
  expect(digest(bea.project.read)).toBe(before);
});

test('acts in the name of somebody who signs are taken only with their signature', async () => {
  const { ada, bea, bundle } = await scene();
  await bea.merge(bundle);
  // Eve gets the project, forges an act of Ada’s device at the end of its chain, and packs it as her own bundle
  const eve = mate('eve');
  await eve.merge(bundle);
  eve.do(cells('claim', 'c1', { present: 1 }));
  const { device } = ada.session.author;
  const own = eve.session.author;
  eve.session = { ...eve.session, author: { person: 'ada', device } };
  eve.do(cells('claim', 'c1', { wording: 'Nobody was missing.' }));
  eve.session = { ...eve.session, author: own };
  const honest = await eve.pack();
  expect((await bea.merge(honest)).acts.new).toBe(2);

  // with the forged act put into it by hand, all of the bundle is refused
  const sealed = eve.project.db!;
  sealed.run('delete from seal where device = ?', device);
  const forged = await eve.pack();
  const before = digest(bea.project.read);
  expect(await refusal(bea, forged)).toMatch(/has not signed/);
  expect(digest(bea.project.read)).toBe(before);
});

test('somebody else’s key for a trusted person is refused until it is trusted too', async () => {
  const { bea, bundle } = await scene();
  await bea.merge(bundle);
  remember(bea.session.home, ringOf('ada').public().key, {
    state: 'trusted',
    name: 'ada',
    recipient: '',
    at: '',
  });
  const eve = mate('eve');
  await eve.merge(bundle);
  eve.session = { ...eve.session, author: { person: 'ada', device: 'eves-device' } };
  eve.do(cells('claim', 'c1', { wording: 'Nobody was missing.' }));
  const before = digest(bea.project.read);
  expect(await refusal(bea, await eve.pack())).toMatch(/in the name of ada.*not the one you trust/);
  expect(digest(bea.project.read)).toBe(before);
});

test('a bundle signed with a revoked key is refused', async () => {
  const { bea, bundle } = await scene();
  const { key } = ringOf('ada').public();
  remember(bea.session.home, key, { state: 'revoked', name: 'ada', recipient: '', at: '' });
  expect(await refusal(bea, bundle)).toMatch(/revoked/);
});
