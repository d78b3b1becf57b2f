import type { ArticleDocument, Node } from '#domain/document.ts';
import { flatten } from '#domain/flat-text.ts';
import { oneLine } from './clean-text.ts';
import { addressIn } from './footnotes.ts';
import type { PageFacts } from './html-metadata.ts';
import type { PageNote } from './html-notes.ts';
import { textsOf } from './offsets.ts';

/** What a reader of a document format gives: the text, what the file says about itself, and its notes. */
export type ReadDocument = {
  readonly document: ArticleDocument;
  readonly facts: PageFacts;
  readonly notes: ReadonlyMap<string, PageNote>;
  /** Which texts of the document cite which note, by identity. */
  readonly noted: ReadonlyMap<Node, string>;
  readonly warnings: readonly string[];
};

/** A note as its own small document, before it is put at the end of the text. */
export type WrittenNote = {
  readonly key: string;
  readonly label: string;
  readonly document: ArticleDocument;
  readonly noted?: ReadonlyMap<Node, string>;
};

export const NO_FACTS: PageFacts = {
  title: '',
  author: '',
  publisher: '',
  address: '',
  published: '',
  language: '',
  captured: '',
};

const LONGEST_NOTE = 4_000;

/** Puts notes at the end of a text, each begun by its label in brackets as it stands where the text cites it. */
export function withNotes(
  body: ArticleDocument,
  noted: ReadonlyMap<Node, string>,
  written: readonly WrittenNote[],
): Pick<ReadDocument, 'document' | 'notes' | 'noted'> {
  const notes = new Map<string, PageNote>();
  const all = new Map(noted);
  const content = [...body.content!];
  for (const { key, label, document, noted: inside } of written) {
    const text = oneLine(flatten(document).text.slice(0, LONGEST_NOTE));
    notes.set(key, { label, text, address: linkIn(document) || addressIn(text) });
    content.push(...labelled(document, marker(label)));
    for (const [node, cited] of inside ?? []) all.set(node, cited);
  }
  return { document: { type: 'doc', content }, notes, noted: all };
}

/** How a note is cited in the text, and how its own text begins. */
export function marker(label: string): string {
  return /^[\p{L}\p{N}]/u.test(label) ? `[${label}]` : label;
}

function labelled(document: ArticleDocument, label: string): Node[] {
  const [first, ...rest] = document.content!;
  if (first!.type !== 'paragraph')
    return [{ type: 'paragraph', content: [{ type: 'text', text: label }] }, ...document.content!];
  const own = first!.content ?? [];
  const text = own.length > 0 ? `${label} ` : label;
  return [{ ...first!, content: [{ type: 'text', text }, ...own] }, ...rest];
}

function linkIn(document: ArticleDocument): string {
  for (const { node } of textsOf(document)) {
    const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.['href'];
    if (typeof href === 'string' && /^https?:/i.test(href)) return href;
  }
  return '';
}

/** `one` for 1, `many` with its `#` replaced for more, nothing for none. */
export function counted(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [count === 1 ? one : many.replace('#', count.toLocaleString('en'))];
}

/** 1 as i, 4 as iv: what the numbers of endnotes look like by custom. */
export function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [amount, letters] of ROMAN)
    while (rest >= amount) {
      text += letters;
      rest -= amount;
    }
  return text;
}
const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** What programs write into a title or an author when nobody told them any. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|document\s*\d*|документ\s*\d*|без названия.*|blank|title|.*\.(?:docx?|rtf|odt|pdf|indd|qxd|tmp|pages|tex))$/iu;
const NO_AUTHOR =
  /^(?:python-docx|(?:windows |microsoft office )?user|admin(?:istrator)?|owner|author|un-?named|unknown|none|пользователь(?: windows)?|админ(?:истратор)?|\W*)$/iu;

export function sensibleTitle(title: string): string {
  const line = oneLine(title);
  return NO_TITLE.test(line) ? '' : line;
}

export function sensibleAuthor(author: string): string {
  const line = oneLine(author);
  return NO_AUTHOR.test(line) ? '' : line;
}
