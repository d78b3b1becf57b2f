import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDoor } from '#engine/door.ts';
import { openEngine, realWorld } from '#engine/engine.ts';
import { PRIVILEGES, SCHEME } from '../../../src-main/host/electron/admission.ts';
import { externalLink } from '../../../src-main/host/electron/external-links.ts';
import { FUSES } from '../../../src-main/host/electron/fuses.ts';
import { guardPage, guardSession } from '../../../src-main/host/electron/guard.ts';
import { staysInside } from '../../../src-main/host/electron/network.ts';
import { WEB_PREFERENCES } from '../../../src-main/host/electron/web-preferences.ts';
import { temporaryFolder } from '../../support/project.ts';
import { recorded } from './stand-in.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const HOST = 'src-main/host/electron/';

/** Every source of the product, by its path from the root. */
const sources = new Map(
  ['src-main', 'src-renderer']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(ROOT, path).replaceAll('\\', '/'), code(readFileSync(path, 'utf8'))] as const),
);

/** Without comments, which may speak of what the code may not do. */
function code(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

/** Where a pattern stands outside the files that may have it. */
function found(pattern: RegExp, allowed: readonly string[] = []): string[] {
  return [...sources]
    .filter(([path, text]) => pattern.test(text) && !allowed.includes(path))
    .map(([path]) => path);
}

function headersOfPages(): Promise<Response> {
  const folder = temporaryFolder();
  const world = realWorld(join(folder, 'home'));
  const engine = openEngine(join(folder, 'p.assay'), world, { create: { title: 'p' } });
  const page = { bytes: new Uint8Array(1), type: 'text/html' };
  const answer = createDoor(engine, new Map([['/', page]])).fetch(new Request('app://window-1/'));
  engine.close();
  return answer;
}

function guardedPage() {
  const page = recorded();
  const offered: string[] = [];
  guardPage(page.as(), 'window-1', (address) => offered.push(address));
  return { page, offered };
}

function guardedSession() {
  const session = recorded();
  guardSession(session.as(), new Set(['window-1']));
  return session;
}

/** Tells whether a listener of this event stopped it. */
function stops(page: ReturnType<typeof recorded>, event: string, details: object): boolean {
  let stopped = false;
  page.emit(event, { ...details, preventDefault: () => (stopped = true) });
  return stopped;
}

/** Electron's security guide, one row a rule, each with what proves that it holds. A new rule there is a new row here. */
const RULES: readonly (readonly [rule: string, holds: () => unknown])[] = [
  [
    '1. only load secure content',
    () => {
      expect(found(/loadFile\(|loadURL\((?!`\$\{SCHEME\}:\/\/)/)).toEqual([]);
      expect(staysInside('http://example.org/', new Set())).toBe(false);
    },
  ],
  [
    '2. no Node.js integration',
    () => {
      const { nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames } = WEB_PREFERENCES;
      expect([nodeIntegration, nodeIntegrationInWorker, nodeIntegrationInSubFrames]).toEqual([
        false,
        false,
        false,
      ]);
      expect(found(/nodeIntegration/, [`${HOST}web-preferences.ts`])).toEqual([]);
    },
  ],
  [
    '3. context isolation',
    () => {
      expect(WEB_PREFERENCES.contextIsolation).toBe(true);
      expect(found(/contextIsolation|contextBridge/, [`${HOST}web-preferences.ts`])).toEqual([]);
    },
  ],
  [
    '4. process sandboxing',
    () => {
      expect(WEB_PREFERENCES.sandbox).toBe(true);
      expect(sources.get(`${HOST}main.ts`)).toContain('app.enableSandbox()');
      expect(found(/no-sandbox/)).toEqual([]);
    },
  ],
  [
    '5. permission requests are handled',
    () => {
      const session = guardedSession();
      const answers: boolean[] = [];
      const [ask] = session.argumentsOf('setPermissionRequestHandler');
      for (const permission of ['geolocation', 'media', 'clipboard-read', 'openExternal']) {
        ask(null, permission, (granted: boolean) => answers.push(granted), {
          requestingUrl: 'app://window-1/',
          isMainFrame: true,
        });
      }
      expect(answers).toEqual([false, false, false, false]);
      const [check] = session.argumentsOf('setPermissionCheckHandler');
      expect(check(null, 'media', 'app://window-1/', { isMainFrame: true })).toBe(false);
      const [device] = session.argumentsOf('setDevicePermissionHandler');
      expect(device({})).toBe(false);
    },
  ],
  [
    '6. web security stays on',
    () => {
      expect(WEB_PREFERENCES.webSecurity).toBe(true);
      expect(
        found(/webSecurity|disable-web-security|bypassCSP: true/, [`${HOST}web-preferences.ts`]),
      ).toEqual([]);
    },
  ],
  [
    '7. a content security policy',
    async () => {
      const policy = (await headersOfPages()).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    },
  ],
  ['8. no insecure content', () => expect(WEB_PREFERENCES.allowRunningInsecureContent).toBe(false)],
  [
    '9. no experimental features',
    () => {
      expect(WEB_PREFERENCES.experimentalFeatures).toBe(false);
      expect(found(/enable-experimental/)).toEqual([]);
    },
  ],
  [
    '10. no enableBlinkFeatures',
    () => expect(found(/enableBlinkFeatures|enable-blink-features/)).toEqual([]),
  ],
  ['11. no popups from webviews', () => expect(found(/allowpopups|<webview/)).toEqual([])],
  [
    '12. no webview is ever attached',
    () => {
      expect(WEB_PREFERENCES.webviewTag).toBe(false);
      expect(stops(guardedPage().page, 'will-attach-webview', {})).toBe(true);
    },
  ],
  [
    '13. navigation is limited',
    () => {
      const { page, offered } = guardedPage();
      const initiator = { url: 'app://window-1/' };
      expect(
        stops(page, 'will-frame-navigate', { url: 'https://example.org/', isMainFrame: true, initiator }),
      ).toBe(true);
      expect(
        stops(page, 'will-frame-navigate', { url: 'https://example.org/', isMainFrame: false, initiator }),
      ).toBe(true);
      expect(
        stops(page, 'will-frame-navigate', { url: 'app://window-1/', isMainFrame: true, initiator }),
      ).toBe(false);
      expect(stops(page, 'will-redirect', { url: 'app://window-1/' })).toBe(true);
      // only a click in the main frame is answered with the question whether to open it outside
      expect(offered).toEqual(['https://example.org/']);
      expect(WEB_PREFERENCES.navigateOnDragDrop).toBe(false);
    },
  ],
  [
    '14. no new windows',
    () => {
      const { page, offered } = guardedPage();
      const [opens] = page.argumentsOf('setWindowOpenHandler');
      expect(opens({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
      expect(offered).toEqual(['https://example.org/']);
      expect(found(/new BrowserWindow\(/, [`${HOST}desk.ts`])).toEqual([]);
    },
  ],
  [
    '15. openExternal only with a checked address',
    () => {
      expect(externalLink('file:///etc/passwd')).toBeUndefined();
      expect(found(/openExternal\(|openPath|showItemInFolder|beep\(/, [`${HOST}open-external.ts`])).toEqual(
        [],
      );
      expect(sources.get(`${HOST}open-external.ts`)).toMatch(
        /showMessageBox[\s\S]*openExternal\(link\.address\)/,
      );
      expect(sources.get(`${HOST}open-external.ts`)?.match(/openExternal\(/g)).toHaveLength(1);
    },
  ],
  [
    '16. a current Electron',
    () => {
      const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
        devDependencies: { electron: string };
      };
      // exact, so that what was checked is what is packaged; the three newest majors get fixes
      expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
      expect(Number.parseInt(devDependencies.electron)).toBeGreaterThanOrEqual(43);
    },
  ],
  [
    '17. the sender of every message is known',
    () => {
      expect(found(/ipcMain|ipcRenderer|\.ipc\b|preload/)).toEqual([]);
      expect(sources.get(`${HOST}main.ts`)).toMatch(
        /windowOf\(request\.url, request\.headers\.get\('origin'\), desks\)/,
      );
    },
  ],
  [
    '18. an own scheme instead of file://',
    () => {
      expect(SCHEME).toBe('app');
      expect(PRIVILEGES).toMatchObject({ bypassCSP: false, allowServiceWorkers: false, corsEnabled: false });
      expect(found(/file:\/\//)).toEqual([]);
      expect(staysInside('file:///etc/passwd', new Set(['window-1']))).toBe(false);
    },
  ],
  ['19. fuses', () => expect(Object.keys(FUSES)).toHaveLength(9)],
  [
    '20. no Electron API for the page',
    () => {
      const pages = [...sources].filter(([path]) => path.startsWith('src-renderer'));
      expect(
        pages
          .filter(([, text]) => /from 'electron|require\(|process\.versions|exposeIn/.test(text))
          .map(([path]) => path),
      ).toEqual([]);
      expect(
        found(
          /from 'electron'/,
          ['main', 'desk', 'exchange-folder', 'guard', 'open-external', 'web-preferences'].map(
            (name) => `${HOST}${name}.ts`,
          ),
        ),
      ).toEqual([]);
    },
  ],
];

describe('Electron’s security rules', () => {
  it('are twenty', () => {
    expect(RULES.map(([rule]) => Number.parseInt(rule))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it.each(RULES)('%s', async (_rule, holds) => {
    await holds();
    expect.hasAssertions();
  });
});

describe('what no source may contain', () => {
  it.each([
    ['eval or a function made of text', /\beval\(|new Function\(/],
    [
      'HTML strings for the live page',
      /\.(inner|outer)HTML\s*[+]?=[^=]|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(|setHTMLUnsafe/,
    ],
    ['a debugging port', /remote-debugging|--inspect/],
    ['an updater', /autoUpdater|electron-updater/],
    ['the user agent as a switch', /navigator\.userAgent|isElectron/],
  ])('%s', (_what, pattern) => {
    expect(found(pattern)).toEqual([]);
  });

  it('is looked for in all of them, and would be found', () => {
    expect(sources.size).toBeGreaterThan(60);
    expect(found(/openExternal\(/)).toEqual([`${HOST}open-external.ts`]);
    expect(code('a(); // eval(x)\n/* eval(y) */ b("http://x")')).toBe('a(); \n b("http://x")');
  });
});

describe('the session', () => {
  it('cancels what would leave, lets the own pages through and fetches no dictionary', () => {
    const session = guardedSession();
    const [ask] = session.argumentsOf('webRequest.onBeforeRequest');
    const cancelled = (url: string) => {
      let cancel: boolean | undefined;
      ask({ url }, (answer: { cancel: boolean }) => (cancel = answer.cancel));
      return cancel;
    };
    expect(cancelled('https://example.org/')).toBe(true);
    expect(cancelled('wss://example.org/')).toBe(true);
    expect(cancelled('app://window-1/assets/index.js')).toBe(false);
    expect(session.argumentsOf('setSpellCheckerEnabled')).toEqual([false]);
  });

  it('saves nothing that the engine did not hand out, and shares no screen', () => {
    const session = guardedSession();
    const download = (url: string) => {
      let stopped = false;
      session.emit('will-download', { preventDefault: () => (stopped = true) }, { getURL: () => url });
      return stopped;
    };
    expect(download('https://example.org/x.exe')).toBe(true);
    expect(download('app://window-1/project/copy')).toBe(false);
    const [share] = session.argumentsOf('setDisplayMediaRequestHandler');
    const given: unknown[] = [];
    share({}, (streams: unknown) => given.push(streams));
    expect(given).toEqual([null]);
  });
});
