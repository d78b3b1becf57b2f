import { EditorContent } from '@tiptap/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Output } from '#contract/index.ts';
import type { Mark } from '#contract/nouns.ts';
import type { Verifiability } from '#domain/words.ts';
import { useCommands } from '../app/commands.ts';
import { useCommand } from '../data/use-call.ts';
import { formatDay } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { useRatingLabel } from '../ui/badge.tsx';
import { articleCommands } from './article-commands.ts';
import css from './article-pane.module.css';
import './article-text.css';
import { inReadingOrder, nextAtPlace, occurrenceOf } from './claim-walk.ts';
import { FindBar } from './find-bar.tsx';
import { MarginStrip } from './margin-strip.tsx';
import { MarkToolbar } from './mark-toolbar.tsx';
import { targetOf, type Target } from './marking.ts';
import { ReasonChooser } from './reason-chooser.tsx';
import type { Place } from './reader.ts';
import { TriageBar } from './triage-bar.tsx';
import { coverageOf } from './triage.ts';
import { useDrafts } from './use-drafts.ts';
import { useMarking, type Judgement } from './use-marking.ts';
import { useReader } from './use-reader.ts';
import { afterPaint } from './viewport.ts';

export type ArticlePaneProps = {
  readonly article: Output<'getArticle'>;
  readonly marks: readonly Mark[];
  readonly selectedClaim: string | null;
  readonly onSelectClaim: (claim: string | null) => void;
  /** A place to go to, such as a search hit. A new object goes there again. */
  readonly place?: Place | null;
};

/** The article for reading and marking. It answers the commands of the menu "article" while it is on the screen. */
export function ArticlePane(props: ArticlePaneProps) {
  return <OneRevision key={props.article.revision.id} {...props} />;
}

type Asking = { readonly target: Target; readonly left: number; readonly top: number };

