import { createStore } from '../data/store.ts';

/** The occurrence whose words are to be selected in the text by hand; null while nobody is about that. */
export const picking = createStore<{
  readonly occurrence: string;
  readonly article: string;
  readonly words: string;
} | null>(null);

type Place = { readonly start: number; readonly end: number };

const lent = new Map<string, () => Place>();

/** Lends the selection in an article on the screen to those who stand beside its pane. Gives a function that stops. */
export function lendSelection(article: string, selection: () => Place): () => void {
  lent.set(article, selection);
  return () => {
    if (lent.get(article) === selection) lent.delete(article);
  };
}

export function selectionIn(article: string): Place | undefined {
  return lent.get(article)?.();
}
