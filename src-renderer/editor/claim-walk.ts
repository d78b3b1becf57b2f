import type { Mark } from '#contract/nouns.ts';

/** The occurrences that have a place, in reading order. What is next is told from these rows, never from the page. */
export function inReadingOrder(marks: readonly Mark[]): Mark[] {
  return marks
    .filter((mark) => mark.state !== 'orphaned')
    .toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/**
 * The next (1) or previous (-1) occurrence: from the one that is chosen, else from the caret. At the last one it goes
 * on with the first.
 */
export function occurrenceBeside(
  ordered: readonly Mark[],
  chosen: string | null,
  caret: number,
  step: 1 | -1,
): Mark | undefined {
  if (ordered.length === 0) return undefined;
  const here = ordered.findIndex((mark) => mark.id === chosen);
  if (here >= 0) return ordered.at((here + step) % ordered.length);
  if (step === 1) return ordered.find((mark) => mark.start >= caret) ?? ordered[0];
  return ordered.findLast((mark) => mark.start < caret) ?? ordered.at(-1);
}

/** The next of several occurrences at one place; the first one when none of them is chosen yet. */
export function nextAtPlace(here: readonly Mark[], chosen: string | null): Mark | undefined {
  const at = here.findIndex((mark) => mark.id === chosen);
  return here[(at + 1) % here.length];
}

/** The occurrence of a claim that is meant: the chosen one, else the one at the caret, else the first. */
export function occurrenceOf(
  ordered: readonly Mark[],
  claim: string | null,
  chosen: string | null,
  caret: number,
): Mark | undefined {
  const own = ordered.filter((mark) => mark.claim === claim);
  return (
    own.find((mark) => mark.id === chosen) ??
    own.find((mark) => mark.start <= caret && mark.end >= caret) ??
    own[0]
  );
}
