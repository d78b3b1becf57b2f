import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Store } from '../data/store.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { IconButton, ToggleButton } from '../ui/button.tsx';
import css from './article-pane.module.css';
import { findAll, firstFrom, fold, LOOSELY, type FindOptions } from './find.ts';
import type { Place, Reader } from './reader.ts';
import { useKeys } from './use-keys.ts';

/** How words were found last, for as long as the window is open. */
let lastOptions: FindOptions = LOOSELY;

/**
 * Finds words in the article, without regard to case, accents and ё. Enter and F3 go on, with Shift back; Escape
 * returns to the text, with what was found selected.
 */
export function FindBar(props: {
  readonly reader: Reader;
  readonly text: string;
  readonly words: string;
  /** Where others, such as the outline, see what was found. */
  readonly found: Store<readonly Place[] | null>;
  readonly onClose: () => void;
}) {
  const { reader, text, found } = props;
  const say = useWords('editor');
  const sayReading = useWords('reading');
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState(props.words);
  const [steps, setSteps] = useState(0);
  const [origin] = useState(() => reader.selection().start);
  const [options, setOptions] = useState(lastOptions);
  const folded = useMemo(() => fold(text, options.matchCase), [text, options.matchCase]);
  // the field takes the next letter while a long text is still being searched for the last ones
  const wanted = useDeferredValue(words);
  const places = useMemo(() => findAll(folded, wanted, options), [folded, wanted, options]);
  const count = places.length;
  const at = count === 0 ? 0 : (((firstFrom(places, origin) + steps) % count) + count) % count;
  const now: Place | undefined = places[at];

  useEffect(() => input.current?.select(), []);
  useEffect(() => {
    reader.highlight('found', places);
    found.set(wanted.trim() === '' ? null : places);
  }, [reader, places, found, wanted]);
  useEffect(() => {
    reader.highlight('found-now', now ? [now] : []);
    reader.reveal(now ? now.start : origin);
  }, [reader, now, origin]);
  useEffect(
    () => () => {
      found.set(null);
      if (reader.view.isDestroyed) return;
      reader.highlight('found', []);
      reader.highlight('found-now', []);
    },
    [reader, found],
  );
  const choose = (changes: Partial<FindOptions>) => {
    lastOptions = { ...options, ...changes };
    setOptions(lastOptions);
    setSteps(0);
  };

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
        title={sayReading('foldedHint')}
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
      <ToggleButton
        size="small"
        icon={CaseSensitive}
        aria-label={sayReading('matchCase')}
        isSelected={options.matchCase}
        onChange={(matchCase) => choose({ matchCase })}
      />
      <ToggleButton
        size="small"
        icon={WholeWord}
        aria-label={sayReading('wholeWords')}
        isSelected={options.wholeWords}
        onChange={(wholeWords) => choose({ wholeWords })}
      />
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
