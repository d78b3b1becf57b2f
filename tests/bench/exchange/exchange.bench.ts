/**
 * Merging 100,000 changes, durable on both sides (journal DELETE, synchronous EXTRA): against better-sqlite3 inserting
 * the same rows in one transaction, against Yjs applying an update of as many edits, and against merging the same bundle
 * again; the bundle's size beside those of Yjs and Automerge; and the memory of packing and merging large attachments.
 * Every figure is a ratio of medians from one run with the sides taken in turn. Exit code 1 if one misses its target.
 * Usage: node tests/bench/exchange/exchange.bench.ts [rounds] [megabytes of attachments]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Automerge from '@automerge/automerge';
import Database from 'better-sqlite3';
import * as Y from 'yjs';
import { openEngine, realWorld, type Engine } from '#engine/engine.ts';
import { commit } from '#store/commit.ts';
import { WriteDb, type Param } from '#store/handle.ts';
import { MIGRATIONS, migrate, stepsIn } from '#store/migrate.ts';
import { createFile, openFile } from '#store/open.ts';
import { CHANGES, MARKS, edits } from './material.ts';

const rounds = Number(process.argv[2] ?? 7);
const megabytes = Number(process.argv[3] ?? 2_048);
const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
const say = (line: string) => process.stdout.write(`${line}\n`);
const world = (name: string) => realWorld(join(folder, `home-${name}`));
let files = 0;

/** A project of a team mate: as many marks as make 100,000 changes, each an act of its own. */
async function packed(): Promise<string> {
  const file = join(folder, 'ada.assay');
  const project = createFile(file, 'bench-project', { now: 0 }, () => {});
  project.db!.together(() => {
    for (let n = 0; n < MARKS; n += 1)
      commit(
        project,
        { deed: 'mark', changes: edits(n) },
        { person: 'ada', device: 'device-of-ada' },
        1_000 + n,
      );
  });
  project.close();
  const engine = openEngine(file, world('ada'));
  const bundle = join(folder, 'bundle.assaypack');
  await engine.packTo(bundle, {});
  engine.close();
  return bundle;
}

function emptyCopy(): string {
  const file = join(folder, `copy-${(files += 1)}.assay`);
  createFile(file, 'bench-project', { now: 0 }, () => {}).close();
  return file;
}

async function timed(work: () => Promise<void> | void): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function mergeInto(engine: Engine, bundle: string): Promise<number> {
  const handed = engine.receiveFile(bundle);
  let fresh = -1;
  const ms = await timed(async () => {
    fresh = (await engine.call('mergeBundles', { bundles: [handed] })).acts.new;
  });
  if (fresh !== 0 && fresh !== MARKS) throw new Error(`${fresh} acts came in instead of ${MARKS}.`);
  return ms;
}

type Tables = readonly (readonly [table: string, columns: readonly string[], rows: readonly Param[][]])[];

/** Every row that the merge left in its file, the full-text index by what goes into it. */
function rowsOf(file: string): Tables {
  const project = openFile(file, { now: 0 });
  const tables = project.read.all<{ name: string }>(
    `select name from pragma_table_list where type = 'table' and schema = 'main'
     and name not like 'sqlite%' and name not like 'search_%' and name not in ('meta', 'search') or name = 'searchable'`,
  );
  const all = tables.flatMap(({ name }) => {
    const rows = project.read.all<Record<string, Param>>(`select * from ${name}`);
    return rows.length === 0
      ? []
      : [[name, Object.keys(rows[0]!), rows.map((row) => Object.values(row))] as const];
  });
  project.close();
  return all;
}

