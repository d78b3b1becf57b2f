import { createStore, useStore } from '../data/store.ts';

export const VIEWS = [
  'article',
  'claims',
  'references',
  'history',
  'search',
  'correct',
  'revisions',
  'attention',
  'report',
] as const;
export type View = (typeof VIEWS)[number];

/** Where the person is in the project: what the middle shows, and what is chosen. */
export type Place = {
  readonly view: View;
  readonly article: string | null;
  readonly claim: string | null;
  readonly reference: string | null;
  /** A place in the article's text to bring into sight; a new object each time it is asked for. */
  readonly target: { readonly article: string; readonly start: number; readonly end: number } | null;
};

export const place = createStore<Place>({
  view: 'article',
  article: null,
  claim: null,
  reference: null,
  target: null,
});

export function usePlace(): Place {
  return useStore(place);
}

export function goTo(view: View): void {
  place.set((now) => ({ ...now, view }));
}

/** Opens an article for reading and marking, at a place in its text if one is given. */
export function openArticle(article: string, at?: { readonly start: number; readonly end: number }): void {
  place.set((now) => ({
    ...now,
    view: 'article',
    article,
    claim: now.article === article ? now.claim : null,
    target: at ? { article, ...at } : null,
  }));
}

/** Chooses a claim for the inspector; the middle stays what it is. */
export function chooseClaim(claim: string | null): void {
  place.set((now) => (now.claim === claim ? now : { ...now, claim }));
}

/** Opens the article that a claim stands in, with the claim chosen. */
export function openClaim(claim: {
  readonly id: string;
  readonly occurrences: readonly { readonly article: string; readonly start: number; readonly end: number }[];
}): void {
  const first = claim.occurrences[0];
  if (first) openArticle(first.article, first);
  else goTo('claims');
  chooseClaim(claim.id);
}

export function openReference(reference: string): void {
  place.set((now) => ({ ...now, view: 'references', reference }));
}
