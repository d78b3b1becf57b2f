import type { RatingShape } from '#domain/scale.ts';
import type { Verifiability } from '#domain/words.ts';
import { followable } from '../markup.ts';

/**
 * A report as a sequence of blocks, before any format: what it says and in which order is written once, and PDF,
 * DOCX and ODT only give each kind of block its look.
 */
export type Outline = {
  readonly language: string;
  /** What the document is called; never empty. */
  readonly title: string;
  /** What kind of document this is, above its title. */
  readonly kicker: string;
  /** ISO 8601 in UTC, or '' for a project in which nothing was done yet. */
  readonly generatedFrom: string;
  /** The same for people, with the words before it. */
  readonly asOf: string;
  /** The team's name, or ''. */
  readonly team: string;
  /** The same with the words before it. */
  readonly checkedBy: string;
  readonly logo: Picture | undefined;
  /** What the team says in front of the report. */
  readonly cover: readonly Block[];
  readonly contents: { readonly title: string; readonly entries: readonly Entry[] };
  readonly blocks: readonly Block[];
};

export type Picture = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly alternative: string;
};
/** A line of the contents: deeper ones stand under the one before. */
export type Entry = { readonly text: string; readonly to: string; readonly depth: 1 | 2 };

export type Style = 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'sub' | 'sup' | 'soft' | 'hash';

/** Some characters of one look. A newline is a line break; there are no other control characters. */
export type Run = {
  readonly text: string;
  readonly styles?: readonly Style[];
  /** An http or https address. */
  readonly link?: string;
  /** Id of a place in this report. */
  readonly to?: string;
  /** Ids of the places that begin here. */
  readonly ids?: readonly string[];
  /** The kinds of the claims that run over this text, outermost first. */
  readonly claims?: readonly Verifiability[];
  /** This is the number of a claim that ends here; what a listener hears of it. */
  readonly spoken?: string;
  /** The look of that claim's verdict. */
  readonly tone?: Tone;
  /** This is only a sign: the icon of a rating. The words beside it say the same. */
  readonly icon?: Tone;
};

/** How a rating is told from others: its shape, and its colour as `#rrggbb`. */
export type Tone = { readonly shape: RatingShape; readonly colour: string };

export type Badge = {
  readonly label: string;
  readonly colour: string;
  readonly shape: RatingShape;
  /** A draft is told by an outline, and by words that are part of the label. */
  readonly draft: boolean;
};

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly runs: readonly Run[];
      readonly id?: string;
      /** A claim's number stands before its wording. */
      readonly number?: number;
      /** Whether it belongs to the report, not to the text of an article. */
      readonly own: boolean;
      readonly about?: Language;
    }
  | {
      readonly kind: 'text';
      readonly role: 'body' | 'label' | 'small' | 'stance';
      readonly runs: readonly Run[];
      readonly about?: Language;
    }
  | {
      readonly kind: 'facts';
      readonly rows: readonly { readonly name: string; readonly value: readonly Run[] }[];
    }
  | { readonly kind: 'verdict'; readonly badge: Badge | undefined; readonly meta: readonly Run[] }
  | { readonly kind: 'quote'; readonly of: 'article' | 'evidence'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'list';
      readonly first: number | undefined;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly kind: 'table';
      readonly role: 'figures' | 'articles' | 'glance' | 'history' | 'article';
      readonly columns: number;
      /** How many of the rows are the head. */
      readonly heads: number;
      readonly rows: readonly (readonly Cell[])[];
      /** What it shows, for those who cannot see it. */
      readonly summary: string;
    }
  | {
      readonly kind: 'strip';
      /** Whether it stands in a line of a table. */
      readonly small: boolean;
      readonly title: string;
      readonly text: string;
      readonly parts: readonly Share[];
    }
  | { readonly kind: 'code'; readonly runs: readonly Run[]; readonly about?: Language }
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'group';
      readonly role: 'section' | 'article' | 'claim' | 'evidence' | 'colophon';
      readonly blocks: readonly Block[];
    }
  | {
      readonly kind: 'references';
      readonly items: readonly {
        readonly id: string;
        readonly number: number;
        readonly blocks: readonly Block[];
      }[];
    };

