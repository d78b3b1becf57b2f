import { Extension } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { TextSelection, type Command } from '@tiptap/pm/state';

/** Typing can be taken back inside of the correction; the project's own undo knows nothing of it until it is saved. */
export const TypingHistory = Extension.create({
  name: 'typingHistory',
  addProseMirrorPlugins: () => [
    history(),
    keymap({ 'Mod-z': undo, 'Mod-Shift-z': redo, 'Mod-y': redo, 'Mod-я': undo, 'Mod-Shift-я': redo }),
  ],
});

export { redo, undo };

function depthOf(at: ResolvedPos, type: string): number {
  for (let depth = at.depth; depth > 0; depth--) if (at.node(depth).type.name === type) return depth;
  return -1;
}

/** Adds an empty row below the one with the caret. False outside of a table. */
export const addRow: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const depth = depthOf($from, 'tableRow');
  if (depth < 0) return false;
  if (dispatch) {
    const { paragraph, tableCell } = state.schema.nodes;
    const cells: Node[] = [];
    $from.node(depth).forEach((cell) => {
      const made = tableCell?.create({ colspan: cell.attrs['colspan'] as number }, paragraph?.create());
      if (made) cells.push(made);
    });
    const at = $from.after(depth);
    const tr = state.tr.insert(at, $from.node(depth).type.create(null, cells));
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  }
  return true;
};

/** Takes out the row with the caret, and the table with its last row. False outside of a table. */
export const removeRow: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const row = depthOf($from, 'tableRow');
  const table = depthOf($from, 'table');
  if (row < 0 || table < 0) return false;
  const depth = $from.node(table).childCount === 1 ? table : row;
  return cut(depth)(state, dispatch);
};

/** Takes out the block with the caret: a paragraph, heading, or list item with it. */
export const removeBlock: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth === 0) return false;
  let { depth } = $from;
  // a container that holds nothing else goes with it; the document and a cell need some block
  while (depth > 1 && $from.node(depth - 1).childCount === 1 && !isCell($from.node(depth - 1))) depth -= 1;
  const parent = $from.node(depth - 1);
  if (parent.childCount === 1) {
    const inside = $from.node(depth);
    if (!inside.isTextblock) return false;
    dispatch?.(state.tr.delete($from.start(depth), $from.end(depth)));
    return true;
  }
  return cut(depth)(state, dispatch);
};

function isCell(node: Node): boolean {
  return node.type.name === 'tableCell' || node.type.name === 'tableHeader';
}

function cut(depth: number): Command {
  return ({ selection: { $from }, tr, doc }, dispatch) => {
    const [from, to] = [$from.before(depth), $from.after(depth)];
    if (from === 0 && to === doc.content.size) return false;
    if (dispatch) {
      tr.delete(from, to);
      dispatch(
        tr
          .setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size))))
          .scrollIntoView(),
      );
    }
    return true;
  };
}
