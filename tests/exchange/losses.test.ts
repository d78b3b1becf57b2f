import { afterAll, expect, test } from 'vitest';
import { cells } from '#domain/act.ts';
import { settle } from '#engine/conflicts.ts';
import { keepBlob, readBlob } from '#store/blobs.ts';
import { listActs } from '#engine/history.ts';
import { conflictsOf } from '#store/conflicts.ts';
import { sha256 } from '#store/hash.ts';
import { inverseOf } from '#store/undo.ts';
import { verify } from '#store/verify.ts';
import { dropKeys, mate, Mate } from '../support/mates.ts';
import { digest } from '../support/project.ts';

afterAll(dropKeys);

// Each test is a loss that users of other tools have reported of their file merges.

const bytes = (text: string) => new TextEncoder().encode(text);

/** An article with one revision, as an import writes it. */
function article(one: Mate, id: string, title: string, text: string): void {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] };
  const db = one.project.db!;
  one.do([
    ...cells('article', id, { present: 1, title, original: keepBlob(db, bytes(text)) }),
    ...cells('revision', `${id}-r`, {
      present: 1,
      article: id,
      document: keepBlob(db, bytes(JSON.stringify({ type: 'doc', content: [paragraph] }))),
      sha256: sha256(text),
      at: '2026-01-01',
    }),
  ]);
}

async function both(one: Mate, other: Mate): Promise<void> {
  const [mine, theirs] = [await one.pack(), await other.pack()];
  expect((await one.merge(theirs)).refused).toEqual([]);
  expect((await other.merge(mine)).refused).toEqual([]);
  expect(digest(other.project.read)).toBe(digest(one.project.read));
  expect(verify(one.project.read).problems).toEqual([]);
}

const column = (one: Mate, sql: string) => one.project.read.all<{ it: unknown }>(sql).map(({ it }) => it);

test('QualCoder: two sources of one name with other texts are two sources, and both texts stay', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  article(ada, 'a1', 'Minutes', 'The dam held.');
  article(bea, 'a2', 'Minutes', 'The dam broke.');
  await both(ada, bea);
  expect(column(ada, 'select text as it from revision_text order by text')).toEqual([
    'The dam broke.',
    'The dam held.',
  ]);
});

test('QualCoder: two notes of one name are two notes', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  ada.do(cells('comment', 'n1', { present: 1, text: 'Journal', subject_kind: 'article', subject: 'a' }));
  bea.do(cells('comment', 'n2', { present: 1, text: 'Journal', subject_kind: 'article', subject: 'a' }));
  await both(ada, bea);
  expect(column(ada, 'select id as it from comment where present = 1 order by id')).toEqual(['n1', 'n2']);
});

test('QualCoder: merging twice doubles nothing', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  article(ada, 'a1', 'Minutes', 'The dam held.');
  ada.do(cells('claim', 'c1', { present: 1, wording: 'The dam held.' }));
  const bundle = await ada.pack();
  expect((await bea.merge(bundle)).acts.new).toBe(3);
  const once = digest(bea.project.read);
  expect(await bea.merge(bundle)).toMatchObject({ merge: null, acts: { new: 0, known: 3 }, changes: [] });
  expect(digest(bea.project.read)).toBe(once);
});

test('QualCoder: merging in both directions, any number of times, ends in the same project', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  for (const [one, wording] of [
    [ada, 'twelve'],
    [bea, 'twenty'],
  ] as const)
    one.do(cells('claim', `c-${wording}`, { present: 1, wording }));
  await both(ada, bea);
  const once = digest(ada.project.read);
  await both(bea, ada);
  await both(ada, bea);
  expect(digest(bea.project.read)).toBe(once);
});

