import type { Page } from '@playwright/test';
import { COMMANDS } from '#contract/commands.ts';
import { chooserBy, enter, expect, test } from '../support/workbench.ts';

const article = (page: Page, title: string) =>
  page.locator('#pane-library').getByRole('row', { name: title });

/** A place that takes the focus from fields and has no keys of its own. */
const projectTitle = (page: Page) => page.getByRole('banner').getByRole('heading', { level: 1 });

test.afterEach(({ complaints }) => {
  expect(complaints, 'the page asks nobody else and complains of nothing').toEqual([]);
});

test('files of several encodings are imported, a bad one is named, and undo takes one back', async ({
  page,
  empty,
}) => {
  await enter(page, empty);
  await expect(page.getByText('Start with an article')).toBeVisible();
  await (
    await chooserBy(page, 'Control+i')
  ).setFiles([
    { name: 'dam.md', mimeType: 'text/markdown', buffer: Buffer.from('# The dam\n\nIt broke at 2 am.') },
    { name: 'река.txt', mimeType: 'text/plain', buffer: Buffer.from('Вода поднялась на два метра.') },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
  ]);
  const summary = page.getByRole('dialog', { name: 'What was imported' });
  await expect(summary.getByText('1 file could not be imported')).toBeVisible();
  await expect(summary.getByText('empty.txt', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(summary).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('2 articles');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('contentinfo')).toContainText('1 article');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('contentinfo')).toContainText('2 articles');
});

test('a file dropped anywhere on the window is imported', async ({ page, empty }) => {
  await enter(page, empty);
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Nobody was warned.'], 'warning.txt', { type: 'text/plain' }));
    return transfer;
  });
  await page.dispatchEvent('#pane-middle', 'dragover', { dataTransfer: data });
  await expect(page.getByText('Drop to import')).toBeVisible();
  await page.dispatchEvent('#pane-middle', 'drop', { dataTransfer: data });
  await expect(page.getByText('Drop to import')).toBeHidden();
  await expect(page.locator('#pane-library').getByRole('row')).toHaveCount(1);
});

test('what is pasted becomes an article and keeps its headings', async ({ page, empty }) => {
  await enter(page, empty);
  await page.keyboard.press('Control+Shift+v');
  const field = page.getByRole('dialog').getByLabel('The text');
  await field.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      '<h2>Who opened the gates?</h2><p>Nobody says.</p><script>alert(1)</script>',
    );
    clipboardData.setData('text/plain', 'Who opened the gates?\nNobody says.');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(field).toHaveValue(/Who opened the gates/);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#pane-library').getByRole('row')).toHaveCount(1);
  await expect(page.locator('#pane-middle [data-reading]')).toContainText('Nobody says.');
});

test('the palette opens an article by a few of its letters and runs a command, and late finds move nothing', async ({
  page,
  sample,
}) => {
  await enter(page, sample);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.type('saw from the roof');
  await expect(page.getByRole('menuitem').first()).toContainText('What I saw from the roof');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-reading]')).toContainText('night nurse');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.type('lic');
  await expect(page.getByRole('menuitem').first()).toContainText('Licences');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Licences' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  const answers: (() => void)[] = [];
  let areHeld = true;
  await page.route('**/call/search', async (route) => {
    if (areHeld) await new Promise<void>((resolve) => answers.push(resolve));
    await route.continue();
  });
  const items = page.getByRole('menuitem');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  // “ver” stands in many texts, and only one command has all of the rest
  await page.keyboard.type('ver');
  await expect.poll(() => answers.length).toBeGreaterThan(0);
  const first = (await items.first().textContent()) ?? '';
  // the whole word may be asked for only now, after its beginning
  areHeld = false;
  for (const answer of answers.splice(0)) answer();
  await expect(page.getByText('In this project')).toBeVisible();
  areHeld = true;
  await expect(items.first()).toHaveText(first);
  await page.keyboard.type('ify proj');
  await expect(items.first()).toContainText('Verify project');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Verify project' })).toBeVisible();
  for (const answer of answers.splice(0)) answer();
});

test('keys: all are under ?, go by place on a Cyrillic layout, belong to a field in focus, and F6 goes round', async ({
  page,
  sample,
}) => {
  await enter(page, sample);
  await page.keyboard.press('Shift+?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard' });
  for (const { en } of COMMANDS) await expect(dialog.getByText(en, { exact: true }).first()).toBeAttached();
  await dialog.getByRole('textbox').fill('ctrl+k');
  await expect(dialog.getByText('Command palette')).toBeVisible();
  await expect(dialog.getByText('Undo', { exact: true })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const filter = page.getByLabel('Filter articles');
  await filter.focus();
  await page.keyboard.type('?/gG');
  await expect(filter).toHaveValue('?/gG');
  await expect(page.getByRole('dialog')).toBeHidden();
  await filter.fill('');
  await projectTitle(page).click();
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'л',
        code: 'KeyK',
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      }),
    ),
  );
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await article(page, 'roof').click();
  await expect(page.locator('[data-reading]')).toContainText('night nurse');
  const pane = () => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.id);
  expect(await pane()).toBe('pane-library');
  const seen = [];
  for (let n = 0; n < 3; n += 1) {
    await page.keyboard.press('F6');
    seen.push(await pane());
  }
  expect(seen).toEqual(['pane-middle', 'pane-inspector', 'pane-library']);
  await page.keyboard.press('Shift+F6');
  expect(await pane()).toBe('pane-inspector');
});

