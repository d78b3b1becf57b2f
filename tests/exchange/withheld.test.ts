import { inflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { cells } from '#domain/act.ts';
import { bytesSource } from '#engine/bundle/read.ts';
import { entriesOf } from '#engine/bundle/zip.ts';
import { planned } from '#engine/pack.ts';
import { keepBlob } from '#store/blobs.ts';
import { sha256 } from '#store/hash.ts';
import { rebuild } from '#store/rebuild.ts';
import { verify } from '#store/verify.ts';
import { dropKeys, mate, type Mate } from '../support/mates.ts';
import { digest } from '../support/project.ts';

afterAll(dropKeys);

const CANARY = 'canary-in-a-cage';

/** Every byte that a reader of the bundle could see. */
function readable(bundle: Buffer): string {
  return entriesOf(bytesSource(bundle))
    .map(({ name, method, from, packed }) => {
      const data = bundle.subarray(from, from + packed);
      return `${name}\n${(method === 8 ? inflateRawSync(data) : data).toString()}`;
    })
    .join('\n');
}

function scene(): Mate {
  const ada = mate('ada');
  const copy = keepBlob(ada.project.db!, new TextEncoder().encode(`An archived copy, ${CANARY}.`));
  ada.do([
    ...cells('claim', 'c1', { present: 1, wording: 'Open.' }),
    ...cells('claim', 'c2', { present: 1, wording: `Protected ${CANARY}.` }),
  ]);
  ada.do(
    cells('evidence', 'e1', { present: 1, claim: 'c1', stance: 'supports', note: CANARY, quote: 'a quote' }),
  );
  ada.do(cells('capture', 'k1', { present: 1, bytes: copy, name: `${CANARY}.txt`, reference: 'r1' }));
  ada.do(cells('comment', 'm1', { present: 1, text: CANARY, subject_kind: 'claim', subject: 'c1' }));
  ada.do(cells('verdict', 'v1', { present: 1, claim: 'c2', rating: 'half-true', state: 'draft' }));
  return ada;
}

const HELD_BACK = {
  redact: ['notes', 'comments', 'captures', 'names'],
  withhold: ['claim:c2'],
} as const;

const packing = () => ({ redact: [...HELD_BACK.redact], withhold: [...HELD_BACK.withhold] });

test('what is held back is in no byte of the bundle, and what is given can be used', async () => {
  const ada = scene();
  const bundle = await ada.pack(packing());
  expect(readable(bundle)).not.toContain(CANARY);
  expect(readable(bundle)).not.toContain('half-true');
  expect(readable(await ada.pack())).toContain(CANARY);

  const bea = mate('bea');
  await bea.merge(bundle);
  expect(bea.project.read.all('select id, wording from claim where present = 1')).toEqual([
    { id: 'c1', wording: 'Open.' },
  ]);
  expect(bea.project.read.all('select stance, quote, note from evidence')).toEqual([
    { stance: 'supports', quote: 'a quote', note: null },
  ]);
  expect(bea.project.read.all('select id from comment')).toEqual([]);
  const { problems, notes } = verify(bea.project.read);
  expect(problems).toEqual([]);
  expect(notes.map(({ kind }) => kind)).toContain('withheld');
});

test('what stays visible is said before anything is written', () => {
  const ada = scene();
  const { visible } = planned(ada.session, packing());
  // whole acts: the capture, the comment, the verdict; parts: a name, a note, a claim
  expect(visible).toMatchObject({ acts: 3, parts: 3, files: 1, unsalted: 0, people: ['ada'] });
  expect(visible.from! <= visible.to!).toBe(true);
});

test('a later disclosure is checked against what was committed to, and completes the project', async () => {
  const ada = scene();
  const bea = mate('bea');
  await bea.merge(await ada.pack(packing()));
  const disclosed = await bea.merge(await ada.pack());
  expect(disclosed.acts.new).toBe(0);
  expect(disclosed.merge).not.toBeNull();
  expect(digest(bea.project.read)).toBe(digest(ada.project.read));
  rebuild(bea.project.db!);
  expect(digest(bea.project.read)).toBe(digest(ada.project.read));
  expect(verify(bea.project.read)).toMatchObject({ problems: [], notes: [] });
});

test('a disclosure may come in pieces and by way of others, in any order', async () => {
  const ada = scene();
  const [bea, cem] = [mate('bea'), mate('cem')];
  await bea.merge(await ada.pack(packing()));
  await cem.merge(await bea.pack());
  await cem.merge(await ada.pack({ redact: ['notes'] }));
  await bea.merge(await cem.pack());
  await bea.merge(await ada.pack({ redact: ['comments'] }));
  await cem.merge(await bea.pack());
  for (const one of [bea, cem]) expect(digest(one.project.read)).toBe(digest(ada.project.read));
});

test('who says to lack something gets it with the next bundle for them', async () => {
  const ada = scene();
  const bea = mate('bea');
  await bea.merge(await ada.pack(packing()));
  bea.do(cells('claim', 'c5', { present: 1 }));
  await ada.merge(await bea.pack());
  expect(
    [...planned(ada.session, { for: 'bea', ...packing() }).going()].map(({ act }) => act.sequence),
  ).toEqual([]);
  await bea.merge(await ada.pack({ for: 'bea' }));
  expect(digest(bea.project.read)).toBe(digest(ada.project.read));
});

test('a withheld verdict cannot be found by trying every rating', async () => {
  const ada = scene();
  const { payload, body } = ada.project.read.one<{ payload: string; body: string }>(
    `select a.payload, p.body from act a join payload p on p.hash = a.payload where p.body like '%half-true%'`,
  )!;
  const said = JSON.parse(body) as { salt: string };
  expect(said.salt).toMatch(/^[\w-]{22}$/);
  expect(sha256(body)).toBe(payload);
  // all is known but the salt
  const guesses = ['', 'x', 'AAAAAAAAAAAAAAAAAAAAAA'].map((salt) =>
    sha256(JSON.stringify({ ...said, salt })),
  );
  expect(guesses).not.toContain(payload);
});

test('a selection holds the article with its claims and nothing of the others', async () => {
  const ada = mate('ada');
  for (const n of [1, 2]) {
    ada.do(cells('article', `a${n}`, { present: 1, title: `Article ${n}` }));
    ada.do([
      ...cells('claim', `c${n}`, { present: 1, wording: `Claim ${n}.` }),
      ...cells('occurrence', `o${n}`, { present: 1, claim: `c${n}`, article: `a${n}`, exact: `Claim ${n}.` }),
    ]);
    ada.do(cells('evidence', `e${n}`, { present: 1, claim: `c${n}`, reference: `r${n}`, note: `note ${n}` }));
    ada.do(cells('reference', `r${n}`, { present: 1, csl: `{"title":"Source ${n}"}` }));
  }
  const bundle = await ada.pack({ articles: ['a1'] });
  for (const secret of ['Article 2', 'Claim 2', 'note 2', 'Source 2'])
    expect(readable(bundle)).not.toContain(secret);
  const bea = mate('bea');
  await bea.merge(bundle);
  expect(bea.project.read.all('select id from claim where present = 1')).toEqual([{ id: 'c1' }]);
  expect(bea.project.read.all('select csl from reference where present = 1')).toEqual([
    { csl: '{"title":"Source 1"}' },
  ]);
  expect(verify(bea.project.read).problems).toEqual([]);
});

test('the same state gives the same bundle, byte for byte', async () => {
  const ada = scene();
  expect(Buffer.compare(await ada.pack(), await ada.pack())).toBe(0);
});
