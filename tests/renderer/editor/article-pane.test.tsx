import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CallName, Caller, Output } from '#contract/index.ts';
import type { Mark } from '#contract/nouns.ts';
import { flatten } from '#domain/flat-text.ts';
import { sentencesOf } from '#domain/sentences.ts';
import '../../../src-renderer/styles/tokens.css';
import '../../../src-renderer/styles/app.css';
import { listenForKeys } from '../../../src-renderer/app/commands.ts';
import { CallerContext } from '../../../src-renderer/data/use-call.ts';
import { createStore, useStore } from '../../../src-renderer/data/store.ts';
import { ArticlePane } from '../../../src-renderer/editor/article-pane.tsx';
import { speak } from '../../../src-renderer/i18n/index.ts';

const PARAGRAPHS = [
  'The dam at Orlen failed on a Tuesday. Nine people drowned in the lower town.',
  'The mayor had been warned twice. Ёлка стоит у реки, and the elk came back.',
  'It will all happen again within five years.',
];

type Article = Output<'getArticle'>;

function articleOf(paragraphs: readonly string[]): Article {
  const document: Article['document'] = {
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
  const { text } = flatten(document);
  return {
    article: {
      id: 'article-1',
      title: 'The dam',
      author: 'A. Writer',
      publisher: 'The Valley Post',
      address: '',
      published: '2024-05-06',
      language: 'en',
      format: 'text',
      encoding: 'utf-8',
      original: '',
      originalName: 'dam.txt',
      importedAt: '2026-01-01T00:00:00Z',
      importedBy: null,
      capturedAt: '',
      words: text.split(/\s+/).length,
      claims: 0,
      coverage: 0,
      attention: 0,
      revisions: 1,
    },
    revision: {
      id: 'revision-1',
      article: 'article-1',
      parent: null,
      sha256: '',
      reason: '',
      at: '2026-01-01T00:00:00Z',
      person: null,
    },
    document,
    text,
    sentences: sentencesOf(text, 'en'),
    pages: [],
    revisions: [],
    footnotes: [],
    warnings: [],
    comments: [],
  };
}

const mark = (id: string, start: number, end: number, more: Partial<Mark> = {}): Mark => ({
  id,
  claim: `claim-${id}`,
  start,
  end,
  state: 'exact',
  verifiability: 'verifiable',
  rating: null,
  wording: `wording of ${id}`,
  ...more,
});

type Asked = { readonly name: CallName; readonly input: unknown };
type Opened = { asked: Asked[]; selected: () => string | null; select: (claim: string) => void };

/** Opens the pane on a small engine of the test's own, which keeps marks as the real one does. */
async function open(article: Article, first: readonly Mark[] = []): Promise<Opened> {
  const asked: Asked[] = [];
  const rows = createStore(first);
  const selected = createStore<string | null>(null);
  const put = rows.set;
  const answers: Record<string, (input: never) => unknown> = {
    listScales: () => ({ scales: [] }),
    mark: ({ start, end, as }: { start: number; end: number; as: Mark['verifiability'] }) => {
      const made = mark(`made-${asked.length}`, start, end, { verifiability: as });
      put((marks) => [...marks, made].toSorted((a, b) => a.start - b.start));
      return {
        claim: { id: made.claim, wording: made.wording },
        occurrence: { ...made, article: 'article-1' },
      };
    },
    editClaim: ({ id, verifiability }: { id: string; verifiability: Mark['verifiability'] }) => {
      put((marks) => marks.map((one) => (one.claim === id ? { ...one, verifiability } : one)));
      return { claim: { id } };
    },
    moveOccurrence: ({ id, start, end }: { id: string; start: number; end: number }) => {
      put((marks) => marks.map((one) => (one.id === id ? { ...one, start, end } : one)));
      return { occurrence: { id, start, end, state: 'exact' } };
    },
    removeOccurrence: ({ id }: { id: string }) => {
      put((marks) => marks.filter((one) => one.id !== id));
      return { claimRemoved: true };
    },
  };
  const call = ((name: CallName, input: never) => {
    if (name !== 'listScales') asked.push({ name, input });
    return Promise.resolve(answers[name]?.(input));
  }) as Caller;

  function Desk() {
    const marks = useStore(rows);
    const claim = useStore(selected);
    return (
      <div style={{ position: 'fixed', inset: 0 }}>
        <ArticlePane article={article} marks={marks} selectedClaim={claim} onSelectClaim={selected.set} />
      </div>
    );
  }
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <CallerContext value={call}>
        <Desk />
      </CallerContext>
    </QueryClientProvider>,
  );
  return { asked, selected: selected.get, select: selected.set };
}

