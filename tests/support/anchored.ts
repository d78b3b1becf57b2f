import { findAgain } from '#domain/anchor/find-again.ts';
import { follow } from '#domain/anchor/follow.ts';
import type { Anchored } from '#domain/anchor/states.ts';
import { describe } from '#domain/selector.ts';
import { edited, quotesOf, type Edits } from './edits.ts';

/** How quotes fared against the recorded truth. Counts of quotes; `sure` are those placed at 0.9 or more. */
export type Fared = {
  quotes: number;
  /** Quotes of which something is left. */
  there: number;
  exact: number;
  place: number;
  wrong: string[];
  gone: number;
  onGone: string[];
  sure: number;
  sureRight: number;
};

export const NONE: Fared = {
  quotes: 0,
  there: 0,
  exact: 0,
  place: 0,
  wrong: [],
  gone: 0,
  onGone: [],
  sure: 0,
  sureRight: 0,
};

export type Trial = {
  readonly edits: Edits;
  readonly seed: number;
  readonly quotes: number;
  readonly least: number;
  readonly most: number;
  /** Without the old text. */
  readonly alone?: boolean;
};

/** Edits a text, carries quotes over and compares with the truth, adding to the counts so far. */
export function fare(text: string, trial: Trial, sofar: Fared = NONE): Fared {
  const after = edited(text, trial.seed, trial.edits);
  const quotes = quotesOf(text, trial.seed + 1, trial.quotes, trial.least, trial.most).map(({ start, end }) =>
    describe(text, start, end),
  );
  const anchors = trial.alone ? findAgain(after.text, quotes) : follow(text, after.text, quotes);
  return judged(
    quotes.map((quote, n) => ({ exact: quote.exact, anchor: anchors[n]!, truth: after.truth(quote) })),
    sofar,
  );
}

type Case = { exact: string; anchor: Anchored; truth: { start: number; end: number } | undefined };

function judged(cases: readonly Case[], sofar: Fared): Fared {
  const fared = { ...sofar, wrong: [...sofar.wrong], onGone: [...sofar.onGone] };
  for (const { exact, anchor, truth } of cases) {
    fared.quotes += 1;
    const placed = anchor.state === 'exact' || anchor.state === 'moved';
    if (!truth) {
      fared.gone += 1;
      if (placed) fared.onGone.push(`${exact} → ${JSON.stringify(anchor)}`);
      continue;
    }
    fared.there += 1;
    if (!placed) continue;
    const shared = Math.min(anchor.end, truth.end) - Math.max(anchor.start, truth.start);
    if (shared > 0) fared.place += 1;
    else fared.wrong.push(`${exact} → ${JSON.stringify(anchor)} instead of ${JSON.stringify(truth)}`);
    const right = anchor.start === truth.start && anchor.end === truth.end;
    if (right) fared.exact += 1;
    if (anchor.confidence >= 0.9) {
      fared.sure += 1;
      if (right) fared.sureRight += 1;
    }
  }
  return fared;
}
