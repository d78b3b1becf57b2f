import { flatten } from '#domain/flat-text.ts';
import type { ReadCapture } from '#domain/imported.ts';
import { containerOf, unpack, type Container } from './container-kind.ts';
import { documentKind, type DocumentKind } from './document-kind.ts';
import { signatureOf } from './file-kind.ts';
import { ImportError } from './import-error.ts';
import { readDocument } from './read-document.ts';
import { readText, type FileText } from './read-text.ts';
import { formatOf } from './text-format.ts';

export type CaptureSource = {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Which page of an archive that holds several, by address or number. */
  readonly page?: string;
};

/** The pictures that are shown as they are. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * Tells what an archived copy is by its content and reads its text. Pictures have none.
 * @throws ImportError when it is empty or of a kind that is not kept
 */
export async function readCapture(source: CaptureSource): Promise<ReadCapture> {
  const { bytes, name } = source;
  if (bytes.length === 0) throw new ImportError('unreadable', `“${name}” is empty.`);
  const container = containerOf(bytes, name);
  if (container) return readContained(container, source);
  const signature = signatureOf(bytes);
  if (signature?.kind === 'application/pdf') {
    const { readPdf } = await import('./pdf-text.ts');
    return { mediaType: signature.kind, captured: '', ...(await readPdf(bytes, name)) };
  }
  const document = documentKind(bytes, name);
  if (document !== null && document !== 'pdf') return readWritten(document, bytes, name);
  if (signature && PICTURES.has(signature.kind))
    return { mediaType: signature.kind, captured: '', text: null, pages: [], warnings: [] };
  if (signature)
    throw new ImportError(
      'unsupported',
      `“${name}” looks like ${signature.name}; an archived copy may be a PDF, a web page or archive, a message, a document (DOCX, ODT, RTF, EPUB), a text or a picture (PNG, JPEG, GIF, WebP).`,
    );
  const format = formatOf(bytes, name);
  const file = readText(bytes, name, format === 'html');
  if (format !== 'html')
    return { mediaType: 'text/plain', captured: '', text: file.text, pages: [], warnings: file.warnings };
  const { text, captured, warnings } = await readMarkup(file);
  return { mediaType: 'text/html', captured, text, pages: [], warnings };
}

const DOCUMENT_TYPES: Readonly<Record<Exclude<DocumentKind, 'pdf'>, ReadCapture['mediaType']>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  epub: 'application/epub+zip',
};

async function readWritten(
  kind: Exclude<DocumentKind, 'pdf'>,
  bytes: Uint8Array,
  name: string,
): Promise<ReadCapture> {
  const { document, warnings } = await readDocument(kind, bytes, name);
  return {
    mediaType: DOCUMENT_TYPES[kind],
    captured: '',
    text: flatten(document).text,
    pages: [],
    warnings: warnings.slice(0, 150),
  };
}

async function readMarkup(file: FileText): Promise<{ text: string; captured: string; warnings: string[] }> {
  const { readPage } = await import('./html-page.ts');
  const page = readPage(file.text, true);
  return {
    text: flatten(page.document).text,
    captured: page.facts.captured,
    warnings: [...file.warnings, ...page.warnings],
  };
}

const MEDIA_TYPES: Readonly<Record<Container, string>> = {
  warc: 'application/warc',
  wacz: 'application/wacz',
  mhtml: 'multipart/related',
  webarchive: 'application/x-webarchive',
  eml: 'message/rfc822',
  mbox: 'application/mbox',
};

/** An archive is kept whole; its text is that of the chosen page. */
async function readContained(
  kind: Container,
  { bytes, name, page = '' }: CaptureSource,
): Promise<ReadCapture> {
  const inner = await unpack(kind, bytes, name, page);
  const facts = { mediaType: MEDIA_TYPES[kind] };
  const format = formatOf(inner.bytes, '', inner.mediaType);
  const isPdf = signatureOf(inner.bytes)?.kind === 'application/pdf';
  if (isPdf) {
    const { readPdf } = await import('./pdf-text.ts');
    const read = await readPdf(inner.bytes, name);
    return {
      ...facts,
      captured: inner.facts.captured,
      ...read,
      warnings: [...inner.warnings, ...read.warnings],
    };
  }
  const document = documentKind(inner.bytes, name);
  if (document !== null && document !== 'pdf') {
    const read = await readWritten(document, inner.bytes, name);
    return {
      ...read,
      ...facts,
      captured: inner.facts.captured,
      warnings: [...inner.warnings, ...read.warnings],
    };
  }
  const file = readText(inner.bytes, name, format === 'html', inner.charset);
  const read =
    format === 'html' ? await readMarkup(file) : { text: file.text, captured: '', warnings: file.warnings };
  return {
    ...facts,
    captured: inner.facts.captured || read.captured,
    text: read.text,
    pages: [],
    warnings: [...inner.warnings, ...read.warnings],
  };
}
