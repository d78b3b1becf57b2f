import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  BrowserWindow,
  Menu,
  app,
  dialog,
  protocol,
  screen,
  session,
  type MenuItemConstructorOptions,
} from 'electron';
import { homeFolder } from '#engine/home.ts';
import { PRIVILEGES, SCHEME, windowOf } from './admission.ts';
import { openDesk, type Desk } from './desk.ts';
import { chooseExchangeFolder } from './exchange-folder.ts';
import { guardSession } from './guard.ts';
import { menus, type Deed, type Item } from './menu.ts';
import type { Opening } from './messages.ts';
import { offerToOpen } from './open-external.ts';
import { projectIn } from './opened-with.ts';
import { SWITCHES } from './switches.ts';
import { textIn, told } from './text.ts';
import { fitted, remembered, withRecent } from './window-state.ts';

const home = homeFolder(process.env, process.platform);
const memory = join(home, 'desktop.json');
const desks = new Map<string, Desk>();
let state = remembered(readIfThere(memory));
let language = 'system';
let asked = projectIn(process.argv, process.cwd());

const text = () => textIn(language, app.getLocale()).text;
const inWords = (refusal: string) => told(refusal, textIn(language, app.getLocale()).language);
const filters = () => [{ name: text().project, extensions: ['assay'] }];

for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
app.enableSandbox();
app.setPath('userData', join(home, 'window'));
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: PRIVILEGES }]);
app.on('open-file', (event, file) => {
  event.preventDefault();
  if (app.isReady()) open({ file });
  else asked = file;
});
app.on('second-instance', (_event, args, folder) => {
  const file = projectIn(args, folder);
  if (file !== undefined) open({ file });
  else [...desks.values()].at(-1)?.window.focus();
});
app.on('window-all-closed', () => app.quit());

if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  guardSession(session.defaultSession, desks);
  protocol.handle(SCHEME, async (request) => {
    const name = windowOf(request.url, request.headers.get('origin'), desks);
    const desk = name === undefined ? undefined : desks.get(name);
    return desk ? desk.fetch(request) : new Response(null, { status: 404 });
  });
  showMenus();
  open(asked === undefined ? {} : { file: asked });
}

/** Opens a window on a project, or shows the one that has it. */
function open(opening: Opening): void {
  const shown = [...desks.values()].find(({ file }) => file !== undefined && file === opening.file);
  if (shown) return shown.window.focus();
  // the same few names again and again, so that what a page remembers about its look is found again
  let number = 1;
  while (desks.has(`window-${number}`)) number += 1;
  const name = `window-${number}`;
  const bounds = fitted(
    state.bounds,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const desk = openDesk(name, opening, bounds, {
    opened: (file) => {
      app.addRecentDocument(file);
      desk.window.setRepresentedFilename(file);
      remember({ recent: withRecent(state.recent, file) });
    },
    language: (chosen) => {
      language = chosen;
      showMenus();
    },
    failed: (failing, message) => void failed(failing, message ?? text().stopped),
    declined: (asking, message) => void declined(asking, message),
    offer: (address, window) => void offerToOpen(address, window, text()),
  });
  desks.set(name, desk);
  if (state.maximised) desk.window.maximize();
  desk.window.on('close', () =>
    remember({ bounds: desk.window.getNormalBounds(), maximised: desk.window.isMaximized() }),
  );
  desk.window.on('closed', () => desks.delete(name));
}

async function failed(desk: Desk, message: string): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: await inWords(message),
    buttons: [text().open, text().quit],
    cancelId: 1,
  });
  if (response === 0) await choose('open');
  desk.window.close();
}

async function declined({ window }: Desk, message: string): Promise<void> {
  await dialog.showMessageBox(window, { type: 'warning', message: await inWords(message) });
}

async function choose(how: 'new' | 'open'): Promise<void> {
  if (how === 'open') {
    const { filePaths } = await dialog.showOpenDialog({ filters: filters(), properties: ['openFile'] });
    for (const file of filePaths) open({ file });
    return;
  }
  const { filePath } = await dialog.showSaveDialog({ filters: filters(), defaultPath: 'Project.assay' });
  if (filePath) open({ file: filePath, create: { title: basename(filePath, '.assay') } });
}

function showMenus(): void {
  const shown = {
    language,
    locale: app.getLocale(),
    mac: process.platform === 'darwin',
    recent: state.recent,
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus(shown).map(native)));
}

function native({ deed, submenu, ...item }: Item): MenuItemConstructorOptions {
  return {
    ...item,
    ...(submenu ? { submenu: submenu.map(native) } : {}),
    ...(deed === undefined ? {} : { click: (_item, window) => does(deed, window) }),
  };
}

function does(deed: Deed, window: Electron.BaseWindow | undefined): void {
  if (deed === 'new' || deed === 'open') return void choose(deed);
  if ('project' in deed) return open({ file: deed.project });
  const front = window ?? BrowserWindow.getFocusedWindow();
  const desk = [...desks.values()].find(({ window: shown }) => shown === front);
  if (deed.command === 'exchange-folder') return void (desk && exchange(desk));
  desk?.say(deed.command);
}

async function exchange(desk: Desk): Promise<void> {
  const chosen = await chooseExchangeFolder(dialog, text());
  if (chosen) desk.exchange(chosen.folder, chosen.encrypt);
}

function remember(news: Partial<typeof state>): void {
  state = { ...state, ...news };
  showMenus();
  try {
    mkdirSync(home, { recursive: true });
    writeFileSync(memory, JSON.stringify(state));
  } catch {
    // without a place to remember, windows only open where the system puts them
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
