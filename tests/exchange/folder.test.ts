import fc from 'fast-check';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cells } from '#domain/act.ts';
import { verify } from '#store/verify.ts';
import { carry, carryAll, lose, Member, type Way } from '../support/carrier.ts';
import { dropKeys, mate, PROJECT, ringOf, type Rows } from '../support/mates.ts';
import { digest, temporaryFolder } from '../support/project.ts';

afterAll(dropKeys);

function team(...people: string[]): Member[] {
  const place = temporaryFolder();
  return people.map((person) => new Member(mate(person), place));
}

const claim = (member: Member, id: string, wording: string) =>
  member.mate.do(cells('claim', id, { present: 1, wording }));
const wordings = (member: Member) =>
  member.mate.project.read.all<{ wording: string }>('select wording from claim order by id');
const same = (members: readonly Member[]) =>
  new Set(members.map((one) => digest(one.mate.project.read))).size;

async function exchange(...members: Member[]): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    for (const member of members) {
      expect((await member.round()).problem).toBeNull();
      carryAll(members);
    }
  }
}

describe('an exchange folder', () => {
  test('brings over what is done after the first round of a session too, and then rests', async () => {
    const [ada, bea] = team('ada', 'bea') as [Member, Member];
    claim(ada, 'c1', 'first');
    await exchange(ada, bea);
    claim(ada, 'c1', 'second');
    claim(bea, 'c2', 'from bea');
    await exchange(ada, bea);
    expect(wordings(bea)).toEqual([{ wording: 'second' }, { wording: 'from bea' }]);
    expect(same([ada, bea])).toBe(1);
    const files = ada.files().size;
    await exchange(ada, bea);
    expect(ada.files().size).toBe(files);
    // a new session knows as much
    ada.restart();
    expect(await ada.round()).toMatchObject({ merged: { files: 0 }, written: { files: 0 } });
  });

  test('takes a file in only when it is whole, and leaves alone what is not its own', async () => {
    const [ada, bea] = team('ada', 'bea') as [Member, Member];
    claim(ada, 'c1', 'first');
    await ada.round();
    const [name] = [...ada.files().keys()] as [string];
    for (const way of ['empty', 'truncated'] as const) {
      carry(ada, bea, name, way);
      expect(await bea.round()).toMatchObject({ merged: { files: 0 }, arriving: [name.slice(13)] });
    }
    carry(ada, bea, name, 'conflict');
    const device = dirname(join(bea.folder, name));
    writeFileSync(join(device, 'notes.txt'), 'call Lind');
    writeFileSync(join(device, '.syncthing.x.tmp'), 'half');
    writeFileSync(join(device, `000002-${'A'.repeat(64)}.assaypack`), 'upper case is no name of ours');
    symlinkSync(join(ada.folder, name), join(device, `000009-${'0'.repeat(64)}.assaypack`));
    symlinkSync(ada.folder, join(dirname(device), 'linked'));
    expect((await bea.round()).strange).toHaveLength(5);
    carry(ada, bea, name, 'whole');
    expect(await bea.round()).toMatchObject({ merged: { files: 1 }, arriving: [], people: ['ada'] });
    expect(wordings(bea)).toEqual([{ wording: 'first' }]);
  });

  test('writes through no link that a carrier brought', async () => {
    const [ada] = team('ada') as [Member];
    const elsewhere = temporaryFolder();
    mkdirSync(join(ada.folder, 'v1', PROJECT), { recursive: true });
    symlinkSync(elsewhere, join(ada.folder, 'v1', PROJECT, ada.mate.session.author.device));
    claim(ada, 'c1', 'first');
    expect((await ada.round()).problem).toMatch(/is a link or a file/);
    rmSync(join(ada.folder, 'v1'), { recursive: true });
    symlinkSync(elsewhere, join(ada.folder, 'v1'));
    await expect(ada.round()).rejects.toThrow(/is a link or a file/);
    cpSync(elsewhere, join(ada.folder, 'copy'), { recursive: true });
    expect(ada.files().size).toBe(0);
  });

  test('says that its drive is gone, and never takes that for an empty folder', async () => {
    const [ada] = team('ada') as [Member];
    claim(ada, 'c1', 'first');
    await ada.round();
    const back = lose(ada);
    Object.defineProperty(ada, 'chosen', { value: { ...ada.chosen, begun: true } });
    await expect(ada.round()).rejects.toThrow(/no longer holds this project’s files/);
    expect(ada.files().size).toBe(0);
    back();
    claim(ada, 'c1', 'second');
    expect((await ada.round()).written.files).toBe(1);
  });

  test('names a refused file, takes in the others, and takes it too once its key is judged anew', async () => {
    const [ada, bea, cem] = team('ada', 'bea', 'cem') as [Member, Member, Member];
    for (const one of [ada, bea]) claim(one, `c-${one.mate.kept.person}`, one.mate.kept.person);
    await ada.round();
    await bea.round();
    const { key, recipient } = ringOf('ada').public();
    const judge = (state: string) =>
      cem.mate.kept.files.set('trust', { [key]: { state, name: 'ada', recipient, at: '' } });
    judge('revoked');
    carryAll([ada, bea, cem]);
    expect(await cem.round()).toMatchObject({
      merged: { files: 1 },
      refused: [{ error: { code: 'refused' } }],
    });
    expect(wordings(cem)).toEqual([{ wording: 'bea' }]);
    expect((await cem.round()).refused).toHaveLength(1);
    judge('trusted');
    expect(await cem.round()).toMatchObject({ merged: { files: 1 }, refused: [] });
    expect(wordings(cem)).toHaveLength(2);
  });

  test('goes on taking in while the own key is locked, and says what that stops', async () => {
    const [ada, bea] = team('ada', 'bea') as [Member, Member];
    claim(ada, 'c1', 'first');
    claim(bea, 'c2', 'second');
    await ada.round();
    carryAll([ada, bea]);
    const { keys } = bea.mate.session;
    const locked = {
      ...keys,
      unlocked: () => undefined,
      open: () =>
        Promise.reject(Object.assign(new Error('Your key is under a passphrase.'), { code: 'locked' })),
    };
    Object.assign(bea.mate.session, { keys: locked });
    expect(await bea.round()).toMatchObject({
      merged: { files: 1 },
      problem: expect.stringMatching(/passphrase/),
    });
    expect(wordings(bea)).toHaveLength(2);
    expect((await bea.round()).problem).toMatch(/passphrase/);
    Object.assign(bea.mate.session, { keys });
    expect(await bea.round()).toMatchObject({ written: { files: 1 }, problem: null });
  });

  test('encrypts to those who are trusted, and gives a newly trusted mate all that was before', async () => {
    const [ada, bea, cem] = team('ada', 'bea', 'cem') as [Member, Member, Member];
    const trusts = (one: Member, ...others: Member[]) =>
      one.mate.kept.files.set(
        'trust',
        Object.fromEntries(
          others.map(({ mate: { kept } }) => {
            const { key, recipient } = ringOf(kept.person).public();
            return [key, { state: 'trusted', name: kept.person, recipient, at: '' }];
          }),
        ),
      );
    ada.encrypt = true;
    trusts(ada, bea);
    claim(ada, 'c1', 'secret');
    await ada.round();
    carryAll([ada, bea, cem]);
    expect([...ada.files().values()].some((bytes) => bytes.includes('acts/'))).toBe(false);
    expect(await bea.round()).toMatchObject({ merged: { files: 1 } });
    expect(await cem.round()).toMatchObject({
      merged: { files: 0 },
      refused: [{ error: { code: 'refused' } }],
    });
    // what somebody encrypted is not written anew for all to read
    expect((await bea.round()).written.files).toBe(0);
    trusts(ada, bea, cem);
    expect((await ada.round()).written.files).toBe(1);
    expect((await ada.round()).written.files).toBe(0);
    carryAll([ada, bea, cem]);
    expect(await cem.round()).toMatchObject({ merged: { files: 1 } });
    expect(wordings(cem)).toEqual([{ wording: 'secret' }]);
  });

  test('gives what the writer of a file in the folder did not have', async () => {
    const [ada, bea, cem] = team('ada', 'bea', 'cem') as [Member, Member, Member];
    ada.mate.do(cells('claim', 'c1', { present: 1, wording: 'all of it' }));
    await bea.mate.merge(await ada.mate.pack({ withhold: ['claim:c1'] }));
    claim(bea, 'c2', 'from bea');
    await bea.round();
    carryAll([ada, bea, cem]);
    expect(await ada.round()).toMatchObject({ merged: { files: 1 }, written: { files: 1 } });
    await exchange(ada, bea, cem);
    expect(wordings(cem)).toEqual([{ wording: 'all of it' }, { wording: 'from bea' }]);
    expect(same([ada, bea, cem])).toBe(1);
  });

  test('writes what it has once, also where earlier acts have not arrived, and again where a file was damaged', async () => {
    const [ada, bea] = team('ada', 'bea') as [Member, Member];
    claim(ada, 'c1', 'first');
    await ada.round();
    const [first] = [...ada.files().keys()] as [string];
    claim(ada, 'c2', 'second');
    await ada.round();
    const later = [...ada.files().keys()].find((name) => name !== first)!;
    carry(ada, bea, later, 'whole');
    expect(await bea.round()).toMatchObject({ merged: { files: 1 }, written: { files: 0 } });
    // bea's view loses it, so that she writes what she has, with its gap
    rmSync(join(bea.folder, later));
    expect((await bea.round()).written.files).toBe(1);
    for (let n = 0; n < 3; n += 1) expect((await bea.round()).written.files).toBe(0);
    writeFileSync(join(ada.folder, first), 'damaged');
    expect((await ada.round()).written.files).toBe(1);
    await exchange(ada, bea);
    expect(same([ada, bea])).toBe(1);
  });

  test('counts nothing as known that another merge only tries', async () => {
    const [ada, bea] = team('ada', 'bea') as [Member, Member];
    claim(ada, 'c1', 'first');
    await ada.round();
    carryAll([ada, bea]);
    const bundle = await ada.mate.pack();
    const [, round] = await Promise.all([bea.mate.merge(bundle, true), bea.round()]);
    expect(round).toMatchObject({ merged: { files: 1, acts: 2 } });
    expect(wordings(bea)).toEqual([{ wording: 'first' }]);
  });
});

