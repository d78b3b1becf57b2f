import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#contract/commands.ts';
import { acceleratorOf, menus, type Item } from '../../../src-main/host/electron/menu.ts';
import { textIn } from '../../../src-main/host/electron/text.ts';

const asked = { language: 'en', locale: 'en-US', mac: false, recent: [] as string[] };
const all = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...all(item.submenu ?? [])]);
const commandsOf = (items: readonly Item[]) =>
  all(items).flatMap(({ deed }) => (typeof deed === 'object' && 'command' in deed ? [deed.command] : []));

// what Electron understands: modifiers, then one key
const ACCELERATOR =
  /^((CmdOrCtrl|Shift|Alt)\+)*([A-Z0-9]|F\d{1,2}|[,=\-/[\]]|Page(Up|Down)|Left|Right|Up|Down|Delete|Backspace|Enter|Esc)$/;

describe('native menus', () => {
  it('have every command of the page exactly once, on every system and in both languages', () => {
    for (const mac of [false, true]) {
      for (const language of ['en', 'ru']) {
        expect(commandsOf(menus({ ...asked, language, mac })).toSorted()).toEqual(
          COMMANDS.map(({ id }) => id).toSorted(),
        );
      }
    }
  });

  it('show every key in words that Electron knows', () => {
    const unknown = COMMANDS.flatMap(({ keys }) => keys.map(acceleratorOf)).filter(
      (key) => !ACCELERATOR.test(key),
    );
    expect(unknown).toEqual([]);
    expect(acceleratorOf('$mod+Shift+KeyV')).toBe('CmdOrCtrl+Shift+V');
    expect(acceleratorOf('Alt+Shift+ArrowLeft')).toBe('Alt+Shift+Left');
    expect(acceleratorOf('$mod+Digit1')).toBe('CmdOrCtrl+1');
  });

  it('leave the hearing of the page’s keys to the page', () => {
    const withKey = all(menus(asked)).filter(
      ({ accelerator, deed }) => accelerator && typeof deed === 'object',
    );
    expect(withKey.length).toBeGreaterThan(30);
    expect(withKey.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([]);
    // a Mac registers whatever it shows, so plain letters are not shown there
    const shown = all(menus({ ...asked, mac: true })).flatMap(({ accelerator }) => accelerator ?? []);
    expect(shown.length).toBeGreaterThan(10);
    for (const accelerator of shown) expect(accelerator).toContain('CmdOrCtrl');
  });

  it('never give one key to two entries', () => {
    const keys = all(menus(asked)).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('speak the chosen language, or the system’s', () => {
    const first = (language: string, locale: string) => menus({ ...asked, language, locale })[0]?.label;
    expect(first('ru', 'en-US')).toBe('Файл');
    expect(first('system', 'ru-KZ')).toBe('Файл');
    expect(first('system', 'kk')).toBe('File');
    expect(first('en', 'ru')).toBe('File');
    const untold = all(menus({ ...asked, language: 'ru' })).filter(
      ({ label }) => label && /^[a-z ]+…?$/i.test(label),
    );
    expect(untold).toEqual([]);
    expect(Object.values(textIn('ru', '').text).every((words) => words !== '')).toBe(true);
  });

  it('list recent projects, ampersands and all', () => {
    const recent = ['/home/me/Fire & flood.assay', '/home/me/b.assay'];
    const entries = all(menus({ ...asked, recent })).filter(
      ({ deed }) => typeof deed === 'object' && 'project' in deed,
    );
    expect(entries.map(({ label }) => label)).toEqual(['/home/me/Fire && flood.assay', '/home/me/b.assay']);
    expect(entries.map(({ deed }) => deed)).toEqual(recent.map((project) => ({ project })));
  });
});
