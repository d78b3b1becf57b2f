import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { sentencesOf } from '#domain/sentences.ts';
import { OWN_ELEMENT } from '../editor/claim-look.ts';
import { sentenceAt } from '../editor/triage.ts';
import { readingOptions, type FocusUnit } from './options.ts';

type Layer = { readonly unit: FocusUnit | null; readonly decorations: DecorationSet };

const key = new PluginKey<Layer>('focus');

/** In focus mode, all is dimmed but the paragraph or sentence at the caret. */
export function focusLayer(): Plugin<Layer> {
  return new Plugin<Layer>({
    key,
    state: {
      init: (_, state) => at(unitNow(), state),
      apply: (transaction, before, old, state) => {
        const asked = transaction.getMeta(key) as { unit: FocusUnit | null } | undefined;
        const unit = asked ? asked.unit : before.unit;
        if (unit === null) return before.unit === null ? before : NOTHING;
        const stays =
          unit === before.unit && old.doc === state.doc && old.selection.head === state.selection.head;
        return stays ? before : at(unit, state);
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      attributes: (state): Record<string, string> => {
        const unit = key.getState(state)?.unit ?? null;
        return unit === null ? {} : { 'data-focus': unit };
      },
    },
    view: (view) => {
      const follow = () => {
        const unit = unitNow();
        if (unit !== key.getState(view.state)?.unit) view.dispatch(view.state.tr.setMeta(key, { unit }));
      };
      return { destroy: readingOptions.listen(follow) };
    },
  });
}

const NOTHING: Layer = { unit: null, decorations: DecorationSet.empty };

function unitNow(): FocusUnit | null {
  const { focus, focusOn } = readingOptions.get();
  return focus ? focusOn : null;
}

function at(unit: FocusUnit | null, state: EditorState): Layer {
  if (unit === null) return NOTHING;
  const { $head } = state.selection;
  if (!$head.parent.isTextblock) return { unit, decorations: DecorationSet.empty };
  const before = $head.before();
  const start = before + 1;
  if (unit === 'paragraph') {
    const paragraph = Decoration.node(before, $head.after(), { class: 'in-focus' });
    return { unit, decorations: DecorationSet.create(state.doc, [paragraph]) };
  }
  const text = $head.parent.textBetween(0, $head.parent.content.size, '\n', '\uFFFC');
  const sentence = sentenceAt(sentencesOf(text), $head.parentOffset) ?? { start: 0, end: text.length };
  const inFocus = Decoration.inline(start + sentence.start, start + sentence.end, {
    ...OWN_ELEMENT,
    class: 'in-focus',
  });
  return { unit, decorations: DecorationSet.create(state.doc, [inFocus]) };
}