const textbox = () => page.getByRole('textbox', { name: 'Text of The dam' });
const status = () => page.getByRole('status').element();

/** Puts the caret into a paragraph, that many characters from its start, as a click does. */
async function caretAt(paragraph: number, offset: number): Promise<void> {
  const element = textbox().element().querySelectorAll('p')[paragraph]!;
  textbox().element().focus();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) {
      document.getSelection()?.collapse(node, left);
      break;
    }
    left -= length;
  }
  await new Promise((done) => setTimeout(done, 60));
}

async function said(part: string): Promise<void> {
  await expect.poll(() => status().textContent).toContain(part);
}

let stop: () => void;
beforeAll(() => speak('en'));
beforeEach(() => {
  stop = listenForKeys();
});
afterEach(() => stop());

test('the text cannot be changed by typing, pasting, cutting, dropping or an input method', async () => {
  await open(articleOf(PARAGRAPHS));
  const before = textbox().element().textContent;
  expect(textbox().element()).toHaveAttribute('aria-readonly', 'true');
  await caretAt(0, 4);
  await userEvent.keyboard('xyz 123{Enter}{Backspace}{Delete}{Tab}');
  textbox().element().focus();
  await userEvent.keyboard(
    '{Control>}a{/Control}{Control>}x{/Control}{Control>}v{/Control}{Control>}b{/Control}',
  );
  expect(textbox().element().textContent).toBe(before);
  expect(textbox().element().querySelector('strong')).toBeNull();

  const data = new DataTransfer();
  data.setData('text/plain', 'foreign words');
  data.setData('text/html', '<b>foreign words</b>');
  const target = textbox().element().querySelector('p')!;
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  const box = target.getBoundingClientRect();
  const where = { clientX: box.left + 40, clientY: box.top + 10, bubbles: true, cancelable: true };
  target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, ...where }));
  document.execCommand('insertText', false, 'foreign');
  document.execCommand('delete');
  await expect.poll(() => textbox().element().textContent).toBe(before);

  await caretAt(0, 4);
  const session = cdp() as unknown as { send: (name: string, values: object) => Promise<unknown> };
  await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await session.send('Input.insertText', { text: '日本' });
  await expect.poll(() => textbox().element().textContent).toBe(before);
});

test('the caret moves by keyboard', async () => {
  await open(articleOf(PARAGRAPHS));
  await caretAt(0, 0);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  expect(document.getSelection()?.toString()).toBe('e ');
});

test('V marks the sentence at the caret, on a Cyrillic layout too', async () => {
  const { asked, selected } = await open(articleOf(PARAGRAPHS));
  await caretAt(0, 45);
  textbox()
    .element()
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'м', code: 'KeyV', bubbles: true, cancelable: true }));
  await said('Marked as verifiable: Nine people drowned in the lower town.');
  expect(asked).toEqual([
    { name: 'mark', input: { article: 'article-1', start: 38, end: 76, as: 'verifiable' } },
  ]);
  expect(selected()).toMatch(/^claim-made/);
  await expect.element(page.getByText(/1 of 5 sentences judged/)).toBeVisible();
  expect(document.querySelector('.claim-verifiable')?.textContent).toBe(
    'Nine people drowned in the lower town.',
  );
});

