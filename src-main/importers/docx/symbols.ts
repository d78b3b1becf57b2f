import { codePoint } from 'dingbat-to-unicode';

/** A character of a symbol font, by its number in that font, as the character that looks like it; � where none does. */
export function symbolText(font: string, hex: string): string {
  const value = Number.parseInt(hex, 16);
  if (Number.isNaN(value)) return '';
  // fonts of symbols lie in the private area, 0xF000 above their own numbers
  const own = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const found = codePoint(font, value) ?? codePoint(font, own);
  if (found) return found.string;
  return own === value && value >= 0x20 && value < 0xd800 ? String.fromCodePoint(value) : '\uFFFD';
}
