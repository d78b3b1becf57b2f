import type { Page } from '@playwright/test';
import { enter, expect, test, type Workbench } from '../support/workbench.ts';

/** A small project: one article with one claim, which one of two references supports by its copy. */
async function filled({ engine }: Workbench) {
  const bytes = new TextEncoder().encode('The gauge\n\nThe gauge stood at two metres. It rose at night.\n');
  const { token } = engine.receive(bytes, 'gauge.txt');
  const { articles } = await engine.call('importArticles', { uploads: [{ token, name: 'gauge.txt' }] });
  const article = articles[0]!.id;
  const { claim } = await engine.call('mark', {
    article,
    quote: 'The gauge stood at two metres.',
    as: 'verifiable',
  });
  const issued = { 'date-parts': [[2026, 3, 9]] };
  const { references } = await engine.call('addReferences', {
    csl: [
      { type: 'webpage', title: 'Water levels', issued },
      { type: 'webpage', title: 'Weather', issued },
    ],
  });
  const [used] = references.map(({ id }) => id);
  const copy = engine.receive(new TextEncoder().encode('Two metres at 02:00.\n'), 'levels.txt');
  await engine.call('capture', { reference: used!, upload: { token: copy.token, name: 'levels.txt' } });
  await engine.call('linkEvidence', { claim: claim.id, reference: used!, stance: 'supports' });
  return { claim: claim.id, used: used! };
}

const inspector = (page: Page) => page.locator('#pane-inspector');
const middle = (page: Page) => page.locator('#pane-middle');

test('what is removed leaves the window; a refusal is said in its language, and so are citations', async ({
  page,
  empty,
  complaints,
}) => {
  const { claim, used } = await filled(empty);
  await empty.engine.call('askQuestion', { claim, text: 'Who read the gauge?' });
  await enter(page, empty);
  const claims = async () => (await empty.engine.call('listClaims', {})).claims.length;
  const wording = inspector(page).getByRole('textbox').first();

  await page.locator('#pane-library').getByRole('row', { name: 'The gauge' }).click();
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await text.focus();
  await page.keyboard.press('KeyJ');
  await expect(wording).toHaveValue('The gauge stood at two metres.');
  await inspector(page).getByRole('button', { name: 'Remove the question' }).click();
  await expect(inspector(page).getByText('Who read the gauge?')).toBeHidden();
  await inspector(page).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Remove claim' }).click();
  await expect(wording).not.toHaveValue('The gauge stood at two metres.');
  await expect.poll(claims).toBe(0);
  await text.focus();
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(claims).toBe(1);

  // what was only just marked leaves as well when it is taken back
  const judgement = inspector(page).getByRole('radio', { name: 'Verifiable', exact: true });
  await expect(judgement).toBeHidden();
  await page.keyboard.press('KeyT');
  await page.keyboard.press('KeyV');
  await expect(judgement).toBeChecked();
  await page.keyboard.press('Control+KeyZ');
  await expect(judgement).toBeHidden();
  await expect.poll(claims).toBe(1);

  await page.keyboard.press('Shift+KeyR');
  const detail = (title: string) => middle(page).getByRole('heading', { level: 2, name: title });
  await middle(page)
    .getByRole('row', { name: /Weather/ })
    .click();
  await expect(detail('Weather')).toBeVisible();
  await middle(page).getByRole('button', { name: 'Remove reference' }).click();
  await expect(detail('Weather')).toBeHidden();
  await expect(middle(page).getByRole('row', { name: /Weather/ })).toBeHidden();
  await middle(page)
    .getByRole('row', { name: /Water levels/ })
    .click();
  await middle(page).getByRole('button', { name: 'Remove this copy' }).click();
  await expect(middle(page).getByText('levels.txt')).toBeHidden();
  await expect(detail('Water levels')).toBeVisible();

  expect(complaints, 'what was removed is not asked for once more').toEqual([]);
  await empty.engine.call('setPreferences', { language: 'ru' });
  await expect(middle(page).getByRole('row', { name: /Water levels/ })).toContainText('март');
  await middle(page)
    .getByRole('button', { name: /^Источник используется в доказательствах/ })
    .click();
  await expect(
    page.getByText('На этот источник опирается утверждение; сначала уберите доказательство.'),
  ).toBeVisible();
  expect((await empty.engine.call('getReference', { id: used })).reference.id).toBe(used);
  // a browser tells of each refusal that it hears
  await expect.poll(() => complaints).toEqual([expect.stringContaining('/call/removeReference')]);
});
