import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Caller } from '#contract/index.ts';
import type { Claim } from '#contract/nouns.ts';
import { CallError } from '#contract/error.ts';
import { runCommand } from '../../../src-renderer/app/commands.ts';
import { CallerContext } from '../../../src-renderer/data/use-call.ts';
import { speak } from '../../../src-renderer/i18n/index.ts';
import { ClaimInspector } from '../../../src-renderer/inspector/claim-inspector.tsx';

const ann = { id: 'ann', name: 'Ann' };
const boris = { id: 'boris', name: 'Борис' };

const claim: Claim = {
  id: 'c1',
  wording: 'The dam held.',
  claimant: '',
  claimedOn: '',
  claimedWhere: '',
  type: null,
  types: [],
  strategies: [],
  country: '',
  reportedBy: '',
  address: '',
  cachedAddress: '',
  checkAddress: '',
  verifiability: 'verifiable',
  reason: null,
  checkableOn: '',
  status: 'open',
  assignee: null,
  priority: 'normal',
  parent: null,
  madeAt: '2025-04-14T10:00:00Z',
  madeBy: ann,
  tags: [],
  rating: null,
  rated: null,
  occurrences: [],
  evidence: [],
  verdicts: [],
  questions: [],
  comments: [],
  conflicts: [
    {
      id: 'aa11bb22cc33',
      table: 'claim',
      title: 'A dam broke',
      claim: 'c1',
      base: null,
      canKeepBoth: false,
      row: 'c1',
      column: 'status',
      values: [
        { value: 'open', at: '2025-04-14T10:00:00Z', person: ann, stamp: '1' },
        { value: 'done', at: '2025-04-14T11:00:00Z', person: boris, stamp: '2' },
      ],
    },
  ],
};

type Asked = { readonly name: string; readonly input: unknown };

/** Answers like an engine that has this one claim. */
function answering(asked: Asked[], refuse?: string): Caller {
  const answers: Readonly<Record<string, unknown>> = {
    getClaim: { claim, children: [] },
    getProject: { people: [ann, boris] },
    listTags: { tags: [] },
    listScales: { scales: [] },
    listReferences: { references: [] },
    listArticles: { articles: [] },
    editClaim: { claim },
    settleConflict: { conflicts: [] },
  };
  const caller = (name: string, input: unknown) => {
    asked.push({ name, input });
    if (name === refuse) return Promise.reject(new CallError('refused', 'The project is read-only.'));
    return Promise.resolve(answers[name]);
  };
  return caller as Caller;
}

async function show(caller: Caller) {
  return render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <CallerContext value={caller}>
        <ClaimInspector claimId="c1" onGoToOccurrence={() => {}} onSelectClaim={() => {}} />
      </CallerContext>
    </QueryClientProvider>,
  );
}

beforeAll(() => speak('en'));

test('a conflict shows both values and both names, and the choice is sent', async () => {
  const asked: Asked[] = [];
  const screen = await show(answering(asked));
  const group = screen.getByRole('group', { name: /Two people changed “Status”/ });
  await expect.element(group.getByText('Ann', { exact: false })).toBeVisible();
  await expect.element(group.getByText('Борис', { exact: false })).toBeVisible();
  await expect.element(group.getByText('Done', { exact: true })).toBeVisible();
  await group.getByRole('button', { name: 'Choose this' }).first().click();
  await expect
    .poll(() => asked.find((one) => one.name === 'settleConflict')?.input)
    .toEqual({ id: expect.any(String), take: 0 });
});

test('a wording that cannot be saved stays in the field with the reason', async () => {
  const screen = await show(answering([], 'editClaim'));
  const wording = screen.getByRole('textbox', { name: 'Wording' });
  await wording.fill('The dam broke.');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(screen.getByText('The project is read-only.')).toBeVisible();
  await expect.element(wording).toHaveValue('The dam broke.');
});

test('what is no address is refused beside its field, and an address is saved', async () => {
  const asked: Asked[] = [];
  const screen = await show(answering(asked));
  const edits = () => asked.filter(({ name }) => name === 'editClaim').map(({ input }) => input);
  await screen.getByRole('button', { name: /^Publication/ }).click();
  const field = screen.getByRole('textbox', { name: 'Address of the claim' });
  await field.fill('example.org/dam');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('Give a whole address: https://…')).toBeVisible();
  expect(edits()).toEqual([]);
  await field.fill('https://example.org/dam');
  await userEvent.keyboard('{Enter}');
  await expect.poll(edits).toEqual([{ id: 'c1', address: 'https://example.org/dam' }]);
});

test('several types are chosen in one visit, in their order, and a country by a part of its name', async () => {
  const asked: Asked[] = [];
  const screen = await show(answering(asked));
  const edits = () => asked.filter(({ name }) => name === 'editClaim').map(({ input }) => input);
  await screen.getByRole('button', { name: 'Not said Type' }).click();
  await screen.getByRole('option', { name: 'Cause' }).click();
  await screen.getByRole('option', { name: 'Number' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.poll(edits).toEqual([{ id: 'c1', types: ['causal', 'numerical'] }]);

  await screen.getByRole('button', { name: 'None Country' }).click();
  await expect.element(screen.getByRole('searchbox', { name: 'Find a country' })).toHaveFocus();
  await userEvent.keyboard('stan (kg');
  await expect.element(screen.getByRole('option')).toHaveTextContent('Kyrgyzstan (KG)');
});

test('the commands of a claim lead to their places', async () => {
  const screen = await show(answering([]));
  await expect.element(screen.getByRole('textbox', { name: 'Wording' })).toBeVisible();
  runCommand('edit-claim');
  await expect.element(screen.getByRole('textbox', { name: 'Wording' })).toHaveFocus();
  runCommand('comment');
  await expect.element(screen.getByRole('textbox', { name: 'Comment' })).toHaveFocus();
  runCommand('add-evidence');
  await expect.element(screen.getByRole('dialog', { name: 'Link evidence' })).toBeVisible();
});
