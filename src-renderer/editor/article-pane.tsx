import { EditorContent } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '#contract/index.ts';
import type { Mark } from '#contract/nouns.ts';
import { useCommands } from '../app/commands.ts';
import { lendSelection } from '../attention/picking.ts';
import { createStore, useStore } from '../data/store.ts';
import { formatDay } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { readingOptions } from '../reading/options.ts';
import { OutlinePane } from '../reading/outline-pane.tsx';
import { readingCommands } from '../reading/reading-commands.ts';
import '../reading/hidden-marks.css';
import '../reading/reading.css';
import { articleCommands } from './article-commands.ts';
import css from './article-pane.module.css';
import './article-text.css';
import { FindBar } from './find-bar.tsx';
import { MarginStrip } from './margin-strip.tsx';
import { MarkToolbar } from './mark-toolbar.tsx';
import { ReasonChooser } from './reason-chooser.tsx';
import type { Place, Reader } from './reader.ts';
import { TriageBar } from './triage-bar.tsx';
import { useArticleDesk } from './use-article-desk.ts';
import { useReader } from './use-reader.ts';
import { afterPaint } from './viewport.ts';

export type ArticlePaneProps = {
  readonly article: Output<'getArticle'>;
  readonly marks: readonly Mark[];
  readonly selectedClaim: string | null;
  readonly onSelectClaim: (claim: string | null) => void;
  /** A place to go to, such as a search hit. A new object goes there again. */
  readonly place?: Place | null;
  /** Which of two articles side by side this is. */
  readonly side?: 'first' | 'second';
  /** Whether keys and buttons of the window are about this article; of two side by side, one is. */
  readonly isActive?: boolean;
  readonly isAlone?: boolean;
};

/** The article for reading and marking. It answers the commands of the menu "article" while it is on the screen. */
export function ArticlePane(props: ArticlePaneProps) {
  return <OneRevision key={props.article.revision.id} {...props} />;
}

function OneRevision(props: ArticlePaneProps) {
  const { article, selectedClaim, side = 'first', isActive = true, isAlone = true } = props;
  const { title, author, publisher, published, words } = article.article;
  const say = useWords('editor');
  const sayReading = useWords('reading');
  const options = useStore(readingOptions);
  const reading = useReader(article.document, say('label', { title }), article.article.language);
  const { editor, reader, flat, visible } = reading;
  const desk = useArticleDesk(props, reading);
  const [found] = useState(() => createStore<readonly Place[] | null>(null));
  const handlers = {
    ...articleCommands(desk),
    ...readingCommands({ tell: desk.tell, say: sayReading, toText: reader.focus }),
  };
  const leave = options.focus ? handlers['focus-mode'] : handlers['leave'];
  useCommands(isActive ? { ...handlers, ...(leave ? { leave } : {}) } : {});

  useMarks(reader, desk.ordered);
  useFootnotes(reader, article.footnotes);
  useEffect(() => reader.showSelected(selectedClaim), [reader, selectedClaim]);
  useEffect(() => lendSelection(article.article.id, reader.selection), [article.article.id, reader]);

  const titleAt = flat.blocks
    .slice(0, 6)
    .findIndex((block) => flat.text.slice(block.start, block.end) === title);
  return (
    <section
      className={css['pane']}
      aria-label={isAlone ? say('title') : sayReading('articleNamed', { title })}
    >
      <MarkToolbar handlers={handlers} hasChosen={desk.chosen !== undefined} />
      {desk.finding !== null && (
        <FindBar
          reader={reader}
          text={flat.text}
          words={desk.finding}
          onClose={desk.closeFind}
          found={found}
        />
      )}
      <div className={css['middle']}>
        {options.outline && side === 'first' && (
          <OutlinePane
            flat={flat}
            marks={desk.ordered}
            visible={visible}
            found={found}
            onGo={(offset) => reader.select({ start: offset, end: offset })}
            onLeave={reader.focus}
          />
        )}
        <div className={css['scroll']} data-scroller>
          <div className={css['page']} data-titled={titleAt === 0}>
            <header className={css['about']}>
              {titleAt < 0 && <h1>{title}</h1>}
              <p>{[author, publisher, formatDay(published)].filter(Boolean).join(' · ')}</p>
            </header>
            <EditorContent editor={editor} />
          </div>
        </div>
        <MarginStrip
          marks={desk.ordered}
          sentences={article.sentences}
          coverage={desk.coverage}
          length={flat.text.length}
          visible={visible}
          onGo={reader.reveal}
        />
        {desk.asking && (
          <ReasonChooser
            reader={reader}
            place={desk.asking.place}
            onChoose={(reason, checkableOn) => desk.answer({ as: 'unverifiable', reason, checkableOn })}
            onCancel={() => desk.answer()}
          />
        )}
      </div>
      <TriageBar coverage={desk.coverage} words={words} onNext={() => handlers['next-unjudged']?.()} />
      <p className="unseen" role="status">
        {desk.told}
      </p>
    </section>
  );
}

/** The text is painted first; the claims follow in the next task, and from then on at once. */
function useMarks(reader: Reader, shown: readonly Mark[]): void {
  const painted = useRef(false);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
    if (painted.current) reader.showMarks(shown);
  }, [reader, shown]);
  useEffect(() => {
    afterPaint(() => {
      if (reader.view.isDestroyed) return;
      painted.current = true;
      reader.showMarks(latest.current);
    });
    return () => {
      painted.current = false;
    };
  }, [reader]);
}

function useFootnotes(reader: Reader, footnotes: Output<'getArticle'>['footnotes']): void {
  useEffect(() => {
    const cited = footnotes
      .filter((note) => !note.dismissed)
      .flatMap((note) => note.places.map((one) => ({ ...one, title: note.address || note.text })));
    afterPaint(() => {
      if (!reader.view.isDestroyed) reader.highlight('footnote', cited);
    });
  }, [reader, footnotes]);
}
