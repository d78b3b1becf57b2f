import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { CaptureText } from '../../../src-renderer/captures/capture-text.tsx';
import type { Line } from '../../../src-renderer/captures/page-of.ts';
import { speak } from '../../../src-renderer/i18n/index.ts';

const TEXT = 'The dam held. Then the river rose.\n\nNobody <b>was</b> told.\fThe sirens came late.';

beforeAll(() => speak('en'));

function Held(props: { readonly highlight?: Line; readonly onUse: (quote: string) => void }) {
  const [selected, setSelected] = useState<Line>();
  return (
    <CaptureText
      name="minutes.txt"
      text={TEXT}
      highlight={props.highlight}
      found={undefined}
      selected={selected}
      onSelect={setSelected}
      onEnter={() => selected && props.onUse(TEXT.slice(selected.start, selected.end))}
    />
  );
}

test('a passage is chosen with the keys alone', async () => {
  const used: string[] = [];
  const screen = await render(<Held onUse={(quote) => used.push(quote)} />);
  await userEvent.tab();
  await expect.element(screen.getByLabelText('minutes.txt')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}{Enter}');
  expect(used).toEqual(['Then the river rose.\n\nNobody <b>was</b> told.']);
});

test('a selection made with the mouse is the same span of the text', async () => {
  const used: string[] = [];
  const screen = await render(<Held onUse={(quote) => used.push(quote)} />);
  const lines = screen.container.querySelectorAll('p');
  document.getSelection()?.setBaseAndExtent(lines[1]!.firstChild!, 7, lines[2]!.firstChild!, 3);
  await new Promise((resolve) => setTimeout(resolve, 50));
  screen.getByLabelText('minutes.txt').element().focus({ preventScroll: true });
  await userEvent.keyboard('{Enter}');
  expect(used).toEqual(['<b>was</b> told.\fThe']);
});

test('the passage that a quote names is marked, and nothing else', async () => {
  const start = TEXT.indexOf('river');
  const screen = await render(<Held highlight={{ start, end: start + 10 }} onUse={() => {}} />);
  expect([...screen.container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    'river rose',
  ]);
  expect(screen.container.querySelector('b')).toBeNull();
});

test('pages are numbered where the text has them', async () => {
  const screen = await render(<Held onUse={() => {}} />);
  await expect.element(screen.getByText('Page 2')).toBeVisible();
});
