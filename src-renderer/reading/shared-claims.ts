import type { Mark } from '#contract/nouns.ts';

/** The claims that stand in both articles, in the order of the first. */
export function sharedClaims(here: readonly Mark[], there: readonly Mark[]): string[] {
  const placed = (mark: Mark) => mark.state !== 'orphaned';
  const other = new Set(there.filter(placed).map((mark) => mark.claim));
  const own = here.filter(placed).toSorted((a, b) => a.start - b.start);
  return [...new Set(own.map((mark) => mark.claim))].filter((claim) => other.has(claim));
}

/** The claim after or before the chosen one, round and round; the first or last where none of them is chosen. */
export function stepAmong(claims: readonly string[], chosen: string | null, by: 1 | -1): string | null {
  if (claims.length === 0) return null;
  const at = chosen === null ? -1 : claims.indexOf(chosen);
  if (at < 0) return (by === 1 ? claims[0] : claims.at(-1)) ?? null;
  return claims[(at + by + claims.length) % claims.length] ?? null;
}
