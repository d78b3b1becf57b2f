import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cells, type Act } from '#domain/act.ts';
import { describe } from '#domain/selector.ts';
import { keepBlob } from '#store/blobs.ts';
import { commit } from '#store/commit.ts';
import { receive } from '#store/receive.ts';
import { sha256 } from '#store/hash.ts';
import type { Project } from '#store/open.ts';
import { rebuild } from '#store/rebuild.ts';
import { actsOf, digest, temporaryFolder, temporaryProject } from '../support/project.ts';

const TEXT = [
  'The dam broke at dawn on Monday, the council said. Nine people were missing.',
  'Engineers had warned of it for years; nobody repaired the western gate.',
  'In the lower town forty houses stood under water until the evening.',
].join('\n');

const by = (device: string) => ({ person: `person-of-${device}`, device });

function keptText(project: Project, text: string): { document: string; sha256: string } {
  const content = text
    .split('\n')
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }));
  const bytes = new TextEncoder().encode(JSON.stringify({ type: 'doc', content }));
  return { document: keepBlob(project.db!, bytes), sha256: sha256(text) };
}

function revise(
  project: Project,
  device: string,
  id: string,
  parent: string | null,
  text: string,
  now: number,
) {
  const at = new Date(now).toISOString();
  const revision = { present: 1, article: 'a', parent, ...keptText(project, text), at };
  return commit(
    project,
    {
      deed: 'reviseArticle',
      changes: [
        ...(parent === null ? cells('article', 'a', { present: 1, title: 'T' }) : []),
        ...cells('revision', id, revision),
      ],
    },
    by(device),
    now,
  ).act;
}

function mark(
  project: Project,
  device: string,
  id: string,
  revision: string,
  text: string,
  words: string,
  now: number,
) {
  const start = text.indexOf(words);
  return commit(
    project,
    {
      deed: 'mark',
      changes: [
        ...cells('claim', `claim-${id}`, { present: 1, wording: words }),
        ...cells('occurrence', id, {
          present: 1,
          claim: `claim-${id}`,
          article: 'a',
          revision,
          ...describe(text, start, start + words.length),
          state: 'exact',
          confidence: 1,
        }),
      ],
    },
    by(device),
    now,
  ).act;
}

type Standing = { state: string; start: number; end: number; exact: string; revision: string };
const standing = (project: Project, id: string) =>
  project.read.one<Standing>('select state, start, "end", exact, revision from standing where id = ?', id)!;

/** What a team mate gets: the bytes of the documents, then the acts. */
function give(from: Project, to: Project, now = 0): void {
  for (const { sha256: hash } of from.read.all<{ sha256: string }>(
    'select sha256 from blob where bytes is not null',
  )) {
    const pieces = from.read.all<{ data: Uint8Array }>(
      'select data from chunk where blob = ? order by n',
      hash,
    );
    keepBlob(to.db!, Buffer.concat(pieces.map(({ data }) => data)));
  }
  receive(to, actsOf(from.read, from.id), now);
}

test('a mark made on the old text elsewhere stands on the revision after the exchange, on both devices', () => {
  const folder = temporaryFolder();
  const [ours, theirs] = [temporaryProject(folder, 'ours'), temporaryProject(folder, 'theirs')];
  revise(ours, 'a', 'r1', null, TEXT, 1_000);
  mark(ours, 'a', 'early', 'r1', TEXT, 'Nine people were missing', 1_100);
  give(ours, theirs);

  const corrected = `A first line.\n${TEXT.replace('Nine people', 'Nine poeple').replace('; nobody repaired the western gate', '')}`;
  revise(ours, 'a', 'r2', 'r1', corrected, 2_000);
  mark(theirs, 'b', 'late', 'r1', TEXT, 'forty houses stood under water', 2_100);
  mark(theirs, 'b', 'lost', 'r1', TEXT, 'nobody repaired the western gate', 2_200);

  give(theirs, ours);
  give(ours, theirs);
  expect(digest(theirs.read)).toBe(digest(ours.read));
  expect(standing(ours, 'late')).toEqual({
    state: 'exact',
    start: corrected.indexOf('forty'),
    end: corrected.indexOf('forty') + 30,
    exact: 'forty houses stood under water',
    revision: 'r2',
  });
  expect(standing(ours, 'early')).toMatchObject({ state: 'moved', exact: 'Nine poeple were missing' });
  expect(standing(ours, 'lost')).toMatchObject({
    state: 'orphaned',
    exact: 'nobody repaired the western gate',
  });

  rebuild(theirs.db!);
  expect(digest(theirs.read)).toBe(digest(ours.read));
});

