import { fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tmpdir } from 'node:os';
import { openEngine, realWorld } from '#engine/engine.ts';
import { rememberProject } from '#engine/first-run.ts';
import { PARENT_PORT, recorded } from './stand-in.ts';

/**
 * The main process as it is, with a stand-in for Electron itself: windows that only emit events, utility processes
 * that are forked ones. It shows that the parts are put together right; what Electron does with them, only the
 * end-to-end tests on a machine with its runtime show.
 */
const electron = vi.hoisted(() => ({
  stand: {} as Record<string, unknown>,
  home: '',
}));
vi.mock('electron', () => electron.stand);

type Click = { label?: string; click?: (item: unknown, window: unknown) => void; submenu?: Click[] };
type Shown = { message: string; buttons: string[] };

const until = (holds: () => void) => vi.waitFor(holds, { timeout: 20_000 });
const SOURCES = resolve(import.meta.dirname, '../../../src-main');
const folder = mkdtempSync(join(tmpdir(), 'assay-desktop-'));
const app = Object.assign(new EventEmitter(), {
  quits: 0,
  commandLine: {
    switches: [] as string[],
    appendSwitch: (name: string) => app.commandLine.switches.push(name),
  },
  sandboxed: false,
  enableSandbox: () => (app.sandboxed = true),
  setPath: () => {},
  getLocale: () => 'en-US',
  isReady: () => true,
  whenReady: () => Promise.resolve(),
  requestSingleInstanceLock: () => true,
  addRecentDocument: () => {},
  quit: () => (app.quits += 1),
});
const windows: BrowserWindow[] = [];
const processes: { ended: () => boolean; kill: () => boolean; exited: Promise<unknown> }[] = [];
const dialogs: Shown[] = [];
let menu: Click[] = [];
let handler: (request: Request) => Promise<Response>;

class BrowserWindow extends EventEmitter {
  static readonly getFocusedWindow = () => windows.at(-1);
  readonly shown: string[] = [];
  address = '';
  readonly webContents = Object.assign(new EventEmitter(), {
    setWebRTCIPHandlingPolicy: () => {},
    setWindowOpenHandler: () => {},
    reload: () => this.shown.push('reload'),
  });
  constructor() {
    super();
    windows.push(this);
  }
  loadURL = (address: string) => Promise.resolve(void (this.address = address));
  getNormalBounds = () => ({ x: 1, y: 2, width: 900, height: 700 });
  isMaximized = () => false;
  maximize = () => {};
  setRepresentedFilename = () => {};
  show = () => this.shown.push('show');
  hide = () => this.shown.push('hide');
  focus = () => this.shown.push('focus');
  /** As a click on the cross does: asks, and goes only where nobody minds. */
  close = () => {
    let stopped = false;
    this.emit('close', { preventDefault: () => (stopped = true) });
    if (!stopped) this.destroy();
  };
  destroy = () => {
    windows.splice(windows.indexOf(this), 1);
    this.emit('closed');
    if (windows.length === 0) app.emit('window-all-closed');
  };
}

const utilityProcess = {
  fork: (entry: string, args: string[]) => {
    const source = entry.endsWith('importer.js') ? 'importers/main.ts' : 'host/electron/engine.ts';
    const child = fork(join(SOURCES, source), args, {
      execArgv: ['--import', PARENT_PORT],
      serialization: 'advanced',
    });
    // the built pages lie beside the built entry, not beside the source
    const built = (message: object) =>
      'pages' in message ? { ...message, pages: join(folder, 'pages') } : message;
    const post = { postMessage: (message: object) => void (child.connected && child.send(built(message))) };
    processes.push({
      ended: () => child.exitCode !== null || child.signalCode !== null,
      kill: () => child.kill('SIGKILL'),
      exited: once(child, 'exit'),
    });
    return Object.assign(child, post);
  },
};

