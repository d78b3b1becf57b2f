/**
 * An article's text as ProseMirror JSON, and the closed list of what may stand in it.
 * `article-schema.ts` builds the editor's schema from the same nouns; a test holds the two together.
 */
export type Mark = { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> };

export type Node = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Node[];
  readonly marks?: readonly Mark[];
  readonly text?: string;
};

export type ArticleDocument = Node & { readonly type: 'doc' };

/** Blocks whose content is inline: each gives one line of the canonical text. */
export const TEXT_BLOCKS = ['paragraph', 'heading', 'codeBlock'] as const;

/** Nodes without content: each is one character of the canonical text. */
export const LEAVES = ['hardBreak', 'horizontalRule', 'image'] as const;

export const CONTAINERS = [
  'doc',
  'blockquote',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
] as const;

export const MARKS = [
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
  'link',
  'subscript',
  'superscript',
] as const;

/** What an article link may point to. Anything else loses its link and keeps its words. */
export function isSafeAddress(address: string): boolean {
  return /^(https?:|mailto:)/i.test(address.trim());
}
