import { COMMANDS, MENUS, type CommandId, type Menu } from '#contract/commands.ts';
import { textIn, type Text } from './text.ts';

/** What a click asks for: a command of the page, a project file, or one of the two that need a native dialog. */
export type Deed = { readonly command: CommandId } | { readonly project: string } | 'new' | 'open';
type Role =
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'togglefullscreen'
  | 'close'
  | 'quit'
  | 'about'
  | 'appMenu'
  | 'windowMenu';
export type Item = {
  readonly label?: string;
  readonly role?: Role;
  readonly type?: 'separator';
  readonly deed?: Deed;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly enabled?: boolean;
  readonly submenu?: readonly Item[];
};
export type Asked = {
  readonly language: string;
  readonly locale: string;
  readonly mac: boolean;
  readonly recent: readonly string[];
};

const LINE: Item = { type: 'separator' };

/** The native menus as data: every command of the page, and around them what only the desktop can do. */
export function menus({ language: wish, locale, mac, recent }: Asked): Item[] {
  const { language, text } = textIn(wish, locale);
  const role = (name: Role, label: keyof Text): Item => ({ role: name, label: text[label] });
  const before: Partial<Record<Menu, Item[]>> = {
    file: [
      { label: text.new, deed: 'new', accelerator: 'CmdOrCtrl+N' },
      { label: text.open, deed: 'open', accelerator: 'CmdOrCtrl+O' },
      {
        label: text.recent,
        enabled: recent.length > 0,
        submenu: recent.map((project) => ({ label: literal(project), deed: { project } })),
      },
      LINE,
    ],
  };
  const after: Partial<Record<Menu, Item[]>> = {
    file: [LINE, role('close', 'close'), ...(mac ? [] : [role('quit', 'quit')])],
    edit: [
      LINE,
      role('cut', 'cut'),
      role('copy', 'copy'),
      role('paste', 'paste'),
      role('selectAll', 'selectAll'),
    ],
    view: [LINE, role('togglefullscreen', 'fullScreen')],
    help: [LINE, role('about', 'about')],
  };
  const own = MENUS.map((menu) => ({
    label: text[menu],
    submenu: [
      ...(before[menu] ?? []),
      ...COMMANDS.filter((command) => command.menu === menu).map((command) => ({
        label: literal(command[language]),
        deed: { command: command.id },
        ...shownKey(command.keys, mac),
      })),
      ...(after[menu] ?? []),
    ],
  }));
  return mac ? [{ role: 'appMenu' }, ...own, { role: 'windowMenu' }] : own;
}

/** In a label `&` would underline the next letter. */
function literal(label: string): string {
  return label.replaceAll('&', '&&');
}

/** The page itself hears the keys, by place and not by letter; the menu only shows them. A Mac cannot do "only". */
function shownKey(keys: readonly string[], mac: boolean): Pick<Item, 'accelerator' | 'registerAccelerator'> {
  const key = keys.find((one) => one.includes('$mod')) ?? (mac ? undefined : keys[0]);
  return key === undefined ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false };
}

const NAMES: Readonly<Record<string, string>> = {
  $mod: 'CmdOrCtrl',
  Comma: ',',
  Equal: '=',
  Minus: '-',
  Slash: '/',
  BracketRight: ']',
  BracketLeft: '[',
  Escape: 'Esc',
};

/** `$mod+Shift+KeyV`, as the page names keys, in Electron's words: `CmdOrCtrl+Shift+V`. */
export function acceleratorOf(key: string): string {
  return key
    .split('+')
    .map((part) => NAMES[part] ?? part.replace(/^(Key|Digit|Arrow)(?=.)/, ''))
    .join('+');
}
