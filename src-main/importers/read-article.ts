import { checkDocument, type ArticleDocument, type Node } from '#domain/document.ts';
import { flatten } from '#domain/flat-text.ts';
import type { FoundFootnote, ReadArticle } from '#domain/imported.ts';
import type { ArticleFormat } from '#domain/words.ts';
import { addressesWritten } from './note-addresses.ts';
import { oneLine } from './clean-text.ts';
import { containerOf, unpack } from './container-kind.ts';
import { documentKind, type DocumentKind } from './document-kind.ts';
import { findFootnotes } from './footnotes.ts';
import type { PageFacts } from './html-metadata.ts';
import { ImportError } from './import-error.ts';
import { languageOf } from './language.ts';
import { textsOf } from './offsets.ts';
import { readPlainText } from './plain-text.ts';
import { proposeFromText } from './proposals.ts';
import { otherThanNamed, readDocument, type AnyDocument } from './read-document.ts';
import { readText, type FileText } from './read-text.ts';
import { joinTexts } from './text-builder.ts';
import { formatOf } from './text-format.ts';
import type { Unpacked } from './unpacked.ts';

export type ArticleSource = {
  readonly bytes: Uint8Array;
  /** The file's name, with or without its folders: for its ending, for messages, and as a last resort for the title. */
  readonly name: string;
  readonly mediaType?: string;
  /** Which page of an archive that holds several, by address or number. */
  readonly page?: string;
  /** Of a book: which chapters, counted from 1; none for the whole. */
  readonly chapters?: readonly number[];
};

type Parsed = {
  readonly document: ArticleDocument;
  readonly facts: PageFacts;
  readonly footnotes: readonly FoundFootnote[];
  readonly warnings: readonly string[];
  readonly pages?: readonly number[];
  readonly chapters?: readonly string[];
};

/**
 * Reads an article out of untrusted bytes: a document that fits the schema, and what can be proposed about it.
 * @throws ImportError with a sentence for the person
 */
export async function readArticle(source: ArticleSource): Promise<ReadArticle> {
  // people know a file by its name; the folders before it only make a sentence long
  const name = source.name.replace(/^.*[\\/](?=[^\\/])/s, '');
  const kind = containerOf(source.bytes, name, source.mediaType);
  if (kind) return readContained(await unpack(kind, source.bytes, name, source.page ?? ''), name);
  const document = documentKind(source.bytes, name);
  if (document) {
    const written = await readWritten(document, source.bytes, name, source.chapters);
    return { ...written, warnings: [...written.warnings, ...otherThanNamed(name, document)] };
  }
  const format = formatOf(source.bytes, name, source.mediaType);
  const file = readText(source.bytes, name, format === 'html');
  const article = articleFrom(await parse(format, file), format, file, name);
  return { ...article, warnings: [...article.warnings, ...otherThanNamed(name, format)] };
}

/** What is known of the bytes of a document: it holds its text in a form of its own. */
const DOCUMENT: FileText = { text: '', encoding: '', warnings: [] };

async function readWritten(
  kind: DocumentKind,
  bytes: Uint8Array,
  name: string,
  chapters: readonly number[] = [],
): Promise<ReadArticle> {
  const parsed = finish(await readDocument(kind, bytes, name, chapters));
  const article = articleFrom(parsed, kind, DOCUMENT, name);
  const own = new Set(parsed.footnotes.map((note) => note.label));
  // a document that marks its notes needs no guessing which numbered lines are notes, unless the text cites them
  const footnotes = article.footnotes.filter(
    (note) =>
      parsed.footnotes.length === 0 ||
      parsed.footnotes.includes(note) ||
      (note.places.length > 0 && !own.has(note.label)),
  );
  return { ...article, footnotes };
}

/** Reads what a container held as if it had come alone; what the page says about itself counts for more. */
async function readContained(unpacked: Unpacked, name: string): Promise<ReadArticle> {
  const { facts } = unpacked;
  const inner = await readInner(unpacked, name);
  const first = (...values: string[]) => values.map(oneLine).find((value) => value !== '') ?? '';
  // what came with a message is not by its sender
  const isMail = unpacked.format === 'eml' && unpacked.whole;
  return {
    ...inner,
    title: isMail ? first(facts.title, inner.title) : inner.title,
    author: isMail ? first(facts.author, inner.author) : first(inner.author, facts.author),
    // where a copy came from is known better than where a page says that it belongs
    address: first(facts.address, isMail ? '' : inner.address),
    published: isMail ? first(facts.published, inner.published) : first(inner.published, facts.published),
    captured: first(facts.captured, inner.captured),
    format: unpacked.format,
    encoding: unpacked.encoding || inner.encoding,
    warnings: [...new Set([...unpacked.warnings, ...inner.warnings])],
  };
}

