import { Extension, type Editor } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { useMemo, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { articleExtensions } from '#domain/article-schema.ts';
import { directionOf, directionOfLanguage, type Direction } from '#domain/direction.ts';
import { flatten, type FlatText } from '#domain/flat-text.ts';
import { languageOfSpan, languageRuns } from '#domain/languages-of-text.ts';
import { createStore, type Store } from '../data/store.ts';
import { claimLayer } from './claim-layer.ts';
import { highlightLayer } from './highlight-layer.ts';
import { readerOf, type Place, type Reader } from './reader.ts';
import { Reading, readingAttributes } from './reading.ts';
import { viewport, type Range } from './viewport.ts';
import { focusLayer } from '../reading/focus-layer.ts';
import { readingLayer } from '../reading/reading-layer.ts';

/** What lies over the text. Made anew for every editor, since plugins tell it what is on the screen. */
export function layers(
  onVisible: (visible: Range) => void,
  article: { readonly language: string; readonly direction: Direction } = { language: '', direction: 'ltr' },
): Extension {
  return Extension.create({
    name: 'layers',
    addProseMirrorPlugins: () => [
      viewport(onVisible),
      readingLayer(article),
      claimLayer(),
      highlightLayer(),
      focusLayer(),
    ],
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
export function useReader(
  document: Output<'getArticle'>['document'],
  label: string,
  language: string,
): ArticleReading {
  const flat = useMemo(() => flatten(document), [document]);
  const article = useMemo(() => manner(flat.text, language), [flat, language]);
  const [visible] = useState(() => createStore<Place>({ start: 0, end: 0 }));
  const options = useMemo(
    () => ({
      extensions: [
        ...articleExtensions(),
        Reading,
        layers(
          ({ from, to }) => visible.set({ start: flat.offsetAt(from), end: flat.offsetAt(to) }),
          article,
        ),
      ],
      content: document,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      enableInputRules: false,
      enablePasteRules: false,
      editorProps: {
        attributes: { ...readingAttributes(label), lang: article.language || 'und', dir: article.direction },
      },
    }),
    [document, flat, label, visible, article],
  );
  const editor = useEditor(options);
  const reader = useMemo(() => readerOf(editor.view, flat), [editor, flat]);
  return { editor, reader, flat, visible };
}

const SAMPLE = 8_000;

/** How the article as a whole is read: as it says of itself, else as its first words say. */
function manner(text: string, language: string): { language: string; direction: Direction } {
  const sample = text.slice(0, SAMPLE);
  const known = language || languageOfSpan(languageRuns(sample), 0, sample.length);
  return { language: known, direction: directionOfLanguage(known) ?? directionOf(sample) ?? 'ltr' };
}
