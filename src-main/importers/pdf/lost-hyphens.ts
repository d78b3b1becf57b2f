import type { Line } from './lines.ts';

/** The least lines from which can be seen that a text is set to both edges. */
const LEAST = 4;
/** In heights of the letters: how near to the edge a full line ends, how wide a hyphen is, how much hyphens of one text differ. */
const FLUSH = 0.04;
const NARROWEST = 0.12;
const WIDEST = 0.5;
const SAME = 0.03;

/**
 * Gives back the hyphens that pdf.js drops: many programs write one that breaks a word as a soft hyphen, which pdf.js takes for
 * no sign at all. Where a text is set to both edges, the lines that lost one end as far before the edge as a hyphen is wide.
 */
export function restoreHyphens(lines: readonly Line[]): void {
  if (lines.length < LEAST) return;
  // who writes visible hyphens has lost none
  if (lines.some((line, n) => ends(line, /\p{L}[-‐]$/u) && begins(lines[n + 1], /^\p{Ll}/u))) return;
  const right = edgeOf(lines);
  if (right === null) return;
  const short = lines.filter((line, n) => {
    const next = lines[n + 1];
    const gap = (right - line.right) / line.size;
    return (
      gap > NARROWEST &&
      gap < WIDEST &&
      !line.rightToLeft &&
      next !== undefined &&
      Math.abs(next.size - line.size) < line.size * 0.1 &&
      next.y - line.y < line.size * 2 &&
      ends(line, /\p{L}$/u) &&
      begins(next, /^\p{Ll}/u)
    );
  });
  const gaps = short.map((line) => (right - line.right) / line.size).toSorted((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 2)];
  if (usual === undefined) return;
  const lost = short.filter((line) => Math.abs((right - line.right) / line.size - usual) <= SAME);
  const worded = lines.filter((line) => ends(line, /\p{L}$/u));
  const full = worded.filter((line) => Math.abs(right - line.right) <= FLUSH * line.size);
  // nearly all must end at one of the two places, else the text is ragged and they do so by chance
  if (full.length + lost.length < worded.length * 0.75) return;
  for (const line of lost) line.pieces.at(-1)!.text += '\u00AD';
}

/**
 * Where full lines end: the outermost place at which several do; null where lines end here and there. Only those that end
 * with a letter tell, since other signs may hang over the edge; in narrow columns most lines may have lost a hyphen.
 */
function edgeOf(lines: readonly Line[]): number | null {
  const rights = lines
    .filter((line) => ends(line, /\p{L}$/u))
    .map((line) => line.right)
    .toSorted((a, b) => b - a);
  const size = lines[Math.floor(lines.length / 2)]!.size;
  const least = Math.max(2, rights.length * 0.15);
  const first = rights.findIndex(
    (right, n) => right - (rights[n + Math.ceil(least) - 1] ?? -Infinity) <= FLUSH * size,
  );
  const edge = rights[first];
  if (edge === undefined) return null;
  const near = rights.filter((right) => Math.abs(edge - right) <= WIDEST * size);
  return near.length >= rights.length * 0.6 ? edge : null;
}

const ends = (line: Line, pattern: RegExp): boolean => pattern.test(line.pieces.at(-1)?.text ?? '');
const begins = (line: Line | undefined, pattern: RegExp): boolean =>
  pattern.test(line?.pieces[0]?.text ?? '');
