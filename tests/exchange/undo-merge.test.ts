import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { cells } from '#domain/act.ts';
import { settle } from '#engine/conflicts.ts';
import { listActs } from '#engine/history.ts';
import { undoMerge } from '#engine/undo-merge.ts';
import { conflictsOf } from '#store/conflicts.ts';
import { verify } from '#store/verify.ts';
import { dropKeys, mate, type Mate } from '../support/mates.ts';
import { digest } from '../support/project.ts';

afterAll(dropKeys);

const wording = (text: string, row = 'c1') => cells('claim', row, { wording: text });

/** What people see: what every cell shows, and each conflict with its values, their authors and what was there before. */
function seen(one: Mate) {
  const db = one.project.read;
  return {
    claims: db.all('select * from claim order by id'),
    conflicts: conflictsOf(db).map(({ id, values, base }) => ({
      id,
      // what two had said alike is brought back once
      values: values
        .filter(({ value }, i) => values.findIndex((one) => one.value === value) === i)
        .map(({ value, person, at }) => [value, person?.id, at]),
      base: base && [base.value, base.person?.id, base.at],
    })),
  };
}

/** Two people who both have a claim, and then word it without seeing each other. */
async function twoWordings(clockOfBea = 1_000_000) {
  const [ada, bea] = [mate('ada'), mate('bea')];
  ada.do(cells('claim', 'c1', { present: 1, wording: 'The dam held.' }), 'mark');
  await bea.merge(await ada.pack());
  bea.now = clockOfBea;
  ada.do(wording('The dam broke.'), 'editClaim');
  bea.do(wording('The dam leaked.'), 'editClaim');
  const merge = (await ada.merge(await bea.pack())).merge!;
  expect(conflictsOf(ada.project.read)).toHaveLength(1);
  return { ada, bea, merge };
}

// whichever value is the newer one and therefore shown
test.each([900_000, 2_000_000])(
  'a merge that made a conflict is undone and redone, and the conflict is listed as it was (clock %d)',
  async (clock) => {
    const { ada, bea, merge } = await twoWordings(clock);
    const before = seen(ada);
    undoMerge(ada.session, merge);
    expect(seen(ada)).toMatchObject({ claims: [{ wording: 'The dam broke.' }], conflicts: [] });
    const undone = seen(ada);
    for (let n = 0; n < 3; n += 1) {
      expect(ada.back('redo')).toBe(true);
      expect(seen(ada)).toEqual(before);
      expect(ada.back('undo')).toBe(true);
      expect(seen(ada)).toEqual(undone);
    }
    ada.back('redo');
    expect(ada.back('redo')).toBe(false);
    // and so it is with whoever gets it by a bundle
    await bea.merge(await ada.pack());
    expect(digest(bea.project.read)).toBe(digest(ada.project.read));
    expect(seen(bea)).toEqual(before);
    expect(verify(ada.project.read).problems).toEqual([]);
    settle(ada.session, { id: before.conflicts[0]!.id, take: 1 });
    expect(conflictsOf(ada.project.read)).toEqual([]);
  },
);

test('undo of settling a conflict lists it again with its authors and what was there before; redo settles it', async () => {
  const { ada } = await twoWordings();
  const before = seen(ada);
  settle(ada.session, { id: before.conflicts[0]!.id, take: 1 });
  const settled = seen(ada);
  expect(settled.conflicts).toEqual([]);
  expect([ada.back('undo'), seen(ada)]).toEqual([true, before]);
  expect([ada.back('redo'), seen(ada)]).toEqual([true, settled]);
  expect([ada.back('undo'), seen(ada)]).toEqual([true, before]);
  // the acts of one step are taken back together, and the history says so
  ada.back('redo');
  const acts = listActs(ada.session, {}).acts.filter(({ deed }) => deed === 'undo');
  expect(acts.map(({ undone }) => undone)).toEqual([true, true, true, true]);
});

test('undo of a merge in which somebody settled a conflict lists the conflict again', async () => {
  const { ada, bea } = await twoWordings();
  await bea.merge(await ada.pack());
  settle(bea.session, { id: conflictsOf(bea.project.read)[0]!.id, value: 'Both happened.' });
  const before = seen(ada);
  const { merge } = await ada.merge(await bea.pack());
  expect(seen(ada)).toMatchObject({ claims: [{ wording: 'Both happened.' }], conflicts: [] });
  undoMerge(ada.session, merge!);
  expect(seen(ada)).toEqual(before);
});

test(
  'whatever was done and merged, undo and redo walk through the same states in both directions',
  { timeout: 3_600_000 },
  async () => {
    const deed = fc.oneof(
      fc.record({ kind: fc.constant('word'), who: fc.nat(2), row: fc.nat(1), text: fc.nat(3) }),
      fc.record({
        kind: fc.constantFrom('merge', 'merge', 'settle', 'undo', 'redo'),
        who: fc.nat(2),
        row: fc.nat(2),
        text: fc.nat(1),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 12 }), async (deeds) => {
        const mates = ['ada', 'bea', 'cem'].map((person) => mate(person));
        try {
          for (const { kind, who, row, text } of deeds) {
            const own = mates[who]!;
            if (kind === 'word') own.do(wording(`text ${text}`, `c${row}`), 'editClaim');
            else if (kind === 'merge') await own.merge(await mates[row]!.pack());
            else if (kind === 'undo' || kind === 'redo') own.back(kind);
            else {
              const [conflict] = conflictsOf(own.project.read);
              if (conflict) settle(own.session, { id: conflict.id, take: text });
            }
          }
          for (const own of mates) {
            const states = [seen(own)];
            while (own.back('undo')) states.push(seen(own));
            for (const state of states.slice(0, -1).reverse()) {
              expect(own.back('redo')).toBe(true);
              expect(seen(own)).toEqual(state);
            }
          }
        } finally {
          for (const own of mates) own.close();
        }
      }),
      { numRuns: Math.ceil(Number(process.env['ASSAY_EXCHANGES'] ?? 2_000) / 25) },
    );
  },
);
