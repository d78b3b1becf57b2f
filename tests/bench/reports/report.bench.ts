/**
 * A report of 500 claims as HTML and as a Word document, beside pandoc making each from the same report as Markdown: the
 * whole process, start included, and its peak memory; and as PDF, which pandoc cannot make without another program. Ratios of
 * medians from one run with the sides taken in turn. Exit code 1 if one misses its target.
 * Usage: node tests/bench/reports/report.bench.ts [rounds]
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLAIMS = '500';
const rounds = Number(process.argv[2] ?? 9);
const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
const say = (line: string) => process.stdout.write(`${line}\n`);
const writer = join(import.meta.dirname, 'write.ts');
const markdown = join(folder, 'report.md');

/**
 * What is written, what pandoc calls it (nothing where pandoc cannot make it by itself), and the target: at most so many
 * times its time and memory. The library that writes Word documents has none.
 */
const FORMATS: readonly (readonly [
  format: string,
  pandoc: string | undefined,
  target: number | undefined,
  rounds: number,
])[] = [
  ['html', 'html', 1, rounds],
  ['docx', 'docx', undefined, rounds],
  ['pdf', undefined, undefined, Math.ceil(rounds / 3)],
];

type Ran = { readonly ms: number; readonly peak: number };

/** Runs a program to its end and looks again and again how much memory it has had at most, in bytes. */
function run(program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(program, args, { stdio: 'ignore' });
    let peak = 0;
    const look = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peak = Math.max(peak, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) * 1_024);
      } catch {
        // it has just ended, or this system does not tell
      }
    }, 2);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(look);
      if (code === 0) resolve({ ms: performance.now() - began, peak });
      else reject(new Error(`${program} ended with ${code}`));
    });
  });
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

try {
  if (spawnSync('pandoc', ['--version']).status !== 0) {
    say('skipped: pandoc is not installed, so there is nothing to compare with');
  } else {
    spawnSync(process.execPath, [writer, 'md', CLAIMS, markdown]);
    let missed = false;
    for (const [format, pandoc, target, times] of FORMATS) {
      const [ours, theirs] = [join(folder, `ours.${format}`), join(folder, `theirs.${format}`)];
      const sides: { assay: Ran[]; pandoc: Ran[] } = { assay: [], pandoc: [] };
      for (let round = 0; round < times; round++) {
        sides.assay.push(await run(process.execPath, [writer, format, CLAIMS, ours]));
        if (pandoc !== undefined)
          sides.pandoc.push(
            await run('pandoc', ['--standalone', '-f', 'commonmark_x', '-t', pandoc, '-o', theirs, markdown]),
          );
      }
      for (const [what, name, unit, scale] of [
        ['ms', 'time', 'ms', 1],
        ['peak', 'peak memory', 'MB', 1e6],
      ] as const) {
        const own = median(sides.assay.map((one) => one[what]));
        const shown = `${format}, ${name}: ${(own / scale).toFixed(0)} ${unit}`;
        if (pandoc === undefined) {
          say(shown);
          continue;
        }
        const other = median(sides.pandoc.map((one) => one[what]));
        if (target !== undefined) missed ||= own / other > target;
        say(`${shown}, pandoc ${(other / scale).toFixed(0)} ${unit}, ratio ${(own / other).toFixed(2)}`);
      }
      const size = (file: string) => `${(statSync(file).size / 1e3).toFixed(0)} kB`;
      say(`${format}, size: ${size(ours)}${pandoc === undefined ? '' : `, pandoc ${size(theirs)}`}`);
    }
    process.exitCode = missed ? 1 : 0;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
