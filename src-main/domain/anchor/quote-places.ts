import { splitsPair } from './finder.ts';

/**
 * Every place of a W3C text quote selector, in order: prefix and suffix must touch the quote exactly, and an empty
 * quote stands at every position that they allow. Nothing is forgiven; `findAgain` is what forgives.
 */
export function quotePlaces(
  text: string,
  selector: {
    readonly exact: string;
    readonly prefix?: string | undefined;
    readonly suffix?: string | undefined;
  },
): { start: number; end: number }[] {
  const { exact, prefix = '', suffix = '' } = selector;
  const wanted = prefix + exact + suffix;
  const places: { start: number; end: number }[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const start = at + prefix.length;
    const end = start + exact.length;
    if (!splitsPair(text, start) && !splitsPair(text, end)) places.push({ start, end });
    if (at === text.length) break;
  }
  return places;
}
