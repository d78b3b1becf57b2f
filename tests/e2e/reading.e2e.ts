import type { Page } from '@playwright/test';
import type { Engine } from '#engine/engine.ts';
import { axeFinds } from '../support/axe.ts';
import { enter, expect, test } from '../support/workbench.ts';

test.afterEach(({ complaints }) => {
  expect(complaints, 'the page asks nobody else and complains of nothing').toEqual([]);
});

const OVERRIDE = String.fromCodePoint(0x202e);
const POP = String.fromCodePoint(0x202c);
const DAM = `# The dam at Orlen

The dam failed on 4 January 2022. In all 225 people drowned. He said: «Мы не знаем, что случилось», and left.

## Before the flood

The file was called report${OVERRIDE}fdp.exe${POP} in the mail. See https://pаypal.com/help for the fund.

ראש העיר אמר כי המים עלו בשני מטרים.

## After the flood

The mayor read it at last.
`;
const PLOTINA = `# Плотина в Орлене

Плотину прорвало 4 января 2022 года. Утонули 238 человек. Мэр молчал.
`;

async function imported(engine: Engine, text: string, name: string): Promise<string> {
  const { token } = engine.receive(new TextEncoder().encode(text), name);
  const { articles } = await engine.call('importArticles', { uploads: [{ token, name }] });
  return articles[0]!.id;
}

const row = (page: Page, name: string) => page.locator('#pane-library').getByRole('row', { name });
const text = (page: Page) => page.locator('#pane-middle [data-reading]').first();

async function axe(page: Page, what: string) {
  expect(await axeFinds(page), what).toEqual([]);
}

async function openDam(page: Page) {
  await row(page, 'The dam at Orlen').click();
  await expect(text(page)).toContainText('The dam failed');
  await text(page).focus();
}

