import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../support/cli.ts';
import { ARTICLE } from '../support/text.ts';

type Revised = {
  revision: { id: string };
  occurrences: {
    id: string;
    claim: string;
    state: string;
    confidence: number;
    start: number;
    end: number;
    exact: string;
  }[];
};
type Json<T> = T;

function project(text: string) {
  const { folder, assay, assayWith } = commandLine();
  writeFileSync(join(folder, 'a.txt'), text);
  assay('new', 'p.assay');
  const { articles } = assay('import', 'p.assay', 'a.txt', '--json').json() as Json<{
    articles: { id: string }[];
  }>;
  return { folder, assay, assayWith, article: articles[0]!.id };
}

test('revise, compare, attention, reattach, restore: the whole loop as commands', () => {
  const { folder, assay, article } = project(ARTICLE);
  const mark = (quote: string) =>
    assay('mark', 'p.assay', article, '--quote', quote, '--as', 'verifiable', '--json');
  expect(mark('The spillway was inspected in March').code).toBe(0);
  expect(mark('Nobody will ever trust the river again').code).toBe(0);
  const text = assay('text', 'p.assay', article).out;
  const corrected = text
    .replace('was inspected', 'was last inspected')
    .replace(' Nobody will ever trust the river again.', '');
  writeFileSync(join(folder, 'b.txt'), corrected);

  const ran = assay('revise', 'p.assay', article, 'b.txt', '--reason', 'Spelling', '--json');
  expect(ran.err).toBe('');
  const { revision, occurrences } = ran.json() as Json<Revised>;
  expect(occurrences.map(({ state }) => state).toSorted()).toEqual(['moved', 'orphaned']);
  const moved = occurrences.find(({ state }) => state === 'moved')!;
  expect(moved.exact).toBe('The spillway was last inspected in March');
  expect(assay('text', 'p.assay', article).out.slice(moved.start, moved.end)).toBe(moved.exact);
  expect(moved.confidence).toBeGreaterThanOrEqual(0.6);

  const { revisions } = assay('revisions', 'p.assay', article, '--json').json() as Json<{
    revisions: { id: string; newest: boolean; original: boolean }[];
  }>;
  expect(revisions.map(({ newest, original }) => [newest, original])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(revisions[0]!.id).toBe(revision.id);
  expect(assay('text', 'p.assay', article, '--revision', revisions[1]!.id).out).toBe(text);
  expect(assay('compare', 'p.assay', article, revisions[1]!.id, revisions[0]!.id).out).toContain('{+last +}');

  const { needed } = assay('attention', 'p.assay', '--json').json() as Json<{
    needed: { occurrence: { id: string } }[];
  }>;
  expect(needed).toHaveLength(1);
  const lost = needed[0]!.occurrence.id;
  expect(assay('reattach', 'p.assay', lost, '--quote', 'no such words').err).toMatch(/^error: /);
  const attached = assay('reattach', 'p.assay', lost, '--quote', 'in March', '--json');
  expect(attached.json() as Json<{ occurrence: { state: string } }>).toMatchObject({
    occurrence: { state: 'exact' },
  });

  expect(assay('restore', 'p.assay', revisions[1]!.id).code).toBe(0);
  expect(assay('text', 'p.assay', article).out).toBe(text);
  expect(assay('verify', 'p.assay').code).toBe(0);
});

test('the same text, an absent file and a wrong article are each one sentence, and nothing is changed', () => {
  const { assay, article } = project(ARTICLE);
  const same = assay('revise', 'p.assay', article, 'a.txt');
  expect([same.code, same.err.trim().split('\n')]).toEqual([
    1,
    [expect.stringContaining('nothing was changed')],
  ]);
  const absent = assay('revise', 'p.assay', article, 'absent.txt');
  expect([absent.code, absent.err.trim().split('\n')]).toEqual([
    1,
    [expect.stringMatching(/^error: .*absent\.txt/)],
  ]);
  const wrong = assay('revise', 'p.assay', 'nothing', 'a.txt');
  expect([wrong.code, wrong.err.trim().split('\n')]).toEqual([1, [expect.stringMatching(/^error: /)]]);
});
