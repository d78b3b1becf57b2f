import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { beforeAll, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { CallError } from '#contract/error.ts';
import type { Caller } from '#contract/index.ts';
import type { Conflict } from '#contract/nouns.ts';
import { CallerContext } from '../../../src-renderer/data/use-call.ts';
import { speak } from '../../../src-renderer/i18n/index.ts';
import ConflictsView from '../../../src-renderer/team/conflicts-view.tsx';

const CONFLICT: Conflict = {
  id: 'aa11bb22cc33',
  table: 'claim',
  row: 'c1',
  column: 'wording',
  title: 'Nine people were missing',
  claim: 'c1',
  base: { value: 'Nine people were missing', at: '2026-01-01T00:00:00Z', person: { id: 'a', name: 'Ada' } },
  canKeepBoth: true,
  values: [
    {
      value: 'Nine people were missing by dawn',
      at: '2026-01-03T00:00:00Z',
      person: { id: 'b', name: 'Bea' },
      stamp: '2',
    },
    { value: 'Twelve people were missing', at: '2026-01-02T00:00:00Z', person: null, stamp: '1' },
  ],
};

beforeAll(() => speak('en'));

async function shown() {
  const asked: unknown[] = [];
  const caller = async (name: string, input: unknown) => {
    if (name === 'listConflicts') return { conflicts: [CONFLICT] };
    if (name === 'getProject') return { people: [] };
    if (name === 'settleConflict') {
      asked.push(input);
      return { conflicts: [] };
    }
    throw new CallError('not-found', `This window should not need ${name}.`);
  };
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <CallerContext value={caller as Caller}>
        <ConflictsView />
      </CallerContext>
    </QueryClientProvider>,
  );
  return { asked, screen };
}

test('both values stand with their authors and what they changed, and the chosen one is what is asked for', async () => {
  const { asked, screen } = await shown();
  await expect.element(screen.getByText('Claim: wording')).toBeVisible();
  await expect.element(screen.getByText('Bea')).toBeVisible();
  await expect.element(screen.getByText('Somebody')).toBeVisible();
  expect([...document.querySelectorAll('ins')].map((one) => one.textContent?.trim())).toEqual([
    'by dawn',
    'Twelve',
  ]);
  await screen.getByRole('button', { name: 'Take this, by Somebody' }).click();
  await expect.poll(() => asked).toEqual([{ id: CONFLICT.id, take: 1 }]);
});

test('a third value can be written, and both can be kept', async () => {
  const { asked, screen } = await shown();
  await screen.getByRole('button', { name: 'Write another…' }).click();
  await screen.getByLabelText('What holds instead').fill('Eleven people were missing');
  await screen.getByRole('button', { name: 'Save this' }).click();
  await expect.poll(() => asked).toEqual([{ id: CONFLICT.id, value: 'Eleven people were missing' }]);
  await screen.getByRole('button', { name: 'Keep both, as two claims' }).click();
  await expect.poll(() => asked.at(-1)).toEqual({ id: CONFLICT.id, keepBoth: true });
});
