// `npm run soak`: the same tests as `npm test` with counts that take an hour or more.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const vitest = createRequire(import.meta.url).resolve('vitest/vitest.mjs');
const tests = [
  'tests/store/durability.test.ts',
  'tests/store/convergence.test.ts',
  'tests/importers/mutated.test.ts',
  'tests/engine/import.test.ts',
];
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'node', '--testTimeout', '7200000', ...tests],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      ASSAY_KILLS: '5000',
      ASSAY_MUTATIONS: '2000',
      ASSAY_FILES: '1000',
      ASSAY_SCHEDULES: '20000',
    },
  },
);
process.exitCode = status ?? 1;
