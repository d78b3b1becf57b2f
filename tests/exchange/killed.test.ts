import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { cells } from '#domain/act.ts';
import { openEngine, realWorld } from '#engine/engine.ts';
import { joinProject } from '#engine/join.ts';
import { keepBlob } from '#store/blobs.ts';
import { commit } from '#store/commit.ts';
import { openFile } from '#store/open.ts';
import { verify } from '#store/verify.ts';
import { digest, temporaryFolder } from '../support/project.ts';

const MERGING = join(import.meta.dirname, 'merging.ts');
const KILLS = Number(process.env['ASSAY_MERGE_KILLS'] ?? 6);
const ACTS = 250;
const FILES = 8;

/** Two homes with one project; the first has worked on, and its work lies in a bundle. */
async function scene(folder: string) {
  const [ada, bea] = ['ada', 'bea'].map((name) => realWorld(join(folder, name)));
  const file = join(folder, 'ada.assay');
  const packed = async (name: string) => {
    const engine = openEngine(file, ada!, { person: 'Ada' });
    await engine.packTo(join(folder, name), {});
    engine.close();
    return join(folder, name);
  };
  openEngine(file, ada!, { create: { title: 'The dam' }, person: 'Ada' }).close();
  const first = await packed('first.assaypack');
  (await joinProject(join(folder, 'bea.assay'), [first], bea!, { person: 'Bea' })).engine.close();
  const project = openFile(file, { now: 0 });
  const author = { person: 'p', device: 'd' };
  project.db!.together(() => {
    for (let n = 0; n < ACTS; n += 1) {
      const bytes =
        n < FILES
          ? keepBlob(
              project.db!,
              new Uint8Array(100_000).map((_, i) => (i * i + n) % 251),
            )
          : null;
      const changes = [
        ...cells('claim', `c${n}`, { present: 1, wording: `wording ${n} `.repeat(1 + (n % 40)) }),
        ...(bytes === null ? [] : cells('capture', `k${n}`, { present: 1, bytes, name: `copy ${n}` })),
      ];
      commit(project, { deed: 'test', changes }, author, Date.now());
    }
  });
  project.close();
  return {
    bundle: await packed('rest.assaypack'),
    file: join(folder, 'bea.assay'),
    home: join(folder, 'bea'),
  };
}

type Kill = {
  readonly after: number;
  /** Counts from the first write to the project, not from the call. */ readonly writing: boolean;
};

/** Merges in a process of its own, which is killed at some moment; tells how long it took and what it said. */
async function merging(file: string, home: string, bundle: string, kill?: Kill) {
  const child = spawn(process.execPath, [MERGING, file, home, bundle], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let begun = 0;
  let took = 0;
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
    if (begun === 0) {
      begun = performance.now();
      if (kill) void strike(kill);
    }
    if (said.includes('done')) took = performance.now() - begun;
  });
  const strike = async ({ after, writing }: Kill) => {
    while (writing && child.exitCode === null && !hasJournal(file)) await delay(1);
    await delay(after);
    child.kill('SIGKILL');
  };
  await new Promise((ended) => child.on('close', ended));
  return { took, said };
}

function hasJournal(file: string): boolean {
  return (statSync(`${file}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

const counts = (file: string) => {
  const project = openFile(file, { now: 0 });
  try {
    const count = (what: string) => project.read.one<{ n: number }>(`select count(*) as n from ${what}`)!.n;
    return {
      problems: verify(project.read).problems,
      acts: count('act'),
      files: count('blob where bytes is not null'),
      claims: count('claim'),
      merges: count('merge'),
      digest: digest(project.read),
    };
  } finally {
    project.close();
  }
};

test(
  `${KILLS} kills during a merge leave all of the bundle or nothing of it, and the project verifies after each`,
  { timeout: Math.max(600_000, KILLS * 10_000) },
  async () => {
    const folder = temporaryFolder();
    const { bundle, file, home } = await scene(folder);
    /** A fresh copy of Bea's project and home. */
    const copied = (name: string) => {
      const own = join(folder, name);
      mkdirSync(own);
      cpSync(file, join(own, 'bea.assay'));
      cpSync(home, join(own, 'home'), { recursive: true });
      return { file: join(own, 'bea.assay'), home: join(own, 'home') };
    };
    const none = counts(file);
    expect(none.problems).toEqual([]);
    const undisturbed = copied('undisturbed');
    const { took, said } = await merging(undisturbed.file, undisturbed.home, bundle);
    expect(said).toBe('begun\ndone\n');
    const all = counts(undisturbed.file);
    expect(all.problems).toEqual([]);
    expect(all.acts - none.acts).toBeGreaterThanOrEqual(ACTS);
    expect(all.files - none.files).toBe(FILES);

    let midway = 0;
    let whole = 0;
    const goingOn: { file: string; home: string }[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const one = copied(`kill-${kill}`);
      const kind =
        kill % 2 === 0
          ? { after: Math.random() * took * 1.1, writing: false }
          : { after: Math.random() * took * 0.5, writing: true };
      const told = await merging(one.file, one.home, bundle, kind);
      if (hasJournal(one.file)) midway += 1;
      const after = counts(one.file);
      const done = after.acts > none.acts;
      expect(after).toEqual(done ? all : none);
      expect(done || !told.said.includes('done')).toBe(true);
      if (done) whole += 1;
      else if (kill % 10 === 0) goingOn.push(one);
    }
    // whoever goes on after the crash gets all of it
    for (const one of goingOn) {
      const engine = openEngine(one.file, realWorld(one.home));
      const bundles = [engine.receiveFile(bundle)];
      expect((await engine.call('mergeBundles', { bundles })).refused).toEqual([]);
      engine.close();
      expect(counts(one.file)).toEqual(all);
    }
    console.info(`${KILLS} kills during a merge: ${midway} in the middle of a write, ${whole} after its end`);
    expect(whole).toBeLessThan(KILLS);
  },
);
