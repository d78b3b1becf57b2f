import { useEffect } from 'react';
import { openDialog } from '../app/dialogs.ts';
import { importFiles } from './import-articles.ts';
import { pasted } from './paste-article.tsx';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Pasting where no text is being typed begins a new article, or imports the files that were copied. */
export function PasteTarget() {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (!data || event.defaultPrevented || isTyping(event.target) || openDialog.get() !== null) return;
      const files = [...data.files];
      const html = data.getData('text/html');
      const plain = data.getData('text/plain').replaceAll('\r\n', '\n');
      if (plain === '' && html === '') {
        if (files.length > 0) void importFiles(files.map((file) => ({ name: file.name, content: file })));
        return;
      }
      event.preventDefault();
      pasted.set({ html, plain });
      openDialog.set('paste-article');
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
  return null;
}
