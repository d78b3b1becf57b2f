import { REPORT_PARTS, type ReportPart } from '#domain/report-options.ts';
import { ratingLabel } from '#domain/scale.ts';
import { dayText, sizeText, timeText } from './dates.ts';
import {
  type ReportArticle,
  type ReportCapture,
  type ReportClaim,
  type ReportInput,
  type ReportMark,
  type ReportReference,
  type ReportVerdict,
  includes,
  ratingOf,
} from './input.ts';
import { numberText } from './words/number.ts';
import { TERMS, type Terms } from './terms.ts';
import { WORDS, type Words } from './words.ts';

/** What every part of a readable report needs. */
export type Page = {
  readonly input: ReportInput;
  readonly words: Words;
  readonly terms: Terms;
  readonly claims: ReadonlyMap<number, ReportClaim>;
  /** Every occurrence that can have a place in the printed text, by its claim, and the ids of those places. */
  readonly places: ReadonlyMap<number, readonly Place[]>;
  /** Claims that rest on a reference, by its number. */
  readonly uses: ReadonlyMap<number, readonly number[]>;
  /** Parts that were not asked for, of those that a readable report can hold. */
  readonly unprinted: readonly ReportPart[];
  readonly placeIds: ReadonlyMap<ReportMark, string>;
  readonly day: (day: string) => string;
  readonly time: (time: string) => string;
  readonly size: (bytes: number) => string;
  /** A whole number as the language groups it. */
  readonly number: (n: number) => string;
  /** The word of a verdict's rating. */
  readonly rating: (verdict: ReportVerdict) => string;
};

export type Place = { readonly id: string; readonly article: ReportArticle; readonly page: number | null };

export function pageOf(input: ReportInput): Page {
  const { language } = input;
  const places = new Map<number, Place[]>();
  const placeIds = new Map<ReportMark, string>();
  for (const [n, article] of input.articles.entries()) {
    for (const [m, mark] of article.marks.entries()) {
      if (mark.state === 'orphaned' || mark.start >= mark.end) continue;
      const id = `at-${n + 1}-${m + 1}`;
      placeIds.set(mark, id);
      const before = places.get(mark.claim);
      const place: Place = { id, article, page: mark.page };
      if (before) before.push(place);
      else places.set(mark.claim, [place]);
    }
  }
  return {
    input,
    words: WORDS[language],
    terms: TERMS[language],
    claims: new Map(input.claims.map((claim) => [claim.number, claim])),
    uses: usesOf(input),
    unprinted: REPORT_PARTS.filter((part) => !UNSAID.includes(part) && !input.include.includes(part)),
    places,
    placeIds,
    day: (day) => dayText(day, language),
    time: (time) => timeText(time, language),
    size: (bytes) => sizeText(bytes, language),
    number: (n) => numberText(n, language === 'en' ? ',' : '\u00A0'),
    rating: (verdict) => ratingWordOf(input, verdict),
  };
}

/** What is told elsewhere, or belongs into no readable report: its absence says nothing. */
const UNSAID: readonly ReportPart[] = ['unverifiable', 'files', 'acts'];

function usesOf({ claims }: ReportInput): Map<number, number[]> {
  const uses = new Map<number, Set<number>>();
  for (const { number, evidence, questions } of claims) {
    const answers = questions.flatMap((question) => question.answers);
    for (const { reference } of [...evidence, ...answers]) {
      if (reference !== null) uses.set(reference, (uses.get(reference) ?? new Set()).add(number));
    }
  }
  return new Map([...uses].map(([reference, numbers]) => [reference, [...numbers]]));
}

export function ratingName(page: Page, verdict: ReportVerdict): string {
  return page.rating(verdict);
}

function ratingWordOf({ scales, language }: ReportInput, verdict: ReportVerdict): string {
  const rating = ratingOf(verdict, scales);
  return rating ? ratingLabel(rating, language) : verdict.rating;
}

/** What the rating was before it was mapped onto the report's scale, or that it has no counterpart there. */
export function mappedFrom({ input, words }: Page, verdict: ReportVerdict): string {
  if (verdict.mappedFrom) return words.mapped(verdict.mappedFrom.rating, verdict.mappedFrom.scale);
  return input.scale !== '' && verdict.scale !== input.scale ? words.notMapped : '';
}

/** The pages of the originals on which a claim stands, an article each; none where they are not known. */
export function originalPages(
  page: Page,
  { number }: ReportClaim,
): { readonly article: ReportArticle; readonly pages: string }[] {
  const known = (page.places.get(number) ?? []).filter((place) => place.page !== null);
  return [...Map.groupBy(known, ({ article }) => article)].map(([article, places]) => ({
    article,
    pages: [...new Set(places.map((place) => place.page!))]
      .toSorted((a, b) => a - b)
      .map(page.number)
      .join(', '),
  }));
}

/** Our own wording rule: a hash shows that nothing changed since, never that a copy is authentic. */
export function captureState(page: Page, capture: ReportCapture): string {
  const say = page.words[capture.state];
  const name = includes(page.input, 'people') ? capture.capturedBy || page.words.unnamed : '';
  return say(name, page.day(capture.capturedAt));
}

/** The address stands apart, as a link; a citation that ends with it need not say it twice. */
export function withoutAddress({ citation, address }: ReportReference): string {
  return address !== '' && citation.endsWith(address)
    ? citation.slice(0, -address.length).trimEnd()
    : citation;
}
