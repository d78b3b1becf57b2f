import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { COMMANDS } from '#contract/commands.ts';
import { GUIDE, keyboardTable, withKeyboardTable } from '../../docs/keys.ts';

it('lists every key in the user guide; else run `node docs/keys.ts`', async () => {
  const guide = await readFile(GUIDE, 'utf8');
  expect(guide).toBe(withKeyboardTable(guide));
  const missing = COMMANDS.filter(({ en, keys }) => keys.length > 0 && !guide.includes(`| ${en} |`));
  expect(missing).toEqual([]);
  expect(keyboardTable()).not.toMatch(/Key[A-Z]\b|Digit\d|\$mod/);
});