test('QualCoder: attachments come along, byte for byte, also when they are large and no text', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  const recording = new Uint8Array(5_500_000).map((_, i) => (i * 31) % 251);
  const hash = keepBlob(ada.project.db!, recording);
  ada.do(
    cells('capture', 'k1', { present: 1, bytes: hash, name: 'recording.mp3', media_type: 'audio/mpeg' }),
  );
  expect((await bea.merge(await ada.pack())).files).toEqual({ new: 1, missing: 0 });
  expect(Buffer.compare(readBlob(bea.project.read, hash), recording)).toBe(0);
  expect(verify(bea.project.read).problems).toEqual([]);
});

test('QualCoder: what one side removed does not come back, and what the other changed in it is not lost', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  ada.do(cells('claim', 'c1', { present: 1, wording: 'first' }));
  await both(ada, bea);
  ada.do(cells('claim', 'c1', { present: 0 }));
  bea.do(cells('claim', 'c1', { wording: 'second' }));
  await both(ada, bea);
  expect(column(ada, 'select present as it from claim')).toEqual([0]);
  expect(column(ada, 'select wording as it from claim')).toEqual(['second']);
});

test('QualCoder: evidence whose reference has not arrived keeps its link until it does', async () => {
  const [ada, bea, cem] = [mate('ada'), mate('bea'), mate('cem')];
  ada.do(cells('reference', 'r1', { present: 1, csl: '{"title":"Minutes"}' }));
  const first = await ada.pack();
  await bea.merge(first);
  bea.do(cells('evidence', 'e1', { present: 1, reference: 'r1', note: 'see page 4' }));
  const onlyBeas = await bea.pack({ withhold: ['reference:r1'] });
  await cem.merge(onlyBeas);
  expect(column(cem, `select reference as it from evidence where id = 'e1'`)).toEqual(['r1']);
  expect(column(cem, 'select present as it from reference')).toEqual([0]);
  await cem.merge(first);
  expect(column(cem, 'select present as it from reference')).toEqual([1]);
});

test('Anki: the older of two edits does not vanish, whatever the clocks say', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  ada.do(cells('claim', 'c1', { present: 1, wording: 'nine' }));
  await both(ada, bea);
  ada.now += 5_000_000_000;
  ada.do(cells('claim', 'c1', { wording: 'twelve' }));
  bea.do(cells('claim', 'c1', { wording: 'twenty' }));
  await both(ada, bea);
  const [conflict] = conflictsOf(bea.project.read);
  expect(conflict?.values.map(({ value, person }) => [value, person?.name])).toEqual([
    ['twelve', 'ada'],
    ['twenty', 'bea'],
  ]);
  expect(conflict?.base).toMatchObject({ value: 'nine', person: { name: 'ada' } });
  settle(bea.session, { id: conflict!.id, take: 1 });
  await both(ada, bea);
  expect(conflictsOf(ada.project.read)).toEqual([]);
  expect(column(ada, 'select wording as it from claim')).toEqual(['twenty']);
});

test('Anki: merging replaces nothing that was only done here', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  bea.do(cells('claim', 'c-own', { present: 1, wording: 'only here' }));
  ada.do(cells('claim', 'c-other', { present: 1, wording: 'from there' }));
  await bea.merge(await ada.pack());
  expect(column(bea, 'select wording as it from claim order by id')).toEqual(['from there', 'only here']);
});

test('Zotero: what comes back from a team mate is the same row, not a new one', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  ada.do(cells('reference', 'r1', { present: 1, csl: '{"title":"Minutes"}' }));
  await bea.merge(await ada.pack());
  bea.do(cells('reference', 'r1', { kind: 'primary' }));
  await ada.merge(await bea.pack());
  expect(column(ada, 'select id as it from reference')).toEqual(['r1']);
  expect(column(ada, 'select kind as it from reference')).toEqual(['primary']);
});

