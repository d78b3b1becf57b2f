/**
 * A report of 500 claims as HTML, beside pandoc making HTML from the same report as Markdown: whole process, start
 * included, and its peak memory. Ratios of medians from one run with the sides taken in turn. Exit code 1 if one
 * misses its target. Usage: node tests/bench/reports/report.bench.ts [rounds]
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLAIMS = '500';
/** At most as long and as much memory as pandoc. */
const TARGET = 1;
const rounds = Number(process.argv[2] ?? 9);
const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
const say = (line: string) => process.stdout.write(`${line}\n`);
const writer = join(import.meta.dirname, 'write.ts');
const [ours, theirs, markdown] = ['ours.html', 'theirs.html', 'report.md'].map((name) =>
  join(folder, name),
) as [string, string, string];

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
    const sides: { assay: Ran[]; pandoc: Ran[] } = { assay: [], pandoc: [] };
    for (let round = 0; round < rounds; round++) {
      sides.assay.push(await run(process.execPath, [writer, 'html', CLAIMS, ours]));
      sides.pandoc.push(
        await run('pandoc', ['--standalone', '-f', 'commonmark_x', '-t', 'html', '-o', theirs, markdown]),
      );
    }
    const of = (side: readonly Ran[], what: keyof Ran) => median(side.map((one) => one[what]));
    let missed = false;
    for (const [what, unit, scale] of [
      ['ms', 'ms', 1],
      ['peak', 'MB', 1e6],
    ] as const) {
      const [a, b] = [of(sides.assay, what), of(sides.pandoc, what)];
      const ratio = a / b;
      missed ||= ratio > TARGET;
      const name = what === 'ms' ? 'time' : 'peak memory';
      say(
        `${name}: ${(a / scale).toFixed(0)} ${unit}, pandoc ${(b / scale).toFixed(0)} ${unit}, ratio ${ratio.toFixed(2)}`,
      );
    }
    say(
      `${CLAIMS} claims: ${statSync(ours).size} bytes of HTML from Assay, ${statSync(theirs).size} from pandoc`,
    );
    process.exitCode = missed ? 1 : 0;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
