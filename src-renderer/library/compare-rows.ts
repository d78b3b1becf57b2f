import type { Output } from '#contract/index.ts';

type Piece = Output<'compareArticles'>['pieces'][number];
export type Words = { readonly text: string; readonly isOwn: boolean };

/** What stands side by side: paragraphs of two texts, with the words marked that only one of them has. */
export type Row =
  | { readonly kind: 'changed'; readonly a: readonly Words[]; readonly b: readonly Words[] }
  | { readonly kind: 'same'; readonly text: string; readonly count: number };

/** Lays the pieces of a comparison out in rows that break where both texts do; runs of equal paragraphs are one row. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = [];
  let a: Words[] = [];
  let b: Words[] = [];
  const end = () => {
    const isSame = ![...a, ...b].some((words) => words.isOwn);
    const text = a.map((words) => words.text).join('');
    if (isSame && text.trim() !== '') {
      const last = rows.at(-1);
      if (last?.kind === 'same')
        rows[rows.length - 1] = { kind: 'same', text: last.text, count: last.count + 1 };
      else rows.push({ kind: 'same', text, count: 1 });
    } else if (!isSame) rows.push({ kind: 'changed', a, b });
    a = [];
    b = [];
  };
  for (const piece of pieces) {
    if (piece.in !== 'both') {
      (piece.in === 'a' ? a : b).push({ text: piece.text, isOwn: true });
      continue;
    }
    const lines = piece.text.split('\n');
    lines.forEach((line, index) => {
      if (line !== '') {
        a.push({ text: line, isOwn: false });
        b.push({ text: line, isOwn: false });
      }
      if (index < lines.length - 1) end();
    });
  }
  end();
  return rows;
}
