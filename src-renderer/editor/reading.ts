import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What a caret does by itself. Every other key either belongs to a command or would write. */
const CARET_KEYS = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Shift',
]);

/**
 * Reading and marking: the caret moves, the selection works, the text does not change. The page stays editable for
 * the browser, which gives the caret; everything that would write is stopped on its way in, and what slips through
 * (an input method, a browser's own editing) is refused as a transaction, after which the text is drawn as it was.
 */
export const Reading = Extension.create({
  name: 'reading',
  priority: 10_000,
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (transaction) => !transaction.docChanged,
      props: {
        handlePaste: () => true,
        handleDrop: () => true,
        handleTextInput: () => true,
        handleDOMEvents: {
          // True keeps the key from the editor's own keymaps, so that Enter or Backspace reach the window's commands.
          keydown: (_, event) => event.altKey || !CARET_KEYS.has(event.key),
          keypress: (_, event) => {
            event.preventDefault();
            return true;
          },
          beforeinput: (_, event) => {
            event.preventDefault();
            return true;
          },
          cut: (view, event) => copyInstead(view, event),
          compositionstart: (view) => refuseComposition(view),
          compositionupdate: () => true,
          compositionend: () => true,
          click: staysHere,
          auxclick: staysHere,
          dragstart: (_, event) => {
            if (event.dataTransfer) event.dataTransfer.effectAllowed = 'copy';
            return false;
          },
        },
      },
    }),
  ],
});

function copyInstead(view: EditorView, event: ClipboardEvent): boolean {
  event.preventDefault();
  const { selection } = view.state;
  if (!selection.empty && event.clipboardData) {
    const { dom, text } = view.serializeForClipboard(selection.content());
    event.clipboardData.setData('text/html', dom.innerHTML);
    event.clipboardData.setData('text/plain', text);
  }
  return true;
}

/** Input methods cannot be told to stop; they give up where nothing can be edited. */
function refuseComposition(view: EditorView): boolean {
  view.dom.contentEditable = 'false';
  queueMicrotask(() => {
    view.dom.contentEditable = 'true';
    view.focus();
  });
  return true;
}

/** Links of the text are read, not followed. */
function staysHere(_: EditorView, event: MouseEvent): boolean {
  if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
  return false;
}

/** What the browser and helpers of the browser are told about the article's element. */
export function readingAttributes(label: string): Record<string, string> {
  return {
    role: 'textbox',
    'aria-readonly': 'true',
    'aria-multiline': 'true',
    'aria-label': label,
    'data-reading': 'true',
    class: 'article-text',
    // keeps the keyboard of a touch screen away
    inputmode: 'none',
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
    writingsuggestions: 'false',
  };
}
