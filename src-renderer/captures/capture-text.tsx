import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import css from './captures.module.css';
import { pagesOf, type Line, type Page } from './page-of.ts';
import { selectedSpan, selectSpan } from './selection.ts';
import { sentenceFinder, spanAfterKey } from './sentence-keys.ts';

/** A capture's text, set for reading. A passage is selected with the mouse, by touch or with the keys. */
export function CaptureText(props: {
  readonly name: string;
  readonly text: string;
  /** Drawn as marked, and brought into view. */
  readonly highlight: Line | undefined;
  /** Selected from outside: what was found. */
  readonly found: Line | undefined;
  readonly selected: Line | undefined;
  readonly onSelect: (span: Line | undefined) => void;
  readonly onEnter: () => void;
}) {
  const { text, highlight, found, selected, onSelect } = props;
  const root = useRef<HTMLDivElement>(null);
  const pages = useMemo(() => pagesOf(text), [text]);
  const sentences = useMemo(() => sentenceFinder(text), [text]);

  const hear = useRef(onSelect);
  useEffect(() => {
    hear.current = onSelect;
  });
  useEffect(() => {
    const changed = () => {
      const span = root.current && selectedSpan(root.current);
      if (span) hear.current(span);
    };
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, []);

  useEffect(() => {
    if (highlight) root.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, [highlight, text]);
  useEffect(() => {
    if (found && root.current) selectSpan(root.current, found);
  }, [found]);

  return (
    // A reading surface that answers keys, as a document does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={root}
      className={css['text']}
      role="document"
      aria-label={props.name}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && selected) {
          event.preventDefault();
          props.onEnter();
          return;
        }
        const next = spanAfterKey(event, selected, text, sentences);
        if (!next || !root.current) return;
        event.preventDefault();
        selectSpan(root.current, next);
        onSelect(next);
      }}
    >
      {pages.map((page) => (
        <PageText
          key={page.number}
          page={page}
          text={text}
          highlight={highlight}
          isNumbered={pages.length > 1}
        />
      ))}
    </div>
  );
}

function PageText(props: {
  readonly page: Page;
  readonly text: string;
  readonly highlight: Line | undefined;
  readonly isNumbered: boolean;
}) {
  const say = useWords('references');
  const { page, text, highlight, isNumbered } = props;
  return (
    <>
      {isNumbered && (
        <div className={css['pageBreak']} data-page={page.number}>
          {say('page', { number: page.number })}
        </div>
      )}
      {page.lines.map((line) => (
        <p key={line.start} data-start={line.start}>
          {marked(text, line, highlight)}
        </p>
      ))}
    </>
  );
}

function marked(text: string, line: Line, highlight: Line | undefined): ReactNode {
  if (!highlight || highlight.end <= line.start || highlight.start >= line.end) {
    return text.slice(line.start, line.end);
  }
  const from = Math.max(line.start, highlight.start);
  const to = Math.min(line.end, highlight.end);
  return (
    <>
      {text.slice(line.start, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to, line.end)}
    </>
  );
}
