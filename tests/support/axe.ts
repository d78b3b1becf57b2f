import type { Page } from '@playwright/test';
import axeCore, { type RunOptions } from 'axe-core';

/** What axe is asked to look at, by selectors; the whole page where nothing is said. */
export type Look = {
  readonly part?: string;
  readonly without?: string;
  /** These rules alone. */
  readonly rules?: readonly string[];
};

/** Each violation that axe finds in the page, as one line. Throws where it could apply no rule at all. */
export async function axeFinds(
  page: Page,
  { part = 'html', without = 'axe-nothing', rules }: Look = {},
): Promise<string[]> {
  // once a page: its own wrapper for Playwright sends half a megabyte for each look
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  const options: RunOptions = {
    // of what is in order, one element a rule is enough to know that the rule was applied
    resultTypes: ['violations'],
    ...(rules ? { runOnly: [...rules] } : {}),
  };
  const { violations, passes } = await page.evaluate(
    async ([include, exclude, how]) => {
      const { axe } = window as unknown as { axe: typeof axeCore };
      const found = await axe.run({ include: [include], exclude: [exclude] }, how);
      return { violations: found.violations, passes: found.passes.length };
    },
    [part, without, options] as const,
  );
  const applied = violations.length + passes;
  if (applied < (rules ? 1 : 10)) throw new Error(`axe applied ${applied} rules only.`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}
