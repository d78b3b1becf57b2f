import { describe } from '#domain/selector.ts';
import type { QuotePlace } from '#contract/nouns.ts';

/** Marks in a capture's text where the next page begins. */
export const PAGE_BREAK = '\f';

/** The number of the page, from 1, on which an offset lies; undefined where the text has no pages. */
export function pageOf(text: string, offset: number): number | undefined {
  if (!text.includes(PAGE_BREAK)) return undefined;
  let page = 1;
  for (let at = text.indexOf(PAGE_BREAK); at >= 0 && at < offset; at = text.indexOf(PAGE_BREAK, at + 1)) {
    page += 1;
  }
  return page;
}

export type Passage = { readonly quote: string; readonly place: QuotePlace };

/** A passage of a capture's text without the white space at its ends, or undefined if nothing is left. */
export function passageOf(text: string, from: number, to: number): Passage | undefined {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  const end = from + words.trimEnd().length;
  if (end <= start) return undefined;
  const { exact, prefix, suffix } = describe(text, start, end);
  const page = pageOf(text, start);
  return { quote: exact, place: { start, end, prefix, suffix, ...(page === undefined ? {} : { page }) } };
}

export type Line = { readonly start: number; readonly end: number };
export type Page = { readonly number: number; readonly lines: readonly Line[] };

/** The text's pages and in them its lines that are not empty, as offsets. A text without breaks is one page. */
export function pagesOf(text: string): Page[] {
  const pages: Page[] = [];
  let start = 0;
  for (const page of text.split(PAGE_BREAK)) {
    const lines: Line[] = [];
    let at = start;
    for (const line of page.split('\n')) {
      if (line.trim() !== '') lines.push({ start: at, end: at + line.length });
      at += line.length + 1;
    }
    pages.push({ number: pages.length + 1, lines });
    start += page.length + 1;
  }
  return pages;
}
