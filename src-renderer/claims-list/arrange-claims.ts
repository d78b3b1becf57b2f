import type { Article, Claim } from '#contract/nouns.ts';
import { ALL_CLAIM_TYPES, PRIORITIES, STATUSES, VERIFIABILITIES } from '#domain/words.ts';

/** A claim with what its row shows, worked out once. */
export type ClaimRow = {
  readonly claim: Claim;
  readonly article: string;
  readonly moreArticles: number;
  readonly assignee: string;
  /** Its words in lower case, for the filter. */
  readonly folded: string;
};

export const COLUMNS = [
  'wording',
  'article',
  'type',
  'verifiability',
  'status',
  'verdict',
  'assignee',
  'evidence',
] as const;
export type Column = (typeof COLUMNS)[number];
export type Sorting = { readonly by: Column; readonly descending: boolean };

export type Facets = {
  readonly text: string;
  readonly verifiability: string | null;
  readonly status: string | null;
  readonly rating: string | null;
  readonly assignee: string | null;
  readonly article: string | null;
  /** One of the claim's types, or none. */
  readonly type: string | null;
  readonly country: string | null;
};

export const NO_FACETS: Facets = {
  text: '',
  verifiability: null,
  status: null,
  rating: null,
  assignee: null,
  article: null,
  type: null,
  country: null,
};

/** What stands for "none" in a facet: no verdict, no assignee, no type, no country. */
export const NONE = '–';

function fold(text: string): string {
  return text.toLocaleLowerCase().replaceAll('ё', 'е');
}

export function rowsOf(claims: readonly Claim[], articles: readonly Article[]): ClaimRow[] {
  const titles = new Map(articles.map((article) => [article.id, article.title]));
  return claims.map((claim) => {
    const places = [...new Set(claim.occurrences.map((occurrence) => occurrence.article))];
    return {
      claim,
      article: titles.get(places[0] ?? '') ?? '',
      moreArticles: Math.max(0, places.length - 1),
      assignee: claim.assignee?.name ?? '',
      folded: fold(`${claim.wording} ${claim.claimant} ${claim.tags.join(' ')}`),
    };
  });
}

function rank<T extends string>(words: readonly T[], word: T): number {
  return words.indexOf(word);
}

/** Compares in the order of the column; ties keep the order of the project. */
function compare(by: Column, ratings: ReadonlyMap<string, number>): (a: ClaimRow, b: ClaimRow) => number {
  const inWords = new Intl.Collator(undefined, { numeric: true }).compare;
  switch (by) {
    case 'wording':
      return (a, b) => inWords(a.claim.wording, b.claim.wording);
    case 'article':
      return (a, b) => inWords(a.article, b.article);
    case 'type': {
      const first = ({ claim }: ClaimRow) =>
        claim.types[0] ? rank(ALL_CLAIM_TYPES, claim.types[0]) : ALL_CLAIM_TYPES.length;
      return (a, b) => first(a) - first(b) || a.claim.types.length - b.claim.types.length;
    }
    case 'verifiability':
      return (a, b) =>
        rank(VERIFIABILITIES, a.claim.verifiability) - rank(VERIFIABILITIES, b.claim.verifiability);
    case 'status':
      return (a, b) =>
        rank(STATUSES, a.claim.status) - rank(STATUSES, b.claim.status) ||
        rank(PRIORITIES, b.claim.priority) - rank(PRIORITIES, a.claim.priority);
    case 'verdict': {
      const worth = (row: ClaimRow) => ratings.get(row.claim.rating ?? '') ?? Number.MAX_SAFE_INTEGER;
      return (a, b) => worth(a) - worth(b);
    }
    case 'assignee':
      return (a, b) => inWords(a.assignee || '\uFFFF', b.assignee || '\uFFFF');
    case 'evidence':
      return (a, b) => a.claim.evidence.length - b.claim.evidence.length;
  }
}

/** The rows that fit every facet, sorted. `ratings` gives a rating's place on its scale. */
export function arrangeClaims(
  rows: readonly ClaimRow[],
  facets: Facets,
  sorting: Sorting | null,
  ratings: ReadonlyMap<string, number>,
): ClaimRow[] {
  const words = fold(facets.text).split(/\s+/).filter(Boolean);
  const is = (facet: string | null, value: string | null) => facet === null || facet === (value ?? NONE);
  const shown = rows.filter(
    ({ claim, folded }) =>
      words.every((word) => folded.includes(word)) &&
      is(facets.verifiability, claim.verifiability) &&
      is(facets.status, claim.status) &&
      is(facets.rating, claim.rating) &&
      is(facets.assignee, claim.assignee?.id ?? null) &&
      is(facets.country, claim.country || null) &&
      (facets.type === null ||
        (claim.types.length === 0 ? [NONE] : claim.types).some((type) => type === facets.type)) &&
      (facets.article === null || claim.occurrences.some((one) => one.article === facets.article)),
  );
  if (!sorting) return shown;
  const order = compare(sorting.by, ratings);
  return shown.toSorted(sorting.descending ? (a, b) => order(b, a) : order);
}
