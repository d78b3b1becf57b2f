import type { AnchorState } from './words.ts';

/** A W3C text quote and position selector in one. Offsets are UTF-16 units of the canonical text. */
export type Selector = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
};

export type Place = {
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly suffix: string;
};

export type Anchor = {
  readonly state: AnchorState;
  /** 0 to 1: how sure it is that this is the place that was meant. */
  readonly confidence: number;
  readonly start: number;
  readonly end: number;
};

/** How much context a selector keeps on either side, in UTF-16 units. */
export const CONTEXT = 32;

/** A quote of one letter could stand anywhere; nobody reads more places than this. */
const MOST_PLACES = 10_000;

/** Describes a place so that it can be found again: its words, 32 units either side, and its position. */
export function describe(text: string, start: number, end: number): Selector {
  return { exact: text.slice(start, end), ...contextOf(text, start, end), start, end };
}

function contextOf(text: string, start: number, end: number): { prefix: string; suffix: string } {
  let from = Math.max(0, start - CONTEXT);
  let to = Math.min(text.length, end + CONTEXT);
  if (splitsPair(text, from)) from += 1;
  if (splitsPair(text, to)) to -= 1;
  return { prefix: text.slice(from, start), suffix: text.slice(end, to) };
}

function splitsPair(text: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));
}

/**
 * Finds every place of a quote; with a prefix or suffix, only the places that it fits. Where the exact words are not
 * found, differences of spaces, line breaks, quotation marks and dashes are forgiven.
 */
export function findQuote(
  text: string,
  wanted: {
    readonly quote: string;
    readonly prefix?: string | undefined;
    readonly suffix?: string | undefined;
  },
): Place[] {
  if (wanted.quote.trim() === '') return [];
  const prefix = fold(wanted.prefix ?? '').text.trim();
  const suffix = fold(wanted.suffix ?? '').text.trim();
  const fits = (start: number, end: number): boolean =>
    (prefix === '' ||
      fold(before(text, start, prefix))
        .text.trimEnd()
        .endsWith(prefix)) &&
    (suffix === '' ||
      fold(after(text, end, suffix))
        .text.trimStart()
        .startsWith(suffix));

  const exact = placesOf(text, wanted.quote).filter(
    ([start, end]) => !splitsPair(text, start) && !splitsPair(text, end) && fits(start, end),
  );
  const found = exact.length > 0 ? exact : foldedPlaces(text, wanted.quote).filter(([s, e]) => fits(s, e));
  return found.map(([start, end]) => ({ start, end, ...contextOf(text, start, end) }));
}

/** As much text as a context can cover, with room for the spaces that folding takes away. */
function before(text: string, start: number, context: string): string {
  return text.slice(Math.max(0, start - 2 * context.length - CONTEXT), start);
}

function after(text: string, end: number, context: string): string {
  return text.slice(end, end + 2 * context.length + CONTEXT);
}

function placesOf(text: string, quote: string): [number, number][] {
  const places: [number, number][] = [];
  let at = text.indexOf(quote);
  while (at >= 0 && places.length < MOST_PLACES) {
    places.push([at, at + quote.length]);
    at = text.indexOf(quote, at + 1);
  }
  return places;
}

function foldedPlaces(text: string, quote: string): [number, number][] {
  const wanted = fold(quote).text.trim();
  if (wanted === '') return [];
  const folded = fold(text);
  return placesOf(folded.text, wanted).map(([start, end]) => [
    folded.origin[start]!,
    folded.origin[end - 1]! + 1,
  ]);
}

/** The text with one kind of space, quotation mark and dash, and for each unit where it came from. */
function fold(text: string): { text: string; origin: number[] } {
  const units: string[] = [];
  const origin: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    const plain = unit < '\u007f' && unit > ' ' ? unit : foldUnit(unit);
    if (plain === '' || (plain === ' ' && units.at(-1) === ' ')) continue;
    units.push(plain);
    origin.push(at);
  }
  return { text: units.join(''), origin };
}

function foldUnit(unit: string): string {
  if (/\s/.test(unit)) return ' ';
  if (/[\u00AD\u200B-\u200F\u2060\uFEFF]/.test(unit)) return '';
  if (/[«»“”„‟″＂]/.test(unit)) return '"';
  if (/[‘’‚‛′ʼ`´]/.test(unit)) return "'";
  if (/[‐‑‒–—―−]/.test(unit)) return '-';
  return unit;
}

/** How much better one place must fit than the next for it to be taken as the one that was meant. */
const MARGIN = 0.2;
/** A shorter quote is no evidence by itself once its surroundings have changed. */
const SPEAKING_LENGTH = 16;

/**
 * Finds on a changed text the place that a selector meant. What cannot be told apart is ambiguous, what is gone is
 * orphaned with its last known bounds; a look-alike is never taken silently.
 */
export function anchor(text: string, selector: Selector): Anchor {
  const { exact, start, end } = selector;
  const candidates = (exact === '' ? [] : placesOf(text, exact))
    .map(([from, to]) => ({ start: from, end: to, fit: contextFit(text, from, to, selector) }))
    .sort((a, b) => b.fit - a.fit || Math.abs(a.start - start) - Math.abs(b.start - start));
  const best = candidates[0];
  if (!best)
    return {
      state: 'orphaned',
      confidence: 0,
      start: Math.min(start, text.length),
      end: Math.min(end, text.length),
    };

  const stayed = candidates.find((candidate) => candidate.start === start);
  if (stayed && best.fit - stayed.fit < MARGIN)
    return { state: 'exact', confidence: 0.5 + stayed.fit / 2, start, end: stayed.end };

  const rival = candidates[1];
  const clear = rival === undefined || best.fit - rival.fit >= MARGIN;
  const speaking = exact.length >= SPEAKING_LENGTH || best.fit >= 0.25;
  const chosen = { start: best.start, end: best.end };
  return clear && speaking
    ? { state: 'moved', confidence: 0.4 + best.fit / 2, ...chosen }
    : { state: 'ambiguous', confidence: 0.3 * best.fit, ...chosen };
}

/** The share of the kept context, 0 to 1, that stands around a place without a break. */
function contextFit(text: string, start: number, end: number, { prefix, suffix }: Selector): number {
  const all = prefix.length + suffix.length;
  if (all === 0) return 1;
  let same = 0;
  while (same < prefix.length && prefix.at(-1 - same) === text[start - 1 - same]) same++;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[end + after]) after++;
  return (same + after) / all;
}
