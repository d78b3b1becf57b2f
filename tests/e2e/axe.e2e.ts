import type { Page } from '@playwright/test';
import { axeFinds } from '../support/axe.ts';
import { enter, expect, test, type Workbench } from '../support/workbench.ts';

test.afterEach(({ complaints }) => {
  expect(complaints, 'the page asks nobody else and complains of nothing').toEqual([]);
});

/** Every rule in the light; the other themes change nothing but colours. */
const THEMES = [
  { theme: 'light', rules: undefined },
  { theme: 'dark', rules: ['color-contrast'] },
  { theme: 'contrast', rules: ['color-contrast'] },
] as const;

/** @param part the selector of what is new since the last look; the whole page where it is left out. */
async function axe(page: Page, what: string, part?: string) {
  for (const { theme, rules } of THEMES) {
    await page.evaluate((one) => {
      document.documentElement.dataset['theme'] = one;
    }, theme);
    const look = { ...(part === undefined ? {} : { part }), ...(rules ? { rules } : {}) };
    expect(await axeFinds(page, look), `${what}, ${theme}`).toEqual([]);
  }
}

/** An article with a lost mark, its text in focus. */
async function atArticle(page: Page, sample: Workbench) {
  await loseAMark(sample);
  await enter(page, sample);
  await page.locator('#pane-library').getByRole('row', { name: 'roof' }).click();
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await expect(text).toBeVisible();
  await page.keyboard.press('g');
  await expect(text).toBeFocused();
}

/** A second revision, without the first sentence that somebody marked. */
async function loseAMark({ engine }: Workbench) {
  const { articles } = await engine.call('listArticles', {});
  const { id } = articles.find(({ title }) => title.includes('roof'))!;
  const { claims } = await engine.call('listClaims', {});
  const { exact } = claims.flatMap(({ occurrences }) => occurrences).find(({ article }) => article === id)!;
  const { text } = await engine.call('getArticle', { id });
  await engine.call('reviseArticle', { id, text: text.replace(exact, '') });
}

/** The places of the middle pane, by their keys and headings. */
const PLACES = [
  ['Shift+C', 'All claims'],
  ['Shift+R', 'References'],
  ['Shift+H', 'History'],
  ['Shift+N', 'Needs attention'],
  ['Shift+P', 'Team'],
  ['Shift+X', 'No conflicts'],
  ['Shift+D', /^Revisions of/],
  ['Control+e', 'Report'],
] as const;

const DIALOGS = [
  'Control+k',
  'Control+,',
  'Shift+?',
  'Control+Shift+v',
  'Control+Shift+p',
  'Control+Shift+m',
  'i',
];
const COMMAND_DIALOGS = [
  'Import claims and annotations…',
  'Find duplicate articles…',
  'Verify project',
  'Licences',
];

test('axe finds nothing in any place of the window', async ({ page, sample }) => {
  await atArticle(page, sample);
  await axe(page, 'article');
  await page.keyboard.press('j');
  await expect(page.locator('#pane-inspector').getByRole('region', { name: 'Claim' })).toBeVisible();
  await axe(page, 'claim', '#pane-inspector');
  for (const [key, name] of PLACES) {
    await page.keyboard.press(key);
    await expect(page.locator('#pane-middle').getByText(name, { exact: true }).first()).toBeAttached();
    await axe(page, String(name), '#pane-middle');
    // a place that takes the focus from fields and has no keys of its own
    await page.getByRole('banner').getByRole('heading', { level: 1 }).click();
  }
  await page.keyboard.press('/');
  await page.getByLabel('Search the project').fill('siren');
  await expect(page.locator('mark').first()).toHaveText(/siren/i);
  await axe(page, 'search', '#pane-middle');
});

test('axe finds nothing in any dialog', async ({ page, sample }) => {
  await atArticle(page, sample);
  const check = async (what: string) => {
    await expect(page.getByRole('dialog'), what).toBeVisible();
    await axe(page, what, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  for (const key of DIALOGS) {
    await page.keyboard.press(key);
    await check(key);
  }
  for (const name of COMMAND_DIALOGS) {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await expect(palette).toBeVisible();
    await page.keyboard.type(name);
    await expect(palette.getByRole('menuitem').first()).toContainText(name);
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await check(name);
  }
});

test('axe finds nothing in an empty project, nor in a text that is being corrected', async ({
  page,
  empty,
  sample,
}) => {
  await enter(page, empty);
  await axe(page, 'empty');
  await atArticle(page, sample);
  await page.keyboard.press('Control+Shift+e');
  await expect(page.getByRole('textbox', { name: /being corrected$/ })).toBeFocused();
  await axe(page, 'correct');
});
