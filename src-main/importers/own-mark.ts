import type { ArticleDocument, Node } from '#domain/document.ts';

/** A note without the mark that its writer typed before it, and that mark. */
export type OwnMark = { readonly mark: string; readonly document: ArticleDocument };

/** A sign or a number that somebody typed as a note's mark: `*`, `1`, `(a)`. */
const MARK = /^([*†‡§¶‖#]{1,3}|[[(]?\d{1,3}[\])]?|[[(][a-z][\])])(?=[\s\p{L}«“"„]|$)/u;

/** The mark at the start of a note that counts itself; null where there is none. */
export function ownMark(document: ArticleDocument): OwnMark | null {
  const [first, ...rest] = document.content ?? [];
  if (first?.type !== 'paragraph') return null;
  const words = (first.content ?? []).map((node) => node.text ?? '\n').join('');
  const mark = MARK.exec(words)?.[1];
  if (mark === undefined) return null;
  let left = mark.length + (/^\s*/.exec(words.slice(mark.length))?.[0].length ?? 0);
  const content: Node[] = [];
  for (const node of first.content ?? []) {
    const text = node.text ?? '';
    const kept = text.slice(left);
    left = Math.max(0, left - text.length);
    if (node.type !== 'text') content.push(node);
    else if (kept !== '') content.push(kept === text ? node : { ...node, text: kept });
  }
  return { mark, document: { ...document, content: [{ ...first, content }, ...rest] } };
}
