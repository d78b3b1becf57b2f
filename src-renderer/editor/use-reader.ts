import { Extension, type Editor } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { useMemo, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { articleExtensions } from '#domain/article-schema.ts';
import { flatten, type FlatText } from '#domain/flat-text.ts';
import { createStore, type Store } from '../data/store.ts';
import { claimLayer } from './claim-layer.ts';
import { highlightLayer } from './highlight-layer.ts';
import { readerOf, type Place, type Reader } from './reader.ts';
import { Reading, readingAttributes } from './reading.ts';
import { viewport, type Range } from './viewport.ts';

/** What lies over the text. Made anew for every editor, since plugins tell it what is on the screen. */
export function layers(onVisible: (visible: Range) => void): Extension {
  return Extension.create({
    name: 'layers',
    addProseMirrorPlugins: () => [viewport(onVisible), claimLayer(), highlightLayer()],
  });
}

export type ArticleReading = {
  readonly editor: Editor;
  readonly reader: Reader;
  readonly flat: FlatText;
  /** What is on the screen; a store, since it changes with every scroll and only the strip follows it. */
  readonly visible: Store<Place>;
};

/** The article in an editor that reads and marks. */
export function useReader(document: Output<'getArticle'>['document'], label: string): ArticleReading {
  const flat = useMemo(() => flatten(document), [document]);
  const [visible] = useState(() => createStore<Place>({ start: 0, end: 0 }));
  const options = useMemo(
    () => ({
      extensions: [
        ...articleExtensions(),
        Reading,
        layers(({ from, to }) => visible.set({ start: flat.offsetAt(from), end: flat.offsetAt(to) })),
      ],
      content: document,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      enableInputRules: false,
      enablePasteRules: false,
      editorProps: {
        attributes: readingAttributes(label),
      },
    }),
    [document, flat, label, visible],
  );
  const editor = useEditor(options);
  const reader = useMemo(() => readerOf(editor.view, flat), [editor, flat]);
  return { editor, reader, flat, visible };
}
