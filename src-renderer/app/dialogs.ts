import { createStore } from '../data/store.ts';

/** The dialogs of the shell; at most one is open. */
export type DialogName =
  | 'palette'
  | 'keys'
  | 'preferences'
  | 'licences'
  | 'verify'
  | 'pack'
  | 'merge'
  | 'article-details'
  | 'paste-article'
  | 'import-summary'
  | 'choose-page'
  | 'compare-articles'
  | 'duplicates'
  | 'import-claims';

export const openDialog = createStore<DialogName | null>(null);

export function closeDialog(): void {
  openDialog.set(null);
}
