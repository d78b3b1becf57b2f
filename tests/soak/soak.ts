// `npm run soak`: the same tests as `npm test` with counts that take an hour or more.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** Each line: a test, and the counts it takes from the environment. */
const SOAKS: readonly (readonly [test: string, counts: Readonly<Record<string, string>>])[] = [
  ['tests/store/durability.test.ts', { ASSAY_KILLS: '5000' }],
  ['tests/store/convergence.test.ts', { ASSAY_SCHEDULES: '20000' }],
  ['tests/importers/mutated.test.ts', { ASSAY_MUTATIONS: '2000' }],
  ['tests/importers/documents-hostile.test.ts', { ASSAY_MUTATIONS: '2000' }],
  ['tests/importers/xml-peer.test.ts', { ASSAY_XML_TEXTS: '500000' }],
  ['tests/engine/import.test.ts', { ASSAY_FILES: '1000' }],
  ['tests/domain/anchor/truth.test.ts', { ASSAY_ANCHOR_ROUNDS: '100' }],
  ['tests/domain/anchor/properties.test.ts', { ASSAY_ANCHOR_RUNS: '50000' }],
  ['tests/reports/html.test.ts', { ASSAY_REPORT_RUNS: '5000' }],
  ['tests/reports/dossier.test.ts', { ASSAY_DOSSIER_CHANGES: '1000' }],
  ['tests/exchange/schedules.test.ts', { ASSAY_EXCHANGES: '100000' }],
  ['tests/exchange/undo-merge.test.ts', { ASSAY_EXCHANGES: '100000' }],
  ['tests/exchange/folder.test.ts', { ASSAY_CARRIED: '2000' }],
  ['tests/soak/carriers.test.ts', { ASSAY_CARRIER_SECONDS: '600' }],
  ['tests/exchange/killed.test.ts', { ASSAY_MERGE_KILLS: '1000' }],
  ['tests/exchange/forged.test.ts', { ASSAY_FORGERIES: '100000' }],
  ['tests/importers/documents-peers.test.ts', { ASSAY_ROUND_TRIPS: '10' }],
  ['tests/e2e/main-job.e2e.ts', { ASSAY_ARTICLES: '100' }],
  ['tests/standards/round-trip.test.ts', { ASSAY_STANDARDS_RUNS: '2000' }],
];

const { resolve } = createRequire(import.meta.url);
const vitest = [resolve('vitest/vitest.mjs'), 'run', '--project', 'node', '--testTimeout', '36000000'];
const playwright = [resolve('@playwright/test/cli'), 'test', '--project', 'browser'];
const failed = SOAKS.filter(([test, counts]) => {
  const { status } = spawnSync(
    process.execPath,
    [...(test.endsWith('.e2e.ts') ? playwright : vitest), test],
    { stdio: 'inherit', env: { ...process.env, ...counts } },
  );
  return status !== 0;
});
if (failed.length > 0) process.stdout.write(`\nfailed: ${failed.map(([test]) => test).join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
