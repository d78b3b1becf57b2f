import type { Page } from '@playwright/test';
import { axeFinds } from '../support/axe.ts';
import { ARTICLE } from '../support/text.ts';
import { enter, expect, test, type Workbench } from '../support/workbench.ts';

async function withMarks({ engine }: Workbench): Promise<string> {
  const { token } = engine.receive(new TextEncoder().encode(ARTICLE), 'dam.txt');
  const { articles } = await engine.call('importArticles', { uploads: [{ token, name: 'dam.txt' }] });
  const article = articles[0]!.id;
  const mark = (quote: string, suffix?: string) =>
    engine.call('mark', { article, quote, ...(suffix === undefined ? {} : { suffix }), as: 'verifiable' });
  await mark('Two hours earlier it had said four');
  await mark('Nine people were missing by dawn', ', the council');
  await mark('The spillway was inspected in March');
  return article;
}

const standing = async ({ engine }: Workbench) =>
  (await engine.call('listClaims', {})).claims.flatMap((claim) =>
    claim.occurrences.map(({ exact, state }) => `${state}: ${exact}`),
  );

async function expectClean(page: Page): Promise<void> {
  expect(await axeFinds(page)).toEqual([]);
}

const correcting = (page: Page) => page.getByRole('textbox', { name: /being corrected$/ });

/** Waits for the article's text and takes the keyboard there. */
async function goToText(page: Page): Promise<void> {
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await expect(text).toBeVisible();
  await page.keyboard.press('KeyG');
  await expect(text).toBeFocused();
}

async function openCorrection(page: Page): Promise<void> {
  await goToText(page);
  await page.keyboard.press('Control+Shift+KeyE');
  await expect(correcting(page)).toBeFocused();
}

test('a text is corrected, saved, compared and gone back from, by keyboard alone, and the marks follow', async ({
  page,
  empty,
  complaints,
}) => {
  test.setTimeout(120_000);
  const article = await withMarks(empty);
  await enter(page, empty);
  await openCorrection(page);
  await expect(page.getByRole('region', { name: 'Correcting the text' })).toBeVisible();
  await expectClean(page);

  // letters are typed here and are no commands
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Now: ');
  await expect(correcting(page)).toContainText('Now: The night the dam gave way');
  await expect(page.getByText(/Kept on this machine at/)).toBeVisible();
  // undo takes the typing back, and brings nothing of the project back
  // letters that came slowly, as on a busy machine, are taken back in several steps
  await expect(async () => {
    await page.keyboard.press('Control+KeyZ');
    await expect(correcting(page)).toHaveText(/^The night/, { timeout: 1_000 });
  }).toPass();
  await page.keyboard.type('Late: ');
  await expect(page.getByText('3 in place')).toBeVisible();

  // left unsaved, it is offered again
  await page.keyboard.press('Escape');
  await expect(page.getByText(/An unsaved correction of/)).toBeVisible();
  await page.keyboard.press('Control+Shift+KeyE');
  await expect(correcting(page)).toContainText('Late: The night the dam gave way');

  await expect(correcting(page)).toBeFocused();
  await page.keyboard.press('Control+Shift+KeyE');
  const dialog = page.getByRole('dialog', { name: 'Save the corrected text' });
  await expect(dialog.getByText('3 in place')).toBeVisible();
  await expectClean(page);
  await page.keyboard.type('Spelling');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Saved as a new revision\. Every mark is in its place/)).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('textbox', { name: /^Text of/ })).toContainText('Late: The night');
  expect(await standing(empty)).toEqual([
    'exact: Two hours earlier it had said four',
    'exact: Nine people were missing by dawn',
    'exact: The spillway was inspected in March',
  ]);
  expect((await empty.engine.call('getCorrection', { article })).correction).toBeNull();

  await goToText(page);
  await page.keyboard.press('Shift+KeyD');
  await expect(page.getByRole('table', { name: 'The two texts side by side' })).toBeVisible();
  await expect(page.locator('ins')).toHaveText('Late: ');
  await expectClean(page);
  await page.getByRole('list', { name: 'Revisions' }).getByRole('button').nth(1).focus();
  await page.keyboard.press('Enter');
  const goBack = page.getByRole('button', { name: 'Go back to this text' });
  await expect(goBack).toBeVisible();
  await goBack.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/That text is the newest again/)).toBeVisible();
  expect((await empty.engine.call('getArticle', { id: article })).text).toMatch(/^The night the dam/);
  expect(complaints).toEqual([]);
});

test('a lost mark is listed, attached to a place by one key, or to words that are selected by hand', async ({
  page,
  empty,
  complaints,
}) => {
  test.setTimeout(120_000);
  const article = await withMarks(empty);
  const { text } = await empty.engine.call('getArticle', { id: article });
  await empty.engine.call('reviseArticle', {
    id: article,
    text: text
      .replace('Nine people were missing by dawn, the council said. ', '')
      .replace('The spillway was inspected in March', 'It had been looked at'),
  });
  await enter(page, empty);
  await page.getByRole('contentinfo').getByRole('button', { name: '2 marks need attention' }).waitFor();
  await goToText(page);
  await page.keyboard.press('Shift+KeyN');
  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
  await expectClean(page);
  const places = page.getByRole('article', { name: 'Nine people were missing by dawn' }).getByRole('option');
  await expect(places.first()).toContainText('a neighbour repeated');
  await places.first().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => standing(empty)).toContain('exact: Nine people were missing by dawn');
  await expect(page.getByText('1 mark', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Select in the text…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Select the words for/)).toBeVisible();
  const reader = page.getByRole('textbox', { name: /^Text of/ });
  await expect(reader).toBeFocused();
  await page.keyboard.press('KeyS');
  await expect.poll(() => page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(5);
  await page.keyboard.press('KeyA');
  await expect(page.getByText('Every mark is in its place')).toBeVisible();
  expect((await empty.engine.call('listAttention', {})).needed).toEqual([]);
  expect(complaints).toEqual([]);
});
