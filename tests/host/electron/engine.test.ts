import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEngine, realWorld } from '#engine/engine.ts';
import { createLink } from '../../../src-main/host/electron/link.ts';
import type { FromEngine, Opening, ToEngine } from '../../../src-main/host/electron/messages.ts';
import { temporaryFolder } from '../../support/project.ts';
import { PARENT_PORT } from './stand-in.ts';

const ENTRY = resolve(import.meta.dirname, '../../../src-main/host/electron/engine.ts');

/** The engine's entry in a process of its own, as the desktop window has it. */
function engineProcess(folder: string, opening: Opening) {
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  const child = fork(ENTRY, [], {
    execArgv: ['--import', PARENT_PORT],
    serialization: 'advanced',
    env: { ...process.env, ASSAY_HOME: join(folder, 'home') },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: FromEngine[] = [];
  const post = (message: ToEngine) => void child.send(message);
  const link = createLink(post);
  child.on('message', (message: FromEngine) => {
    said.push(message);
    if ('id' in message) link.hear(message);
  });
  const hear = async <K extends FromEngine['kind']>(kind: K): Promise<Extract<FromEngine, { kind: K }>> => {
    for (;;) {
      const found = said.find((message) => message.kind === kind);
      if (found) return found as Extract<FromEngine, { kind: K }>;
      const refused = said.find((message) => message.kind === 'refused');
      if (refused?.kind === 'refused') throw new Error(refused.message);
      await once(child, 'message');
    }
  };
  post({ kind: 'open', opening, pages });
  return { child, post, link, hear };
}

const call = (name: string, input: object) =>
  new Request(`app://window-1/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });

describe('the engine’s process', () => {
  it('makes a project, writes what it was told before it closes, and lets the file go', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'p.assay');
    const { child, post, link, hear } = engineProcess(folder, { file, create: { title: 'Flood' } });
    expect(await hear('opened')).toEqual({ kind: 'opened', file, language: 'system' });
    expect(await (await link.fetch(new Request('app://window-1/'))).text()).toBe('<!doctype html>');
    const last = link.fetch(call('describeProject', { title: 'Last words' }));
    await new Promise((done) => setTimeout(done, 50));
    await link.settled();
    post({ kind: 'close' });
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect((await last).status).toBe(200);
    const again = openEngine(file, realWorld(join(folder, 'home')));
    expect((await again.call('getProject', {})).project.title).toBe('Last words');
    again.close();
  });

  it('says in one sentence why a project cannot be opened', async () => {
    const folder = temporaryFolder();
    const { hear } = engineProcess(folder, { file: join(folder, 'absent.assay') });
    const { message } = await hear('refused');
    expect(message).toContain('absent.assay');
    expect(message).toMatch(/\.$/);
    expect(message).not.toMatch(/SQLITE|Error:|\n/);
  });

  it('passes a menu’s click to the page and a change of language to the menus', async () => {
    const folder = temporaryFolder();
    const { post, link, hear } = engineProcess(folder, {
      file: join(folder, 'p.assay'),
      create: { title: 'Flood' },
    });
    await hear('opened');
    const notices = await link.fetch(new Request('app://window-1/notices'));
    const reader = notices.body!.pipeThrough(new TextDecoderStream()).getReader();
    let told = (await reader.read()).value ?? '';
    post({ kind: 'say', command: 'report' });
    while (!told.includes('"report"')) told += (await reader.read()).value ?? '';
    await link.fetch(call('setPreferences', { language: 'ru' }));
    expect(await hear('language')).toEqual({ kind: 'language', language: 'ru' });
  });

  it('exchanges through a chosen folder, and says in one sentence why it does not', async () => {
    const folder = temporaryFolder();
    const { post, link, hear } = engineProcess(folder, {
      file: join(folder, 'p.assay'),
      create: { title: 'Flood' },
    });
    await hear('opened');
    const notices = await link.fetch(new Request('app://window-1/notices'));
    const reader = notices.body!.pipeThrough(new TextDecoderStream()).getReader();
    let told = (await reader.read()).value ?? '';
    post({ kind: 'exchange', folder, encrypt: false });
    expect((await hear('declined')).message).toMatch(/^The project file lies in this folder; .+\.$/);
    const shared = join(folder, 'shared');
    mkdirSync(shared);
    post({ kind: 'exchange', folder: shared, encrypt: true });
    while (!told.includes('"exchange-folder"')) told += (await reader.read()).value ?? '';
    expect(await (await link.fetch(call('getExchangeFolder', {}))).json()).toMatchObject({
      exchange: { folder: shared, encrypt: true, problem: null },
    });
  });
});
