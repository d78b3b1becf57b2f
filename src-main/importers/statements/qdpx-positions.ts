import { utf16Offset } from '#domain/flat-text.ts';
import type { QdaNode } from '#domain/refi-qda.ts';

export type Positions = {
  /** The text with one line feed for each line end. */
  readonly text: string;
  /** What is unusual about how the file counts, as a sentence; '' where nothing is. */
  readonly odd: string;
  /** The place of a selection in `text`, in UTF-16 units; undefined where it lies outside. */
  readonly at: (selection: QdaNode) => { start: number; end: number } | undefined;
};

/** A text of a project, with the element that it belongs to. */
export type SourceText = {
  readonly node: QdaNode;
  readonly guid: string;
  readonly text: string;
  readonly positions: Positions;
};

type Counting = { readonly units: 'code points' | 'UTF-16 units'; readonly lineEnds: 'one' | 'two' };

/**
 * Finds out how the writer counted: the standard says code points, but some count UTF-16 units, and a line end of two
 * characters as one or as two. The names of selections, which mostly begin with their words, tell which it was.
 */
export function readPositions(raw: string, selections: readonly QdaNode[]): Positions {
  const text = raw.replaceAll(/\r\n?/g, '\n');
  const ways: Counting[] = [{ units: 'code points', lineEnds: 'two' }];
  if (raw.includes('\r\n')) ways.push({ units: 'code points', lineEnds: 'one' });
  if (/[\uD800-\uDBFF]/.test(raw))
    ways.push(...ways.map((way): Counting => ({ ...way, units: 'UTF-16 units' })));
  const scored = ways.map((way) => ({
    way,
    hits: selections.filter((selection) => isNamed(selection, placeOf(raw, text, selection, way), text))
      .length,
  }));
  // equal counts leave the standard's own way
  const best = scored.reduce((sofar, one) => (one.hits > sofar.hits ? one : sofar));
  const { way } = best;
  const isOdd = way.units !== 'code points' || way.lineEnds !== ways[0]!.lineEnds;
  return {
    text,
    odd: isOdd
      ? `Its selections count ${way.units}${raw.includes('\r\n') ? `, and a line end as ${way.lineEnds}` : ''}; they were read so.`
      : '',
    at: (selection) => placeOf(raw, text, selection, way),
  };
}

function placeOf(raw: string, text: string, selection: QdaNode, { units, lineEnds }: Counting) {
  const start = Number(selection.attributes['startPosition']);
  const end = Number(selection.attributes['endPosition']);
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start) return undefined;
  const counted = lineEnds === 'two' ? raw : text;
  const unitsOf = (at: number) => (units === 'code points' ? utf16Offset(counted, at) : at);
  if (unitsOf(start) >= counted.length || splitsLineEnd(counted, unitsOf(start))) return undefined;
  const inText = (at: number) => (lineEnds === 'two' ? raw.slice(0, at).replaceAll('\r\n', '\n').length : at);
  const place = { start: inText(unitsOf(start)), end: Math.min(inText(unitsOf(end)), text.length) };
  return place.end > place.start ? place : undefined;
}

function isNamed(
  selection: QdaNode,
  place: { start: number; end: number } | undefined,
  text: string,
): boolean {
  const plain = (words: string) =>
    words
      .replaceAll(/\s+/g, ' ')
      .replace(/(…|\.\.\.)$/, '')
      .trim();
  const name = plain(selection.attributes['name'] ?? '');
  const slice = place === undefined ? '' : text.slice(place.start, place.end);
  // a count that is one off begins or ends at a line end
  return name.length > 3 && plain(slice).startsWith(name) && !/^\s|\s$/.test(slice);
}

/** No selection starts between the two characters of a line end: such a place was counted in another way. */
function splitsLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' && text[at - 1] === '\r';
}
