import type { Rating } from '#domain/scale.ts';
import { VERIFIABILITIES, type Verifiability } from '#domain/words.ts';
import { type ReportClaim, type ReportInput, ratingOf, rulingOf } from './input.ts';

export type RatingCount = {
  readonly id: string;
  /** Undefined where the scale of the verdict is not known any more. */
  readonly rating: Rating | undefined;
  readonly claims: number;
  /** How many of them rest on a final verdict. */
  readonly final: number;
};

/**
 * The figures of a report. What is not a claim is counted only where the report lists it, since a printed 0 would say
 * that there is none. Each claim counts once in `byVerifiability`, and once in `byRating` or `unrated`.
 */
export type Summary = {
  readonly claims: number;
  readonly byVerifiability: readonly { readonly kind: Verifiability; readonly claims: number }[];
  readonly byRating: readonly RatingCount[];
  readonly unrated: number;
  /** Claims that could be checked and have no verdict yet. */
  readonly unchecked: readonly ReportClaim[];
  readonly evidence: number;
};

export function summaryOf(input: ReportInput): Summary {
  const counts = new Map<string, { rating: Rating | undefined; claims: number; final: number }>();
  for (const rating of input.scales[0]?.ratings ?? []) counts.set(rating.id, { rating, claims: 0, final: 0 });
  let unrated = 0;
  for (const claim of input.claims) {
    const ruling = rulingOf(claim);
    if (!ruling) {
      unrated++;
      continue;
    }
    const rating = ratingOf(ruling, input.scales);
    const known = input.scales[0]?.id === ruling.scale || rating === undefined;
    const id = known ? ruling.rating : `${ruling.scale}/${ruling.rating}`;
    const count = counts.get(id) ?? { rating, claims: 0, final: 0 };
    count.claims++;
    if (ruling.state === 'final') count.final++;
    counts.set(id, count);
  }
  return {
    claims: input.claims.length,
    byVerifiability: VERIFIABILITIES.map((kind) => ({
      kind,
      claims: input.claims.filter((claim) => claim.verifiability === kind).length,
    })).filter(({ kind, claims }) => kind !== 'not-a-claim' || claims > 0),
    byRating: [...counts].map(([id, count]) => ({ id, ...count })),
    unrated,
    unchecked: input.claims.filter((claim) => claim.verifiability === 'verifiable' && !rulingOf(claim)),
    evidence: input.claims.reduce((sum, claim) => sum + claim.evidence.length, 0),
  };
}

/** A share as whole percent, as people read it: never 0 % of something, never 100 % of a part. */
export function percent(part: number, whole: number): number {
  if (part <= 0 || whole <= 0) return 0;
  if (part >= whole) return 100;
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}
