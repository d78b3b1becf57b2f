import type { Mark } from '#contract/nouns.ts';
import { sentenceAt } from './triage.ts';
import type { Place } from './reader.ts';

/** What a marking key means now: a place to mark anew, or a claim that is to be judged otherwise. */
export type Target =
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'claim'; readonly mark: Mark; readonly place: Place };

type Situation = {
  readonly selection: Place & { readonly caret: number };
  readonly text: string;
  readonly sentences: readonly number[];
  readonly marks: readonly Mark[];
  /** The chosen occurrence, if a claim is selected. */
  readonly chosen: Mark | undefined;
};

/**
 * The selection without the spaces around it; without a selection the chosen claim that the caret touches, else the
 * sentence at the caret. A place that is marked already means its claim.
 */
export function targetOf(situation: Situation): Target | undefined {
  const { selection, text, sentences, marks, chosen } = situation;
  const { start, end, caret } = selection;
  if (start === end && chosen && chosen.start <= caret && chosen.end >= caret) {
    return { kind: 'claim', mark: chosen, place: chosen };
  }
  const place = start === end ? sentenceAt(sentences, caret) : trimmed(text, { start, end });
  if (!place) return undefined;
  const same = marks.filter(
    (mark) => mark.state !== 'orphaned' && mark.start === place.start && mark.end === place.end,
  );
  const mark = same.find((one) => one.claim === chosen?.claim) ?? same[0];
  return mark ? { kind: 'claim', mark, place } : { kind: 'place', place };
}

const SPACE = /[\s\uFFFC]/;

/** A place without the spaces at its ends; undefined where nothing else is in it. */
export function trimmed(text: string, { start, end }: Place): Place | undefined {
  let from = start;
  let to = end;
  while (from < to && SPACE.test(text[from]!)) from += 1;
  while (to > from && SPACE.test(text[to - 1]!)) to -= 1;
  return from < to ? { start: from, end: to } : undefined;
}
