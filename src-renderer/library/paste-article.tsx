import { useEffect, useState, type ClipboardEvent } from 'react';
import { closeDialog } from '../app/dialogs.ts';
import { createStore } from '../data/store.ts';
import { useWords } from '../i18n/index.ts';
import { useFormKeys } from '../app/form-keys.ts';
import { Button, Dialog, keyName, Keys, TextArea, TextField } from '../ui/index.ts';
import { importFiles } from './import-articles.ts';

/** What the clipboard held with its formatting, beside the plain text that the field shows. */
type Rich = { readonly html: string; readonly plain: string };

/** What was pasted where nothing was being typed: the dialog opens with it. */
export const pasted = createStore<Rich | null>(null);

/** A name that a file may have. */
function fileName(name: string, ending: string): string {
  return `${name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 120)}.${ending}`;
}

/** A new article from what is pasted; formatted text is preferred. */
export function PasteArticle() {
  const say = useWords('library');
  const app = useWords('app');
  const [name, setName] = useState('');
  const [brought] = useState(() => pasted.get());
  const [text, setText] = useState(brought?.plain ?? '');
  const [rich, setRich] = useState<Rich | null>(brought?.html ? brought : null);
  const keepsRich = rich !== null && rich.plain === text;

  useEffect(() => {
    // Where the program may read the clipboard, nothing needs to be pasted by hand.
    let isGone = false;
    pasted.set(null);
    if (brought) return undefined;
    void readClipboard()
      .then((found) => {
        if (isGone || !found) return;
        setText((now) => now || found.plain);
        if (found.html !== '') setRich({ html: found.html, plain: found.plain });
      })
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [brought]);

  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    const plain = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n');
    if (text !== '' || (html === '' && plain === '')) return;
    event.preventDefault();
    setText(plain);
    setRich(html === '' ? null : { html, plain });
  };
  const create = () => {
    if (text.trim() === '') return;
    const firstLine = text.trim().split('\n', 1)[0]?.slice(0, 80);
    const title = name.trim() || firstLine || say('paste.untitled');
    closeDialog();
    void importFiles([
      keepsRich
        ? { name: fileName(title, 'html'), content: rich.html, title: name.trim() }
        : { name: fileName(title, 'txt'), content: text, title: name.trim() },
    ]);
  };

  useFormKeys({ save: create });

  return (
    <Dialog
      title={say('paste.title')}
      size="wide"
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{app('cancel')}</Button>
          <Button look="primary" isDisabled={text.trim() === ''} onPress={create}>
            {say('import')}
            <Keys keys="$mod+Enter" />
          </Button>
        </>
      }
    >
      <div onPasteCapture={paste}>
        <TextArea
          label={say('paste.label')}
          hint={keepsRich ? say('paste.rich') : say('paste.hint', { keys: keyName('$mod+KeyV') })}
          autoFocus
          rows={12}
          value={text}
          onChange={setText}
        />
      </div>
      <TextField label={say('paste.name')} value={name} onChange={setName} />
    </Dialog>
  );
}

async function readClipboard(): Promise<Rich | undefined> {
  const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
  if (state !== 'granted') return undefined;
  const [item] = await navigator.clipboard.read();
  const as = async (type: string) =>
    item?.types.includes(type) ? (await item.getType(type)).text() : Promise.resolve('');
  return { html: await as('text/html'), plain: (await as('text/plain')).replaceAll('\r\n', '\n') };
}