/** The language of a text where it is known and not the report's, as `ru`, and whether it runs from right to left. */
export type Language = { readonly language?: string; readonly rightToLeft?: boolean };

/** A part of a whole, 0 to 1, in its colour. */
export type Share = { readonly share: number; readonly colour: string };

export type Cell = {
  readonly blocks: readonly Block[];
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly end?: boolean;
  readonly bar?: Share;
};

/** What none of the formats can hold, or must not: control characters and halves of characters become U+FFFD. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\P{Cc}\n]|[\uFFFE\uFFFF]/gu, '\uFFFD');
}

/** Our own words, or a person's. */
export function run(text: string, ...styles: readonly Style[]): Run {
  return { text: printable(text), ...(styles.length > 0 ? { styles } : {}) };
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Words of a person inside our own line: what direction they run in does not touch their neighbours. */
export function isolated(text: string, ...styles: readonly Style[]): Run {
  return run(RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text, ...styles);
}

/** The language and direction of a text of its own. */
export function languageOf(text: string, language?: string): { about?: Language } {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  const rightToLeft = RIGHT_TO_LEFT.test(first);
  const tongue = /^[a-z]{2,3}(?=$|[-_])/i.exec(language ?? '')?.[0].toLowerCase();
  const about = {
    ...(tongue === undefined ? {} : { language: tongue }),
    ...(rightToLeft ? { rightToLeft } : {}),
  };
  return Object.keys(about).length > 0 ? { about } : {};
}

/** An address: a link where a reader may follow it, else plain words. */
export function addressRun(address: string): Run {
  const href = followable(address);
  return { ...isolated(address), ...(href === undefined ? {} : { link: printable(href) }) };
}

/** Runs with something between them; empty ones are left out. */
export function joined(
  parts: readonly (Run | readonly Run[] | '' | false | null | undefined)[],
  between: string,
): Run[] {
  const lists = parts.flatMap((part) => {
    if (part === '' || part === false || part === null || part === undefined) return [];
    const runs = 'text' in part ? [part] : part;
    return runs.some(({ text }) => text !== '') ? [runs] : [];
  });
  return lists.flatMap((runs, n) => [...(n > 0 ? [run(between)] : []), ...runs]);
}

export const text = (
  role: 'body' | 'label' | 'small' | 'stance',
  ...runs: readonly (Run | string)[]
): Block => ({ kind: 'text', role, runs: runs.map((one) => (typeof one === 'string' ? run(one) : one)) });

/** A person's text of several lines: an empty line begins a paragraph. */
export function prose(words: string, role: 'body' | 'small' = 'body'): Block[] {
  return words
    .split(/(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'text', role, runs: [run(paragraph)], ...languageOf(paragraph) }));
}

/** All characters of some blocks, in order, a newline after each block. For tests and for what fonts must hold. */
export function wordsOf(blocks: readonly Block[]): string {
  return blocks.map(wordsOfBlock).join('');
}

const wordsOfRuns = (runs: readonly Run[]) => `${runs.map(({ text: words }) => words).join('')}\n`;

function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.number === undefined ? '' : `${block.number} `}${wordsOfRuns(block.runs)}`;
    case 'text':
    case 'code':
      return wordsOfRuns(block.runs);
    case 'facts':
      return block.rows.map(({ name, value }) => `${name}\n${wordsOfRuns(value)}`).join('');
    case 'verdict':
      return `${block.badge ? `${block.badge.label}\n` : ''}${wordsOfRuns(block.meta)}`;
    case 'quote':
    case 'group':
      return wordsOf(block.blocks);
    case 'list':
      return block.items.map(wordsOf).join('');
    case 'table':
      return block.rows.flatMap((row) => row.map((cell) => wordsOf(cell.blocks))).join('');
    case 'references':
      return block.items.map((item) => wordsOf(item.blocks)).join('');
    case 'strip':
    case 'rule':
      return '';
  }
}