async function readInner(
  { bytes, mediaType, charset, whole, facts }: Unpacked,
  name: string,
): Promise<ReadArticle> {
  const document = documentKind(bytes, name);
  if (document) return readWritten(document, bytes, name);
  // the name is that of the container and tells nothing about what is in it
  const format = formatOf(bytes, '', mediaType);
  const file = readText(bytes, name, format === 'html', charset);
  const parsed = await parse(format, file, whole, facts.address);
  const titled = parsed.facts.title === '' ? { ...parsed.facts, title: facts.title } : parsed.facts;
  return articleFrom({ ...parsed, facts: titled }, format, file, name);
}

function articleFrom(parsed: Parsed, format: ArticleFormat, file: FileText, name: string): ReadArticle {
  const { text } = flatten(parsed.document);
  if (!/[^\s\uFFFC]/.test(text)) throw new ImportError('unreadable', noText(name, format));
  // plain text and pages without own data tell what they are in their first lines
  const guess = proposeFromText(text.split('\n'), name);
  const { facts } = parsed;
  const said = (own: string, proposed: string) => oneLine(own) || proposed;
  return {
    title: said(facts.title, withoutNote(guess.title, parsed.footnotes)),
    author: said(facts.author, guess.author),
    publisher: said(facts.publisher, guess.publisher),
    address: said(facts.address, guess.address),
    published: said(facts.published, guess.published),
    captured: facts.captured,
    language: languageOf(text, facts.language),
    format,
    encoding: file.encoding,
    document: checkDocument(parsed.document),
    warnings: [...new Set([...file.warnings, ...parsed.warnings])].slice(0, 150),
    footnotes: withoutRepeats(parsed.footnotes, findFootnotes(text, parsed.document)),
    pages: parsed.pages ?? [],
    chapters: parsed.chapters ?? [],
  };
}

/** A heading that cites a note is called without the note's number. */
function withoutNote(title: string, notes: readonly FoundFootnote[]): string {
  const cited = notes.find(({ label }) => title.endsWith(`[${label}]`));
  return (cited && title.slice(0, -cited.label.length - 2).trimEnd()) || title;
}

function noText(name: string, format: ArticleFormat): string {
  return format === 'pdf'
    ? `“${name}” holds no text that could be read: its pages may be pictures of a scanned paper.`
    : `“${name}” holds no text that could be read.`;
}

const NOTHING: PageFacts = {
  title: '',
  author: '',
  publisher: '',
  address: '',
  published: '',
  language: '',
  captured: '',
};

async function parse(format: ArticleFormat, { text }: FileText, whole = false, origin = ''): Promise<Parsed> {
  if (format === 'text') return { ...readPlainText(text), facts: NOTHING, footnotes: [] };
  const { readPage } = await import('./html-page.ts');
  if (format === 'html') return finish(readPage(text, whole, origin));
  const { renderMarkdown } = await import('./markdown.ts');
  const { html, facts } = await renderMarkdown(text);
  const page = readPage(html, true);
  const heading = page.document.content!.find((block) => block.type === 'heading');
  const first = page.document.content![0]!;
  const headline = heading?.attrs?.['level'] === 1 || heading === first ? lineOf(heading) : '';
  return { ...finish(page), facts: { ...facts, title: facts.title || headline } };
}

function lineOf(node: Node | undefined): string {
  return (node?.content ?? []).map((child) => child.text ?? ' ').join('');
}

function finish(page: AnyDocument): Parsed {
  const places = new Map<string, { start: number; end: number }[]>();
  for (const { node, start } of textsOf(page.document)) {
    const key = page.noted.get(node);
    if (key === undefined) continue;
    const known = places.get(key) ?? [];
    known.push({ start, end: start + node.text!.length });
    places.set(key, known);
  }
  return {
    document: joinTexts(page.document),
    facts: page.facts,
    warnings: page.warnings,
    footnotes: [...page.notes].flatMap(([key, note]) =>
      eachAddress(note).map((address) => ({ ...note, address, places: places.get(key) ?? [] })),
    ),
    ...(page.pages ? { pages: page.pages } : {}),
    ...(page.chapters ? { chapters: page.chapters } : {}),
  };
}

/** A note that names several sources proposes each of them. */
function eachAddress({ text, address }: { text: string; address: string }): string[] {
  const written = addressesWritten(text).filter((one) => one !== address);
  return [...new Set([...(address === '' && written.length > 0 ? [] : [address]), ...written])].slice(0, 20);
}

/** A linked note that also stands as a numbered line is one note. */
function withoutRepeats(
  linked: readonly FoundFootnote[],
  numbered: readonly FoundFootnote[],
): FoundFootnote[] {
  const known = new Map(linked.map((note) => [note.label, note]));
  return [
    ...linked,
    ...numbered.filter((note) => {
      const same = known.get(note.label);
      return (
        !same ||
        (note.places.length === 0 &&
          same.address !== note.address &&
          !note.text.includes(same.text) &&
          !same.text.includes(note.text))
      );
    }),
  ];
}
