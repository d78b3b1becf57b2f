import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Act, Intent } from '#domain/act.ts';
import { commit } from '#store/commit.ts';
import { receive } from '#store/receive.ts';
import { rebuild } from '#store/rebuild.ts';
import { actsOf, digest, projectInMemory, temporaryFolder, temporaryProject } from '../support/project.ts';

const intent: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({
    table: fc.constant('claim'),
    row: fc.constantFrom('c1', 'c2'),
    column: fc.constantFrom('wording', 'claimant'),
    value: fc.option(fc.constantFrom('twelve', 'twenty', 'двенадцать')),
  }),
  fc.record({
    table: fc.constant('claim'),
    row: fc.constantFrom('c1', 'c2', 'c3'),
    column: fc.constant('present'),
    value: fc.constantFrom(0, 1),
  }),
  fc.record({
    table: fc.constant('evidence'),
    row: fc.constantFrom('e1', 'e2'),
    column: fc.constantFrom('claim', 'reference'),
    value: fc.constantFrom('c1', 'c9', 'r1'),
  }),
  fc.record({
    table: fc.constantFrom('claim', 'hologram'),
    row: fc.constantFrom('c1', 'x1'),
    column: fc.constantFrom('verifiability', 'colour', 'constructor'),
    value: fc.constantFrom('verifiable', 'of-a-later-version', 7),
  }),
);

/** What a device does: an act of its own, or taking in what another has at that moment. The clock may jump anywhere. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      device: fc.nat(2),
      now: fc.integer({ min: 0, max: 4_000_000_000_000 }),
      changes: fc.uniqueArray(intent, {
        minLength: 1,
        maxLength: 4,
        selector: ({ table, row, column }) => `${table} ${row} ${column}`,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ device: fc.nat(2), from: fc.nat(2) }) },
);

test('any set of acts in any order, any split, any repetition gives the same tables, and a rebuild changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 4, maxLength: 24 }),
      fc.array(fc.nat(), { minLength: 40, maxLength: 60 }),
      (steps, shuffle) => {
        const devices = [0, 1, 2].map(() => projectInMemory());
        try {
          for (const one of steps) {
            const project = devices[one.device]!;
            if ('from' in one) receive(project, actsOf(devices[one.from]!.read, project.id), 0);
            else
              commit(
                project,
                { deed: 'test', changes: one.changes },
                { person: `p${one.device}`, device: `d${one.device}` },
                one.now,
              );
          }
          const all = new Map(
            devices.flatMap((device) => actsOf(device.read, device.id)).map((act) => [act.hash, act]),
          );
          const acts = [...all.values()];

          for (const device of devices) receive(device, acts, 0);
          const [first, second, third] = devices.map((device) => digest(device.read));
          expect(second).toBe(first);
          expect(third).toBe(first);

          const elsewhere = projectInMemory();
          devices.push(elsewhere);
          for (const batch of shuffledBatches(acts, shuffle)) receive(elsewhere, batch, 1_000);
          expect(digest(elsewhere.read)).toBe(first);

          rebuild(elsewhere.db!);
          expect(digest(elsewhere.read)).toBe(first);
        } finally {
          for (const device of devices) device.close();
        }
      },
    ),
    { numRuns: Number(process.env['ASSAY_SCHEDULES'] ?? 60) },
  );
});

test('a value that was concurrent is kept, shown as a conflict, and settled by an act that saw both', () => {
  const folder = temporaryFolder();
  const ours = temporaryProject(folder, 'ours');
  const theirs = temporaryProject(folder, 'theirs');
  const says = (project: typeof ours, device: string, value: string, now: number) =>
    commit(
      project,
      { deed: 'editClaim', changes: [{ table: 'claim', row: 'c', column: 'wording', value }] },
      { person: device, device },
      now,
    );

  says(ours, 'a', 'twelve people', 2_000);
  says(theirs, 'b', 'twenty people', 1_000);
  receive(ours, actsOf(theirs.read, theirs.id), 3_000);
  expect(ours.read.one('select wording from claim')).toEqual({ wording: 'twelve people' });
  expect(ours.read.all('select tbl, row, col from conflict')).toEqual([
    { tbl: 'claim', row: 'c', col: 'wording' },
  ]);

  says(ours, 'a', 'twelve or twenty people', 4_000);
  expect(ours.read.all('select * from conflict')).toEqual([]);
  receive(theirs, actsOf(ours.read, ours.id), 5_000);
  expect(theirs.read.one('select wording from claim')).toEqual({ wording: 'twelve or twenty people' });
  expect(theirs.read.all('select value from change where head = 0 order by value')).toEqual([
    { value: 'twelve people' },
    { value: 'twenty people' },
  ]);
});

test('what replaces a value wins over it even when its clock is years behind', () => {
  const folder = temporaryFolder();
  const ours = temporaryProject(folder, 'ours');
  const late = temporaryProject(folder, 'late');
  const changes = (value: string): Intent[] => [{ table: 'claim', row: 'c', column: 'wording', value }];
  commit(
    ours,
    { deed: 'editClaim', changes: changes('first') },
    { person: 'a', device: 'a' },
    4_000_000_000_000,
  );
  receive(late, actsOf(ours.read, ours.id), 1_000);
  commit(late, { deed: 'editClaim', changes: changes('second') }, { person: 'b', device: 'b' }, 1_000);
  receive(ours, actsOf(late.read, late.id), 1_000);
  expect(ours.read.one('select wording from claim')).toEqual({ wording: 'second' });
});

test('an act that was changed on the way is refused by name and changes nothing', () => {
  const folder = temporaryFolder();
  const ours = temporaryProject(folder, 'ours');
  const theirs = temporaryProject(folder, 'theirs');
  const { act } = commit(
    theirs,
    { deed: 'editClaim', changes: [{ table: 'claim', row: 'c', column: 'wording', value: 'true' }] },
    { person: 'b', device: 'b' },
    1_000,
  );
  const forged: Act[] = [
    { ...act, body: act.body!.replace('true', 'false') },
    { ...act, person: 'somebody else' },
    { ...act, project: 'another project' },
    { ...act, sequence: 2 },
  ];
  const before = digest(ours.read);
  expect(receive(ours, forged, 2_000).refused).toHaveLength(forged.length);
  expect(digest(ours.read)).toBe(before);
  expect(receive(ours, [act], 2_000)).toMatchObject({ fresh: 1, refused: [] });
});

function shuffledBatches(acts: readonly Act[], seeds: readonly number[]): Act[][] {
  const order = [...acts, ...acts.slice(0, 3)];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = seeds[i % seeds.length]! % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const size = 1 + (seeds[0]! % 5);
  return Array.from({ length: Math.ceil(order.length / size) }, (_, i) =>
    order.slice(i * size, (i + 1) * size),
  );
}