test('of two concurrent revisions both stay, the newest is shown, and marks on either follow to it', () => {
  const folder = temporaryFolder();
  const [ours, theirs] = [temporaryProject(folder, 'ours'), temporaryProject(folder, 'theirs')];
  revise(ours, 'a', 'r1', null, TEXT, 1_000);
  give(ours, theirs);
  const ourText = TEXT.replace('at dawn', 'before dawn');
  const theirText = `${TEXT}\nA last line of theirs.`;
  revise(ours, 'a', 'r2a', 'r1', ourText, 2_000);
  mark(ours, 'a', 'ours', 'r2a', ourText, 'broke before dawn', 2_100);
  revise(theirs, 'b', 'r2b', 'r1', theirText, 3_000);
  mark(theirs, 'b', 'theirs', 'r2b', theirText, 'A last line of theirs', 3_100);

  give(theirs, ours);
  give(ours, theirs);
  expect(digest(theirs.read)).toBe(digest(ours.read));
  expect(ours.read.all('select id from revision where present = 1 order by id')).toHaveLength(3);
  expect(standing(ours, 'ours')).toMatchObject({ revision: 'r2b', state: 'moved', exact: 'broke at dawn' });
  expect(standing(ours, 'theirs')).toMatchObject({ revision: 'r2b', state: 'exact' });
});

test('going back to the old text brings every mark back exactly, those that were lost between too', () => {
  const project = temporaryProject(temporaryFolder(), 'p');
  revise(project, 'a', 'r1', null, TEXT, 1_000);
  mark(project, 'a', 'o', 'r1', TEXT, 'nobody repaired the western gate', 1_100);
  revise(project, 'a', 'r2', 'r1', TEXT.split('\n')[0]!, 2_000);
  expect(standing(project, 'o').state).toBe('orphaned');
  revise(project, 'a', 'r3', 'r2', TEXT, 3_000);
  expect(standing(project, 'o')).toMatchObject({ state: 'exact', start: TEXT.indexOf('nobody') });
});

test('many small corrections are followed step by step where the whole of them is too much', () => {
  const project = temporaryProject(temporaryFolder(), 'p');
  const words = 'forty houses stood under water';
  const steps = [
    TEXT,
    TEXT.replace('forty houses', 'forty wooden houses'),
    TEXT.replace('forty houses stood', 'forty wooden homes stood'),
    TEXT.replace('forty houses stood under', 'forty wooden homes remained under'),
    TEXT.replace('forty houses stood under water', 'forty wooden homes remained under flood'),
    TEXT.replace('forty houses stood under water', 'thirty wooden homes remained under flood'),
  ];
  steps.forEach((text, n) => {
    revise(project, 'a', `r${n}`, n === 0 ? null : `r${n - 1}`, text, 1_000 * (n + 1));
    if (n === 0) mark(project, 'a', 'o', 'r0', TEXT, words, 1_500);
  });
  const { state, exact } = standing(project, 'o');
  expect(state).not.toBe('orphaned');
  expect(exact).toContain('wooden homes');
});

test('acts in any order, any split and any repetition place every mark alike', () => {
  const folder = temporaryFolder();
  const source = temporaryProject(folder, 'source');
  const second = TEXT.replace('Nine', 'Ten').replace('for years', 'for many years');
  const third = second.replace('In the lower town ', '');
  const acts: Act[] = [
    revise(source, 'a', 'r1', null, TEXT, 1_000),
    mark(source, 'a', 'o1', 'r1', TEXT, 'people were missing', 1_100),
    revise(source, 'a', 'r2', 'r1', second, 2_000),
    mark(source, 'b', 'o2', 'r1', TEXT, 'warned of it for years', 2_100),
    mark(source, 'b', 'o3', 'r2', second, 'forty houses stood under water', 2_200),
    revise(source, 'c', 'r3', 'r2', third, 3_000),
    commit(source, { deed: 'undo', changes: cells('revision', 'r3', { present: 0 }) }, by('c'), 3_100).act,
    commit(
      source,
      {
        deed: 'footnotes',
        changes: cells('footnote', 'f', { present: 1, article: 'a', places: '[{"start":51,"end":55}]' }),
      },
      by('c'),
      3_200,
    ).act,
  ];
  let run = 0;
  fc.assert(
    fc.property(
      fc.shuffledSubarray(acts, { minLength: acts.length }),
      fc.integer({ min: 1, max: 4 }),
      (order, size) => {
        run += 1;
        const project = temporaryProject(folder, `order-${run}`);
        try {
          for (const text of [TEXT, second, third]) keptText(project, text);
          for (let at = 0; at < order.length; at += size) receive(project, order.slice(at, at + size + 1), 0);
          expect(digest(project.read)).toBe(digest(source.read));
          rebuild(project.db!);
          expect(digest(project.read)).toBe(digest(source.read));
        } finally {
          project.close();
        }
      },
    ),
    { numRuns: Number(process.env['ASSAY_SCHEDULES'] ?? 12) },
  );
  expect(standing(source, 'o2')).toMatchObject({ revision: 'r2', exact: 'warned of it for many years' });
});
