import { stretchesOf } from '#domain/anchor/stretches.ts';

/** A text with what it has over another one marked, and what it lacks struck through. */
export function WordDifference({ from, to }: { readonly from: string; readonly to: string }) {
  return stretchesOf(from, to).map(({ kind, before, after }) =>
    kind === 'same' ? (
      <span key={`s${after.start}`}>{to.slice(after.start, after.end)}</span>
    ) : kind === 'added' ? (
      <ins key={`a${after.start}`}>{to.slice(after.start, after.end)}</ins>
    ) : (
      <del key={`r${before.start}`}>{from.slice(before.start, before.end)}</del>
    ),
  );
}
