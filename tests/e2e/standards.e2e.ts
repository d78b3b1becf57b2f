import { expect, test } from '../support/workbench.ts';

test('a question is asked, answered and moved by keyboard and buttons', async ({ page, sample }) => {
  await page.goto(sample.address);
  await page.getByRole('button', { name: 'Claims', exact: true }).click();
  await page.getByText('A little more than 4,200').first().click();
  const questions = page.getByRole('region', { name: 'Questions' });
  await expect(questions).toContainText('At what hour on 12 April 2025');

  await page.keyboard.press('KeyQ');
  const asking = page.getByRole('dialog', { name: 'Ask what must be known' });
  await expect(asking).toBeVisible();
  await asking.getByRole('textbox', { name: 'Question' }).fill('Who kept the lists?');
  await page.keyboard.press('Control+Enter');
  await expect(asking).toBeHidden();
  await expect(questions).toContainText('Who kept the lists?');

  await questions.getByRole('button', { name: 'Answer question 4' }).click();
  const answering = page.getByRole('dialog', { name: 'Answer the question' });
  await answering.getByRole('textbox', { name: 'Answer' }).fill('The transport department');
  await answering.getByRole('button', { name: 'Save' }).click();
  await expect(questions).toContainText('The transport department');

  await questions
    .getByRole('group', { name: 'Who kept the lists?' })
    .getByRole('button', { name: 'Move up' })
    .click();
  await expect(questions.getByRole('listitem').nth(2)).toContainText('Who kept the lists?');
});

test('an import shows what would change, asks what columns mean, and writes only then', async ({
  page,
  sample,
}) => {
  await page.goto(sample.address);
  await page.getByRole('button', { name: /Search or run a command/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('Import claims');
  await expect(page.getByRole('menuitem').first()).toContainText('Import claims and annotations');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Import claims and annotations' });
  await expect(dialog).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  const table = 'Statement made,Who\nThe dam is safe,Minister\n';
  await (await chooser).setFiles({ name: 'claims.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: /Statement made/ }).click();
  await page.getByRole('option', { name: 'Claim', exact: true }).click();
  await expect(dialog.getByRole('region', { name: 'What would change' })).toContainText('The dam is safe');
  expect((await sample.engine.call('search', { query: '"dam is safe"', in: 'claims' })).hits).toEqual([]);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect
    .poll(
      async () => (await sample.engine.call('search', { query: '"dam is safe"', in: 'claims' })).hits.length,
    )
    .toBe(1);
});
