import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { hasShared, sharedAt } from '../support/shared.ts';
import { ARTICLE } from '../support/text.ts';
import { chooserBy, enter, expect, test } from '../support/workbench.ts';

type Given = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

const OWN: Given = { name: 'dam.txt', mimeType: 'text/plain', buffer: Buffer.from(ARTICLE) };

/** Real partisan pieces, which lie beside the project and are not part of it: read in the soak. */
const articles = (hasShared ? readdirSync(sharedAt('articles')) : [])
  .map((name) => ({ name, mimeType: 'text/plain', buffer: readFileSync(join(sharedAt('articles'), name)) }))
  .toSorted((a, b) => b.buffer.length - a.buffer.length)
  .slice(0, Number(process.env['ASSAY_ARTICLES'] ?? 0));
console.info(
  `the whole job by keyboard: ${articles.length} articles of the shared material, and one of our own`,
);

for (const file of [OWN, ...articles]) {
  test(`the whole job on ${file.name}, by keyboard alone`, async ({ page, empty, complaints }) => {
    test.setTimeout(240_000);
    await enter(page, empty);
    await importByKeyboard(page, file);
    const { engine } = empty;
    const {
      articles: [article],
    } = await engine.call('listArticles', {});
    const reader = page.getByRole('textbox', { name: /^Text of/ });
    await reader.waitFor();
    await page.keyboard.press('KeyG');
    await expect(reader).toBeFocused();

    const claims = async () => (await engine.call('listClaims', { article: article!.id })).claims;
    await page.keyboard.press('KeyT');
    await page.keyboard.press('KeyV');
    await expect
      .poll(async () => (await claims()).map((claim) => claim.verifiability))
      .toEqual(['verifiable']);
    await page.keyboard.press('KeyT');
    await page.keyboard.press('KeyU');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Digit1');
    await expect.poll(async () => (await claims()).map((claim) => claim.reason)).toEqual([null, 'opinion']);
    await expect(reader).toBeFocused();
    await page.keyboard.press('KeyT');
    await page.keyboard.press('KeyN');
    await expect.poll(async () => (await claims()).length).toBe(3);

    await page.keyboard.press('KeyJ');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('KeyK');
    await expect(
      page.getByRole('complementary').getByRole('radio', { name: 'Verifiable' }).first(),
    ).toBeChecked();
    await linkByKeyboard(page);
    await expect
      .poll(async () => (await claims())[0]!.evidence.map(({ stance, quote }) => [stance, quote]))
      .toEqual([['refutes', 'The log says two.']]);
    await expect(reader).toBeFocused();
    await rateByKeyboard(page);
    await expect
      .poll(async () => (await claims())[0])
      .toMatchObject({ rating: 'false', rated: 'draft', verdicts: [{ text: 'The log was kept by hand.' }] });

    await reportByKeyboard(page);
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(async () => (await claims())[0]!.rating).toBeNull();
    await page.keyboard.press('KeyG');
    await expect(reader).toBeFocused();
    await page.keyboard.press('KeyT');
    await page.keyboard.press('KeyA');
    await expect.poll(async () => (await claims())[0]!.occurrences.length).toBe(2);
    expect(await engine.call('verifyProject', {})).toMatchObject({ ok: true, problems: [] });
    expect(complaints).toEqual([]);
  });
}

async function importByKeyboard(page: Page, file: Given): Promise<void> {
  await (await chooserBy(page, 'Control+KeyI')).setFiles([file]);
  // what there is to say of the import comes in a dialog; where there is nothing to say, it is told in passing
  const told = page.getByRole('dialog', { name: 'What was imported' });
  await told
    .or(page.getByText(/^1 article imported/))
    .first()
    .waitFor();
  if (await told.isVisible()) {
    await expect(told.locator(':focus').or(told.and(page.locator(':focus')))).toHaveCount(1);
    await page.keyboard.press('Escape');
  }
  await expect(told).toBeHidden();
}

async function linkByKeyboard(page: Page): Promise<void> {
  await page.keyboard.press('KeyE');
  const dialog = page.getByRole('dialog', { name: 'Link evidence' });
  await dialog.getByRole('textbox', { name: 'Reference' }).waitFor();
  await page.keyboard.type('https://example.org/duty-log');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('example.org/duty-log');
  await expect(dialog.getByRole('radio', { name: 'Supports' })).toBeFocused();
  await page.keyboard.press('Digit2');
  await expect(dialog.getByRole('radio', { name: 'Refutes' })).toBeChecked();
  await dialog.getByRole('textbox', { name: 'Quote' }).focus();
  await page.keyboard.type('The log says two.');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
}

async function rateByKeyboard(page: Page): Promise<void> {
  await page.keyboard.press('KeyR');
  const dialog = page.getByRole('dialog', { name: 'Give a verdict' });
  const justification = dialog.getByRole('textbox', { name: 'Justification' });
  await justification.waitFor();
  await page.keyboard.press('Digit5');
  await expect(dialog.getByRole('radio', { name: 'False', exact: true })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'False', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(justification).toBeFocused();
  await page.keyboard.type('The log was kept by hand.');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
}

async function reportByKeyboard(page: Page): Promise<void> {
  await page.keyboard.press('Control+KeyE');
  await expect(page.getByRole('heading', { name: 'Report' })).toBeFocused();
  const save = page.getByRole('button', { name: 'Write and save' });
  await expect(save).toBeEnabled();
  const saving = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const text = readFileSync(await (await saving).path(), 'utf8');
  expect(text).toContain('The log says two.');
  expect(text).toContain('The log was kept by hand.');
}
