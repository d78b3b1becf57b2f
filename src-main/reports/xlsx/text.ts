import { printable } from '../outline/blocks.ts';
import type { Value } from './sheets.ts';

/** The most that a cell can hold. */
export const MOST_CHARACTERS = 32_767;

export const cellText = (value: Value) => (value === null ? '' : protectedText(printable(String(value))));

/** Excel reads `_x0041_` in a text as the letter A. */
const protectedText = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** A text is a text: what looks like a formula is never one. Too long a one ends with an ellipsis. */
export function textCell(value: Value): string | null {
  const text = cellText(value);
  if (text === '') return null;
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 2).toWellFormed()} …`;
}
