import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { Bold, Italic, Link, List, ListOrdered } from 'lucide-react';
import { useState } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { isSafeAddress } from '#domain/document.ts';
import type { RichText } from '#domain/rich-text.ts';
import { useWords } from '../i18n/index.ts';
import { Button, cx, TextField, ToggleButton } from '../ui/index.ts';
import css from './rich-text.module.css';

/** Only what `domain/rich-text.ts` lets a justification hold. */
const KIT = StarterKit.configure({
  blockquote: false,
  code: false,
  codeBlock: false,
  heading: false,
  horizontalRule: false,
  strike: false,
  underline: false,
  link: { openOnClick: false, autolink: false, isAllowedUri: (address) => isSafeAddress(address) },
});

/** A small editor for why a rating was given. `onChange` gets null where there are no words. */
export default function JustificationEditor(props: {
  readonly label: string;
  readonly onChange: (text: RichText | null) => void;
}) {
  const { label, onChange } = props;
  const editor = useEditor({
    extensions: [KIT],
    injectCSS: false,
    editorProps: {
      attributes: {
        class: css['editable'] ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
      },
    },
    onUpdate: ({ editor: now }) =>
      onChange(now.isEmpty ? null : ({ ...now.getJSON(), type: 'doc' } as RichText)),
  });
  return (
    <div className={css['frame']}>
      <FormatBar editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
}

function FormatBar({ editor }: { readonly editor: Editor }) {
  const say = useWords('verdicts');
  const [linking, setLinking] = useState(false);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      link: now.isActive('link'),
    }),
  });
  const chain = () => editor.chain().focus();
  const tools = [
    { id: 'bold', icon: Bold, run: () => chain().toggleBold().run() },
    { id: 'italic', icon: Italic, run: () => chain().toggleItalic().run() },
    { id: 'bullets', icon: List, run: () => chain().toggleBulletList().run() },
    { id: 'numbers', icon: ListOrdered, run: () => chain().toggleOrderedList().run() },
    { id: 'link', icon: Link, run: () => setLinking(!linking) },
  ] as const;
  return (
    <>
      <Toolbar aria-label={say('formatting')} className={cx(css['bar'])}>
        {tools.map((tool) => (
          <ToggleButton
            key={tool.id}
            size="small"
            icon={tool.icon}
            isSelected={on[tool.id]}
            aria-label={say(tool.id)}
            onChange={() => void tool.run()}
          />
        ))}
      </Toolbar>
      {linking && <LinkBar editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}

function LinkBar({ editor, onDone }: { readonly editor: Editor; readonly onDone: () => void }) {
  const say = useWords('verdicts');
  const before: unknown = editor.getAttributes('link')['href'];
  const [address, setAddress] = useState(typeof before === 'string' ? before : '');
  const [error, setError] = useState<string>();

  const set = () => {
    const href = address.trim();
    if (!isSafeAddress(href)) return setError(say('linkBad'));
    if (editor.state.selection.empty && before === undefined) {
      const content = { type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] };
      editor.chain().focus().insertContent(content).run();
    } else {
      editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
    }
    return onDone();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onDone();
  };

  return (
    <div className={css['linkBar']}>
      <TextField
        label={say('linkAddress')}
        value={address}
        onChange={setAddress}
        error={error}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter') set();
          else event.continuePropagation();
        }}
      />
      <Button size="small" onPress={set}>
        {say('setLink')}
      </Button>
      <Button size="small" look="quiet" isDisabled={before === undefined} onPress={remove}>
        {say('removeLink')}
      </Button>
    </div>
  );
}
