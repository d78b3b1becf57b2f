import type { ArticleFormat } from '#domain/words.ts';

/** What a container (a saved page, an archive, a message) says about the text in it; '' where it says nothing. */
export type ContainerFacts = {
  readonly title: string;
  readonly author: string;
  readonly address: string;
  /** An ISO day. */
  readonly published: string;
  /** When the copy was made, ISO 8601 in UTC. */
  readonly captured: string;
};

export const NO_FACTS: ContainerFacts = { title: '', author: '', address: '', published: '', captured: '' };

/** The one page or text of a container: it is then read as if it had come alone. */
export type Unpacked = {
  readonly format: ArticleFormat;
  readonly bytes: Uint8Array;
  /** As in `text/html`. */
  readonly mediaType: string;
  /** The encoding that the transport names, or ''. It counts for more than what stands inside the page. */
  readonly charset: string;
  /** The encoding that it had inside, where the bytes are no longer in it; else ''. */
  readonly encoding: string;
  /** Whether all of it is the text: a message has no menus around it. */
  readonly whole: boolean;
  readonly facts: ContainerFacts;
  readonly warnings: readonly string[];
};

/** One page of an archive that holds several, as a person chooses it. */
export type PageOffer = {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  /** When it was captured, ISO 8601 in UTC, or ''. */
  readonly time: string;
};
