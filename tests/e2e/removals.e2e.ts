import type { Page } from '@playwright/test';
import { enter, expect, test } from '../support/workbench.ts';

const inspector = (page: Page) => page.locator('#pane-inspector');
const middle = (page: Page) => page.locator('#pane-middle');

test('what is removed leaves the window; a refusal is said in its language, and so are citations', async ({
  page,
  sample: bench,
  complaints,
}) => {
  const { engine } = bench;
  const all = (await engine.call('listClaims', {})).claims;
  const first = all.find(({ wording }) => wording.startsWith('The sirens of Kemekala began at 01:32'))!;
  await engine.call('askQuestion', { claim: first.id, text: 'Whose clock was it?' });
  const { references } = await engine.call('listReferences', {});
  const unused = references.find(({ citation }) => citation.startsWith('The Free Steppe'))!;
  const copy = engine.receive(new TextEncoder().encode('They knew.\n'), 'knew.txt');
  await engine.call('capture', { reference: unused.id, upload: { token: copy.token, name: 'knew.txt' } });
  await enter(page, bench);
  const claims = async () => (await engine.call('listClaims', {})).claims.length - all.length;
  const wording = inspector(page).getByRole('textbox').first();

  await page.locator('#pane-library').getByRole('row', { name: 'roof' }).click();
  const text = page.getByRole('textbox', { name: /^Text of/ });
  const marks = text.locator('.claim');
  await expect(text).toBeVisible();
  await expect(marks.filter({ hasText: 'The sirens began' })).toBeVisible();
  await text.focus();
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyJ');
  await expect(wording).toHaveValue(first.wording);
  await inspector(page).getByRole('button', { name: 'Remove the question' }).click();
  await expect(inspector(page).getByText('Whose clock was it?')).toBeHidden();
  await inspector(page).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Remove claim' }).click();
  await expect(wording).not.toHaveValue(first.wording);
  await expect.poll(claims).toBe(-1);
  await text.focus();
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(claims).toBe(0);
  await expect(marks.filter({ hasText: 'The sirens began' })).toBeVisible();

  // what was only just marked leaves as well when it is taken back
  const judgement = inspector(page).getByRole('radio', { name: 'Verifiable', exact: true });
  await page.keyboard.press('KeyT');
  await expect(judgement).toBeHidden();
  await page.keyboard.press('KeyV');
  await expect(judgement).toBeChecked();
  await expect.poll(claims).toBe(1);
  await page.keyboard.press('Control+KeyZ');
  await expect(judgement).toBeHidden();
  await expect.poll(claims).toBe(0);

  await page.keyboard.press('Shift+KeyR');
  const row = (name: RegExp) => middle(page).getByRole('row', { name });
  const detail = middle(page).getByRole('heading', { level: 2, name: /The Free Steppe/ });
  await row(/The Free Steppe, 16 April/).click();
  await middle(page).getByRole('button', { name: 'Remove this copy' }).click();
  await expect(middle(page).getByText('knew.txt')).toBeHidden();
  await expect(detail).toBeVisible();
  await middle(page).getByRole('button', { name: 'Remove reference' }).click();
  await expect(detail).toBeHidden();
  await expect(row(/The Free Steppe, 16 April/)).toBeHidden();
  expect(complaints, 'what was removed is not asked for once more').toEqual([]);

  const used = row(/Ministry of Water Resources/);
  await used.click();
  await engine.call('setPreferences', { language: 'ru' });
  await expect(used).toContainText('апреля');
  await middle(page)
    .getByRole('button', { name: /^Источник используется в доказательствах/ })
    .click();
  await expect(
    page.getByText(/^На этот источник опираются утверждения \(\d+\); сначала уберите доказательства\.$/),
  ).toBeVisible();
  // a browser tells of each refusal that it hears
  await expect.poll(() => complaints).toEqual([expect.stringContaining('/call/removeReference')]);
});
