// Sums up what the runners counted. A log in which one of them counted nothing is no success.
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const log = stripVTControlCharacters(readFileSync(process.argv[2], 'utf8'));
const sum = { passed: 0, failed: 0, skipped: 0 };
const words = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  todo: 'skipped',
  flaky: 'passed',
  'did not run': 'failed',
};

// Vitest: "      Tests  2 failed | 50 passed | 1 skipped (53)"
const vitest = [...log.matchAll(/^ *Tests {2}(.*)\(\d+\)$/gm)].map((match) => match[1]);
// Playwright: its closing lines, "  1 failed", "  2 skipped", "  12 passed (3.0s)"
const playwright = [
  ...log.matchAll(/^ {2}(\d+ (?:passed|failed|skipped|flaky|did not run))(?: \([^)]*\))?$/gm),
].map((match) => match[1]);

for (const [, count, word] of `${vitest.join(' | ')} | ${playwright.join(' | ')}`.matchAll(
  /(\d+) (passed|failed|skipped|todo|flaky|did not run)/g,
)) {
  sum[words[word]] += Number(count);
}
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`);
process.exitCode = vitest.length > 0 && playwright.length > 0 && sum.passed > 0 && sum.failed === 0 ? 0 : 1;
