import type { Page } from '@playwright/test';
import { makeEpub } from '../support/office.ts';
import { DAM, gzipEach, page as pageOf, response } from '../support/web-samples.ts';
import { chooserBy, enter, expect, test } from '../support/workbench.ts';

const ARCHIVE = {
  name: 'crawl.warc.gz',
  mimeType: 'application/gzip',
  buffer: gzipEach([
    response('https://news.example/dam', DAM),
    response('https://news.example/other', pageOf('Another page', 'Words of another page, quite short.')),
  ]),
};

const PASTED = `<html><body><!--StartFragment--><h1>The dam</h1><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Nine people</p><p>See <a href="https://a.example/">this</a><img src=x onerror="alert(1)"></p><!--EndFragment--></body></html>`;

const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });

async function choose(page: Page, files: readonly { name: string; mimeType: string; buffer: Buffer }[]) {
  const chooser = await chooserBy(page, 'Control+KeyI');
  // in the page for as long as it is asked, or the choice could be lost with it
  await expect(page.locator('body > input[type="file"]')).toHaveCount(1);
  await chooser.setFiles([...files]);
  await expect(page.locator('body > input[type="file"]')).toHaveCount(0);
}

test('pages of a web archive are chosen by keyboard and become articles', async ({
  page,
  empty,
  complaints,
}) => {
  await enter(page, empty);
  await choose(page, [ARCHIVE]);
  const dialog = page.getByRole('dialog', { name: 'Which pages?' });
  await expect(dialog.getByRole('row')).toHaveCount(2);
  await expect(dialog.getByText('https://news.example/dam')).toBeVisible();
  const take = dialog.getByRole('button', { name: 'Import' });
  await expect(take).toBeDisabled();
  await dialog.getByRole('row').first().focus();
  await page.keyboard.press('Space');
  await expect(take).toBeEnabled();
  await take.press('Enter');
  await expect(page.getByRole('textbox', { name: /^Text of The dam at Ulken/ })).toBeVisible();
  const { articles } = await empty.engine.call('listArticles', {});
  expect(articles).toMatchObject([
    { address: 'https://news.example/dam', capturedAt: '2022-01-05T10:00:00Z' },
  ]);
  expect(complaints).toEqual([]);
});

test('chapters of a book are chosen after its import, and take the place of the whole', async ({
  page,
  empty,
  complaints,
}) => {
  await enter(page, empty);
  const chapter = (file: string, title: string, words: string) => ({
    file,
    title,
    body: `<h1>${title}</h1><p>${words}</p>`,
  });
  const buffer = makeEpub([
    chapter('1.xhtml', 'The flood', 'The water rose for three hours.'),
    chapter('2.xhtml', 'The commission', 'Sixty witnesses were heard in May.'),
    chapter('3.xhtml', 'The valley', 'Nobody went back to the lower streets.'),
  ]);
  await choose(page, [{ name: 'book.epub', mimeType: 'application/epub+zip', buffer }]);
  const summary = page.getByRole('dialog', { name: 'What was imported' });
  await summary.getByRole('button', { name: 'Choose chapters…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Which chapters?' });
  await expect(dialog.getByRole('row')).toHaveCount(3);
  const take = dialog.getByRole('button', { name: 'Import' });
  await expect(take).toBeDisabled();
  await dialog.getByRole('row', { name: /The commission/ }).focus();
  await page.keyboard.press('Space');
  await expect(take).toBeEnabled();
  await take.press('Enter');
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await expect(text).toContainText('Sixty witnesses were heard in May.');
  await expect(text).not.toContainText('The water rose');
  await expect.poll(async () => (await empty.engine.call('listArticles', {})).articles.length).toBe(1);
  expect(complaints).toEqual([]);
});

test('a file that is here already is named, and imported again only when asked for', async ({
  page,
  empty,
  complaints,
}) => {
  await enter(page, empty);
  const file = text('dam.txt', 'The dam\nThe water rose for three hours.');
  await choose(page, [file]);
  await expect(page.getByRole('textbox', { name: /^Text of The dam/ })).toBeVisible();
  await choose(page, [file]);
  const dialog = page.getByRole('dialog', { name: 'What was imported' });
  await expect(dialog.getByText('1 file was already in the project; nothing was added')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import anyway' }).click();
  await expect.poll(async () => (await empty.engine.call('listArticles', {})).articles.length).toBe(2);
  expect(complaints).toEqual([]);
});

test('another edition of an article is shown beside the first, word by word', async ({
  page,
  empty,
  complaints,
}) => {
  await enter(page, empty);
  const body = Array.from(
    { length: 12 },
    (_, n) => `Paragraph ${n} says that the water rose by ${n} metres within the first hour of the night.`,
  );
  await choose(page, [text('a.txt', `The dam\n${body.join('\n')}`)]);
  await expect(page.getByRole('textbox', { name: /^Text of The dam/ })).toBeVisible();
  await choose(page, [text('b.txt', `The dam\n${body.join('\n').replace('by 5 metres', 'by nine metres')}`)]);
  await page
    .getByRole('dialog', { name: 'What was imported' })
    .getByRole('button', { name: 'Compare…' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Two editions of one article?' });
  await expect(dialog.locator('del')).toHaveText('5 ');
  await expect(dialog.locator('ins')).toHaveText('nine ');
  await expect(dialog.getByText('(6 paragraphs the same)')).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Make it a revision…' }).click();
  await dialog.getByRole('button', { name: 'Save as a revision' }).click();
  await expect(dialog).toBeHidden();
  const { articles } = await empty.engine.call('listArticles', {});
  expect(articles.map(({ revisions }) => revisions)).toEqual([2]);
  expect(complaints).toEqual([]);
});

test('formatted text pasted on the window becomes an article with its structure', async ({
  page,
  empty,
  complaints,
}) => {
  await enter(page, empty);
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/html', ${JSON.stringify(PASTED)});
    data.setData('text/plain', ${JSON.stringify('The dam\n· Nine people\nSee this')});
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);
  const dialog = page.getByRole('dialog', { name: 'New article from the clipboard' });
  await expect(dialog.getByText('Formatted text was pasted')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('My own title');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect
    .poll(async () => (await empty.engine.call('listArticles', {})).articles.map(({ title }) => title))
    .toEqual(['My own title']);
  const [article] = (await empty.engine.call('listArticles', {})).articles;
  const { document } = await empty.engine.call('getArticle', { id: article!.id });
  expect(JSON.stringify(document)).toMatch(/heading.*bulletList.*Nine people.*link/);
  expect(complaints).toEqual([]);
});
