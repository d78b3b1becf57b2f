import type { Reference } from '#contract/nouns.ts';
import { foldForSearch } from '#domain/fold.ts';

/** The references in which every word of the query stands, in citation, address, origin or kind. */
export function matching(references: readonly Reference[], query: string): readonly Reference[] {
  const words = foldForSearch(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return references;
  return references.filter((reference) => {
    const { URL: address = '' } = reference.csl;
    const text = foldForSearch([reference.citation, address, reference.origin, reference.kind].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

export type SortKey = 'citation' | 'kind' | 'origin' | 'captures' | 'evidence';

/** Sorted by a column; rows that are equal there stand by their citation. */
export function sorted(
  references: readonly Reference[],
  by: SortKey,
  isDown: boolean,
  language: string,
): readonly Reference[] {
  const words = new Intl.Collator(language, { numeric: true });
  const compare = (a: Reference, b: Reference): number => {
    if (by === 'captures') return a.captures.length - b.captures.length;
    if (by === 'evidence') return a.evidence - b.evidence;
    return words.compare(a[by], b[by]);
  };
  return references.toSorted(
    (a, b) => (isDown ? -1 : 1) * compare(a, b) || words.compare(a.citation, b.citation),
  );
}

/** How many independent origins references have; one without an origin group stands for itself. */
export function originsOf(references: readonly Reference[]): number {
  return new Set(references.map((reference) => reference.origin || reference.id)).size;
}
