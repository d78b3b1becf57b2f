import type { DocumentKind } from './document-kind.ts';
import type { ReadDocument } from './structured.ts';

/** What only some formats have: pages as offsets of the text, chapters as titles. */
export type AnyDocument = ReadDocument & {
  readonly pages?: readonly number[];
  readonly chapters?: readonly string[];
};

/**
 * Reads a document of a known kind. Each reader is loaded when it is first needed.
 * @param chapters of a book, counted from 1; none for the whole
 * @throws ImportError with one sentence
 */
export async function readDocument(
  kind: DocumentKind,
  bytes: Uint8Array,
  name: string,
  chapters: readonly number[] = [],
): Promise<AnyDocument> {
  switch (kind) {
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(bytes, name);
    case 'odt':
      return (await import('./odt/read-odt.ts')).readOdt(bytes, name);
    case 'rtf':
      return (await import('./rtf/read-rtf.ts')).readRtf(bytes, name);
    case 'epub':
      return (await import('./epub/read-epub.ts')).readEpub(bytes, name, chapters);
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes, name);
  }
}

const ENDINGS: readonly { pattern: RegExp; kind: DocumentKind; what: string }[] = [
  { pattern: /\.(?:docx|docm|dotx|dotm|doc)$/i, kind: 'docx', what: 'a Word document' },
  { pattern: /\.(?:odt|ott|fodt)$/i, kind: 'odt', what: 'an OpenDocument text' },
  { pattern: /\.rtf$/i, kind: 'rtf', what: 'an RTF document' },
  { pattern: /\.epub$/i, kind: 'epub', what: 'an EPUB book' },
  { pattern: /\.pdf$/i, kind: 'pdf', what: 'a PDF file' },
];
const WHAT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ENDINGS.map(({ kind, what }) => [kind, what])),
  html: 'a web page',
  markdown: 'Markdown',
  text: 'plain text',
};

/** A warning where a file is something else than its name says, and one of the two is a document; else none. */
export function otherThanNamed(name: string, format: string): string[] {
  const named = ENDINGS.find(({ pattern }) => pattern.test(name));
  const isDocument = ENDINGS.some(({ kind }) => kind === format);
  if (named?.kind === format || !/\.\w{1,8}$/.test(name) || (!named && !isDocument)) return [];
  return [
    `The name of the file ends like another kind: by its content it is ${WHAT[format] ?? format}, and was read as that.`,
  ];
}
