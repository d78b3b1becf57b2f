import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';
import css from './article-pane.module.css';
import { findAll, firstFrom, fold } from './find.ts';
import type { Place, Reader } from './reader.ts';
import { useKeys } from './use-keys.ts';

/**
 * Finds words in the article, without regard to case, accents and ё. Enter and F3 go on, with Shift back; Escape
 * returns to the text, with what was found selected.
 */
export function FindBar(props: {
  readonly reader: Reader;
  readonly text: string;
  readonly words: string;
  readonly onClose: () => void;
}) {
  const { reader, text } = props;
  const say = useWords('editor');
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState(props.words);
  const [steps, setSteps] = useState(0);
  const [origin] = useState(() => reader.selection().start);
  const folded = useMemo(() => fold(text), [text]);
  const places = useMemo(() => findAll(folded, words), [folded, words]);
  const count = places.length;
  const at = count === 0 ? 0 : (((firstFrom(places, origin) + steps) % count) + count) % count;
  const now: Place | undefined = places[at];

  useEffect(() => input.current?.select(), []);
  useEffect(() => {
    reader.highlight('found', places);
  }, [reader, places]);
  useEffect(() => {
    reader.highlight('found-now', now ? [now] : []);
    reader.reveal(now ? now.start : origin);
  }, [reader, now, origin]);
  useEffect(
    () => () => {
      if (reader.view.isDestroyed) return;
      reader.highlight('found', []);
      reader.highlight('found-now', []);
    },
    [reader],
  );

  const close = () => {
    props.onClose();
    reader.select(now ?? reader.selection());
  };
  useKeys(box, (event) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'F3' || (event.key === 'Enter' && event.target === input.current)) {
      setSteps(steps + (event.shiftKey ? -1 : 1));
    } else return false;
    return true;
  });

  return (
    <div className={css['find']} role="search" aria-label={say('find')} ref={box}>
      <input
        ref={input}
        className={css['query']}
        type="text"
        aria-label={say('findWords')}
        placeholder={say('findWords')}
        value={words}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setWords(event.target.value);
          setSteps(0);
        }}
      />
      <span className={css['matches']} role="status">
        {words.trim() !== '' &&
          (now
            ? say('matchOf', { number: formatNumber(at + 1), total: formatNumber(places.length) })
            : say('noMatch'))}
      </span>
      <IconButton
        size="small"
        icon={ChevronUp}
        label={say('previousMatch')}
        onPress={() => setSteps(steps - 1)}
      />
      <IconButton
        size="small"
        icon={ChevronDown}
        label={say('nextMatch')}
        keys="F3"
        onPress={() => setSteps(steps + 1)}
      />
      <IconButton size="small" icon={X} label={say('closeFind')} keys="Escape" onPress={close} />
    </div>
  );
}