test('the outline goes from heading to heading by keyboard, and shows claims and matches', async ({
  page,
  empty,
}) => {
  const dam = await imported(empty.engine, DAM, 'dam.md');
  await empty.engine.call('mark', { article: dam, quote: 'In all 225 people drowned', as: 'verifiable' });
  await enter(page, empty);
  await openDam(page);
  await page.keyboard.press('Shift+O');
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await expect(outline.getByRole('button', { name: /^The dam at Orlen,? 1 claim$/ })).toBeFocused();
  await page.keyboard.press('End');
  await expect(outline.getByRole('button', { name: /^After the flood/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('read');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1');
  await expect(outline.getByRole('button', { name: /After the flood.*1 match/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F6');
  await expect(page.locator('#pane-inspector :focus')).toBeVisible();
  await axe(page, 'outline');
  await text(page).focus();
  await page.keyboard.press('Shift+O');
  await expect(outline).toBeHidden();
});

test('whole words and case narrow what is found', async ({ page, empty }) => {
  await imported(empty.engine, '# One\n\nThe other theme; the end. Ёлка, елка.', 'one.md');
  await enter(page, empty);
  await row(page, 'One').click();
  await text(page).focus();
  await page.keyboard.press('Control+f');
  const status = page.getByRole('search').getByRole('status');
  await page.keyboard.type('the');
  await expect(status).toHaveText('1 of 4');
  await page.getByRole('button', { name: 'Whole words' }).click();
  await expect(status).toHaveText('1 of 2');
  await page.getByRole('button', { name: 'Match case' }).click();
  await expect(status).toHaveText('1 of 1');
  await page.getByRole('search').getByRole('textbox').fill('ёлка');
  await expect(status).toHaveText('1 of 1');
  await page.getByRole('button', { name: 'Match case' }).click();
  await expect(status).toHaveText('1 of 2');
});

test('focus mode hides the panes, dims the rest and leaves by Escape', async ({ page, empty }) => {
  await imported(empty.engine, DAM, 'dam.md');
  await enter(page, empty);
  await openDam(page);
  await page.keyboard.press('f');
  await expect(page.locator('#pane-library')).toBeHidden();
  await expect(page.locator('#pane-inspector')).toBeHidden();
  await expect(page.locator('.in-focus')).toHaveText('The dam at Orlen');
  await expect(page.getByRole('status').filter({ hasText: 'Focus mode. Escape leaves it.' })).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.in-focus').first()).toContainText('The dam failed');
  await axe(page, 'focus mode');
  await page.keyboard.press('Escape');
  await expect(page.locator('#pane-library')).toBeVisible();
  await expect(page.locator('.in-focus')).toHaveCount(0);
});

test('the arrow keys walk Hebrew and Arabic as they run, and what they select is marked', async ({
  page,
  empty,
}) => {
  await enter(page, empty);
  for (const [name, first, rest] of [
    ['sekher.md', 'הסכר נפרץ', ' בלילה, ואיש לא הזהיר את תושבי הרחוב התחתון.'],
    ['sadd.md', 'انهار السد', ' ليلا، ولم يحذر أحد سكان الشارع السفلي.'],
  ] as const) {
    const article = await imported(empty.engine, `${first}${rest}\n\nSecond 12 paragraph.\n`, name);
    await row(page, first).click();
    await expect(text(page)).toContainText(first);
    await expect(text(page).getByText(first)).toHaveCSS('direction', 'rtl');
    await text(page).focus();
    await page.keyboard.press('Control+Home');
    // forward is to the left
    for (let i = 0; i < first.length; i++) await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(first);
    // and back by the right key
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(first.slice(0, -1));
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(first);
    await page.keyboard.press('v');
    await expect
      .poll(async () => {
        const { claims } = await empty.engine.call('listClaims', { article });
        return claims.flatMap((claim) => claim.occurrences.map(({ start, exact }) => [start, exact]));
      })
      .toEqual([[0, first]]);
  }
});

test('passages carry language and direction; characters that deceive have signs; reading options change both', async ({
  page,
  empty,
}) => {
  await imported(empty.engine, DAM, 'dam.md');
  await enter(page, empty);
  await openDam(page);
  await expect(text(page)).toHaveAttribute('lang', 'en');
  await expect(text(page).locator('[lang="ru"]')).toContainText('Мы не знаем, что случилось');
  await expect(text(page).locator('p[dir="rtl"]')).toHaveAttribute('lang', 'he');

  await expect(text(page).locator('.hidden-danger')).toHaveCount(2);
  const sign = text(page).locator('.hidden-danger').first();
  await expect(sign).toHaveAttribute('title', 'Right-to-left override, U+202E');
  expect(
    await sign.evaluate((element) => [element.textContent, getComputedStyle(element, '::before').content]),
  ).toEqual([OVERRIDE, expect.stringContaining('RLO')]);
  await expect(text(page).locator('.look-alike-host')).toHaveAttribute('data-host', 'xn--pypal-4ve.com');
  expect(await text(page).evaluate((element) => element.textContent)).toContain(
    `report${OVERRIDE}fdp.exe${POP} in`,
  );
  const section = page.getByRole('region', { name: 'Hidden characters' });
  await expect(section).toContainText('2 that can deceive');
  await expect(section).toContainText('xn--pypal-4ve.com');
  await page.keyboard.press('Shift+I');
  await expect(
    page.getByRole('status').filter({ hasText: 'All hidden characters are shown.' }),
  ).toBeAttached();

  await page.getByRole('button', { name: 'Reading options' }).click();
  const options = page.getByRole('dialog', { name: 'Reading options' });
  await expect(options.getByRole('slider')).toHaveCount(2);
  await axe(page, 'reading options');
  await options.getByText('Numbers and dates').click();
  await page.keyboard.press('Escape');
  await expect(text(page).locator('.quantity')).toHaveText(['4 January 2022', '225 people']);
  await expect(text(page).locator('.quantity').first()).toHaveAttribute('title', '4 January 2022');
});

test('two articles are read and marked side by side, and what the same claim says differently is told', async ({
  page,
  empty,
}) => {
  test.slow();
  const { engine } = empty;
  const dam = await imported(engine, DAM, 'dam.md');
  const plotina = await imported(engine, PLOTINA, 'плотина.md');
  const { claim } = await engine.call('mark', {
    article: dam,
    quote: 'In all 225 people drowned',
    as: 'verifiable',
  });
  await engine.call('mark', {
    article: plotina,
    quote: 'Утонули 238 человек',
    as: 'verifiable',
    claim: claim.id,
  });
  await enter(page, empty);
  await openDam(page);

  const numbers = page.getByRole('region', { name: 'Numbers and dates' });
  await numbers.getByRole('button', { name: /Numbers and dates/ }).click();
  await expect(numbers.getByRole('button', { name: 'Also in Плотина в Орлене' })).toBeVisible();
  await expect(numbers).toContainText('238 человек');
  await text(page).focus();

  await page.keyboard.press('Shift+S');
  await expect(page.getByRole('heading', { name: 'Which article beside this one?' })).toBeVisible();
  await axe(page, 'chooser');
  await page.keyboard.type('плот');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const second = page.locator('#pane-second [data-reading]');
  await expect(second).toBeFocused();
  await expect(second).toContainText('Плотину прорвало');

  // keys mark in the article that has the focus
  for (const sentence of ['Плотину прорвало', 'Утонули', 'Мэр молчал']) {
    await page.keyboard.press('l');
    await expect(page.locator('#pane-second').getByRole('status').last()).toContainText(sentence);
  }
  await page.keyboard.press('v');
  await expect(second.locator('.claim')).toHaveCount(2);
  await expect(text(page).locator('.claim')).toHaveCount(1);

  await page.getByRole('button', { name: 'Next claim that is in both' }).click();
  await expect(second.locator('.claim-selected')).toContainText('Утонули 238 человек');
  await expect(text(page).locator('.claim-selected')).toContainText('In all 225 people drowned');
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    await engine.call('setPreferences', { theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    // all but the colours is the same in each
    const look = theme === 'light' ? {} : { rules: ['color-contrast'] };
    expect(await axeFinds(page, look), `two articles, ${theme}`).toEqual([]);
  }
  await page.getByRole('button', { name: 'Swap the two articles' }).click();
  await expect(text(page)).toContainText('Плотину прорвало');
  await expect(second).toContainText('The dam failed');
  await text(page).focus();
  await page.keyboard.press('F6');
  await expect(page.locator('#pane-second :focus')).toBeVisible();
  await page.keyboard.press('Shift+S');
  await expect(page.locator('#pane-second')).toHaveCount(0);
  await expect(page.locator('#pane-library')).toBeVisible();
});