test('panes are resized by keyboard; width and open article are the same at the next start', async ({
  page,
  sample,
}) => {
  await enter(page, sample);
  await article(page, 'roof').click();
  await expect(page.locator('[data-reading]')).toContainText('night nurse');
  const splitter = page.getByRole('separator', { name: 'Width of the library' });
  await splitter.focus();
  const before = Number(await splitter.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(splitter).toHaveAttribute('aria-valuenow', String(before + 32));
  const width = () => page.locator('#pane-library').evaluate((element) => element.clientWidth);
  expect(await width()).toBe(before + 32);
  await page.reload();
  await expect(splitter).toHaveAttribute('aria-valuenow', String(before + 32));
  await expect(page.locator('[data-reading]')).toContainText('night nurse');
});

test('preferences work at once: theme, language, text size, name', async ({ page, sample }) => {
  await enter(page, sample);
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your name').fill('Ada');
  await dialog.getByLabel('Your name').press('Enter');
  await expect(page.locator('footer')).toContainText('You: Ada');
  await dialog.getByRole('button', { name: /Theme/ }).click();
  await page.getByRole('option', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await dialog.getByRole('slider', { name: 'Size of the article’s text' }).press('ArrowRight');
  await expect(page.locator('html')).toHaveCSS('--article-size', '19px');
  await dialog.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'Русский' }).click();
  await expect(page.getByRole('dialog', { name: 'Настройки' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('footer')).toContainText('Вы: Ada');
});

test('the claims are filtered, sorted, described and opened by keyboard', async ({ page, sample }) => {
  await enter(page, sample);
  await article(page, 'roof').click();
  const text = page.locator('[data-reading]');
  await expect(text).toBeVisible();
  await page.keyboard.press('KeyG');
  await expect(text).toBeFocused();
  await page.keyboard.press('Shift+C');
  const grid = page.getByRole('grid', { name: 'All claims' });
  await expect(grid).toHaveAttribute('aria-rowcount', '80');
  await expect(grid, 'the keyboard goes with the place').toBeFocused();
  await page
    .getByRole('button', { name: /Verifiability/ })
    .first()
    .click();
  await page.getByRole('option', { name: 'Unverifiable' }).click();
  await expect(grid).not.toHaveAttribute('aria-rowcount', '80');
  await grid.getByRole('button', { name: 'Claim', exact: true }).click();
  await expect(grid.getByRole('columnheader', { name: 'Claim', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  const wording = await grid.locator('[aria-selected="true"]').getByRole('gridcell').first().innerText();
  await expect(page.locator('#pane-inspector').getByRole('textbox').first()).toHaveValue(wording);
  await describeByKeyboard(page);
  await grid.focus();
  await page.keyboard.press('Enter');
  await expect(text).toBeFocused();
});

/** Two types in one visit, and a country by a part of its name, which undo takes back. */
async function describeByKeyboard(page: Page): Promise<void> {
  const inspector = page.locator('#pane-inspector');
  const option = (name: string) => page.getByRole('option', { name });
  await inspector.getByRole('button', { name: 'Not said Type' }).focus();
  await page.keyboard.press('Enter');
  await expect(option('Event or property')).toBeFocused();
  await page.keyboard.press('End');
  await expect(option('Other')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Home');
  await expect(option('Event or property')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(inspector.getByRole('button', { name: 'Other, Event or property Type' })).toBeFocused();

  await inspector.getByRole('button', { name: 'None Country' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Find a country' })).toBeFocused();
  await page.keyboard.type('kaz');
  await expect(option('Kazakhstan (KZ)')).toHaveAttribute('data-focused', 'true');
  await page.keyboard.press('Enter');
  await expect(inspector.getByRole('button', { name: 'Kazakhstan Country' })).toBeFocused();
  await page.keyboard.press('Control+KeyZ');
  await expect(inspector.getByRole('button', { name: 'None Country' })).toBeVisible();
  await expect(inspector.getByRole('button', { name: 'Other, Event or property Type' })).toBeVisible();
}

test('getting started ticks off what was really done', async ({ page, sample }) => {
  await enter(page, sample);
  const steps = page.getByRole('region', { name: 'Getting started' });
  // A first run begins with a half-judged article open.
  await expect(page.getByRole('textbox', { name: /^Text of Ainakol/ })).toBeVisible();
  await expect(steps).toContainText('1 of 6');
  const { articles } = await sample.engine.call('listArticles', {});
  const roof = articles.find(({ title }) => title.includes('roof'));
  await sample.engine.call('mark', { article: roof?.id ?? '', start: 0, end: 10, as: 'verifiable' });
  await expect(steps).toContainText('2 of 6');
});
