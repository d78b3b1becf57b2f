import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ask, missing, test } from './desktop.ts';

type Project = { project: { title: string; file: string } };

// the reason stands in the title, so that every report of a run shows it
test.describe(missing === '' ? 'desktop window' : `not run, since ${missing}`, () => {
  test.skip(missing !== '', missing);

  test('opens the sample on a first start, and again what was open last', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    expect(page.url()).toBe('app://window-1/');
    const { project } = await ask<Project>(page, 'getProject');
    expect(existsSync(project.file)).toBe(true);
    await app.close();
    const again = await desktop.start();
    expect((await ask<Project>(again.page, 'getProject')).project.file).toBe(project.file);
  });

  test('the page has no Node, no Electron and no way out', async ({ desktop }) => {
    const { page } = await desktop.start();
    const reach = await page.evaluate(async () => {
      const names = ['require', 'process', 'module', 'Buffer', 'electron', '__dirname'];
      const got = (address: string) =>
        fetch(address).then(
          () => address,
          () => '',
        );
      const out = await Promise.all(
        ['https://example.org/', 'http://127.0.0.1:1/', 'file:///etc/passwd', 'app://window-2/'].map(got),
      );
      return {
        names: names.filter((name) => name in globalThis),
        out: out.filter(Boolean),
        opened: window.open('https://example.org/'),
      };
    });
    expect(reach).toEqual({ names: [], out: [], opened: null });
  });

  test('the window stays on its page', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    await app.evaluate(({ dialog }) => {
      // the question whether to open it outside is answered with "cancel"
      dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    });
    await page.evaluate(() => {
      location.href = 'https://example.org/';
    });
    await page.waitForTimeout(500);
    expect(page.url()).toBe('app://window-1/');
    expect(app.windows()).toHaveLength(1);
  });

  test('asks before it opens an address outside, and shows the real host', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    await app.evaluate(({ dialog, shell }) => {
      const seen = { asked: [] as unknown[], opened: [] as string[] };
      Object.assign(globalThis, { seen });
      dialog.showMessageBox = (...args: unknown[]) => {
        seen.asked.push(args.at(-1));
        return Promise.resolve({ response: 2, checkboxChecked: false });
      };
      shell.openExternal = (address: string) => Promise.resolve(void seen.opened.push(address));
    });
    await page.evaluate(() => {
      for (const address of ['https://пример.example/a?b', 'file:///etc/passwd', 'javascript:alert(1)'])
        window.open(address);
    });
    const seen = () =>
      app.evaluate(
        () => (globalThis as unknown as { seen: { asked: { detail: string }[]; opened: string[] } }).seen,
      );
    await expect.poll(async () => (await seen()).opened).toEqual(['https://xn--e1afmkfd.example/a?b']);
    expect((await seen()).asked.map(({ detail }) => detail)).toEqual(['xn--e1afmkfd.example\n/a?b']);
  });

  test('a menu’s click reaches the page as the command', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    const heard = page.evaluate(
      () =>
        new Promise((resolve) => {
          const notices = new EventSource('/notices');
          notices.addEventListener('message', ({ data }: MessageEvent<string>) => {
            if (data.includes('"command"')) resolve(JSON.parse(data));
          });
        }),
    );
    await page.waitForTimeout(500);
    await app.evaluate(({ Menu, BrowserWindow }) => {
      const help = Menu.getApplicationMenu()!.items.at(-1)!;
      const [window] = BrowserWindow.getAllWindows();
      help.submenu!.items[0]!.click(undefined, window, undefined);
    });
    expect(await heard).toEqual({ kind: 'command', id: 'keys' });
  });

  test('closing loses nothing, lets the file go and remembers the window', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    const { project } = await ask<Project>(page, 'getProject');
    const closed = app.waitForEvent('close');
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 40, width: 1000, height: 700 }),
    );
    // sent, not awaited: the answer would come to a window that is gone
    await page.evaluate(() => {
      const headers = { 'content-type': 'application/json' };
      void fetch('/call/describeProject', {
        method: 'POST',
        headers,
        body: JSON.stringify({ title: 'Last words' }),
      });
    });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
    await closed;
    expect(existsSync(`${project.file}-lock`)).toBe(false);
    expect(JSON.parse(readFileSync(join(desktop.home, 'desktop.json'), 'utf8'))).toMatchObject({
      bounds: { width: 1000, height: 700 },
      recent: [project.file],
    });
    const again = await desktop.start(project.file);
    expect((await ask<Project>(again.page, 'getProject')).project.title).toBe('Last words');
  });

  test('an engine that dies comes back under the same page', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    await ask(page, 'describeProject', { title: 'Before the fall' });
    await app.evaluate(({ app: assay }) => {
      const engine = assay.getAppMetrics().find(({ name }) => name === 'Assay engine');
      process.kill(engine!.pid, 'SIGKILL');
    });
    await expect
      .poll(async () => (await ask<Partial<Project>>(page, 'getProject')).project?.title)
      .toBe('Before the fall');
  });

  test('a second start shows the first and opens its project there', async ({ desktop }) => {
    const first = await desktop.start();
    const { project } = await ask<Project>(first.page, 'getProject');
    await desktop.start(project.file).catch(() => undefined);
    await first.page.waitForTimeout(1_000);
    expect(first.app.windows()).toHaveLength(1);
  });

  test('imports a file through a reader of its own', async ({ desktop }) => {
    const { page } = await desktop.start();
    const upload = await page.evaluate(async () => {
      const body = new TextEncoder().encode('The flood\n\nThe river rose by four metres in one night.\n');
      const response = await fetch('/upload?name=flood.txt', { method: 'PUT', body });
      return (await response.json()) as { token: string };
    });
    const answer = await ask<{ articles: { title: string }[] }>(page, 'importArticles', {
      uploads: [upload],
    });
    expect(answer.articles.map(({ title }) => title)).toEqual(['The flood']);
  });
});
