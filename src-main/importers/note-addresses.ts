import { within, type Link, type Span } from './note-lines.ts';

const ADDRESS = /https?:\/\/[^\s<>"“”«»\uFFFC]{1,2000}/gu;
/** Keepers of copies: the address of the page itself stands beside theirs. */
export const KEEPERS =
  /^https?:\/\/(?:web\.archive\.org|archive\.(?:org|today|is|ph|fo|li|md|vn)|perma\.cc|webcache\.)/i;
const MOST = 20;

/** The first web address in a text, without the punctuation that ends the sentence around it. */
export function addressIn(text: string): string {
  const [found] = text.match(ADDRESS) ?? [];
  return found === undefined ? '' : trimmed(found);
}

function trimmed(found: string): string {
  let address = found;
  for (;;) {
    const last = address.at(-1) ?? '';
    const unbalanced =
      (last === ')' && address.split('(').length < address.split(')').length) ||
      (last === ']' && address.split('[').length < address.split(']').length);
    if (!unbalanced && !/[.,;:!?'’]/.test(last)) return address;
    address = address.slice(0, -1);
  }
}

/** The addresses that are written out in a text, without keepers of copies. */
export function addressesWritten(text: string): string[] {
  return (text.match(ADDRESS) ?? []).map(trimmed).filter((one) => !KEEPERS.test(one));
}

/** Every address of a note, written out or behind a link, each once; archived copies only where nothing else is named. */
export function addressesIn(text: string, span: Span, links: readonly Link[]): string[] {
  const written = Array.from(text.slice(span.start, span.end).matchAll(ADDRESS), (match) => ({
    at: span.start + match.index,
    address: trimmed(match[0]),
  }));
  const linked = within(links, span.start, span.end)
    // what is written out and linked at once counts once, as it is written
    .filter(
      ({ start, end }) =>
        !written.some(({ at, address }) => at >= start - 1 && at + address.length <= end + 1),
    )
    .map(({ start, href }) => ({ at: start, address: href }));
  const all = [...written, ...linked].toSorted((a, b) => a.at - b.at).map(({ address }) => address);
  const unique = all.filter((one, index) => all.findIndex((other) => plain(other) === plain(one)) === index);
  const own = unique.filter((one) => !KEEPERS.test(one));
  return (own.length > 0 ? own : unique).slice(0, MOST);
}

function plain(address: string): string {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}
