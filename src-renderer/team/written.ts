/** Columns that hold free text: those can be written anew. */
export const WRITTEN = new Set([
  'wording',
  'claimant',
  'claimed_where',
  'reported_by',
  'title',
  'author',
  'publisher',
  'quote',
  'note',
  'locator',
  'text',
  'method',
  'name',
  'why',
  'reason',
]);