function OneRevision({ article, marks, selectedClaim, onSelectClaim, place }: ArticlePaneProps) {
  const say = useWords('editor');
  const word = useWords('words');
  const ratingLabel = useRatingLabel();
  const acceptFootnotes = useCommand('acceptFootnotes').run;
  const middle = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const [asking, setAsking] = useState<Asking | null>(null);
  const [finding, setFinding] = useState<string | null>(null);

  const { sentences } = article;
  const title = article.article.title;
  const label = say('label', { title });
  const { editor, reader, flat, visible } = useReader(article.document, label, (offset) => clicked(offset));
  const drafts = useDrafts(marks);
  const marking = useMarking(article.article.id, flat.text, drafts);
  const ordered = useMemo(() => inReadingOrder(drafts.shown), [drafts.shown]);
  const coverage = useMemo(() => coverageOf(sentences, drafts.shown), [sentences, drafts.shown]);
  const chosen = selectedClaim === null ? undefined : occurrenceOf(ordered, selectedClaim, chosenId, -1);

  useMarks(reader, drafts.shown);
  useEffect(() => reader.showSelected(selectedClaim), [reader, selectedClaim]);
  useEffect(() => {
    const cited = article.footnotes.flatMap((note) =>
      note.dismissed ? [] : note.places.map((one) => ({ ...one, title: note.address || note.text })),
    );
    afterPaint(() => !reader.view.isDestroyed && reader.highlight('footnote', cited));
  }, [reader, article.footnotes]);
  useEffect(() => {
    if (place) reader.select(place);
  }, [reader, place]);

  /** Another pane chose a claim: its first place comes on the screen, the keyboard stays where it is. */
  const chosenHere = useRef<string | null>(null);
  useEffect(() => {
    if (selectedClaim !== null && selectedClaim !== chosenHere.current && chosen) {
      reader.reveal(chosen.start);
      chosenHere.current = selectedClaim;
    }
    if (selectedClaim === null) chosenHere.current = null;
  }, [reader, selectedClaim, chosen]);

  const tell = (sentence: string) =>
    // a screen reader says only what is new, so the same words again get an end that is not seen
    setTold((before) => (before === sentence ? `${sentence}\u00A0` : sentence));
  const choose = (mark: Mark | undefined) => {
    setChosenId(mark?.id ?? null);
    chosenHere.current = mark?.claim ?? null;
    onSelectClaim(mark?.claim ?? null);
  };
  const clicked = (offset: number) => {
    const here = reader.claimsAt(offset);
    const next = nextAtPlace(here, chosen?.id ?? null);
    if (next) choose(next);
    else if (selectedClaim !== null) choose(undefined);
  };

  const describe = (mark: Mark): string => {
    const kind = word(`verifiability.${mark.verifiability}`).toLowerCase();
    const { wording } = mark;
    if (mark.rating === null) return say('claimIs', { kind, wording });
    return say('ratedClaimIs', { kind, wording, rating: ratingLabel(mark.rating).toLowerCase() });
  };

  const apply = async (target: Target, judgement: Judgement) => {
    const made = await marking.judge(target, judgement);
    if (!made) return;
    choose(made);
    const { start, end } = target.place;
    const kind = word(`verifiability.${judgement.as}`).toLowerCase();
    tell(say('marked', { kind, text: flat.text.slice(start, end) }));
  };
  const judge = (as: Verifiability) => {
    const selection = reader.selection();
    const target = targetOf({ selection, text: flat.text, sentences, marks: ordered, chosen });
    if (!target) tell(say('nothingToMark'));
    else if (as === 'unverifiable') ask(target);
    else void apply(target, { as });
  };
  const ask = (target: Target) => {
    const frame = middle.current?.getBoundingClientRect();
    if (!frame) return;
    reader.reveal(target.place.end);
    const line = reader.boxAt(target.place.end);
    const below = line.bottom - frame.top + 8;
    setAsking({
      target,
      left: Math.max(8, Math.min(line.left - frame.left - 40, frame.width - 300)),
      top:
        below + CHOOSER_HEIGHT < frame.height
          ? below
          : Math.max(8, line.top - frame.top - CHOOSER_HEIGHT - 8),
    });
    reader.highlight('target', [target.place]);
  };
  const answer = (judgement?: Judgement) => {
    if (asking && judgement) void apply(asking.target, judgement);
    setAsking(null);
    reader.highlight('target', []);
    reader.view.dom.focus({ preventScroll: true });
  };

  const open = article.footnotes.filter((note) => note.reference === null && !note.dismissed);
  const handlers = articleCommands({
    reader,
    text: flat.text,
    sentences,
    coverage,
    ordered,
    chosen,
    choose,
    tell,
    say,
    describe,
    judge,
    move: marking.move,
    remove: (mark) =>
      void marking.remove(mark).then((done) => {
        if (!done) return;
        choose(undefined);
        tell(say(done.claimRemoved ? 'markAndClaimRemoved' : 'markRemoved', { wording: mark.wording }));
      }),
    find: () => {
      const { start, end } = reader.selection();
      const selected = flat.text.slice(start, end);
      setFinding(selected.length < 80 && !selected.includes('\n') ? selected : '');
    },
    acceptFootnotes:
      open.length > 0 ? () => void acceptFootnotes({ ids: open.map((note) => note.id) }) : undefined,
  });
  useCommands(handlers);

  const about = [article.article.author, article.article.publisher, formatDay(article.article.published)];
  return (
    <section className={css['pane']} aria-label={say('title')}>
      <MarkToolbar handlers={handlers} hasChosen={chosen !== undefined} />
      {finding !== null && (
        <FindBar reader={reader} text={flat.text} words={finding} onClose={() => setFinding(null)} />
      )}
      <div className={css['middle']} ref={middle}>
        <div className={css['scroll']} data-scroller>
          <div className={css['page']}>
            <header className={css['about']}>
              {!flat.text.startsWith(title) && <h1>{title}</h1>}
              <p>{about.filter(Boolean).join(' · ')}</p>
            </header>
            <EditorContent editor={editor} />
          </div>
        </div>
        <MarginStrip
          marks={ordered}
          sentences={sentences}
          coverage={coverage}
          length={flat.text.length}
          visible={visible}
          onGo={reader.reveal}
        />
        {asking && (
          <ReasonChooser
            left={asking.left}
            top={asking.top}
            onChoose={(reason, checkableOn) => answer({ as: 'unverifiable', reason, checkableOn })}
            onCancel={() => answer()}
          />
        )}
      </div>
      <TriageBar
        coverage={coverage}
        words={article.article.words}
        onNext={() => handlers['next-unjudged']?.()}
      />
      <p className="unseen" role="status">
        {told}
      </p>
    </section>
  );
}

/** About how high the list of reasons is, px: it opens upwards where it would not fit below. */
const CHOOSER_HEIGHT = 270;

/** The text is painted first; the claims follow in the next task, and from then on at once. */
function useMarks(reader: ReturnType<typeof useReader>['reader'], shown: readonly Mark[]): void {
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
