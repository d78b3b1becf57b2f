import type { Place } from './reader.ts';

type Judgeable = { readonly start: number; readonly end: number; readonly state: string };

/** Which sentences of an article some occurrence touches, and how many that are. */
export type Coverage = {
  readonly judged: Uint8Array;
  readonly done: number;
  readonly total: number;
};

/** @param sentences bounds as start and end in turn, rising. */
export function coverageOf(sentences: readonly number[], marks: readonly Judgeable[]): Coverage {
  const total = sentences.length / 2;
  const judged = new Uint8Array(total);
  for (const mark of marks) {
    if (mark.state === 'orphaned' || mark.end <= mark.start) continue;
    for (let i = sentenceEndingAfter(sentences, mark.start); i < total; i++) {
      if (sentences[2 * i]! >= mark.end) break;
      judged[i] = 1;
    }
  }
  let done = 0;
  for (const one of judged) done += one;
  return { judged, done, total };
}

/** The sentence at an offset, else the next one, else the last; undefined where there is none at all. */
export function sentenceAt(sentences: readonly number[], offset: number): Place | undefined {
  const total = sentences.length / 2;
  if (total === 0) return undefined;
  let i = Math.min(sentenceEndingAfter(sentences, offset), total - 1);
  // right behind a full stop one is still at its sentence, unless the next one begins there
  if (i > 0 && sentences[2 * i]! > offset && sentences[2 * i - 1] === offset) i -= 1;
  return placeOf(sentences, i);
}

/** The next (1) or previous (-1) sentence from a selection; undefined at the end of the article. */
export function sentenceBeside(
  sentences: readonly number[],
  { start, end }: Place,
  step: 1 | -1,
): Place | undefined {
  const here = sentenceAt(sentences, start);
  if (!here) return undefined;
  if (step === 1) {
    // a caret that is inside no sentence yet goes to the one that follows it
    if (start === end && here.start > start) return here;
    const i = sentenceEndingAfter(sentences, Math.max(here.end, end === start ? 0 : end));
    return i < sentences.length / 2 ? placeOf(sentences, i) : undefined;
  }
  const i = sentences.indexOf(here.start) / 2 - 1;
  return i >= 0 ? placeOf(sentences, i) : undefined;
}

/** The next sentence that nobody has judged, from an offset on and around the end; undefined when all are judged. */
export function nextUnjudged(
  sentences: readonly number[],
  { judged, total }: Coverage,
  offset: number,
): Place | undefined {
  let first = sentenceEndingAfter(sentences, offset);
  if (first < total && sentences[2 * first]! < offset) first += 1;
  for (let step = 0; step < total; step++) {
    const i = (first + step) % total;
    if (!judged[i]) return placeOf(sentences, i);
  }
  return undefined;
}

/** The places between judged sentences, joined where they follow each other. */
export function gapsOf(sentences: readonly number[], { judged, total }: Coverage): Place[] {
  const gaps: { start: number; end: number }[] = [];
  for (let i = 0; i < total; i++) {
    if (judged[i]) continue;
    const { start, end } = placeOf(sentences, i);
    if (i > 0 && !judged[i - 1]) gaps.at(-1)!.end = end;
    else gaps.push({ start, end });
  }
  return gaps;
}

function placeOf(sentences: readonly number[], i: number): Place {
  return { start: sentences[2 * i]!, end: sentences[2 * i + 1]! };
}

/** The first sentence whose end lies after the offset; the number of sentences where there is none. */
function sentenceEndingAfter(sentences: readonly number[], offset: number): number {
  let low = 0;
  let high = sentences.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[2 * middle + 1]! > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