test('Actual: a clock ten years ahead or behind is told and refuses nothing', async () => {
  const [ada, bea, cem] = [mate('ada'), mate('bea'), mate('cem')];
  for (const one of [ada, bea, cem]) one.now = 1_800_000_000_000;
  bea.now += 10 * 365 * 86_400_000;
  cem.now -= 10 * 365 * 86_400_000;
  bea.do(cells('claim', 'c1', { present: 1, wording: 'from the future' }));
  cem.do(cells('claim', 'c2', { present: 1, wording: 'from the past' }));
  const ahead = await ada.merge(await bea.pack());
  expect(ahead).toMatchObject({ acts: { new: 2 }, refused: [], clocks: [{ person: { name: 'bea' } }] });
  expect(ahead.clocks[0]!.aheadMs).toBeGreaterThan(9 * 365 * 86_400_000);
  expect(await ada.merge(await cem.pack())).toMatchObject({ acts: { new: 2 }, refused: [] });
  // the wrong clock does not spread, and what replaces its value wins by what it had seen
  ada.do(cells('claim', 'c1', { wording: 'corrected' }));
  expect(column(ada, `select wording as it from claim where id = 'c1'`)).toEqual(['corrected']);
  expect(ada.project.clock.ms).toBeLessThan(1_800_000_100_000);
});

test('Automerge: acts whose predecessors are missing are named as a gap until these arrive', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  ada.do(cells('claim', 'c1', { present: 1, wording: 'first' }));
  const first = await ada.pack();
  await bea.merge(first);
  bea.do(cells('claim', 'c2', { present: 1, wording: 'second' }));
  await ada.merge(await bea.pack());
  for (const wording of ['third', 'fourth', 'fifth']) ada.do(cells('claim', 'c1', { wording }));
  const late = await ada.pack({ for: 'bea' });
  const cem = mate('cem');
  const merged = await cem.merge(late);
  expect(merged.gaps).toMatchObject([{ person: null, from: 1, to: 2 }]);
  expect(verify(cem.project.read)).toMatchObject({
    problems: [],
    notes: [{ kind: 'gap' }, { kind: 'signature', message: expect.stringMatching(/has not arrived/) }],
  });
  expect((await cem.merge(first)).gaps).toEqual([]);
  await cem.merge(await bea.pack());
  expect(digest(cem.project.read)).toBe(digest(ada.project.read));
});

test('Syncthing: a copy of the file that both sides continued is recognised, and both sides stay', async () => {
  const ada = mate('ada');
  ada.do(cells('claim', 'c1', { present: 1, wording: 'first' }));
  const rows = ada.rows();
  const clone = new Mate({ ...ada.kept, files: structuredClone(ada.kept.files) }, ada.file, rows);
  ada.do(cells('claim', 'c2', { present: 1, wording: 'here' }));
  clone.do(cells('claim', 'c3', { present: 1, wording: 'there' }));
  const merged = await ada.merge(await clone.pack());
  expect(merged.forks).toMatchObject([{ device: ada.kept.device, sequence: 3 }]);
  await clone.merge(await ada.pack());
  expect(digest(clone.project.read)).toBe(digest(ada.project.read));
  // neither goes on in the forked chain
  expect(ada.session.author.device).not.toBe(ada.kept.device);
  expect(clone.session.author.device).not.toBe(ada.kept.device);
});

test('Secure Scuttlebutt: a restored backup does not fork the chain; the home notices and begins a new one', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  ada.do(cells('claim', 'c1', { present: 1, wording: 'first' }));
  const backup = ada.rows();
  ada.do(cells('claim', 'c1', { wording: 'second' }));
  await bea.merge(await ada.pack());
  ada.reopen(backup);
  expect(ada.session.author.device).not.toBe(ada.kept.device);
  ada.do(cells('claim', 'c1', { wording: 'third' }));
  await both(ada, bea);
  expect(
    conflictsOf(ada.project.read)[0]
      ?.values.map(({ value }) => value)
      .sort(),
  ).toEqual(['second', 'third']);
});

