import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { COMMANDS } from '#contract/commands.ts';
import {
  canRun,
  chordOf,
  isTyping,
  listenForKeys,
  runCommand,
  useCommands,
  type Handlers,
} from '../../../src-renderer/app/commands.ts';
import { openDialog } from '../../../src-renderer/app/dialogs.ts';

function Answering({ handlers }: { readonly handlers: Handlers }) {
  useCommands(handlers);
  return null;
}

function press(target: Element, code: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

afterEach(() => openDialog.set(null));

test('what was mounted last answers first, and no more once it is gone', async () => {
  const heard: string[] = [];
  const below = await render(<Answering handlers={{ undo: () => heard.push('below') }} />);
  const above = await render(<Answering handlers={{ undo: () => heard.push('above') }} />);
  runCommand('undo');
  await above.unmount();
  runCommand('undo');
  await below.unmount();
  expect(heard).toEqual(['above', 'below']);
  expect(canRun('undo')).toBe(false);
  expect(runCommand('undo')).toBe(false);
});

test('a key is known by its place: the same on a Cyrillic layout', () => {
  const modifiers = { ctrlKey: true, metaKey: false, altKey: false, shiftKey: true };
  expect(chordOf({ code: 'KeyV', ...modifiers })).toBe('$mod+Shift+KeyV');
});

test('no two commands have the same key', () => {
  const keys = COMMANDS.flatMap((command) => command.keys as readonly string[]);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test('plain keys are letters in a text field and commands in the article, which is only read', async () => {
  const heard: string[] = [];
  const screen = await render(
    <>
      <Answering
        handlers={{ 'mark-verifiable': () => heard.push('mark'), palette: () => heard.push('palette') }}
      />
      <input aria-label="name" />
      <input aria-label="tick" type="checkbox" />
      <div data-reading="true" contentEditable suppressContentEditableWarning>
        The dam broke.
      </div>
    </>,
  );
  const stop = listenForKeys();
  const name = screen.getByLabelText('name').element();
  const text = screen.getByText('The dam broke.').element();
  expect(isTyping(name)).toBe(true);
  expect(isTyping(screen.getByLabelText('tick').element())).toBe(false);
  expect(isTyping(text)).toBe(false);
  expect(press(name, 'KeyV')).toBe(false);
  expect(press(name, 'KeyK', { ctrlKey: true })).toBe(true);
  expect(press(text, 'KeyV')).toBe(true);
  expect(heard).toEqual(['palette', 'mark']);
  openDialog.set('keys');
  expect(press(text, 'KeyV')).toBe(false);
  stop();
});

test('undo in a text field is the field’s own', async () => {
  const heard: string[] = [];
  const screen = await render(
    <>
      <Answering handlers={{ undo: () => heard.push('undo') }} />
      <textarea aria-label="note" />
    </>,
  );
  const stop = listenForKeys();
  press(screen.getByLabelText('note').element(), 'KeyZ', { ctrlKey: true });
  expect(heard).toEqual([]);
  press(document.body, 'KeyZ', { ctrlKey: true });
  expect(heard).toEqual(['undo']);
  stop();
});

test('a letter on a row of a table is a command, though the table would jump to a name that begins with it', async () => {
  const heard: string[] = [];
  const jumped: string[] = [];
  const screen = await render(
    <>
      <Answering handlers={{ 'go-history': () => heard.push('history') }} />
      <div role="grid" aria-label="References">
        <div role="row" tabIndex={0}>
          <span role="gridcell">Hydrological bulletin</span>
        </div>
      </div>
    </>,
  );
  const stop = listenForKeys();
  const row = screen.getByRole('row').element();
  screen
    .getByRole('grid')
    .element()
    .addEventListener('keydown', (event) => {
      jumped.push((event as KeyboardEvent).code);
      event.stopPropagation();
    });
  press(row, 'KeyH', { shiftKey: true });
  press(row, 'KeyW');
  stop();
  expect(heard).toEqual(['history']);
  expect(jumped).toEqual(['KeyW']);
});
