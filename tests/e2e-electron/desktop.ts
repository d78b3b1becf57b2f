import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '../..');

/** The Electron runtime, looked for on the disk only: asking its package would send it to the network. */
function electronBinary(): string | undefined {
  const chosen = process.env['ELECTRON_EXEC_PATH'];
  if (chosen !== undefined) return existsSync(chosen) ? chosen : undefined;
  const folder = resolve(createRequire(import.meta.url).resolve('electron/package.json'), '..');
  const named = join(folder, 'path.txt');
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const binary = join(dist, existsSync(named) ? readFileSync(named, 'utf8').trim() : 'electron');
  return existsSync(binary) ? binary : undefined;
}

const binary = electronBinary();
const screen =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/** Why the desktop window cannot be tested here; nothing where it can. */
export const missing =
  binary === undefined ? 'the Electron runtime is not installed' : screen ? '' : 'there is no screen';

export type Desktop = {
  readonly home: string;
  /** Starts Assay, with a project if one is named. It is ended when the test is. */
  readonly start: (...args: string[]) => Promise<{ app: ElectronApplication; page: Page }>;
};

export const test = base.extend<{ desktop: Desktop }>({
  desktop: async ({ browserName: _unused }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'assay-desktop-'));
    const running = new Set<ElectronApplication>();
    await use({
      home,
      start: async (...args) => {
        const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
        const app = await _electron.launch({
          executablePath: binary!,
          args: [...sandbox, ROOT, ...args],
          env: { ...(process.env as Record<string, string>), ASSAY_HOME: home },
        });
        running.add(app);
        app.once('close', () => running.delete(app));
        return { app, page: await app.firstWindow() };
      },
    });
    for (const app of running) await app.close();
    rmSync(home, { recursive: true, force: true });
  },
});

/** One call of the contract, from inside the page. */
export async function ask<T>(page: Page, name: string, input: object = {}): Promise<T> {
  return page.evaluate(
    async ([called, body]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`/call/${called}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return (await response.json()) as never;
    },
    [name, input] as const,
  );
}
