import { codePointOffset, utf16Offset } from '#domain/flat-text.ts';
import type { Spot } from './annotation.ts';
import { isObject, listOf, textOf, type Json } from './collect.ts';

type Place = Omit<Spot, 'source'>;

const NOWHERE: Place = { exact: '', prefix: '', suffix: '', start: null, end: null };
const DEEPEST = 20;
/** How much of its surroundings a quote inside a quote needs. */
const CONTEXT = 32;

/**
 * Quote and position among selectors, however they are nested. Several say the same place: quote and position are taken
 * from whichever has them. A refinement says a part of what it refines: its position counts from there, and is no position
 * in the text where it refines a paragraph that only its page knows.
 */
export function spotIn(selectors: readonly unknown[]): Place {
  return together(selectors.map((selector) => placeOf(selector, 0)));
}

function together(places: readonly Place[]): Place {
  const quoted = places.findLast((place) => place.exact !== '') ?? NOWHERE;
  const placed = places.findLast((place) => place.start !== null) ?? NOWHERE;
  return { ...quoted, start: placed.start, end: placed.end };
}

function placeOf(selector: unknown, depth: number): Place {
  if (!isObject(selector) || depth > DEEPEST) return NOWHERE;
  const types = listOf(selector['type'] ?? selector['@type']).map((type) => textOf(type).replace(/^oa:/, ''));
  if (types.includes('Choice'))
    return together(listOf(selector['items']).map((item) => placeOf(item, depth + 1)));
  const own = ownPlace(selector, types);
  const refined = listOf(selector['refinedBy']);
  if (refined.length === 0) return own;
  const inner = together(refined.map((one) => placeOf(one, depth + 1)));
  return within(own, inner);
}

function ownPlace(selector: Json, types: readonly string[]): Place {
  let place = NOWHERE;
  const { exact, prefix, suffix, start, end } = selector;
  if (types.includes('TextQuoteSelector') && typeof exact === 'string')
    place = {
      ...place,
      exact,
      prefix: typeof prefix === 'string' ? prefix : '',
      suffix: typeof suffix === 'string' ? suffix : '',
    };
  if (types.includes('TextPositionSelector') && isOffset(start) && isOffset(end))
    place = { ...place, start, end };
  // a plain text's fragment by characters, RFC 5147
  const chars = types.includes('FragmentSelector')
    ? /^#?char=(\d+),(\d+)/.exec(textOf(selector['value']))
    : null;
  if (chars) place = { ...place, start: Number(chars[1]), end: Number(chars[2]) };
  const [from, to] = [selector['startSelector'], selector['endSelector']].map((one) =>
    isObject(one) ? one : {},
  );
  // a range between two positions is a position
  if (types.includes('RangeSelector') && isOffset(from!['start']) && isOffset(to!['start']))
    place = { ...place, start: from!['start'], end: to!['start'] };
  return place;
}

/** A part of a place, as a place in the text. */
function within(outer: Place, inner: Place): Place {
  const hasPart = inner.start !== null && inner.end !== null;
  const moved =
    hasPart && outer.start !== null
      ? { start: outer.start + inner.start!, end: outer.start + inner.end! }
      : null;
  if (inner.exact === '' && hasPart && outer.exact !== '') {
    const from = utf16Offset(outer.exact, inner.start!);
    const to = utf16Offset(outer.exact, inner.end!);
    return { ...partOf(outer, from, to), start: moved?.start ?? null, end: moved?.end ?? null };
  }
  if (inner.exact === '') return hasPart ? { ...NOWHERE, ...moved } : outer;
  const at = outer.exact.indexOf(inner.prefix + inner.exact + inner.suffix);
  if (outer.exact === '' || at < 0) return { ...inner, start: moved?.start ?? null, end: moved?.end ?? null };
  const from = at + inner.prefix.length;
  const before = codePointOffset(outer.exact, from);
  const start = outer.start === null ? null : outer.start + before;
  return {
    ...partOf(outer, from, from + inner.exact.length),
    start,
    end: start === null ? null : start + codePointOffset(inner.exact, inner.exact.length),
  };
}

/** Part of a quote as a quote of its own, with what stands around it there. */
function partOf(outer: Place, from: number, to: number): Pick<Place, 'exact' | 'prefix' | 'suffix'> {
  return {
    exact: outer.exact.slice(from, to),
    prefix: (outer.prefix + outer.exact.slice(0, from)).slice(-CONTEXT).toWellFormed(),
    suffix: (outer.exact.slice(to) + outer.suffix).slice(0, CONTEXT).toWellFormed(),
  };
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