/** The same rows by one prepared statement a table, in one transaction. */
function insertAll(tables: Tables): () => void {
  const raw = new Database(join(folder, `plain-${(files += 1)}.db`));
  raw.pragma('journal_mode = delete');
  raw.pragma('synchronous = extra');
  migrate(new WriteDb(raw), stepsIn(MIGRATIONS));
  raw.pragma('foreign_keys = off');
  const index = raw.prepare('insert into search (rowid, title, body) select id, title, body from searchable');
  const statements = tables.map(([table, columns, rows]) => ({
    insert: raw.prepare(
      `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    ),
    rows,
  }));
  return () => {
    raw.transaction(() => {
      for (const { insert, rows } of statements) for (const row of rows) insert.run(...row);
      index.run();
    })();
    raw.close();
  };
}

function yjsUpdate(): Uint8Array {
  const doc = new Y.Doc();
  for (let n = 0; n < MARKS; n += 1) {
    doc.transact(() => {
      for (const { table, row, column, value } of edits(n)) {
        const rows = doc.getMap<Y.Map<unknown>>(table);
        let cells = rows.get(row);
        if (!cells) rows.set(row, (cells = new Y.Map()));
        cells.set(column, value);
      }
    });
  }
  return Y.encodeStateAsUpdate(doc);
}

/** Automerge takes minutes for so many, so its size is that of a tenth, times ten. */
function automergeBytes(): number {
  let doc = Automerge.from<Record<string, Record<string, Record<string, unknown>>>>({});
  for (let n = 0; n < MARKS / 10; n += 1) {
    doc = Automerge.change(doc, (draft) => {
      for (const { table, row, column, value } of edits(n)) {
        draft[table] ??= {};
        draft[table][row] ??= {};
        draft[table][row][column] = value;
      }
    });
  }
  return Automerge.save(doc).length * 10;
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

let missed = 0;
function figure(name: string, value: number, target: number | undefined, detail: string): void {
  const ok = target === undefined || value <= target;
  if (!ok) missed += 1;
  say(
    `${name.padEnd(64)} ${value.toFixed(2).padStart(6)}${target === undefined ? '' : `  target ${target.toFixed(2)} ${ok ? 'reached' : 'MISSED'}`}  (${detail})`,
  );
}

try {
  const bundle = await packed();
  const update = yjsUpdate();
  const sample = emptyCopy();
  const first = openEngine(sample, world('bea'));
  await mergeInto(first, bundle);
  first.close();
  const tables = rowsOf(sample);
  const rows = tables.reduce((sum, [, , all]) => sum + all.length, 0);
  const times = { merge: [] as number[], again: [] as number[], insert: [] as number[], yjs: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const file = emptyCopy();
    const engine = openEngine(file, world('bea'));
    const merge = await mergeInto(engine, bundle);
    const again = await mergeInto(engine, bundle);
    engine.close();
    const insert = await timed(insertAll(tables));
    const yjs = await timed(() => Y.applyUpdate(new Y.Doc(), update));
    // the first round warms up
    if (round === 0) continue;
    times.merge.push(merge);
    times.again.push(again);
    times.insert.push(insert);
    times.yjs.push(yjs);
  }
  const [merge, again, insert, yjs] = [times.merge, times.again, times.insert, times.yjs].map(median) as [
    number,
    number,
    number,
    number,
  ];
  const ms = (n: number) => `${Math.round(n)} ms`;
  say(`${CHANGES} changes in ${MARKS} acts, ${rows} rows; ${rounds} rounds`);
  figure(
    'merge / the same rows inserted with better-sqlite3',
    merge / insert,
    2,
    `${ms(merge)} / ${ms(insert)}`,
  );
  figure(
    'merge / Yjs applying an update of as many edits (in memory)',
    merge / yjs,
    1,
    `${ms(merge)} / ${ms(yjs)}`,
  );
  figure('merging the same bundle again / the first time', again / merge, 0.4, `${ms(again)} / ${ms(merge)}`);
  const bytes = statSync(bundle).size;
  const kb = (n: number) => `${Math.round(n / 1_000)} kB`;
  figure('bundle size / Yjs update', bytes / update.length, undefined, `${kb(bytes)} / ${kb(update.length)}`);
  const automerge = automergeBytes();
  figure('bundle size / Automerge document', bytes / automerge, undefined, `${kb(bytes)} / ${kb(automerge)}`);
  if (megabytes > 0) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--expose-gc', join(import.meta.dirname, 'attachments.ts'), folder, String(megabytes)],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    const { packMb, mergeMb, seconds } = JSON.parse(stdout) as {
      packMb: number;
      mergeMb: number;
      seconds: number;
    };
    figure(
      `memory of packing ${megabytes} MB of attachments, MB`,
      packMb,
      300,
      `in ${seconds} s with the merge`,
    );
    figure(`memory of merging ${megabytes} MB of attachments, MB`, mergeMb, 300, 'peak of the whole process');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;
