import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Bold, Italic, List, ListOrdered, Quote, Redo2, Rows3, Scissors, Table2, Undo2 } from 'lucide-react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useWords } from '../i18n/index.ts';
import { IconButton, Select } from '../ui/index.ts';
import { addRow, redo, removeBlock, removeRow, undo } from './correcting.ts';
import css from './correct-pane.module.css';

const BLOCKS = ['paragraph', '1', '2', '3', '4', '5', '6', 'codeBlock'] as const;
type BlockName = (typeof BLOCKS)[number];

/** The structure of the text: what block the caret is in, lists, quotations, emphasis, rows of a table. */
export function CorrectTools({ editor }: { readonly editor: Editor }) {
  const say = useWords('revisions');
  const state = useEditorState({
    editor,
    selector: ({ editor: { state: now } }) => ({
      block: blockOf(now.selection.$from.parent),
      bullets: editor.isActive('bulletList'),
      numbers: editor.isActive('orderedList'),
      quote: editor.isActive('blockquote'),
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      table: editor.isActive('table'),
      canUndo: undo(now),
      canRedo: redo(now),
    }),
  });
  const run = (command: typeof undo) => {
    command(editor.state, editor.view.dispatch, editor.view);
    editor.view.focus();
  };
  const chain = () => editor.chain().focus();
  const setBlock = (name: BlockName) => {
    if (name === 'paragraph') chain().setParagraph().run();
    else if (name === 'codeBlock') chain().setCodeBlock().run();
    else
      chain()
        .setHeading({ level: Number(name) as 1 })
        .run();
  };
  return (
    <Toolbar aria-label={say('correct.tools')} className={css['tools'] ?? ''}>
      <Select
        label={say('correct.block')}
        hideLabel
        value={state.block}
        onChange={setBlock}
        options={BLOCKS.map((id) => ({
          id,
          label:
            id === 'paragraph'
              ? say('correct.paragraph')
              : id === 'codeBlock'
                ? say('correct.code')
                : say('correct.heading', { level: id }),
        }))}
      />
      <span className={css['divider']} aria-hidden />
      <IconButton
        icon={Bold}
        label={say('correct.bold')}
        chosen={state.bold}
        onPress={() => chain().toggleBold().run()}
      />
      <IconButton
        icon={Italic}
        label={say('correct.italic')}
        chosen={state.italic}
        onPress={() => chain().toggleItalic().run()}
      />
      <span className={css['divider']} aria-hidden />
      <IconButton
        icon={List}
        label={say('correct.bullets')}
        chosen={state.bullets}
        onPress={() => chain().toggleBulletList().run()}
      />
      <IconButton
        icon={ListOrdered}
        label={say('correct.numbers')}
        chosen={state.numbers}
        onPress={() => chain().toggleOrderedList().run()}
      />
      <IconButton
        icon={Quote}
        label={say('correct.quote')}
        chosen={state.quote}
        onPress={() => chain().toggleBlockquote().run()}
      />
      <span className={css['divider']} aria-hidden />
      <IconButton icon={Scissors} label={say('correct.removeBlock')} onPress={() => run(removeBlock)} />
      <IconButton
        icon={Rows3}
        label={say('correct.addRow')}
        isDisabled={!state.table}
        onPress={() => run(addRow)}
      />
      <IconButton
        icon={Table2}
        label={say('correct.removeRow')}
        isDisabled={!state.table}
        onPress={() => run(removeRow)}
      />
      <span className={css['divider']} aria-hidden />
      <IconButton
        icon={Undo2}
        label={say('correct.undo')}
        isDisabled={!state.canUndo}
        onPress={() => run(undo)}
      />
      <IconButton
        icon={Redo2}
        label={say('correct.redo')}
        isDisabled={!state.canRedo}
        onPress={() => run(redo)}
      />
    </Toolbar>
  );
}

function blockOf(node: { type: { name: string }; attrs: Record<string, unknown> }): BlockName {
  const { name } = node.type;
  const found = name === 'heading' ? String(node.attrs['level']) : name;
  return BLOCKS.find((one) => one === found) ?? 'paragraph';
}
