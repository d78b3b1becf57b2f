import type { AnchorState } from '../words.ts';

/** A place that a quote may have meant. */
export type Candidate = { readonly start: number; readonly end: number; readonly confidence: number };

/**
 * Where a quote stands on another text, and how sure that is.
 *
 * - **exact**: the very words, at the place where they must be: the one that the difference of the two texts leads to,
 *   or, where the old text is not at hand, the recorded position.
 * - **moved**: the words were found elsewhere, or some of them were changed. The confidence says how sure it is.
 * - **ambiguous**: one or several places may be meant and none is sure enough to be taken; `start` and `end` name the
 *   likeliest, `candidates` all of them, likeliest first.
 * - **orphaned**: the words are gone. `start` and `end` are equal: the point where they stood, as far as that is known.
 *   `candidates` are look-alikes, which are never taken without a person's word.
 *
 * Of the anchors with a confidence of 0.9 or more at least 99.5 % are right to the character; tests/domain/anchor
 * measures that. `exact` and `moved` are always at 0.6 or more, `ambiguous` is always below.
 */
export type Anchored = {
  readonly state: AnchorState;
  /** 0 to 1 */
  readonly confidence: number;
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly Candidate[];
};

/** A span that at least this much of is still there is placed; with less it is a guess. */
export const PLACED = 0.5;
/** With less than this a span is gone. */
export const PERHAPS = 0.3;
/** How many places are offered where none can be taken. */
export const MOST_CANDIDATES = 8;

export function orphan(at: number, candidates: readonly Candidate[] = []): Anchored {
  return { state: 'orphaned', confidence: 0, start: at, end: at, candidates };
}

/** Several places, or one that is not sure enough. */
export function ambiguous(candidates: readonly Candidate[]): Anchored {
  const offered = candidates.slice(0, MOST_CANDIDATES);
  const { start, end, confidence } = offered[0]!;
  return { state: 'ambiguous', confidence: Math.min(confidence, 0.55), start, end, candidates: offered };
}

/** @param certainty of a place that is not verbatim, by how much of the span is still there */
export function sureness(share: number, firm: boolean): number {
  const kept = Math.min(1, share);
  const sure = 0.6 + 0.38 * Math.min(1, Math.max(0, (kept - PLACED) / (0.85 - PLACED)));
  return firm ? sure : Math.min(sure, 0.8);
}
