import { cx } from './class-names.ts';
import css from './kbd.module.css';

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

const NAMES: Readonly<Record<string, string>> = {
  $mod: MAC ? '⌘' : 'Ctrl',
  Shift: MAC ? '⇧' : 'Shift',
  Alt: MAC ? '⌥' : 'Alt',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Equal: '+',
  Minus: '−',
  BracketLeft: '[',
  BracketRight: ']',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** `$mod+Shift+KeyV` -> "Ctrl+Shift+V", "⌘⇧V" on a Mac. */
export function keyName(keys: string): string {
  if (keys === 'Shift+Slash') return '?';
  const parts = keys.split('+').map((part) => NAMES[part] ?? part.replace(/^(Key|Digit)/, ''));
  return parts.join(MAC ? '' : '+');
}

/** A key of the commands table as people know it. */
export function Keys({ keys }: { readonly keys: string }) {
  return <kbd className={cx(css['kbd'])}>{keyName(keys)}</kbd>;
}