beforeAll(async () => {
  process.env['ASSAY_HOME'] = folder;
  const engine = openEngine(join(folder, 'Flood.assay'), realWorld(folder), { create: { title: 'Flood' } });
  engine.close();
  mkdirSync(join(folder, 'pages'));
  rememberProject(realWorld(folder), join(folder, 'Flood.assay'));
  Object.assign(electron.stand, {
    app,
    BrowserWindow,
    utilityProcess,
    Menu: {
      buildFromTemplate: (template: Click[]) => template,
      setApplicationMenu: (template: Click[]) => (menu = template),
    },
    // a system without a key store: the key stays in its file
    safeStorage: { isEncryptionAvailable: () => false },
    dialog: {
      showMessageBox: (shown: Shown) => {
        dialogs.push(shown);
        return Promise.resolve({ response: 1 });
      },
      showSaveDialog: () => Promise.resolve({ filePath: join(folder, 'New river.assay') }),
    },
    protocol: {
      registerSchemesAsPrivileged: () => {},
      handle: (_scheme: string, answers: typeof handler) => (handler = answers),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    session: { defaultSession: recorded().as() },
    shell: {},
    clipboard: {},
  });
  await import('../../../src-main/host/electron/main.ts');
  await vi.waitUntil(() => windows.length === 1);
});

afterAll(() => {
  for (const { kill } of processes) kill();
  rmSync(folder, { recursive: true, force: true });
});

const call = async (window: string, name: string, input: object = {}, origin = `app://${window}`) => {
  const headers = { 'content-type': 'application/json', origin };
  const response = await handler(
    new Request(`app://${window}/call/${name}`, { method: 'POST', headers, body: JSON.stringify(input) }),
  );
  return { status: response.status, said: response.status === 404 ? null : await response.json() };
};

/** Of the second window: the engine that opened its project last. */
async function killEngine(): Promise<void> {
  const engine = processes.findLast(({ ended }) => !ended())!;
  engine.kill();
  await engine.exited;
}

const titleIn = async (window: string) =>
  ((await call(window, 'getProject')).said as { project: { title: string } }).project.title;
const entry = (label: string, within = menu): Click | undefined =>
  within.flatMap((item) => (item.label === label ? [item] : (entry(label, item.submenu ?? []) ?? []))).at(0);

describe('the main process', () => {
  it('sets its switches and the sandbox before any window, and opens what was open last', async () => {
    expect(app.sandboxed).toBe(true);
    expect(app.commandLine.switches).toContain('host-resolver-rules');
    expect(windows[0]!.address).toBe('app://window-1/');
    expect(await titleIn('window-1')).toBe('Flood');
  });

  it('answers no other window, origin or frame', async () => {
    expect((await call('window-2', 'getProject')).status).toBe(404);
    expect((await call('window-1', 'getProject', {}, 'null')).status).toBe(404);
    expect((await call('window-1', 'getProject', {}, 'https://evil.example')).status).toBe(404);
  });

  it('opens a new project beside it, and shows a project that is open already', async () => {
    entry('New project…')!.click!(undefined, undefined);
    await until(() => expect(windows).toHaveLength(2));
    expect(await titleIn('window-2')).toBe('New river');
    app.emit('second-instance', {}, ['assay', 'Flood.assay'], folder);
    expect(windows).toHaveLength(2);
    expect(windows[0]!.shown).toContain('focus');
    await until(() => expect(entry(join(folder, 'New river.assay'))).toBeDefined());
  });

  it('starts an engine again that was killed, under the same window', async () => {
    await killEngine();
    expect(await titleIn('window-2')).toBe('New river');
  });

  it('has an imported file read by a process of its own, which may fall without harm', async () => {
    const imported = async (name: string, body: Uint8Array<ArrayBuffer>) => {
      const to = `app://window-1/upload?name=${name}`;
      const { token } = (await (await handler(new Request(to, { method: 'PUT', body }))).json()) as {
        token: string;
      };
      return (await call('window-1', 'importArticles', { uploads: [{ token, name }] })).said;
    };
    const before = processes.length;
    const text = 'The flood\n\nThe river rose by four metres in one night.\n';
    expect(await imported('flood.txt', new TextEncoder().encode(text))).toMatchObject({
      articles: [{ title: 'The flood' }],
      failed: [],
    });
    expect(processes).toHaveLength(before + 1);
    const noise = Uint8Array.from({ length: 4_096 }, (_, i) => (i * i * 31) & 255);
    expect(await imported('noise.bin', noise)).toMatchObject({
      articles: [],
      failed: [{ source: 'noise.bin' }],
    });
    await until(() => expect(processes.slice(before).some(({ ended }) => ended())).toBe(true));
  });

  it('says why a project cannot be opened and goes on with the others', async () => {
    app.emit('second-instance', {}, ['absent.assay'], folder);
    await until(() => expect(dialogs).toHaveLength(1));
    expect(dialogs[0]!.message).toContain('absent.assay');
    await until(() => expect(windows).toHaveLength(2));
    expect(app.quits).toBe(0);
  });

  it('speaks Russian as soon as somebody prefers it', async () => {
    await call('window-1', 'setPreferences', { language: 'ru' });
    await until(() => expect(menu[0]!.label).toBe('Файл'));
  });

  it('gives up on an engine that does not stay, in one sentence', async () => {
    // once it was killed already; three times a minute are forgiven
    for (const _ of [2, 3]) {
      await killEngine();
      expect(await titleIn('window-2')).toBe('New river');
    }
    await killEngine();
    await until(() => expect(dialogs).toHaveLength(2));
    expect(dialogs[1]!.message).toMatch(/сохранено/);
    await until(() => expect(windows).toHaveLength(1));
  });

  it('closes with nothing lost: what was sent is written, the file is free, the window remembered', async () => {
    const [window] = windows;
    const last = call('window-1', 'describeProject', { title: 'Last words' });
    window!.close();
    expect(window!.shown.at(-1)).toBe('hide');
    expect((await last).status).toBe(200);
    await until(() => expect(app.quits).toBe(1));
    const file = join(folder, 'Flood.assay');
    const again = openEngine(file, realWorld(folder));
    expect((await again.call('getProject', {})).project.title).toBe('Last words');
    again.close();
    expect(JSON.parse(readFileSync(join(folder, 'desktop.json'), 'utf8'))).toMatchObject({
      bounds: { width: 900, height: 700 },
      recent: expect.arrayContaining([file, join(folder, 'New river.assay')]),
    });
  });
});
