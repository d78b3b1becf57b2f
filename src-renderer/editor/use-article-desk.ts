import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Mark } from '#contract/nouns.ts';
import type { Verifiability } from '#domain/words.ts';
import { useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { useRatingLabel } from '../ui/badge.tsx';
import type { Desk } from './article-commands.ts';
import type { ArticlePaneProps } from './article-pane.tsx';
import { inReadingOrder, nextAtPlace, occurrenceOf } from './claim-walk.ts';
import { targetOf, trimmed, type Target } from './marking.ts';
import type { Place } from './reader.ts';
import { coverageOf, sentenceAt } from './triage.ts';
import { isDraft, useDrafts } from './use-drafts.ts';
import { useMarking, type Judgement } from './use-marking.ts';
import type { ArticleReading } from './use-reader.ts';

export type ArticleDesk = Desk & {
  /** What was told last, for the live region. */
  readonly told: string;
  /** What the reasons are asked for now. */
  readonly asking: Target | null;
  /** Answers that question; without a judgement nothing is marked. */
  readonly answer: (judgement?: Judgement) => void;
  /** The words that the search starts with; null while it is closed. */
  readonly finding: string | null;
  readonly closeFind: () => void;
};

/** The claim that was chosen last, in whichever article: one more place of it may be marked in another. */
let lastChosen: string | null = null;

type Choice = { readonly id: string | null; readonly after: Place | null };

/** Everything that a person works with on one article: its marks, the chosen one, and what can be done. */
export function useArticleDesk(props: ArticlePaneProps, { reader, flat }: ArticleReading): ArticleDesk {
  const { article, selectedClaim, onSelectClaim } = props;
  const { sentences } = article;
  const { text } = flat;
  const say = useWords('editor');
  const word = useWords('words');
  const ratingLabel = useRatingLabel();
  const acceptFootnotes = useCommand('acceptFootnotes').run;
  const place = props.place ?? null;
  /** An occurrence stays chosen until another pane sends to a place. */
  const [choice, setChoice] = useState<Choice>({ id: null, after: place });
  const chosenId = choice.after === place ? choice.id : null;
  const [told, setTold] = useState('');
  const [asking, setAsking] = useState<Target | null>(null);
  const [finding, setFinding] = useState<string | null>(null);

  const drafts = useDrafts(props.marks);
  const { shown } = drafts;
  const marking = useMarking(article.article.id, text, drafts);
  const ordered = useMemo(() => inReadingOrder(shown), [shown]);
  const coverage = useMemo(() => coverageOf(sentences, shown), [sentences, shown]);
  const chosen =
    selectedClaim === null ? undefined : occurrenceOf(ordered, selectedClaim, chosenId, place?.start ?? -1);

  useEffect(() => {
    if (place) reader.select(place);
  }, [reader, place]);
  /** When another pane chose the claim, its place comes on the screen and the keyboard stays where it is. */
  const revealChosen = useEffectEvent(() => {
    if (chosen && chosen.id !== chosenId) reader.reveal(chosen.start);
  });
  const hasMarks = ordered.length > 0;
  useEffect(() => {
    if (hasMarks) revealChosen();
  }, [selectedClaim, hasMarks]);

  useEffect(() => {
    if (selectedClaim !== null) lastChosen = selectedClaim;
  }, [selectedClaim]);

  const tell = (sentence: string) =>
    // a screen reader says only what is new, so the same words again get an end that is not seen
    setTold((before) => (before === sentence ? `${sentence}\u00A0` : sentence));

  const choose = (mark: Mark | undefined) => {
    setChoice({ id: mark?.id ?? null, after: place });
    onSelectClaim(mark && !isDraft(mark) ? mark.claim : null);
  };
  useEffect(() =>
    reader.hearClicks((offset) => {
      const next = nextAtPlace(reader.claimsAt(offset), chosen?.id ?? null);
      if (next) choose(next);
      else if (selectedClaim !== null) choose(undefined);
    }),
  );

  const kindOf = (as: Verifiability) => word(`verifiability.${as}`).toLowerCase();
  const describe = ({ verifiability, rating, wording }: Mark): string => {
    const kind = kindOf(verifiability);
    if (rating === null) return say('claimIs', { kind, wording });
    return say('ratedClaimIs', { kind, wording, rating: ratingLabel(rating).toLowerCase() });
  };

  const apply = async (target: Target, judgement: Judgement) => {
    const before = reader.selection();
    const made = await marking.judge(target, judgement);
    if (!made) return;
    const { start, end } = target.place;
    const now = reader.selection();
    // who has gone on to another sentence meanwhile must not be taken back to this one
    if (now.start === before.start && now.end === before.end) {
      choose(made);
      // the look of the mark would be hidden under a selection
      reader.select({ start: end, end });
    }
    tell(say('marked', { kind: kindOf(judgement.as), text: text.slice(start, end) }));
  };
  const ask = (target: Target) => {
    reader.reveal(target.place.end);
    reader.highlight('target', [target.place]);
    setAsking(target);
  };
  const judge = (as: Verifiability) => {
    const target = targetOf({ selection: reader.selection(), text, sentences, marks: ordered, chosen });
    if (!target) tell(say('nothingToMark'));
    else if (as === 'unverifiable') ask(target);
    else void apply(target, { as });
  };
  const answer = (judgement?: Judgement) => {
    if (asking && judgement) void apply(asking, judgement);
    setAsking(null);
    reader.highlight('target', []);
    reader.focus();
  };
  const addOccurrence = async () => {
    const { start, end, caret } = reader.selection();
    const target = start === end ? sentenceAt(sentences, caret) : trimmed(text, { start, end });
    if (lastChosen === null) tell(say('noClaimChosen'));
    else if (!target) tell(say('nothingToMark'));
    else {
      const done = await marking.repeat(target, lastChosen);
      if (done) tell(say('occurrenceAdded', { wording: done.wording }));
    }
  };
  const remove = async (mark: Mark) => {
    const done = await marking.remove(mark);
    if (!done) return;
    choose(undefined);
    tell(say(done.claimRemoved ? 'markAndClaimRemoved' : 'markRemoved', { wording: mark.wording }));
  };
  const find = () => {
    const { start, end } = reader.selection();
    const selected = text.slice(start, end);
    setFinding(selected.length < 80 && !selected.includes('\n') ? selected : '');
  };
  const proposed = article.footnotes.filter((note) => note.reference === null && !note.dismissed);

  return {
    reader,
    text,
    sentences,
    coverage,
    ordered,
    chosen,
    choose,
    told,
    tell,
    say,
    describe,
    judge,
    asking,
    answer,
    addOccurrence: () => void addOccurrence(),
    move: marking.move,
    remove: (mark) => void remove(mark),
    finding,
    find,
    closeFind: () => setFinding(null),
    acceptFootnotes:
      proposed.length > 0 ? () => void acceptFootnotes({ ids: proposed.map((note) => note.id) }) : undefined,
  };
}
