import { SaxesParser } from 'saxes';
import { decode } from './decode.ts';
import { ImportError } from './import-error.ts';

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

type Growing = { name: string; attributes: Map<string, string>; children: XmlNode[] };
const NONE: Map<string, string> = new Map();

/**
 * Reads XML strictly into a light tree: no document type's rules, no entities beyond XML's own five, nothing external.
 * @throws ImportError with one sentence
 */
export function readXml(bytes: Uint8Array, options: XmlOptions): XmlElement {
  if (bytes.length > XML_LIMITS.bytes) throw tooLarge(options.file);
  const top: Growing = { name: '', attributes: NONE, children: [] };
  const stack: Growing[] = [top];
  const nameOf = shortener(options.prefixes);
  let elements = 0;

  const parser = new SaxesParser({ xmlns: true, position: false });
  let attributes = 0;
  parser.on('error', () => {
    throw damaged(options.file);
  });
  parser.on('doctype', (doctype) => {
    if (!options.doctype || doctype.includes('[') || doctype.length > 1_000)
      throw new ImportError(
        'unreadable',
        `“${options.file}” defines a document type of its own, which no document of its kind needs; it was not read.`,
      );
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    if (stack.length > XML_LIMITS.depth) throw tooDeep(options.file);
    if (++elements > XML_LIMITS.elements) throw tooLarge(options.file);
  });
  parser.on('attribute', () => {
    if (++attributes > XML_LIMITS.attributes) throw damaged(options.file);
  });
  parser.on('opentag', (tag) => {
    let own = NONE;
    for (const key in tag.attributes) {
      const { uri, local, prefix, value } = tag.attributes[key]!;
      if (prefix === 'xmlns' || key === 'xmlns') continue;
      if (own === NONE) own = new Map();
      own.set(nameOf(uri, local), value);
    }
    const element: Growing = { name: nameOf(tag.uri, tag.local), attributes: own, children: [] };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  const addText = (text: string) => void stack.at(-1)!.children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(textOf(bytes)).close();

  const root = top.children.find((child) => typeof child !== 'string');
  if (!root) throw damaged(options.file);
  return root;
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

/** Names in the caller's prefixes, each made once. */
function shortener(prefixes: Readonly<Record<string, string>>): (uri: string, local: string) => string {
  const known = new Map<string, Map<string, string>>();
  return (uri, local) => {
    let names = known.get(uri);
    if (!names) known.set(uri, (names = new Map()));
    let name = names.get(local);
    if (name === undefined) {
      const prefix = uri === '' ? '' : Object.hasOwn(prefixes, uri) ? prefixes[uri]! : `{${uri}}`;
      name = prefix === '' || prefix.startsWith('{') ? `${prefix}${local}` : `${prefix}:${local}`;
      names.set(local, name);
    }
    return name;
  };
}

const damaged = (file: string) =>
  new ImportError('unreadable', `“${file}” is damaged: a part of it is no well-formed XML.`);
const tooDeep = (file: string) =>
  new ImportError(
    'unreadable',
    `“${file}” nests its parts more than ${XML_LIMITS.depth} deep; it was not read.`,
  );
const tooLarge = (file: string) =>
  new ImportError('too-large', `“${file}” has more text than an article can have; it was not read.`);

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
