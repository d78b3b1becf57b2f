import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';
import css from './article-pane.module.css';
import { findAll, firstFrom, fold } from './find.ts';
import type { Place, Reader } from './reader.ts';

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
  const [words, setWords] = useState(props.words);
  const [at, setAt] = useState(0);
  const [origin] = useState(() => reader.selection().start);
  const folded = useMemo(() => fold(text), [text]);
  const places = useMemo(() => findAll(folded, words), [folded, words]);
  const now: Place | undefined = places[at];

  useEffect(() => input.current?.select(), []);
  useEffect(() => setAt(firstFrom(places, origin)), [places, origin]);
  useEffect(() => {
    reader.highlight('found', places);
  }, [reader, places]);
  useEffect(() => {
    reader.highlight('found-now', now ? [now] : []);
    if (now) reader.reveal(now.start);
  }, [reader, now]);
  useEffect(
    () => () => {
      if (reader.view.isDestroyed) return;
      reader.highlight('found', []);
      reader.highlight('found-now', []);
    },
    [reader],
  );

  const step = (by: 1 | -1) => {
    if (places.length > 0) setAt((at + by + places.length) % places.length);
  };
  const close = () => {
    props.onClose();
    const { start, end } = reader.selection();
    reader.select(now ?? { start, end });
  };
  const press = (event: KeyboardEvent) => {
    const back = event.shiftKey ? -1 : 1;
    if (event.key === 'Escape') close();
    else if (event.key === 'F3' || (event.key === 'Enter' && event.target === input.current)) step(back);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={css['find']} role="search" aria-label={say('find')} onKeyDown={press}>
      <input
        ref={input}
        className={css['query']}
        type="text"
        aria-label={say('findWords')}
        placeholder={say('findWords')}
        value={words}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setWords(event.target.value)}
      />
      <span className={css['matches']} role="status">
        {words.trim() !== '' &&
          (now
            ? say('matchOf', { number: formatNumber(at + 1), total: formatNumber(places.length) })
            : say('noMatch'))}
      </span>
      <IconButton size="small" icon={ChevronUp} label={say('previousMatch')} onPress={() => step(-1)} />
      <IconButton
        size="small"
        icon={ChevronDown}
        label={say('nextMatch')}
        keys="F3"
        onPress={() => step(1)}
      />
      <IconButton size="small" icon={X} label={say('closeFind')} keys="Escape" onPress={close} />
    </div>
  );
}
