import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { beforeAll, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { CallError } from '#contract/error.ts';
import type { Caller } from '#contract/index.ts';
import type { Conflict } from '#contract/nouns.ts';
import { ConflictsDialog } from '../../../src-renderer/app/conflicts-dialog.tsx';
import { CallerContext } from '../../../src-renderer/data/use-call.ts';
import { speak } from '../../../src-renderer/i18n/index.ts';

const CONFLICT: Conflict = {
  id: 'aa11bb22cc33',
  table: 'claim',
  title: 'A dam broke',
  claim: 'c1',
  base: null,
  canKeepBoth: false,
  row: 'c1',
  column: 'claimed_on',
  values: [
    { value: '2025-04-11', at: '2026-01-01T00:00:00Z', person: { id: 'a', name: 'Ada' }, stamp: '1' },
    { value: null, at: '2026-01-02T00:00:00Z', person: null, stamp: '2' },
  ],
};

beforeAll(() => speak('en'));

test('every value of a conflict is shown with its author, and the chosen one is what is asked for', async () => {
  const asked: unknown[] = [];
  const caller = async (name: string, input: unknown) => {
    if (name === 'listConflicts') return { conflicts: [CONFLICT] };
    if (name === 'resolveConflict') {
      asked.push(input);
      return { conflicts: [] };
    }
    throw new CallError('not-found', `This window should not need ${name}.`);
  };
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <CallerContext value={caller as Caller}>
        <ConflictsDialog />
      </CallerContext>
    </QueryClientProvider>,
  );
  await expect.element(screen.getByText('claim · claimed on')).toBeVisible();
  await expect.element(screen.getByText(/Ada/)).toBeVisible();
  await expect.element(screen.getByText('(empty)')).toBeVisible();
  await expect.element(screen.getByText(/Somebody/)).toBeVisible();
  await screen.getByRole('button', { name: 'Keep this' }).first().click();
  await expect
    .poll(() => asked)
    .toEqual([{ table: 'claim', row: 'c1', column: 'claimed_on', value: '2025-04-11' }]);
});
