import { useLayoutEffect, useRef } from 'react';
import { COMMANDS, type Command, type CommandId } from '#contract/commands.ts';
import { openDialog } from './dialogs.ts';

export type Handlers = Partial<Record<CommandId, () => void>>;

/** What is mounted answers commands; what was mounted last answers first. */
const answering: { current: Handlers }[] = [];
/** What is about one thing for a moment answers before all of these. */
const answeringFirst: { current: Handlers }[] = [];

/** Answers commands for as long as the component is mounted; `first` before anything else, whatever is mounted later. */
export function useCommands(handlers: Handlers, first = false): void {
  const entry = useRef(handlers);
  useLayoutEffect(() => {
    entry.current = handlers;
  });
  // before the paint: what can be seen answers its key
  useLayoutEffect(() => {
    const list = first ? answeringFirst : answering;
    list.push(entry);
    return () => {
      list.splice(list.indexOf(entry), 1);
    };
  }, [first]);
}

function handlerOf(id: CommandId): (() => void) | undefined {
  const answers = (entry: { current: Handlers }) => entry.current[id] !== undefined;
  return (answeringFirst.findLast(answers) ?? answering.findLast(answers))?.current[id];
}

/** Whether anything on the screen answers the command now. */
export function canRun(id: CommandId): boolean {
  return handlerOf(id) !== undefined;
}

/** Runs a command wherever it comes from: key, palette, button or native menu. False if nothing answers it. */
export function runCommand(id: CommandId): boolean {
  const handler = handlerOf(id);
  handler?.();
  return handler !== undefined;
}

export function commandOf(id: CommandId): Command {
  const found = COMMANDS.find((command) => command.id === id);
  if (!found) throw new Error(`There is no command ${id}.`);
  return found;
}

/** The key to show for a command, or undefined if it has none. */
export function keysOf(id: CommandId): string | undefined {
  return commandOf(id).keys[0];
}

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

type Press = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A key press in the words of the commands table: by place on the keyboard, never by letter. */
export function chordOf(press: Press): string {
  const mod = MAC ? press.metaKey : press.ctrlKey;
  const code = press.code.replace(/^Numpad(?=Enter)/, '');
  return [mod && '$mod', press.altKey && 'Alt', press.shiftKey && 'Shift', code].filter(Boolean).join('+');
}

const byChord = new Map<string, CommandId>(
  COMMANDS.flatMap((command) => command.keys.map((keys) => [keys, command.id] as const)),
);

const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';
const NO_TEXT = new Set(['button', 'checkbox', 'color', 'file', 'radio', 'range', 'reset', 'submit']);

/** Whether keys make text there. The article, which is read and marked, is not such a place. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const field = target.closest(TYPING);
  if (!field || field.closest('[data-reading="true"]')) return false;
  return !(field instanceof HTMLInputElement && NO_TEXT.has(field.type));
}

/** What a key does by itself on a button, link or list that has the focus comes before a command. */
const OWN_KEYS =
  'a[href], button, summary, [role="option"], [role="menuitem"], [role="tab"], [role="row"], [role="grid"]';

function belongsToControl(event: KeyboardEvent): boolean {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const control = plain && event.target instanceof Element ? event.target.closest(OWN_KEYS) : null;
  return control !== null && ['Enter', 'Space', 'Delete', 'Backspace', 'Escape'].includes(event.code);
}

/** In a text field these belong to the field. */
const OF_TEXT = new Set(['$mod+KeyZ', '$mod+Shift+KeyZ', '$mod+KeyY']);

/** The command that a key press asks for, or undefined where the key belongs to something else. */
export function commandForPress(event: KeyboardEvent): CommandId | undefined {
  if (event.defaultPrevented || event.isComposing) return undefined;
  const chord = chordOf(event);
  const id = byChord.get(chord);
  if (id === undefined) return undefined;
  const typing = isTyping(event.target);
  const isPlain = !chord.includes('$mod') && !chord.startsWith('F') && !chord.endsWith('+F6');
  if (typing && (isPlain || OF_TEXT.has(chord))) return undefined;
  if (belongsToControl(event)) return undefined;
  // A dialog has the keyboard to itself, from the moment it is asked for.
  if (openDialog.get() !== null) return undefined;
  if (
    document.querySelector(
      '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"][data-focused]',
    )
  ) {
    return undefined;
  }
  return id;
}

/** A letter on a row would be taken as the beginning of a name to jump to; the letters here are commands. */
function isLetterOnRow(event: KeyboardEvent): boolean {
  const isLetter = !event.ctrlKey && !event.metaKey && !event.altKey && event.code.startsWith('Key');
  return isLetter && event.target instanceof Element && event.target.closest('[role="row"]') !== null;
}

/** Listens for keys in the whole window. Gives a function that stops. */
export function listenForKeys(): () => void {
  const press = (event: KeyboardEvent) => {
    const id = commandForPress(event);
    if (id !== undefined && canRun(id)) {
      event.preventDefault();
      runCommand(id);
    }
  };
  const pressOnRow = (event: KeyboardEvent) => {
    if (!isLetterOnRow(event)) return;
    press(event);
    if (event.defaultPrevented) event.stopPropagation();
  };
  window.addEventListener('keydown', pressOnRow, true);
  window.addEventListener('keydown', press);
  return () => {
    window.removeEventListener('keydown', pressOnRow, true);
    window.removeEventListener('keydown', press);
  };
}
