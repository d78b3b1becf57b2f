import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { cells, type Act } from '#domain/act.ts';
import { SHARED_TABLES } from '#domain/tables.ts';
import { START } from '#domain/stamp.ts';
import { WriteDb, type ReadDb } from '#store/handle.ts';
import { commit } from '#store/commit.ts';
import { createFile, type Project } from '#store/open.ts';
import { partsOf, payloadOf } from '#store/payloads.ts';

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty project file on the disk, closed when the test ends. */
export function temporaryProject(folder: string, name: string, id = 'project-1'): Project {
  const project = createFile(join(folder, `${name}.assay`), id, { now: 0 }, () => {});
  onTestFinished(() => project.close());
  return project;
}

let template: Buffer | undefined;

/** The bytes of a new project file, made once. */
export function emptyProject(): Buffer {
  if (template) return template;
  const folder = mkdtempSync(join(tmpdir(), 'assay-empty-'));
  const file = join(folder, 'p.assay');
  createFile(file, 'project-1', { now: 0 }, () => {}).close();
  template = readFileSync(file);
  rmSync(folder, { recursive: true });
  return template;
}

/** An empty project in memory, for tests of what is written and not of how it reaches the disk. Links are checked as in a file. */
export function projectInMemory(): Project {
  const raw = new Database(emptyProject());
  raw.pragma('foreign_keys = on');
  const db = new WriteDb(raw);
  return { file: '/nowhere.assay', id: 'project-1', read: db, db, clock: START, close: () => raw.close() };
}

export function titled(project: Project, device: string, title: string, now: number): Act {
  const author = { person: `person-of-${device}`, device };
  return commit(
    project,
    { deed: 'describeProject', changes: cells('project', project.id, { present: 1, title }) },
    author,
    now,
  ).act;
}

/** Every act of a project, as a team mate would get it. */
export function actsOf(db: ReadDb, project: string): Act[] {
  return db
    .all<Omit<Act, 'apart'>>(
      `select ? as project, a.device, a.sequence, a.previous, a.stamp, a.person, a.payload, a.hash, p.body
       from act a left join payload p on p.hash = a.payload order by a.arrival`,
      project,
    )
    .map((act) => ({ ...act, apart: act.body === null ? [] : partsOf(db, payloadOf(act.body)) }));
}

/** Those of some tables that hold a row: most are empty in most tests, and one question is cheaper than forty. */
export function filled(db: ReadDb, tables: readonly string[]): string[] {
  return db
    .all<{ name: string }>(
      tables
        .map((table) => `select '${table}' as name where exists (select 1 from ${table})`)
        .join(' union all '),
    )
    .map(({ name }) => name);
}

const COMPARED = [
  'select tbl, row, col, stamp, act, value, head from change order by tbl, row, col, stamp, act',
  'select tbl, row, col, stamp from awaited order by tbl, row, col, stamp',
  'select act, n, tbl, row, col, value from aside order by act, n',
  'select tbl, row, col from conflict order by tbl, row, col',
  'select kind, row, title, body from searchable order by kind, row',
  'select * from placed order by occurrence',
  'select * from placed_footnote order by footnote',
];

/** One hash over every table that all devices must agree on. */
export function digest(db: ReadDb): string {
  const hash = createHash('sha256');
  for (const table of filled(db, Object.keys(SHARED_TABLES)))
    hash.update(table + JSON.stringify(db.all(`select * from ${table} order by id`)));
  for (const sql of COMPARED) hash.update(JSON.stringify(db.all(sql)));
  return hash.digest('hex');
}
