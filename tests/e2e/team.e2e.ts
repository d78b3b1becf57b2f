import { mkdirSync, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeFinds } from '../support/axe.ts';
import { merged, threePeople, type ThreePeople } from '../support/three-people.ts';
import { chooserBy, enter, expect, test as base } from '../support/workbench.ts';

const test = base.extend<{ people: ThreePeople }>({
  people: async ({ empty }, use) => {
    const people = await threePeople(empty);
    await use(people);
    people.close();
  },
});

test.afterEach(({ complaints }) => {
  expect(complaints, 'the page asks nobody else and complains of nothing').toEqual([]);
});

async function axe(page: Page, what: string) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    // what was just announced to screen readers may name a button that is gone
    const without = '[data-live-announcer]';
    // all but the colours is the same in both
    const rules = colorScheme === 'dark' ? {} : { rules: ['color-contrast'] };
    expect(await axeFinds(page, { without, ...rules }), `${what}, ${colorScheme}`).toEqual([]);
  }
}

const wordings = async ({ ada }: ThreePeople) =>
  (await ada.call('listClaims', {})).claims.map(({ wording }) => wording).sort();

/** Takes the keyboard to what is named and presses a key there. */
async function pressOn(target: ReturnType<Page['getByRole']>, key: string) {
  await target.focus();
  await expect(target).toBeFocused();
  await target.press(key);
}

async function mergeAll({ ada, bundles }: ThreePeople) {
  const done = await ada.call('mergeBundles', { bundles: bundles.map((path) => ada.receiveFile(path)) });
  expect(done).toMatchObject({ refused: [], conflicts: { length: 3 } });
}

test('a bundle goes out by one dialog; two come in by another, after a look at what they change', async ({
  page,
  empty,
  people,
}) => {
  await enter(page, empty);
  await page.keyboard.press('Control+Shift+KeyP');
  const packing = page.getByRole('dialog', { name: 'Write a bundle' });
  await expect(packing.getByText(/^\d+ acts and 2 files, about/)).toBeVisible();
  await pressOn(packing.getByRole('checkbox', { name: 'Names of people' }), 'Space');
  await expect(packing.getByText(/Others will still see that something was held back/)).toBeVisible();
  await axe(page, 'the pack dialog');
  const writing = page.waitForEvent('download');
  await pressOn(packing.getByRole('button', { name: 'Write the bundle' }), 'Enter');
  const out = `${empty.folder}/out.assaypack`;
  await (await writing).saveAs(out);
  await expect(packing).toBeHidden();
  await merged(out, `${empty.folder}/home-dora`, async (dora) => {
    expect((await dora.call('listClaims', {})).claims.map(({ wording }) => wording)).toEqual(
      await wordings(people),
    );
    expect(JSON.stringify(await dora.call('getProject', {}))).not.toContain('"Ada"');
  });

  await (await chooserBy(page, 'Control+Shift+KeyM')).setFiles([...people.bundles]);
  const merging = page.getByRole('dialog', { name: 'Merge bundles' });
  const report = merging.getByRole('status', { name: 'What the bundles hold' });
  await expect(report).toContainText('3 conflicts to settle');
  await expect(report.getByRole('listitem').filter({ hasText: 'Bea' }).first()).toContainText('Not compared');
  await expect(report).toContainText(/Acts 1 to \d of Device \w+ are missing/);
  await expect(report).toContainText(/The clock of Bea is 5 hr ahead/);
  await expect(report.getByRole('list', { name: 'What changes' })).toContainText('Inspection report');
  await axe(page, 'the merge dialog');
  expect(await wordings(people)).toEqual(['An inspection of the spillway took place in March.']);

  await pressOn(merging.getByRole('button', { name: 'Merge', exact: true }), 'Enter');
  await expect(merging).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Conflicts' })).toBeVisible();
  expect((await people.ada.call('listMerges', {})).merges).toMatchObject([{ people: ['Bea'], acts: 6 }]);
});

