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
  'team',
  'conflicts',
] as const;
export type View = (typeof VIEWS)[number];

/** Where the person is in the project: what the middle shows, and what is chosen. */
/** Which of two articles side by side was used last: commands and inspector are about that one. */
export type Side = 'first' | 'second';

type Target = { readonly article: string; readonly start: number; readonly end: number };

export type Place = {
  readonly view: View;
  readonly article: string | null;
  readonly claim: string | null;
  readonly reference: string | null;
  /** A place in the article's text to bring into sight; a new object each time it is asked for. */
  readonly target: Target | null;
  /** The second article beside the first; with no article while one is being chosen, null while there is none. */
  readonly beside: { readonly article: string | null; readonly target: Target | null } | null;
  readonly side: Side;
};

export const place = createStore<Place>({
  view: 'article',
  article: null,
  claim: null,
  reference: null,
  target: null,
  beside: null,
  side: 'first',
});

export function usePlace(): Place {
  return useStore(place);
}

export function goTo(view: View): void {
  place.set((now) => ({ ...now, view }));
}

/** Opens an article for reading and marking, at a place in its text if one is given. */
export function openArticle(article: string, at?: { readonly start: number; readonly end: number }): void {
  const target = at ? { article, ...at } : null;
  place.set((now) => {
    if (now.beside?.article === article && now.article !== article) {
      return { ...now, view: 'article', side: 'second', beside: { article, target } };
    }
    return { ...now, view: 'article', side: 'first', ...first(now, article, target) };
  });
}

function first(now: Place, article: string, target: Target | null) {
  return {
    article,
    // a claim that was chosen beside may stand here too
    claim: now.article === article || now.beside !== null ? now.claim : null,
    target,
  };
}

/** The article that commands and inspector are about. */
export function activeArticle({ side, beside, article }: Place): string | null {
  return side === 'second' && beside?.article ? beside.article : article;
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

/** Leaves what was taken out of the project, and of an article also what was chosen in it. */
export function leave(gone: readonly string[]): void {
  const isGone = (id: string | null | undefined) => typeof id === 'string' && gone.includes(id);
  place.set((now) => {
    const { article, claim, reference, beside } = now;
    if (![article, claim, reference, beside?.article].some(isGone)) return now;
    return {
      ...now,
      article: isGone(article) ? null : article,
      claim: isGone(claim) || isGone(article) ? null : claim,
      reference: isGone(reference) ? null : reference,
      beside: beside && isGone(beside.article) ? { article: null, target: null } : beside,
    };
  });
}

export function openReference(reference: string): void {
  place.set((now) => ({ ...now, view: 'references', reference }));
}

/** Whether the library makes room for two articles in a narrow window, until they are closed. */
export const libraryAside = createStore(false);
