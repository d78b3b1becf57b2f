import { expect, test } from 'vitest';
import { contract, type CallName } from '#contract/index.ts';
import { SHARED_TABLES } from '#domain/tables.ts';
import { readsAny } from '../../../src-renderer/data/nouns.ts';

/** Asked afresh each time they are shown, so nothing needs to be told. */
const NEVER_KEPT: readonly string[] = [
  'verifyProject',
  'writeReport',
  'listLicences',
  'listReportFormats',
  'findInArticle',
  'previewRevision',
  'readCard',
] satisfies CallName[];

test('every query that is kept is asked again when something changes', () => {
  const tables = [...Object.keys(SHARED_TABLES), 'preferences', 'merge', 'exchange_file'];
  const deaf = Object.entries(contract)
    .filter(([name, { kind }]) => kind === 'query' && !NEVER_KEPT.includes(name))
    .map(([name]) => name)
    .filter((name) => !tables.some((table) => readsAny(name, [table])));
  expect(deaf).toEqual([]);
});

test('a new mark asks for marks and claims again, but not for the text', () => {
  const marked = ['claim', 'occurrence'];
  expect(readsAny('listMarks', marked)).toBe(true);
  expect(readsAny('getClaim', marked)).toBe(true);
  expect(readsAny('getArticle', marked)).toBe(false);
  expect(readsAny('getProject', marked)).toBe(true);
  expect(readsAny('getProject', [])).toBe(false);
});