test('conflicts are settled by keyboard: one value is taken, a third is written, both are kept', async ({
  page,
  empty,
  people,
}) => {
  await mergeAll(people);
  await enter(page, empty);
  await page.keyboard.press('Shift+KeyX');
  await expect(page.getByText('3 to settle')).toBeVisible();
  await axe(page, 'the conflicts');

  // the keyboard is where the first value can be taken
  const said = page.getByRole('article', { name: /^Claim: said by/ });
  await expect(said.getByRole('button', { name: /^Take this/ }).first()).toBeFocused();
  await pressOn(said.getByRole('button', { name: 'Write another…' }), 'Enter');
  const third = said.getByRole('textbox', { name: 'What holds instead' });
  await expect(third).toBeFocused();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.type('The town');
  await pressOn(said.getByRole('button', { name: 'Save this' }), 'Enter');
  await expect(said).toBeHidden();
  await expect(page.getByText('2 to settle')).toBeVisible();

  const status = page.getByRole('article', { name: /^Claim: status/ });
  await expect(status.getByRole('button', { name: /^Take this/ }).first()).toBeFocused();
  await pressOn(status.getByRole('button', { name: 'Take this, by Ada' }), 'Enter');
  await expect(status).toBeHidden();
  await expect(page.getByText('1 to settle')).toBeVisible();

  const wording = page.getByRole('article', { name: /^Claim: wording/ });
  await pressOn(wording.getByRole('button', { name: 'Keep both, as two claims' }), 'Enter');
  await expect(page.getByText('No conflicts')).toBeVisible();
  const { claims } = await people.ada.call('listClaims', {});
  expect(claims.find(({ id }) => id === people.claim)).toMatchObject({
    claimant: 'The town',
    status: 'in-progress',
  });
  expect(await wordings(people)).toEqual(
    expect.arrayContaining([
      'An inspection of the spillway took place in March.',
      'Someone looked at the spillway in March.',
    ]),
  );
});

test('the team page tells whose keys are trusted, and takes a merge back', async ({
  page,
  empty,
  people,
  complaints,
}) => {
  const { identity } = await people.bea.call('getIdentity', {});
  await mergeAll(people);
  await enter(page, empty);
  await page.keyboard.press('Shift+KeyP');
  await expect(page.getByRole('heading', { name: 'Your key' })).toBeVisible();
  const keys = page.getByRole('region', { name: 'Team mates’ keys' });
  const bea = keys.getByRole('listitem').filter({ hasText: 'Bea' });
  await expect(bea).toContainText('Not compared');
  await expect(page.getByRole('region', { name: 'Devices' })).toContainText(/Acts 1 to \d are missing/);
  await axe(page, 'the team');

  // a folder that is gone is told of where the exchange is set up
  const shared = `${empty.folder}/shared`;
  mkdirSync(shared);
  await people.ada.joinExchangeFolder(shared, false);
  const folder = page.getByRole('region', { name: 'Exchange folder' });
  await expect(folder).toContainText(shared);
  rmSync(shared, { recursive: true });
  await pressOn(folder.getByRole('button', { name: 'Exchange now' }), 'Enter');
  await expect(folder.getByRole('alert')).toContainText('is its drive or share connected?');
  // the browser tells of every answer that is an error
  await expect.poll(() => complaints).toEqual([expect.stringContaining('/call/exchangeNow')]);
  complaints.length = 0;

  await keys.getByRole('textbox', { name: 'A team mate’s card' }).fill(identity.card);
  await pressOn(keys.getByRole('button', { name: 'Show the fingerprint' }), 'Enter');
  await expect(keys.getByRole('status')).toContainText(identity.fingerprint);
  await axe(page, 'a card that was read');
  await pressOn(keys.getByRole('button', { name: 'They are the same: trust it' }), 'Enter');
  await expect(bea).toContainText('Trusted');

  const merges = page.getByRole('region', { name: 'What was merged' });
  await pressOn(merges.getByRole('button', { name: /^Take back the merge/ }), 'Enter');
  await expect(merges).toContainText('taken back');
  expect(await wordings(people)).toEqual(['An inspection of the spillway took place in March.']);
  expect((await people.ada.call('listConflicts', {})).conflicts).toEqual([]);
  await page.keyboard.press('Control+Shift+KeyZ');
  await expect(merges.getByRole('button', { name: /^Take back the merge/ })).toBeVisible();
  expect((await people.ada.call('listConflicts', {})).conflicts).toHaveLength(3);
});
