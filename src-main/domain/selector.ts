import { findAgain } from './anchor/find-again.ts';
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

/**
 * Finds on a changed text the place that a selector meant. What cannot be told apart is ambiguous, what is gone is
 * orphaned; a look-alike is never taken silently. `domain/anchor` says more of it, and follows a quote better where
 * the old text is at hand.
 */
export function anchor(text: string, selector: Selector): Anchor {
  const { state, confidence, start, end } = findAgain(text, [selector])[0]!;
  return { state, confidence, start, end };
}
