import type { ArticleDocument } from './document.ts';
import type { ArticleFormat } from './words.ts';

/** A numbered note found in an article, which proposes a reference. Offsets are UTF-16 units of the canonical text. */
export type FoundFootnote = {
  readonly label: string;
  readonly text: string;
  /** The web address in it, or ''. */
  readonly address: string;
  /** Where the text cites it, markers included. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
};

/** What could be read out of an article's bytes. What is not known is ''. */
export type ReadArticle = {
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly address: string;
  /** An ISO day, `2022-01-05`. */
  readonly published: string;
  /** When the copy that was read was made, as the copy states it: ISO 8601 in UTC. */
  readonly captured: string;
  /** BCP 47, as in `ru`. */
  readonly language: string;
  readonly format: ArticleFormat;
  /** The encoding's WHATWG name in lower case where it has one. */
  readonly encoding: string;
  readonly document: ArticleDocument;
  /** One sentence each, in English, on what was guessed, changed or left out. */
  readonly warnings: readonly string[];
  readonly footnotes: readonly FoundFootnote[];
  /** The offset at which each printed page starts; [] where there are none. */
  readonly pages: readonly number[];
  /** The titles of a book's chapters, all of them, whichever were read; [] for what is no book. */
  readonly chapters: readonly string[];
};

/** What could be read out of an archived copy. */
export type ReadCapture = {
  readonly mediaType: string;
  /** When the copy was made, as it states itself: ISO 8601 in UTC, or ''. */
  readonly captured: string;
  /** null where it is a picture. */
  readonly text: string | null;
  /** The offset at which each page starts; [] where there are no pages. */
  readonly pages: readonly number[];
  readonly warnings: readonly string[];
};
