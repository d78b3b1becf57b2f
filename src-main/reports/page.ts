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
  ratingOf,
} from './input.ts';
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
  readonly placeIds: ReadonlyMap<ReportMark, string>;
  readonly day: (day: string) => string;
  readonly time: (time: string) => string;
  readonly size: (bytes: number) => string;
};

export type Place = { readonly id: string; readonly article: ReportArticle };

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
      if (before) before.push({ id, article });
      else places.set(mark.claim, [{ id, article }]);
    }
  }
  return {
    input,
    words: WORDS[language],
    terms: TERMS[language],
    claims: new Map(input.claims.map((claim) => [claim.number, claim])),
    places,
    placeIds,
    day: (day) => dayText(day, language),
    time: (time) => timeText(time, language),
    size: (bytes) => sizeText(bytes, language),
  };
}

export function ratingName(page: Page, verdict: ReportVerdict): string {
  const rating = ratingOf(verdict, page.input.scales);
  return rating ? ratingLabel(rating, page.input.language) : verdict.rating;
}

/** Our own wording rule: a hash shows that nothing changed since, never that a copy is authentic. */
export function captureState(page: Page, capture: ReportCapture): string {
  const say = page.words[capture.state];
  return say(capture.capturedBy || page.words.unnamed, page.day(capture.capturedAt));
}

/** The address stands apart, as a link; a citation that ends with it need not say it twice. */
export function withoutAddress({ citation, address }: ReportReference): string {
  return address !== '' && citation.endsWith(address)
    ? citation.slice(0, -address.length).trimEnd()
    : citation;
}
