import type { Mark } from '#contract/nouns.ts';
import type { Verifiability } from '#domain/words.ts';
import { nextWordEnd, nextWordStart, previousWordEnd, previousWordStart } from '#domain/sentences.ts';
import type { Handlers } from '../app/commands.ts';
import type { Say } from '../i18n/index.ts';
import { nextAtPlace, occurrenceBeside } from './claim-walk.ts';
import type { Place, Reader } from './reader.ts';
import { nextUnjudged, sentenceAt, sentenceBeside, type Coverage } from './triage.ts';

/** What the commands of the article work on, as it is at the moment. */
export type Desk = {
  readonly reader: Reader;
  readonly text: string;
  readonly sentences: readonly number[];
  readonly coverage: Coverage;
  /** The occurrences in reading order. */
  readonly ordered: readonly Mark[];
  readonly chosen: Mark | undefined;
  readonly choose: (mark: Mark | undefined) => void;
  /** Tells what cannot be seen at once, to screen readers and in the status line. */
  readonly tell: (sentence: string) => void;
  readonly say: Say<'editor'>;
  readonly describe: (mark: Mark) => string;
  readonly judge: (as: Verifiability) => void;
  readonly addOccurrence: () => void;
  readonly move: (mark: Mark, to: Place) => void;
  readonly remove: (mark: Mark) => void;
  readonly find: () => void;
  readonly acceptFootnotes: (() => void) | undefined;
};

/** The commands of the menu "article" and the search in it, for keys, palette, toolbar and native menus alike. */
export function articleCommands(desk: Desk): Handlers {
  return {
    'mark-verifiable': () => desk.judge('verifiable'),
    'mark-unverifiable': () => desk.judge('unverifiable'),
    'mark-not-a-claim': () => desk.judge('not-a-claim'),
    'mark-undecided': () => desk.judge('undecided'),
    'add-occurrence': desk.addOccurrence,
    'select-sentence': () =>
      goTo(desk, sentenceAt(desk.sentences, desk.reader.selection().caret), 'noSentences'),
    'next-sentence': () =>
      goTo(desk, sentenceBeside(desk.sentences, desk.reader.selection(), 1), 'lastSentence'),
    'previous-sentence': () =>
      goTo(desk, sentenceBeside(desk.sentences, desk.reader.selection(), -1), 'firstSentence'),
    'next-unjudged': () =>
      goTo(desk, nextUnjudged(desk.sentences, desk.coverage, desk.reader.selection().end), 'allJudged'),
    'next-claim': () => walk(desk, 1),
    'previous-claim': () => walk(desk, -1),
    'extend-end': () => stretch(desk, ({ start, end }) => ({ start, end: nextWordEnd(desk.text, end) })),
    'shrink-end': () => stretch(desk, ({ start, end }) => ({ start, end: previousWordEnd(desk.text, end) })),
    'extend-start': () =>
      stretch(desk, ({ start, end }) => ({ start: previousWordStart(desk.text, start), end })),
    'shrink-start': () =>
      stretch(desk, ({ start, end }) => ({ start: nextWordStart(desk.text, start), end })),
    'cycle-overlap': () => cycle(desk),
    'remove-mark': () => withChosen(desk, desk.remove),
    leave: () => leave(desk),
    find: desk.find,
    ...(desk.acceptFootnotes ? { 'accept-footnotes': desk.acceptFootnotes } : {}),
  };
}

function goTo(
  desk: Desk,
  sentence: Place | undefined,
  otherwise: 'noSentences' | 'lastSentence' | 'firstSentence' | 'allJudged',
): void {
  if (!sentence) {
    desk.tell(desk.say(otherwise));
    return;
  }
  desk.choose(undefined);
  desk.reader.select(sentence);
  desk.tell(desk.text.slice(sentence.start, sentence.end));
}

function walk(desk: Desk, step: 1 | -1): void {
  const { caret } = desk.reader.selection();
  const next = occurrenceBeside(desk.ordered, desk.chosen?.id ?? null, caret, step);
  if (next) show(desk, next);
  else desk.tell(desk.say('noClaims'));
}

/** Chooses an occurrence, puts the caret at its start and says which it is. */
function show(desk: Desk, mark: Mark): void {
  desk.choose(mark);
  desk.reader.select({ start: mark.start, end: mark.start });
  const number = desk.ordered.findIndex((one) => one.id === mark.id) + 1;
  desk.tell(desk.say('claimOf', { number, total: desk.ordered.length, claim: desk.describe(mark) }));
}

function cycle(desk: Desk): void {
  const { caret } = desk.reader.selection();
  const here = desk.reader.claimsAt(caret);
  const next = nextAtPlace(here, desk.chosen?.id ?? null);
  if (!next) {
    desk.tell(desk.say('noClaimHere'));
    return;
  }
  desk.choose(next);
  const number = here.indexOf(next) + 1;
  desk.tell(desk.say('claimHere', { number, total: here.length, claim: desk.describe(next) }));
}

function stretch(desk: Desk, to: (place: Place) => Place): void {
  withChosen(desk, (mark) => {
    const place = to(mark);
    if (place.start >= place.end || (place.start === mark.start && place.end === mark.end)) {
      desk.tell(desk.say('noFurther'));
      return;
    }
    desk.move(mark, place);
    desk.tell(desk.say('markNow', { text: desk.text.slice(place.start, place.end) }));
  });
}

function withChosen(desk: Desk, act: (mark: Mark) => void): void {
  if (desk.chosen) act(desk.chosen);
  else desk.tell(desk.say('chooseFirst'));
}

function leave(desk: Desk): void {
  const { caret } = desk.reader.selection();
  desk.choose(undefined);
  desk.reader.select({ start: caret, end: caret }, desk.reader.isFocused());
}
