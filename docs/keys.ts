/** Writes the keyboard table of the user guide from the window's commands: `node docs/keys.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { COMMANDS, MENUS, type Menu } from '../src-main/contract/commands.ts';

export const GUIDE = resolve(import.meta.dirname, 'guide.md');

const TITLES: Readonly<Record<Menu, string>> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  go: 'Go',
  article: 'Article',
  claim: 'Claim',
  help: 'Help',
};

const NAMES: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  ArrowLeft: '←',
  ArrowRight: '→',
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Equal: '=',
  Escape: 'Esc',
  Minus: '-',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Slash: '/',
};

function readable(key: string): string {
  if (key === 'Shift+Slash') return '`?`';
  const parts = key.split('+').map((part) => NAMES[part] ?? part.replace(/^(Key|Digit)/, ''));
  return `\`${parts.join('+')}\``;
}

/** One Markdown table with every command that has a key, by menu. */
export function keyboardTable(): string {
  const rows = MENUS.flatMap((menu) =>
    COMMANDS.filter((command) => command.menu === menu && command.keys.length > 0).map(
      ({ en, keys }, n) =>
        `| ${n === 0 ? `**${TITLES[menu]}**` : ''} | ${en} | ${keys.map(readable).join(' or ')} |`,
    ),
  );
  return ['| menu | command | keys |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The guide with its table as the commands are now. */
export function withKeyboardTable(guide: string): string {
  return guide.replace(
    /(<!-- keys -->\n)[\s\S]*?(<!-- \/keys -->)/,
    (_, before: string, after: string) => `${before}\n${keyboardTable()}\n\n${after}`,
  );
}

if (import.meta.main) await writeFile(GUIDE, withKeyboardTable(await readFile(GUIDE, 'utf8')));
