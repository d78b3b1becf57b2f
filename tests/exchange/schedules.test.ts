import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Intent } from '#domain/act.ts';
import { settle } from '#engine/conflicts.ts';
import { conflictsOf } from '#store/conflicts.ts';
import { rebuild } from '#store/rebuild.ts';
import { verify } from '#store/verify.ts';
import { dropKeys, mate, Mate, type Rows } from '../support/mates.ts';
import { digest } from '../support/project.ts';

afterAll(dropKeys);

const PEOPLE = ['ada', 'bea', 'cem', 'dov', 'eli'];
const YEARS = 365 * 86_400_000;

const intent: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({
    table: fc.constant('claim'),
    row: fc.constantFrom('c1', 'c2'),
    column: fc.constantFrom('wording', 'claimant', 'colour'),
    value: fc.option(fc.constantFrom('twelve', 'twenty', 'двенадцать')),
  }),
  fc.record({
    table: fc.constantFrom('claim', 'evidence'),
    row: fc.constantFrom('c1', 'c3'),
    column: fc.constant('present'),
    value: fc.constantFrom(0, 1),
  }),
  fc.record({
    table: fc.constant('evidence'),
    row: fc.constantFrom('e1', 'e2'),
    column: fc.constantFrom('claim', 'note', 'quote'),
    value: fc.constantFrom('c1', 'c9'),
  }),
);

const who = fc.nat(4);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      who,
      changes: fc.uniqueArray(intent, {
        minLength: 1,
        maxLength: 3,
        selector: ({ table, row, column }) => `${table} ${row} ${column}`,
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pack' as const), who, known: fc.boolean(), to: who }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('deliver' as const), who, which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle' as const), who, take: fc.nat(1) }) },
  // a virtual machine's clone, a copied file, a restored backup, a program that was closed and opened
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('clone' as const, 'copy' as const, 'restore' as const, 'reopen' as const),
      who,
    }),
  },
);

const SCHEDULES = Number(process.env['ASSAY_EXCHANGES'] ?? 400);

test(
  'whatever is done, packed, lost, repeated, copied, restored and undone: the same tables everywhere, and nothing is lost',
  { timeout: 7_200_000 },
  async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 5 }),
        fc.array(step, { minLength: 4, maxLength: 14 }),
        fc.array(fc.integer({ min: -10 * YEARS, max: 10 * YEARS }), { minLength: 5, maxLength: 5 }),
        async (count, steps, skews) => {
          const mates = PEOPLE.slice(0, count).map((person) => mate(person));
          mates.forEach((one, i) => (one.now = 1_700_000_000_000 + skews[i]!));
          const authors = new Map<string, string>();
          const mail: Buffer[] = [];
          const backups = new Map<Mate, Rows>();
          const at = (n: number) => mates[n % mates.length]!;
          try {
            for (const one of steps) {
              const own = at(one.who);
              own.now += 1_000;
              if (one.kind === 'act') authors.set(own.do(one.changes), own.kept.person);
              else if (one.kind === 'pack')
                mail.push(await own.pack(one.known ? forWhom(own, at(one.to)) : {}));
              else if (one.kind === 'deliver') {
                const bundle = mail[one.which % Math.max(1, mail.length)];
                if (bundle) await clean(own, bundle);
              } else if (one.kind === 'undo' || one.kind === 'redo') own.back(one.kind);
              else if (one.kind === 'settle') {
                const [conflict] = conflictsOf(own.project.read);
                if (conflict) settle(own.session, { id: conflict.id, take: one.take });
              } else if (one.kind === 'reopen') own.reopen();
              else if (one.kind === 'restore') {
                const backup = backups.get(own);
                if (backup) own.reopen(backup);
                else backups.set(own, own.rows());
              } else if (mates.length < 5) {
                const rows = own.rows();
                const { person, device, files } = own.kept;
                mates.push(
                  one.kind === 'clone'
                    ? new Mate({ person, device, files: structuredClone(files) }, own.file, rows)
                    : new Mate(
                        { person: `${person}2`, device: `${device}-copy`, files: new Map() },
                        '/copy.assay',
                        rows,
                      ),
                );
                mates.at(-1)!.now = own.now;
              }
            }
            const [first, ...others] = mates as [Mate, ...Mate[]];
            const everything = new Set(mates.flatMap((one) => hashes(one)));
            for (const other of others) await clean(first, await other.pack());
            const all = await first.pack();
            for (const other of others) await clean(other, all);
            const wanted = digest(first.project.read);
            for (const one of mates) {
              expect(digest(one.project.read)).toBe(wanted);
              expect(new Set(hashes(one))).toEqual(everything);
            }
            expect(await others[0]!.merge(all)).toMatchObject({ merge: null, acts: { new: 0 } });
            // what was done after a backup and never packed goes with the file when the backup replaces it
            const kept = [...authors]
              .filter(([hash]) => everything.has(hash))
              .sort(([a], [b]) => (a < b ? -1 : 1));
            expect(
              first.project.read
                .all<{ hash: string; person: string }>('select hash, person from act order by hash')
                .flatMap(({ hash, person }) => (authors.has(hash) ? [[hash, person]] : [])),
            ).toEqual(kept);
            run += 1;
            // the tables are the same everywhere, so one check of them is enough; it costs more than all before it
            if (run % 10 !== 0) return;
            expect(verify(first.project.read).problems).toEqual([]);
            rebuild(first.project.db!);
            expect(digest(first.project.read)).toBe(wanted);
          } finally {
            for (const one of mates) one.close();
          }
        },
      ),
      { numRuns: SCHEDULES },
    );
  },
);

function forWhom(own: Mate, other: Mate) {
  const known = own.project.read.one('select 1 from person where id = ? and present = 1', other.kept.person);
  return known ? { for: other.kept.person } : {};
}

async function clean(one: Mate, bundle: Buffer): Promise<void> {
  expect((await one.merge(bundle)).refused).toEqual([]);
}

function hashes(one: Mate): string[] {
  return one.project.read.all<{ hash: string }>('select hash from act').map(({ hash }) => hash);
}
