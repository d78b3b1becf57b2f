import {
  nextWordEnd,
  nextWordStart,
  previousWordEnd,
  previousWordStart,
  sentencesOf,
} from '#domain/sentences.ts';
import type { Line } from './page-of.ts';

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** The sentences of a text, found when a key first asks for them. */
export function sentenceFinder(text: string): () => readonly Line[] {
  let found: Line[] | undefined;
  return () => {
    if (found === undefined) {
      const bounds = sentencesOf(text);
      found = [];
      for (let n = 0; n < bounds.length; n += 2) found.push({ start: bounds[n]!, end: bounds[n + 1]! });
    }
    return found;
  };
}

/**
 * Where the selection goes on a key: up and down by sentence, with Shift its end by sentence or word, with Alt and
 * Shift its start by word. Undefined where the key means nothing here.
 */
export function spanAfterKey(
  press: Press,
  span: Line | undefined,
  text: string,
  sentences: () => readonly Line[],
): Line | undefined {
  if (press.ctrlKey || press.metaKey) return undefined;
  const { key, shiftKey: shift, altKey: alt } = press;
  if (key === 'ArrowDown' && !alt) {
    const next = sentences().find((one) =>
      shift && span ? one.end > span.end : one.start >= (span?.end ?? 0),
    );
    return next && shift && span ? { start: span.start, end: next.end } : next;
  }
  if (key === 'ArrowUp' && !alt) {
    if (!span) return undefined;
    const before = sentences().findLast((one) => (shift ? one.end < span.end : one.end <= span.start));
    if (!before || !shift) return before;
    return before.end > span.start ? { start: span.start, end: before.end } : undefined;
  }
  if (!shift || !span) return undefined;
  if (key === 'ArrowRight') {
    return whole(
      alt
        ? { ...span, start: nextWordStart(text, span.start) }
        : { ...span, end: nextWordEnd(text, span.end) },
    );
  }
  if (key === 'ArrowLeft') {
    return whole(
      alt
        ? { ...span, start: previousWordStart(text, span.start) }
        : { ...span, end: previousWordEnd(text, span.end) },
    );
  }
  return undefined;
}

const whole = (span: Line) => (span.start < span.end ? span : undefined);
