import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SHARED_TABLES } from '#domain/tables.ts';
import { LISTED } from '#engine/history.ts';
import { MIGRATIONS } from '#store/migrate.ts';
import { createFile, type Project } from '#store/open.ts';
import { schemaSql } from '../../db/schema.ts';
import { temporaryFolder, temporaryProject } from '../support/project.ts';

test('db/schema.sql is what the migrations come to', () => {
  const committed = readFileSync(join(import.meta.dirname, '../../db/schema.sql'), 'utf8');
  expect(committed, 'run npm run schema').toBe(schemaSql());
});

test('a new project has all that the steps come to', () => {
  const folder = temporaryFolder();
  const inFile = (project: Project) =>
    project.read.all('select type, name, tbl_name, sql from sqlite_schema order by type, name');
  const byStep = createFile(join(folder, 's.assay'), 'p', { now: 0, migrations: MIGRATIONS }, () => {});
  onTestFinished(byStep.close);
  const made = temporaryProject(folder, 'p');
  expect(inFile(made)).toEqual(inFile(byStep));
  expect(made.db!.pragma('user_version')).toBe(byStep.db!.pragma('user_version'));
});

test('the tables that acts may change are the tables of the file, column by column', () => {
  const { read } = temporaryProject(temporaryFolder(), 'p');
  for (const [table, columns] of Object.entries(SHARED_TABLES)) {
    const inFile = read
      .all<{ name: string }>('select name from pragma_table_info(?)', table)
      .map(({ name }) => name);
    expect(inFile, table).toEqual(['id', ...Object.keys(columns)]);
  }
});

test('every table is strict', () => {
  const { read } = temporaryProject(temporaryFolder(), 'p');
  const lax = read.all(
    `select name from pragma_table_list where type = 'table' and strict = 0 and schema = 'main' and name not like 'sqlite%' and name not like 'search%'`,
  );
  expect(lax).toEqual([]);
});

test('the history looks through no table of changes for each of its lines', () => {
  const { read } = temporaryProject(temporaryFolder(), 'p');
  const plan = read
    .all<{ detail: string }>(`explain query plan ${LISTED} order by a.stamp desc, a.hash limit 50`)
    .map(({ detail }) => detail);
  expect(plan).toContainEqual(expect.stringMatching(/^SEARCH d USING PRIMARY KEY/));
  expect(plan).not.toContainEqual(expect.stringMatching(/^SCAN (c|d|change|t|u|x)\b/));
});

test.for([
  ['a claim list', 'select id from claim where present = 1 order by made_at, id', 'claim_listed'],
  [
    'the marks of an article',
    'select id from occurrence where article = ? and present = 1 order by start',
    'occurrence_article',
  ],
  [
    'the heads of a cell',
    'select value from change where tbl = ? and row = ? and col = ? and head = 1',
    'PRIMARY KEY',
  ],
  ['the end of a chain', 'select hash from act where device = ? order by sequence desc limit 1', 'act_chain'],
  ['the verdicts of a claim', 'select id from verdict where claim = ? order by at', 'verdict_claim'],
])('%s is found through an index', ([, sql, index]) => {
  const { read } = temporaryProject(temporaryFolder(), 'p');
  const params = [...sql!.matchAll(/\?/g)].map(() => 'x');
  const plan = read
    .all<{ detail: string }>(`explain query plan ${sql}`, ...params)
    .map(({ detail }) => detail);
  expect(plan.join('\n')).toContain(index);
  expect(plan.join('\n')).not.toMatch(/SCAN \w+$|TEMP B-TREE/m);
});
