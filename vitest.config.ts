import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './tests/support/chromium.ts';
import { LongestFirst } from './tests/support/longest-first.ts';

export default defineConfig({
  test: {
    // one core less than there are would leave half of a small machine idle
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          environment: 'node',
          // no test replaces a module, so the files of one worker share what they load, as one start of the program does
          isolate: false,
          testTimeout: 240_000,
          // what the tests start as processes of their own is compiled once, not each time
          env: { NODE_COMPILE_CACHE: join(tmpdir(), 'assay-tests-compiled') },
        },
      },
      {
        plugins: [react()],
        // Found before the first test runs: a package found later would reload the page under it.
        optimizeDeps: { entries: ['tests/renderer/**/*.test.tsx'] },
        test: {
          name: 'browser',
          include: ['tests/renderer/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await chromiumLaunch() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