test('a whole merge is taken back in one step, and brought again in one', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  ada.do(cells('claim', 'c1', { present: 1, wording: 'first', claimant: 'Lind' }));
  await both(ada, bea);
  bea.do(cells('claim', 'c1', { wording: 'second' }));
  bea.do(cells('claim', 'c2', { present: 1, wording: 'new' }));
  const shown = () =>
    ada.project.read.all(`select id, present, wording, claimant from claim where present = 1 order by id`);
  const before = shown();
  const { merge, changes } = await ada.merge(await bea.pack());
  expect(changes.map(({ kind, row }) => [kind, row])).toEqual([
    ['changed', 'c1'],
    ['added', 'c2'],
  ]);
  const after = shown();
  expect(merge).not.toBeNull();
  expect(ada.back('undo')).toBe(true);
  expect(shown()).toEqual(before);
  expect(ada.back('redo')).toBe(true);
  expect(shown()).toEqual(after);
  expect(ada.back('undo')).toBe(true);
  expect(shown()).toEqual(before);
  await both(ada, bea);
});

test('a merge after which somebody changed the same thing is not taken back over them', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  bea.do(cells('claim', 'c1', { present: 1, wording: 'first' }));
  await ada.merge(await bea.pack());
  bea.do(cells('claim', 'c1', { present: 1, wording: 'second' }));
  await ada.merge(await bea.pack());
  expect(ada.back('undo')).toBe(true);
  expect(column(ada, 'select wording as it from claim')).toEqual(['first']);
});

test('a dry run changes nothing and says what a merge would', async () => {
  const [ada, bea] = [mate('ada'), mate('bea')];
  bea.do(cells('claim', 'c1', { present: 1, wording: 'first' }));
  const bundle = await bea.pack();
  const before = digest(ada.project.read);
  const dry = await ada.merge(bundle, true);
  expect(digest(ada.project.read)).toBe(before);
  expect({ ...(await ada.merge(bundle)), merge: null }).toEqual(dry);
});

test('what a newer Assay wrote is kept, passed on untouched, and applied by it', async () => {
  const [ada, bea, cem] = [mate('ada'), mate('bea'), mate('cem')];
  ada.do([
    ...cells('claim', 'c1', { present: 1, wording: 'known', colour: 'of a later version' }),
    ...cells('hologram', 'h1', { present: 1 }),
  ]);
  expect(await bea.merge(await ada.pack())).toMatchObject({ aside: 2, refused: [] });
  await cem.merge(await bea.pack());
  expect(digest(cem.project.read)).toBe(digest(ada.project.read));
  expect(column(cem, 'select body as it from payload order by hash')).toEqual(
    column(ada, 'select body as it from payload order by hash'),
  );
});

test('Assay: what was undone on another device of the same person is listed as undone everywhere', async () => {
  const ada = mate('ada');
  const hash = ada.do(cells('claim', 'c1', { present: 1, wording: 'twelve' }));
  ada.do(cells('claim', 'c2', { present: 1, wording: 'twenty' }));
  // a copied file gets a device of its own, and its home knows the first one too
  const laptop = new Mate(
    { person: 'ada', device: 'laptop', files: new Map(ada.kept.files) },
    '/laptop.assay',
  );
  laptop.kept.files.set('projects/project-1', []);
  expect((await laptop.merge(await ada.pack())).refused).toEqual([]);
  expect(laptop.session.author.device).not.toBe(ada.session.author.device);
  laptop.now = ada.now + 1_000;
  laptop.do(inverseOf(laptop.project.read, hash)!, 'undo', hash);
  const undone = (one: Mate) =>
    listActs(one.session, {})
      .acts.filter((act) => act.undone)
      .map((act) => act.hash);
  expect(undone(laptop)).toEqual([hash]);
  expect(undone(ada)).toEqual([]);
  await ada.merge(await laptop.pack());
  expect(undone(ada)).toEqual([hash]);
});
