import type { Mark } from '#contract/nouns.ts';
import type { Block } from '#domain/flat-text.ts';

/** A part of the article from one heading to the next; the first may have none. UTF-16 offsets. */
export type OutlineSection = {
  readonly start: number;
  readonly end: number;
  /** '' for what stands before the first heading. */
  readonly title: string;
  /** How deep it stands: 1 for the highest heading of this article. */
  readonly depth: number;
};

/** The sections of a text by its headings, in order; none where it has no heading. */
export function sectionsOf(text: string, blocks: readonly Block[]): OutlineSection[] {
  const headings = blocks.filter(
    (block) => block.type === 'heading' && text.slice(block.start, block.end).trim() !== '',
  );
  const [first] = headings;
  if (!first) return [];
  const highest = Math.min(...headings.map((heading) => heading.level ?? 1));
  const sections = headings.map((heading, i) => ({
    start: heading.start,
    end: headings[i + 1]?.start ?? text.length,
    title: text.slice(heading.start, heading.end).replaceAll(/\s+/g, ' ').trim(),
    depth: (heading.level ?? 1) - highest + 1,
  }));
  const hasBeginning = text.slice(0, first.start).trim() !== '';
  return hasBeginning ? [{ start: 0, end: first.start, title: '', depth: 1 }, ...sections] : sections;
}

/** The section at an offset, as an index; -1 where there is none. */
export function sectionAt(sections: readonly OutlineSection[], offset: number): number {
  return sections.findLastIndex((section) => section.start <= offset);
}

/** How many claims begin in each section; what was found to be no claim does not count. */
export function claimsPerSection(sections: readonly OutlineSection[], marks: readonly Mark[]): number[] {
  const claims = sections.map(() => new Set<string>());
  for (const mark of marks) {
    if (mark.state === 'orphaned' || mark.verifiability === 'not-a-claim') continue;
    claims[sectionAt(sections, mark.start)]?.add(mark.claim);
  }
  return claims.map((one) => one.size);
}

/** How many places begin in each section. */
export function placesPerSection(
  sections: readonly OutlineSection[],
  places: readonly { readonly start: number }[],
): number[] {
  const counts = sections.map(() => 0);
  for (const place of places) {
    const at = sectionAt(sections, place.start);
    if (at >= 0) counts[at]! += 1;
  }
  return counts;
}
