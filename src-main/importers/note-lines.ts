import type { Node } from '#domain/document.ts';
import { textsOf } from './offsets.ts';

/** A line of an article as a reader sees it, with what it is in the document. Offsets are those of the canonical text. */
export type Line = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isHeading: boolean;
  /** Which list it stands in, counted from 1; 0 for none. */
  readonly list: number;
  /** Which item of all lists it stands in, counted from 1; 0 for none. */
  readonly item: number;
  /** Its number in an ordered list, or ''. */
  readonly ordinal: string;
};

export type Span = { readonly start: number; readonly end: number };
export type Link = Span & { readonly href: string };
/** Digits set above the line. */
export type Raised = Span & { readonly label: string };

type Place = Pick<Line, 'isHeading' | 'list' | 'item' | 'ordinal'>;
const NOWHERE: Place = { isHeading: false, list: 0, item: 0, ordinal: '' };

/** The lines of a text: its paragraphs, and within them what line breaks part. */
export function linesOf(text: string, document: Node): Line[] {
  const places = placesOf(document);
  const lines: Line[] = [];
  let start = 0;
  let block = 0;
  const add = (end: number, first: boolean) => {
    const { ordinal, ...place } = places[block] ?? NOWHERE;
    lines.push({ text: text.slice(start, end), start, end, ...place, ordinal: first ? ordinal : '' });
    start = end + 1;
  };
  let first = true;
  for (const { index, 0: sign } of text.matchAll(/[\n\uFFFC]/g)) {
    add(index, first);
    first = sign === '\n';
    if (first) block++;
  }
  add(text.length, first);
  return lines;
}

const LINES = new Set(['paragraph', 'heading', 'codeBlock', 'horizontalRule']);

/** Where each block of the canonical text stands in the document, in its order. */
function placesOf(document: Node): Place[] {
  const places: Place[] = [];
  let [lists, items] = [0, 0];
  type Frame = { node: Node; next: number; list: number; item: number; ordinal: string };
  const stack: Frame[] = [{ node: document, next: 0, list: 0, item: 0, ordinal: '' }];
  while (stack.length > 0) {
    const frame = stack.at(-1)!;
    const index = frame.next++;
    const child = frame.node.content?.[index];
    if (!child) {
      stack.pop();
    } else if (LINES.has(child.type)) {
      const isFirst = frame.node.type !== 'listItem' || index === 0;
      places.push({
        isHeading: child.type === 'heading',
        list: frame.list,
        item: frame.item,
        ordinal: isFirst ? frame.ordinal : '',
      });
    } else if (child.content) {
      const isList = child.type === 'bulletList' || child.type === 'orderedList';
      const start = frame.node.attrs?.['start'];
      const ordinal =
        frame.node.type === 'orderedList' ? String((typeof start === 'number' ? start : 1) + index) : '';
      stack.push({
        node: child,
        next: 0,
        list: isList ? ++lists : frame.list,
        item: child.type === 'listItem' ? ++items : frame.item,
        ordinal,
      });
    }
  }
  return places;
}

export function linksOf(document: Node): Link[] {
  const links: Link[] = [];
  for (const { node, start } of textsOf(document)) {
    const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.['href'];
    if (typeof href !== 'string' || !/^https?:/.test(href)) continue;
    const end = start + node.text!.length;
    const last = links.at(-1);
    // one link may be several texts, as where a word in it is bold
    if (last?.end === start && last.href === href) links[links.length - 1] = { ...last, end };
    else links.push({ start, end, href });
  }
  return links;
}

/** Those of some spans, given in the order of the text, that lie wholly between two places. */
export function within<T extends Span>(spans: readonly T[], start: number, end: number): T[] {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < spans.length && spans[last]!.end <= end) last++;
  return spans.slice(low, last);
}

const SMALL = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const UNICODE = /[⁰¹²³⁴-⁹]{1,3}/g;
/** `x²`, `10⁶`: powers and units are no notes. A year may well have one. */
const POWER =
  /(?:^|[^\p{L}\p{N}])(?:[мm]|[кkдdсcмm][мm]|ft|in|yd|mi|га|ha)$|(?<![\p{L}\d])(?:\d{1,3}|\d{5,}|\d[\d.,]*[.,]\d+)$/u;

/** Raised digits of both kinds: signs of their own (`¹`) and ordinary ones set as superscript. */
export function raisedIn(text: string, document: Node): Raised[] {
  const raised: Raised[] = Array.from(text.matchAll(UNICODE), ({ index, 0: signs }) => ({
    start: index,
    end: index + signs.length,
    label: Array.from(signs, (sign) => SMALL.indexOf(sign)).join(''),
  }));
  for (const { node, start } of textsOf(document)) {
    if (!node.marks?.some((mark) => mark.type === 'superscript')) continue;
    for (const match of node.text!.matchAll(/[[(]?(?<![\p{L}\d])(\d{1,3})(?![\p{L}\d])[\])]?/gu))
      raised.push({
        start: start + match.index,
        end: start + match.index + match[0].length,
        label: match[1]!,
      });
  }
  return raised
    .filter(({ start }) => !POWER.test(text.slice(Math.max(0, start - 12), start)))
    .toSorted((a, b) => a.start - b.start);
}
