import { libraryAside, place } from '../app/place.ts';

/** Below this width, px, two articles need the library's room. */
const ROOMY = 1500;

/** Opens the place for a second article, where it is chosen; closes it where there is one. */
export function toggleSecond(): boolean {
  if (place.get().beside !== null) {
    closeSecond();
    return false;
  }
  if (window.innerWidth < ROOMY) libraryAside.set(true);
  place.set((now) => ({ ...now, beside: { article: null, target: null }, side: 'second' }));
  return true;
}

export function chooseSecond(article: string): void {
  place.set((now) => ({ ...now, beside: { article, target: null }, side: 'second' }));
}

export function closeSecond(): void {
  libraryAside.set(false);
  place.set((now) => ({ ...now, beside: null, side: 'first' }));
}

export function swapArticles(): void {
  place.set((now) => {
    if (!now.beside?.article || now.article === null) return now;
    const side = now.side === 'first' ? 'second' : 'first';
    return {
      ...now,
      article: now.beside.article,
      target: null,
      beside: { article: now.article, target: null },
      side,
    };
  });
}
