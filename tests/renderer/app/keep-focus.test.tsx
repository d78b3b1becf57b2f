import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepFocus } from '../../../src-renderer/app/keep-focus.ts';

let stop = () => {};
beforeEach(() => {
  stop = keepFocus();
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

const button = (name: string) => {
  const made = document.createElement('button');
  made.textContent = name;
  return made;
};

/** A pane with a list, each of whose items can be opened and removed, and a button below the list. */
function pane(items: number) {
  const main = document.createElement('main');
  main.id = 'pane-middle';
  main.dataset['pane'] = '';
  main.tabIndex = -1;
  const list = document.createElement('ul');
  for (let n = 0; n < items; n += 1) {
    const item = document.createElement('li');
    item.append(button('Open'), button('Remove'));
    list.append(item);
  }
  const add = button('Add');
  main.append(list, add);
  document.body.append(main);
  return { main, list, add };
}

const active = () => document.activeElement;

test('the same button of the next item takes over from one that was removed, and at last what stands beside the list', async () => {
  const { list, add } = pane(2);
  const removal = (item: Element) => item.querySelectorAll('button')[1]!;
  const [first, second] = [...list.children];
  removal(first!).focus();
  first!.remove();
  await expect.poll(active).toBe(removal(second!));
  second!.remove();
  await expect.poll(active).toBe(add);
});

test('what is moved within its list keeps the focus, and what is disabled gives it to its neighbour', async () => {
  const { list } = pane(2);
  const [open, remove] = [...list.children[0]!.querySelectorAll('button')];
  open!.focus();
  list.append(list.children[0]!);
  await expect.poll(active).toBe(open);
  open!.disabled = true;
  await expect.poll(active).toBe(remove);
});

test('a focus that went elsewhere, or that a person took away, is left alone', async () => {
  const { list, add } = pane(1);
  list.querySelector('button')!.focus();
  add.focus();
  list.replaceChildren();
  await expect.poll(active).toBe(add);
  add.blur();
  list.append(document.createElement('li'));
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(document.activeElement).toBe(document.body);
});

test('a text field does not take over: there undo would mean its text', async () => {
  const { list, add } = pane(1);
  const note = document.createElement('textarea');
  list.after(note);
  list.querySelector('button')!.focus();
  list.replaceChildren();
  await expect.poll(active).toBe(add);
});
