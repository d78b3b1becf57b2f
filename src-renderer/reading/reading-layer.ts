import { Plugin, PluginKey } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import type { Direction } from '#domain/direction.ts';
import { drawnBy, NOWHERE, type Range } from '../editor/viewport.ts';
import { drawBlocks, type Shown } from './block-look.ts';
import { readingOptions } from './options.ts';

type Layer = { readonly shown: Shown; readonly drawn: Range; readonly decorations: DecorationSet };

const key = new PluginKey<Layer>('reading-look');

/**
 * What helps a reader over the text: language and direction of each passage, characters that hide, numbers and dates.
 * Only near the screen, and never the text itself. A keystroke moves what is drawn; a block is looked at once.
 */
export function readingLayer(article: {
  readonly language: string;
  readonly direction: Direction;
}): Plugin<Layer> {
  return new Plugin<Layer>({
    key,
    state: {
      init: () => ({ shown: shownNow(article), drawn: NOWHERE, decorations: DecorationSet.empty }),
      apply: (transaction, before) => {
        const shown = (transaction.getMeta(key) as Shown | undefined) ?? before.shown;
        const drawn = drawnBy(transaction);
        if (drawn || shown !== before.shown) return draw(shown, drawn ?? before.drawn, transaction.doc);
        if (!transaction.docChanged) return before;
        const { mapping, doc } = transaction;
        return {
          shown,
          drawn: { from: mapping.map(before.drawn.from, -1), to: mapping.map(before.drawn.to, 1) },
          decorations: before.decorations.map(mapping, doc),
        };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (view) => {
      const follow = () => {
        const next = shownNow(article);
        const now = key.getState(view.state)?.shown;
        if (now?.hidden === next.hidden && now.quantities === next.quantities) return;
        view.dispatch(view.state.tr.setMeta(key, next));
      };
      return { destroy: readingOptions.listen(follow) };
    },
  });
}

function shownNow(article: { readonly language: string; readonly direction: Direction }): Shown {
  const { hidden, quantities } = readingOptions.get();
  return { ...article, hidden, quantities };
}

function draw(shown: Shown, drawn: Range, doc: Node): Layer {
  return { shown, drawn, decorations: DecorationSet.create(doc, drawBlocks(doc, drawn, shown)) };
}
