import { stretchesOf } from '#domain/anchor/stretches.ts';

/** Below this share of common text the marks would only hide what was written. */
const ALIKE = 0.4;

type Texts = { readonly from: string; readonly to: string };

/** A text with what it has over another one marked, and what it lacks struck through; plain where little is common. */
export function WordDifference({ from, to }: Texts) {
  return marked(from, to) ?? to;
}

/** The same, for where the other text stands nowhere else: with little in common, both whole. */
export function Replaced({ from, to }: Texts) {
  return (
    marked(from, to) ?? (
      <>
        <del>{from}</del> <ins>{to}</ins>
      </>
    )
  );
}

function marked(from: string, to: string) {
  const stretches = stretchesOf(from, to);
  const common = stretches.reduce(
    (sum, { kind, after }) => sum + (kind === 'same' ? after.end - after.start : 0),
    0,
  );
  if (common < ALIKE * Math.max(from.length, to.length)) return undefined;
  return stretches.map(({ kind, before, after }) =>
    kind === 'same' ? (
      <span key={`s${after.start}`}>{to.slice(after.start, after.end)}</span>
    ) : kind === 'added' ? (
      <ins key={`a${after.start}`}>{to.slice(after.start, after.end)}</ins>
    ) : (
      <del key={`r${before.start}`}>{from.slice(before.start, before.end)}</del>
    ),
  );
}
