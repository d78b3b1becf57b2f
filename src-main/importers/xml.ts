import { decode } from './decode.ts';
import { ImportError } from './import-error.ts';
import { shortener } from './xml-names.ts';
import { parseXml, XmlError, type XmlFault } from './xml-parse.ts';

/** An element, with its names in the caller's own prefixes: `w:p`, whatever the file calls that namespace. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
};
export type XmlNode = XmlElement | string;

export type XmlOptions = {
  /** What is read, for messages: the file's name. */
  readonly file: string;
  /** Namespace → the prefix by which the caller knows it; '' gives bare names. Other namespaces keep their whole name in braces. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** Whether a document type may stand at the top, as older books and OpenDocument files have it. It is never followed. */
  readonly doctype?: boolean;
};

/** Far beyond what any writer makes; below what would stop the program. */
export const XML_LIMITS = { bytes: 100_000_000, depth: 256, attributes: 500, elements: 4_000_000 } as const;

/**
 * Reads XML strictly into a light tree: no document type's rules, no entities beyond XML's own five, nothing external.
 * @throws ImportError with one sentence
 */
export function readXml(bytes: Uint8Array, options: XmlOptions): XmlElement {
  if (bytes.length > XML_LIMITS.bytes) throw new ImportError(...sentenceOf('too large', options.file));
  try {
    return parseXml(textOf(bytes), shortener(options.prefixes), XML_LIMITS, options.doctype === true);
  } catch (error) {
    throw error instanceof XmlError ? new ImportError(...sentenceOf(error.fault, options.file)) : error;
  }
}

/** UTF-8 as nearly all of them are; whatever else a mark or the declaration says. */
function textOf(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xfe || bytes[0] === 0xff || bytes[0] === 0 || bytes[1] === 0;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  if (!marked && declared === 'utf-8')
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // damaged or wrongly declared: what follows makes the best of it
    }
  return decode(bytes, true).text.replace(/^\uFEFF/, '');
}

type Sentence = [code: 'unreadable' | 'too-large', sentence: string];

function sentenceOf(fault: XmlFault, file: string): Sentence {
  switch (fault) {
    case 'damaged':
      return ['unreadable', `“${file}” is damaged: a part of it is no well-formed XML.`];
    case 'doctype':
      return [
        'unreadable',
        `“${file}” defines a document type of its own, which no document of its kind needs; it was not read.`,
      ];
    case 'too deep':
      return ['unreadable', `“${file}” nests its parts more than ${XML_LIMITS.depth} deep; it was not read.`];
    case 'too large':
      return ['too-large', `“${file}” has more text than an article can have; it was not read.`];
  }
}

/** The first child element of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** All elements below one, in document order, itself left out. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* descendantsOf(child);
  }
}

/** All text below an element. The depth is bounded by the reader. */
export function textIn(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : textIn(child)))
    .join('');
}
