import type { Editor } from '@tiptap/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEditor } from '@tiptap/react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { articleExtensions } from '#domain/article-schema.ts';
import { useCaller } from '../data/use-call.ts';
import { layers } from '../editor/use-reader.ts';
import { afterPaint } from '../editor/viewport.ts';
import type { Begun } from './correct-view.tsx';
import { TypingHistory } from './correcting.ts';
import type { Counts } from './follow-counts.ts';
import { placeMarks } from './live-marks.ts';

/** What was typed is on the disk within two seconds, also while keys are still pressed. */
const KEEP_MS = 1_200;
/** The marks are looked at anew when the keys rest. */
const REST_MS = 400;

export type Correcting = {
  readonly editor: Editor;
  readonly isChanged: boolean;
  /** ISO 8601; null while what was typed last is not kept. */
  readonly keptAt: string | null;
  readonly counts: Counts | null;
  readonly documentNow: () => Output<'getArticle'>['document'];
  /** Keeps what was typed at once. */
  readonly keepNow: () => Promise<void>;
  /** Forgets the draft and stops keeping it. */
  readonly drop: () => Promise<void>;
};

/** The editor of a correction, its draft on the disk and its marks. */
export function useCorrection(begun: Begun, label: string): Correcting {
  const ask = useCaller();
  const queries = useQueryClient();
  const [isChanged, setChanged] = useState(begun.kept !== null);
  const [keptAt, setKeptAt] = useState(begun.kept?.keptAt ?? null);
  const [counts, setCounts] = useState<Counts | null>(null);
  const timers = useRef<{ keep?: ReturnType<typeof setTimeout>; rest?: ReturnType<typeof setTimeout> }>({});
  const isOver = useRef(false);

  const options = useMemo(
    () => ({
      extensions: [...articleExtensions(), TypingHistory, layers(() => {})],
      content: begun.document,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      enableInputRules: false,
      enablePasteRules: false,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          class: 'article-text',
          'data-correcting': 'true',
          spellcheck: 'true',
          ...(begun.language === '' ? {} : { lang: begun.language }),
        },
      },
    }),
    [begun, label],
  );
  const editor = useEditor(options);

  const keepNow = async () => {
    clearTimeout(timers.current.keep);
    delete timers.current.keep;
    if (isOver.current || editor.isDestroyed) return;
    const { article, parent } = begun;
    const document = editor.getJSON() as Output<'getArticle'>['document'];
    const { keptAt: at } = await ask('keepCorrection', { article, parent, document });
    if (!timers.current.keep) setKeptAt(at);
    void queries.invalidateQueries({ queryKey: ['getCorrection'] });
  };
  const place = useEffectEvent(() => {
    if (!editor.isDestroyed) setCounts(placeMarks(editor, begun.baseline));
  });
  const typed = useEffectEvent(() => {
    setChanged(true);
    setKeptAt(null);
    timers.current.keep ??= setTimeout(() => void keepNow(), KEEP_MS);
    clearTimeout(timers.current.rest);
    timers.current.rest = setTimeout(() => place(), REST_MS);
  });
  useEffect(() => {
    afterPaint(() => place());
    editor.commands.focus('start', { scrollIntoView: false });
    const hear = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) typed();
    };
    editor.on('transaction', hear);
    return () => {
      editor.off('transaction', hear);
    };
  }, [editor]);
  const leave = useEffectEvent(() => {
    if (timers.current.keep) void keepNow();
    clearTimeout(timers.current.rest);
  });
  useEffect(() => {
    const hide = () => leave();
    window.addEventListener('pagehide', hide);
    return () => {
      window.removeEventListener('pagehide', hide);
      leave();
    };
  }, []);

  return {
    editor,
    isChanged,
    keptAt,
    counts,
    documentNow: () => editor.getJSON() as Output<'getArticle'>['document'],
    keepNow,
    drop: async () => {
      isOver.current = true;
      clearTimeout(timers.current.keep);
      delete timers.current.keep;
      await ask('dropCorrection', { article: begun.article });
      await queries.invalidateQueries({ queryKey: ['getCorrection'] });
    },
  };
}
