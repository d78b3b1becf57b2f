import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test as base, type FileChooser, type Page } from '@playwright/test';
import { openEngine, realWorld, type Engine } from '#engine/engine.ts';
import { createSample } from '#engine/sample/create.ts';
import { readPages } from '../../src-main/host/browser/pages.ts';
import { serve } from '../../src-main/host/browser/serve.ts';

export type Workbench = { readonly engine: Engine; readonly address: string; readonly folder: string };

type Worlds = {
  /** An empty project in the browser host, the same pages and calls as in the desktop window. */
  readonly empty: Workbench;
  /** The sample project. */
  readonly sample: Workbench;
  /** What the page asked for outside of its own origin, and what it complained of; both must stay empty. */
  readonly complaints: string[];
};

async function served(
  make: (file: string, home: string) => Promise<Engine> | Engine,
  use: (bench: Workbench) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'assay-e2e-'));
  const engine = await make(join(folder, 'p.assay'), join(folder, 'home'));
  const host = await serve(engine, readPages());
  await use({ engine, address: host.address, folder });
  await host.close();
  engine.close();
  rmSync(folder, { recursive: true, force: true });
}

type Once = {
  /** A folder with the sample project and the home of whoever made it, to be copied. */
  readonly sampleFolder: string;
};

export const test = base.extend<Worlds, Once>({
  sampleFolder: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'assay-e2e-sample-'));
      (await createSample(join(folder, 'p.assay'), realWorld(join(folder, 'home')))).close();
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  empty: async ({}, use) =>
    served((file, home) => openEngine(file, realWorld(home), { create: { title: 'The dam' } }), use),
  sample: async ({ sampleFolder }, use) =>
    served((file, home) => {
      cpSync(sampleFolder, dirname(file), { recursive: true });
      return openEngine(file, realWorld(home));
    }, use),
  page: async ({ page }, use) => {
    // Playwright begins to catch choosers with the first listener, too late for a key pressed right after it
    page.on('filechooser', () => {});
    await use(page);
  },
  complaints: [
    async ({ page }, use) => {
      const heard: string[] = [];
      page.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (hostname !== '127.0.0.1' && !['data:', 'blob:'].includes(protocol))
          heard.push(`request: ${request.url()}`);
      });
      page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') heard.push(`console: ${message.text()} ${message.location().url}`);
      });
      page.on('dialog', (dialog) => {
        heard.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await use(heard);
    },
    // from the first request on, whoever asks for it
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** Presses a key that opens the file chooser. */
export async function chooserBy(page: Page, key: string): Promise<FileChooser> {
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press(key);
  return choosing;
}

/** Opens the window and waits until it answers. */
export async function enter(page: Page, { address }: Workbench): Promise<void> {
  await page.goto(address);
  await page
    .getByRole('contentinfo')
    .getByText(/\d+ articles?/)
    .waitFor();
}
