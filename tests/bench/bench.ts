// `npm run bench`: every bench in turn. Exit code 1 if one of them missed a target.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';

const BENCHES = globSync('**/*.bench.ts', { cwd: import.meta.dirname }).toSorted();

const failed = BENCHES.filter((bench) => {
  process.stdout.write(`\n${bench}\n`);
  return spawnSync(process.execPath, [join(import.meta.dirname, bench)], { stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) process.stdout.write(`\nmissed a target: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
