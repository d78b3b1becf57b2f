import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { axeFinds } from '../support/axe.ts';
import { enter, expect, test } from '../support/workbench.ts';

// the preview is a whole report, written and loaded anew
const slowly = { timeout: 30_000 };
test.afterEach(({ complaints }) => expect(complaints).toEqual([]));

const preview = (page: Page) => page.frameLocator('iframe[data-shown]').locator('body');

async function openBuilder(page: Page): Promise<void> {
  await page.keyboard.press('Control+KeyE');
  await expect(page.getByRole('heading', { name: 'Report', exact: true })).toBeFocused();
  await expect(preview(page)).toContainText('Kemekala', slowly);
}

async function choose(page: Page, what: string, option: string): Promise<void> {
  await page.getByRole('button', { name: what }).click();
  await page.getByRole('option', { name: option }).click();
  await expect(page.getByRole('button', { name: what })).toContainText(option);
}

async function saved(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Write and save' }).click();
  const download = await saving;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('the preview follows the options, and losses are told before anything is written', async ({
  page,
  sample,
}) => {
  test.slow();
  await enter(page, sample);
  await openBuilder(page);
  await expect(preview(page).locator('#summary')).toBeVisible(slowly);
  await page.getByText('Summary and charts').click();
  await expect(preview(page).locator('#claims')).toBeVisible();
  await expect(preview(page).locator('#summary')).toHaveCount(0, slowly);

  await choose(page, 'Language of the report', 'Қазақша');
  await expect(preview(page)).toContainText('Тұжырымдар', slowly);
  await page.getByRole('textbox', { name: 'Name of the team' }).fill('Desk of the valley');
  await expect(preview(page)).toContainText('Desk of the valley', slowly);

  await choose(page, 'About', 'Chosen articles');
  await expect(page.getByText('15 claims · ')).toBeVisible(slowly);

  await expect(page.getByText('What this format cannot carry')).toHaveCount(0);
  await choose(page, 'Format', 'CSV, one row a claim');
  await expect(page.getByText('What this format cannot carry')).toBeVisible();
  expect(await axeFinds(page, { without: 'iframe' })).toEqual([]);
  const { name, bytes } = await saved(page);
  expect(name).toMatch(/\.csv$/);
  expect(bytes.toString('utf8').trim().split('\r\n"')).toHaveLength(1 + 15);
});

test('options are kept in the project under a name and used again', async ({ page, sample }) => {
  await enter(page, sample);
  await openBuilder(page);
  await choose(page, 'Citation style', 'MLA');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Monthly');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('button', { name: 'Use “Monthly”' })).toBeVisible();
  await choose(page, 'Citation style', 'Vancouver');
  await page.getByRole('button', { name: 'Use “Monthly”' }).click();
  await expect(page.getByRole('button', { name: 'Citation style' })).toContainText('MLA');
  await page.getByRole('button', { name: 'Remove “Monthly”' }).click();
  await expect(page.getByRole('button', { name: 'Use “Monthly”' })).toHaveCount(0);
});

test('what only some formats use is asked where it is used, and goes into the file', async ({
  page,
  sample,
}) => {
  await enter(page, sample);
  await openBuilder(page);
  const address = page.getByRole('textbox', { name: 'Page of the checks' });
  await expect(address).toHaveCount(0);
  await choose(page, 'Format', 'AVeriTeC (JSON)');
  await expect(page.getByText('Write evidence that answers no question')).toBeVisible();
  await expect(address).toHaveCount(0);
  await choose(page, 'Format', 'ClaimReview (JSON-LD)');
  await expect(page.getByText(/have no page of their own yet/)).toBeVisible(slowly);
  await address.fill('example.org/dam');
  await expect(page.getByText('Give a whole address')).toBeVisible();
  await address.fill('https://example.org/dam');
  await expect(page.getByText('Give a whole address')).toHaveCount(0);
  await expect(page.getByText(/have no page of their own yet/)).toHaveCount(0, slowly);
  const { bytes } = await saved(page);
  expect(bytes.toString('utf8')).toContain('"url": "https://example.org/dam#claim-1"');
});

test('a dossier from the window proves itself unchanged, and its report can be read', async ({
  page,
  sample,
  complaints,
}) => {
  await enter(page, sample);
  await openBuilder(page);
  await choose(page, 'Format', 'Dossier');
  await expect(page.getByText(/of files/)).toBeVisible(slowly);
  const { name, bytes } = await saved(page);
  expect(name).toMatch(/\.html$/);
  const file = join(sample.folder, 'dossier.html');
  writeFileSync(file, bytes);
  const address = pathToFileURL(file).href;
  await page.goto(address);
  await expect(page.locator('#result')).toHaveAttribute('data-state', 'unchanged', slowly);
  await expect(page.locator('#report .card').first()).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save: report.json' }).click();
  const report = JSON.parse(readFileSync(await (await saving).path(), 'utf8')) as { claims: unknown[] };
  expect(report.claims).toHaveLength(73);
  // it is the window's own file, and it asks for nothing else
  expect(complaints.splice(0)).toEqual([`request: ${address}`]);
});