const who = fc.nat(2);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('act' as const), who, row: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('round' as const), who }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('carry' as const),
      who,
      to: who,
      which: fc.nat(20),
      way: fc.constantFrom<Way>('whole', 'whole', 'truncated', 'empty', 'conflict', 'without-time'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('lose' as const, 'restart' as const, 'keep' as const, 'restore' as const),
      who,
    }),
  },
);

const CARRIED = Number(process.env['ASSAY_CARRIED'] ?? 12);

test(
  'whatever the carrier does, all converge, nothing is lost, and nobody writes another’s file or one of their own twice',
  { timeout: 7_200_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
        const members = team('ada', 'bea', 'cem');
        const backups = new Map<Member, Rows>();
        const restores: (() => void)[] = [];
        const shared = new Set<string>();
        try {
          for (const [n, one] of steps.entries()) {
            const own = members[one.who]!;
            own.mate.now += 10;
            if (one.kind === 'act') claim(own, `c${one.row}`, `${own.mate.kept.person} ${n}`);
            else if (one.kind === 'round') await watched(own, shared);
            else if (one.kind === 'carry') {
              const names = [...own.files().keys()];
              const name = names[one.which % Math.max(1, names.length)];
              if (name !== undefined && one.to !== one.who) carry(own, members[one.to]!, name, one.way);
            } else if (one.kind === 'lose') restores.push(lose(own));
            else if (one.kind === 'restart') own.restart();
            else if (one.kind === 'keep') backups.set(own, own.mate.rows());
            else if (backups.has(own)) own.restart(backups.get(own));
          }
          for (const restore of restores) restore();
          const everything = new Set([...shared, ...members.flatMap(hashes)]);
          for (let quiet = 0, turn = 0; quiet < 3; turn += 1) {
            expect(turn).toBeLessThan(30);
            const member = members[turn % 3]!;
            carryAll(members);
            const { merged, written, refused, problem } = await watched(member, shared);
            expect([refused, problem]).toEqual([[], null]);
            quiet = merged.acts + written.files === 0 ? quiet + 1 : 0;
          }
          expect(same(members)).toBe(1);
          for (const member of members) {
            expect(verify(member.mate.project.read).problems).toEqual([]);
            const here = new Set(hashes(member));
            expect([...everything].filter((hash) => !here.has(hash))).toEqual([]);
          }
        } finally {
          for (const { mate: one } of members) one.close();
        }
      }),
      { numRuns: CARRIED },
    );
  },
);

/** A round, of which nothing may remain in the folder but new files below the own name. */
async function watched(member: Member, shared: Set<string>) {
  const before = member.files();
  const { device } = member.mate.session.author;
  const round = await member.round();
  const after = member.files();
  for (const [name, bytes] of before) expect(after.get(name)?.equals(bytes)).toBe(true);
  const written = [...after.keys()].filter((name) => !before.has(name));
  const own = [device, member.mate.session.author.device];
  expect(written.filter((name) => !own.some((id) => name.startsWith(join('v1', PROJECT, id))))).toEqual([]);
  expect(written).toHaveLength(round.written.files);
  if (round.written.files > 0) for (const hash of hashes(member)) shared.add(hash);
  return round;
}

function hashes(member: Member): string[] {
  return member.mate.project.read.all<{ hash: string }>('select hash from act').map(({ hash }) => hash);
}