test('a selection is marked without its spaces, and the same place again changes its claim', async () => {
  const { asked } = await open(articleOf(PARAGRAPHS));
  await caretAt(0, 3);
  await userEvent.keyboard('{Shift>}' + '{ArrowRight}'.repeat(5) + '{/Shift}');
  await userEvent.keyboard('d');
  await said('Marked as undecided: dam');
  await userEvent.keyboard('n');
  await said('Marked as not a claim: dam');
  expect(asked.map((one) => one.name)).toEqual(['mark', 'editClaim']);
  expect(asked[1]?.input).toMatchObject({ verifiability: 'not-a-claim', reason: null });
  expect(document.querySelectorAll('.claim')).toHaveLength(1);
});

test('U asks for the reason: a digit answers, Escape cancels, a prediction takes a day', async () => {
  const { asked } = await open(articleOf(PARAGRAPHS));
  await caretAt(2, 5);
  await userEvent.keyboard('u');
  await expect.element(page.getByRole('dialog', { name: 'Why can it not be verified?' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(asked).toEqual([]);

  await userEvent.keyboard('u2');
  await userEvent.keyboard('next year{Enter}');
  await expect.element(page.getByText('Write a date as 2027, 2027-05 or 2027-05-31.')).toBeVisible();
  await userEvent.clear(page.getByRole('textbox', { name: 'Checkable from (optional)' }));
  await userEvent.keyboard('2031{Enter}');
  await said('Marked as unverifiable: It will all happen again');
  expect(asked[0]?.input).toMatchObject({ as: 'unverifiable', reason: 'prediction', checkableOn: '2031' });

  await caretAt(1, 3);
  await userEvent.keyboard('u{Enter}');
  await said('Marked as unverifiable: The mayor');
  expect(asked[1]?.input).not.toHaveProperty('reason');
  expect(document.activeElement).toBe(textbox().element());
});

test('overlapping claims lie in lanes of their own, and a click goes through them', async () => {
  const { selected } = await open(articleOf(PARAGRAPHS), [
    mark('outer', 0, 37),
    mark('inner', 4, 16, { verifiability: 'undecided', rating: 'false' }),
  ]);
  await expect.poll(() => document.querySelectorAll('[data-claim="claim-inner"]').length).toBeGreaterThan(0);
  const inner = document.querySelector('[data-claim="claim-inner"]')!;
  expect(inner).toHaveClass('claim-undecided', 'lane-0');
  expect(document.querySelector('[data-claim="claim-outer"]')).toHaveClass('lane-1');
  expect(inner.parentElement?.closest('[data-claim]') ?? inner.querySelector('[data-claim]')).toHaveAttribute(
    'data-claim',
    'claim-outer',
  );
  expect(document.querySelectorAll('.claim-rated')).toHaveLength(1);

  const place = document.querySelectorAll('[data-claim="claim-inner"]')[0]!;
  await userEvent.click(place);
  await expect.poll(selected).toBe('claim-inner');
  expect(document.querySelector('[data-claim="claim-inner"]')).toHaveClass('claim-selected');
  await userEvent.click(document.querySelector('[data-claim="claim-inner"]')!);
  await expect.poll(selected).toBe('claim-outer');
  await userEvent.keyboard('o');
  await expect.poll(selected).toBe('claim-inner');
  await userEvent.keyboard('{Escape}');
  await expect.poll(selected).toBeNull();
});

test('the next and previous claim are told, bounds go by words, and a mark is removed', async () => {
  const { asked, selected } = await open(articleOf(PARAGRAPHS), [mark('a', 4, 7), mark('b', 38, 49)]);
  await caretAt(0, 0);
  await userEvent.keyboard('j');
  await said('Claim 1 of 2: verifiable: wording of a');
  await userEvent.keyboard('j');
  await said('Claim 2 of 2: verifiable: wording of b');
  await userEvent.keyboard('{Alt>}{ArrowRight}{ArrowRight}{/Alt}');
  await said('The mark is now: Nine people drowned in');
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await said('The mark is now: Nine people drowned');
  await expect.poll(() => asked.map((one) => one.name)).toEqual(['moveOccurrence']);
  expect(asked[0]?.input).toEqual({ id: 'b', start: 38, end: 57 });
  await userEvent.keyboard('k');
  await expect.poll(selected).toBe('claim-a');
  await userEvent.keyboard('{Backspace}');
  await said('Mark and claim removed: wording of a');
  await expect.poll(() => document.querySelectorAll('.claim').length).toBe(1);
});

test('triage goes to the sentences that nobody has judged', async () => {
  await open(articleOf(PARAGRAPHS), [mark('a', 0, 76)]);
  await caretAt(0, 0);
  await userEvent.keyboard('t');
  expect(document.getSelection()?.toString()).toBe('The mayor had been warned twice.');
  await userEvent.keyboard('nt');
  await expect
    .poll(() => document.getSelection()?.toString())
    .toBe('Ёлка стоит у реки, and the elk came back.');
  await userEvent.click(page.getByRole('button', { name: /Next unjudged/ }));
  await expect.poll(() => document.getSelection()?.toString()).toContain('It will all happen');
  await userEvent.click(page.getByRole('button', { name: /^Verifiable/ }));
  await said('Marked as verifiable: It will all happen again');
});

test('finding highlights and counts, and Escape returns with the match selected', async () => {
  await open(articleOf(PARAGRAPHS));
  await caretAt(0, 0);
  await userEvent.keyboard('{Control>}f{/Control}');
  await userEvent.keyboard('елка');
  await expect.element(page.getByText('1 of 1')).toBeVisible();
  await expect.poll(() => document.querySelector('.found-now')?.textContent).toBe('Ёлка');
  await userEvent.fill(page.getByRole('textbox', { name: 'Words to find' }), 'the');
  await expect.element(page.getByText('1 of 4')).toBeVisible();
  await userEvent.keyboard('{Enter}{F3}{Shift>}{Enter}{/Shift}');
  await expect.element(page.getByText('2 of 4')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement).toBe(textbox().element());
  await expect.poll(() => document.getSelection()?.toString()).toBe('the');
  await expect.poll(() => document.querySelector('.found')).toBeNull();
});

test('ten thousand marks keep the page small, wherever it is scrolled', async () => {
  const paragraphs = Array.from({ length: 1_400 }, (_, i) => `Paragraph ${i}: ${PARAGRAPHS.join(' ')}`);
  const article = articleOf(paragraphs);
  const step = (article.text.length - 200) / 10_000;
  const marks = Array.from({ length: 10_000 }, (_, i) =>
    mark(`m${i}`, Math.floor(i * step), Math.floor(i * step) + 60),
  );
  const { select } = await open(article, marks);
  await expect.poll(() => document.querySelectorAll('.claim').length).toBeGreaterThan(10);
  expect(document.querySelectorAll('.article-text *').length).toBeLessThan(4_000);
  const scroller = document.querySelector('[data-scroller]')!;
  scroller.scrollTop = scroller.scrollHeight / 2;
  const onScreen = () =>
    [...document.querySelectorAll('.claim')].some((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  await expect.poll(onScreen).toBe(true);
  expect(document.querySelectorAll('.article-text *').length).toBeLessThan(4_000);

  await caretAt(1_399, 3);
  await userEvent.keyboard('k');
  await said('of 10000: verifiable: wording of m9');
  await expect.poll(onScreen).toBe(true);
  expect(document.querySelector('.claim-selected')).not.toBeNull();

  // another pane chooses a claim far away
  select('claim-m3000');
  await expect
    .poll(() => document.querySelector('[data-claim="claim-m3000"]')?.getBoundingClientRect().top ?? -1)
    .toBeGreaterThan(0);
  expect(document.querySelector('[data-claim="claim-m3000"]')!.getBoundingClientRect().top).toBeLessThan(
    innerHeight,
  );
});
