import type { Output } from '#contract/index.ts';
import type { Mark } from '#contract/nouns.ts';
import { VERIFIABILITIES } from '#domain/words.ts';

/** A small seeded generator (mulberry32), so that every run measures the same. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Paragraphs of invented words, for machines without the long text. */
export function inventedParagraphs(words: number): string[] {
  const next = seeded(7);
  const syllables = ['ka', 'lo', 'mi', 'ne', 'tur', 'sa', 'vel', 'or', 'an', 'du', 'pri', 'est'];
  const word = () =>
    Array.from(
      { length: 1 + Math.floor(next() * 3) },
      () => syllables[Math.floor(next() * syllables.length)],
    ).join('');
  const paragraphs: string[] = [];
  for (let made = 0; made < words;) {
    const length = 10 + Math.floor(next() * 120);
    paragraphs.push(`${Array.from({ length }, word).join(' ')}.`);
    made += length;
  }
  return paragraphs;
}

/** The first paragraphs that together have at least that many words. */
export function firstWords(paragraphs: readonly string[], words: number): string[] {
  let count = 0;
  const end = paragraphs.findIndex((paragraph) => (count += paragraph.split(/\s+/).length) >= words);
  return paragraphs.slice(0, end < 0 ? undefined : end + 1);
}

export function documentOf(paragraphs: readonly string[]): Output<'getArticle'>['document'] {
  return {
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

/** Claims of 20 to 180 characters all over the text, some overlapping, of every kind, a third of them rated. */
export function inventedMarks(length: number, count: number): Mark[] {
  const next = seeded(11);
  const ratings = ['true', 'half-true', 'false', 'misleading', 'unproven'];
  const marks = Array.from({ length: count }, (_, i) => {
    const start = Math.floor(next() * (length - 200));
    const end = start + 20 + Math.floor(next() * 160);
    return {
      id: `o${i}`,
      claim: `c${i}`,
      start,
      end,
      state: 'exact' as const,
      verifiability: VERIFIABILITIES[Math.floor(next() * VERIFIABILITIES.length)]!,
      rating: next() < 0.33 ? ratings[Math.floor(next() * ratings.length)]! : null,
      wording: '',
    };
  });
  return marks.toSorted((a, b) => a.start - b.start);
}
