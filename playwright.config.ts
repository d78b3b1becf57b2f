import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './tests/support/chromium.ts';

export default defineConfig({
  testMatch: '**/*.e2e.ts',
  // one more than cores: a page often waits for its host
  workers: 3,
  fullyParallel: true,
  timeout: 180_000,
  // what passes only at a second try is listed as flaky, with its error: a fault to look into, not one to stop all others
  retries: 1,
  // a busy machine is no fault of the window
  expect: { timeout: 20_000 },
  reporter: 'list',
  projects: [
    {
      name: 'browser',
      testDir: 'tests/e2e',
      use: {
        launchOptions: await chromiumLaunch(),
        viewport: { width: 1280, height: 800 },
        // without movement, what is looked at is what it will be
        contextOptions: { reducedMotion: 'reduce' },
      },
    },
    // skipped test by test, with the reason, where the Electron runtime or a screen is absent
    { name: 'electron', testDir: 'tests/e2e-electron' },
  ],
});
