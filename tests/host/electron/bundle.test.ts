import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLink } from '../../../src-main/host/electron/link.ts';
import type { FromEngine, ToEngine } from '../../../src-main/host/electron/messages.ts';
import { keepReaders } from '../../../src-main/host/electron/readers.ts';
import { temporaryFolder } from '../../support/project.ts';
import { PARENT_PORT } from './stand-in.ts';

const OUT = resolve(import.meta.dirname, '../../../out');
const built = existsSync(join(OUT, 'main/engine.js'));

/** A process of the bundle, as Electron's utility process would be. */
function started(entry: string) {
  const env = { ...process.env, ASSAY_HOME: temporaryFolder() };
  const child = fork(join(OUT, 'main', entry), [], {
    execArgv: ['--import', PARENT_PORT],
    serialization: 'advanced',
    env,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  // as in Electron, what is told to a process that has ended goes nowhere
  const postMessage = (message: unknown) => void (child.connected && child.send(message as object));
  return Object.assign(child, { postMessage });
}

/** What `npm run build` wrote, since the bundle looks for its files in other places than the sources do. */
describe.skipIf(!built)(`the bundle${built ? '' : ' (not run: nothing is built)'}`, () => {
  it('makes the sample, serves the pages and has an import read', async () => {
    const engine = started('engine.js');
    const post = (message: ToEngine) => engine.postMessage(message);
    const link = createLink(post);
    const readers = keepReaders(() => started('importer.js'), post);
    const opened = new Promise<string>((tell, fail) => {
      engine.on('message', (message: FromEngine) => {
        if ('reader' in message) readers.hear(message);
        else if ('id' in message) link.hear(message);
        else if (message.kind === 'opened') tell(message.file);
        else if (message.kind === 'refused') fail(new Error(message.message));
      });
    });
    post({ kind: 'open', opening: {}, pages: join(OUT, 'renderer'), secrets: false });
    expect(await opened).toMatch(/Sample\.assay$/);
    const page = await link.fetch(new Request('app://window-1/'));
    expect(await page.text()).toMatch(/<script type="module"[^>]* src="/);
    const put = { method: 'PUT', body: new TextEncoder().encode('# The flood\n\nThe river **rose**.\n') };
    const uploaded = await link.fetch(new Request('app://window-1/upload?name=flood.md', put));
    const { token } = (await uploaded.json()) as { token: string };
    const imported = await link.fetch(
      new Request('app://window-1/call/importArticles', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ uploads: [{ token, name: 'flood.md' }] }),
      }),
    );
    expect(await imported.json()).toMatchObject({
      articles: [{ title: 'The flood', format: 'markdown' }],
      failed: [],
    });
  });
});
