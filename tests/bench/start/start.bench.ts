/**
 * How soon something can be seen: the engine's process against an empty Node script, a project of 100,000 claims
 * against an empty one, and the first contentful paint of the window against a bare page. Every figure is a ratio of
 * medians from one run with the sides taken in turn. Exit code 1 if one misses its target.
 * Usage: node tests/bench/start/start.bench.ts [rounds]
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { cells, type Intent } from '#domain/act.ts';
import type { Pages } from '#engine/door.ts';
import { openEngine, realWorld } from '#engine/engine.ts';
import { commit } from '#store/commit.ts';
import { createFile } from '#store/open.ts';
import { readPages } from '../../../src-main/host/browser/pages.ts';
import { serve } from '../../../src-main/host/browser/serve.ts';
import { chromiumLaunch } from '../../support/chromium.ts';

const root = resolve(import.meta.dirname, '../../..');
const rounds = Number(process.argv[2] ?? 15);
const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
const say = (line: string) => process.stdout.write(`${line}\n`);

function projectWith(name: string, claims: number): string {
  const file = join(folder, name);
  const project = createFile(file, name, { now: 0 }, () => {});
  for (let from = 0; from < claims; from += 5_000) {
    const changes: Intent[] = [];
    for (let n = from; n < Math.min(claims, from + 5_000); n += 1) {
      changes.push(
        ...cells('claim', `c${n}`, {
          present: 1,
          wording: `By ${n} o'clock ${n % 977} people had left the lower town of quarter ${n % 31}.`,
          verifiability: 'verifiable',
          made_at: new Date(1_700_000_000_000 + n).toISOString(),
        }),
      );
    }
    commit(project, { deed: 'bench', changes }, { person: 'p', device: 'd' }, 1_000 + from);
  }
  if (claims === 0)
    commit(
      project,
      { deed: 'bench', changes: cells('claim', 'c', { present: 1 }) },
      { person: 'p', device: 'd' },
      1,
    );
  project.close();
  return file;
}

async function bundled(): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'first-list.ts'),
      outDir: join(folder, 'out'),
      minify: true,
      rollupOptions: {
        output: { format: 'cjs', entryFileNames: 'first-list.cjs' },
        external: ['better-sqlite3'],
      },
    },
  });
  // beside the project's own packages, so that the external one is found
  const entry = join(root, 'out', 'first-list.bench.cjs');
  copyFileSync(join(folder, 'out', 'first-list.cjs'), entry);
  return entry;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function run(args: readonly string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`);
  return performance.now() - began;
}

async function processes(): Promise<Record<'empty' | 'small' | 'large', number>> {
  const empty = join(folder, 'empty.cjs');
  writeFileSync(empty, '');
  const entry = await bundled();
  const migrations = join(root, 'db/migrations');
  say('making a project of 100,000 claims…');
  const sides = {
    empty: [empty],
    small: [entry, projectWith('small.assay', 0), migrations],
    large: [entry, projectWith('large.assay', 100_000), migrations],
  };
  const times = { empty: [] as number[], small: [] as number[], large: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    for (const side of ['empty', 'small', 'large'] as const) {
      const ms = run(sides[side]);
      if (round >= 0) times[side].push(ms);
    }
  }
  rmSync(entry, { force: true });
  return { empty: median(times.empty), small: median(times.small), large: median(times.large) };
}

const BARE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare</title><link rel="icon" href="data:,"></head><body><p>Assay</p></body></html>`;

async function firstPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  const paint = await page.evaluate(
    () =>
      new Promise<number>((seen) => {
        new PerformanceObserver((list, observer) => {
          for (const entry of list.getEntriesByName('first-contentful-paint')) {
            observer.disconnect();
            seen(entry.startTime);
          }
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await context.close();
  return paint;
}

async function paints(): Promise<{ bare: number; window: number }> {
  const engine = openEngine(join(folder, 'window.assay'), realWorld(join(folder, 'home')), {
    create: { title: 'Bench' },
  });
  const bareEngine = openEngine(join(folder, 'bare.assay'), realWorld(join(folder, 'home')), {
    create: { title: 'Bare' },
  });
  const pages: Pages = new Map([
    ['/', { bytes: new TextEncoder().encode(BARE), type: 'text/html; charset=utf-8' }],
  ]);
  const [bare, window] = [await serve(bareEngine, pages), await serve(engine, readPages())];
  const browser = await chromium.launch(await chromiumLaunch());
  const times = { bare: [] as number[], window: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    const seen = {
      bare: await firstPaint(browser, bare.address),
      window: await firstPaint(browser, window.address),
    };
    if (round < 0) continue;
    times.bare.push(seen.bare);
    times.window.push(seen.window);
  }
  await browser.close();
  await Promise.all([bare.close(), window.close()]);
  engine.close();
  bareEngine.close();
  return { bare: median(times.bare), window: median(times.window) };
}

const started = await processes();
const painted = await paints();
rmSync(folder, { recursive: true, force: true });

const figures = [
  [
    'process that opens 100,000 claims and reads the first list / empty script',
    started.large,
    started.empty,
    1.4,
  ],
  ['the same / with an empty project', started.large, started.small, 1.05],
  ['first contentful paint of the window / of a bare page', painted.window, painted.bare, 1.3],
] as const;
let missed = 0;
for (const [what, ours, theirs, target] of figures) {
  const ratio = ours / theirs;
  if (ratio > target) missed += 1;
  say(
    `${ratio.toFixed(2)}  at most ${target.toFixed(2)}  ${ratio > target ? 'MISSED' : 'ok    '}  ${what} (${ours.toFixed(1)} / ${theirs.toFixed(1)} ms)`,
  );
}
process.exitCode = missed > 0 ? 1 : 0;
