import { mayDeclare, Scope, type NameOf } from './xml-names.ts';
import type { XmlElement, XmlNode } from './xml.ts';

/** Beyond these a file is refused. */
export type XmlLimits = { readonly depth: number; readonly attributes: number; readonly elements: number };
export type XmlFault = 'damaged' | 'doctype' | 'too deep' | 'too large';

/** What is wrong with an XML text. */
export class XmlError extends Error {
  readonly fault: XmlFault;

  constructor(fault: XmlFault) {
    super(fault);
    this.fault = fault;
  }
}

type Growing = { name: string; attributes: ReadonlyMap<string, string>; children: XmlNode[] };
type Open = { readonly raw: string; readonly element: Growing; readonly scope: Scope };

const NONE: ReadonlyMap<string, string> = new Map();
const START = String.raw`A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const PART = `[${START}][${START}${String.raw`\-.0-9\u00B7\u0300-\u036F\u203F\u2040`}]*`;
const NAME = new RegExp(`${PART}(?::${PART})?`, 'uy');
const TARGET = new RegExp(PART, 'uy');
/** The names that nearly all files have are read without the long list. */
const PLAIN = /[A-Z_a-z][\w.-]*(?::[A-Z_a-z][\w.-]*)?(?=[\s=/>])/y;
const DECLARATION =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.\d+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\3)?[ \t\n]*\?>/y;
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/;
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,10})|#x([\dA-Fa-f]{1,10}));|&/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LONGEST_DOCTYPE = 1_000;

/**
 * Reads the text of an XML file strictly into a tree: what is not well-formed, or names a namespace that was not declared, is refused.
 * A document type is passed over where it may stand, never followed; of entities there are XML's own five.
 * Written for this since it takes most of the time in which a document is read: it looks for the next sign instead of taking
 * letter by letter.
 * @throws XmlError
 */
export function parseXml(
  text: string,
  nameOf: NameOf,
  limits: XmlLimits,
  mayHaveDoctype: boolean,
): XmlElement {
  const source = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  if (NO_XML.test(source) || !source.isWellFormed()) throw new XmlError('damaged');
  return new Parser(source, nameOf, limits, mayHaveDoctype).read();
}

class Parser {
  readonly #text: string;
  readonly #nameOf: NameOf;
  readonly #limits: XmlLimits;
  readonly #mayHaveDoctype: boolean;
  readonly #outermost: Scope;
  readonly #open: Open[] = [];
  #at = 0;
  #elements = 0;
  #hasDoctype = false;
  #root: XmlElement | undefined;

  constructor(text: string, nameOf: NameOf, limits: XmlLimits, mayHaveDoctype: boolean) {
    this.#text = text;
    this.#nameOf = nameOf;
    this.#limits = limits;
    this.#mayHaveDoctype = mayHaveDoctype;
    this.#outermost = new Scope(null, NONE, nameOf);
  }

  read(): XmlElement {
    const text = this.#text;
    DECLARATION.lastIndex = 0;
    if (DECLARATION.test(text)) this.#at = DECLARATION.lastIndex;
    while (this.#at < text.length) {
      const next = text.indexOf('<', this.#at);
      const end = next < 0 ? text.length : next;
      if (end > this.#at) this.#words(text.slice(this.#at, end));
      this.#at = end + 1;
      if (next < 0) break;
      const sign = text.charCodeAt(this.#at);
      if (sign === 0x2f) this.#close();
      else if (sign === 0x21) this.#declared();
      else if (sign === 0x3f) this.#instruction();
      else this.#element();
    }
    if (!this.#root || this.#open.length > 0) throw new XmlError('damaged');
    return this.#root;
  }

  #words(text: string): void {
    const top = this.#open.at(-1);
    if (!top) {
      if (/[^ \t\n]/.test(text)) throw new XmlError('damaged');
      return;
    }
    if (text.includes(']]>')) throw new XmlError('damaged');
    top.element.children.push(text.includes('&') ? unfolded(text) : text);
  }

  #name(): string {
    const text = this.#text;
    PLAIN.lastIndex = this.#at;
    NAME.lastIndex = this.#at;
    const pattern = PLAIN.test(text) ? PLAIN : NAME.test(text) ? NAME : null;
    if (!pattern) throw new XmlError('damaged');
    const name = text.slice(this.#at, pattern.lastIndex);
    this.#at = pattern.lastIndex;
    return name;
  }

  /** Passes over white space. True where there was some. */
  #space(): boolean {
    const from = this.#at;
    for (;;) {
      const sign = this.#text.charCodeAt(this.#at);
      if (sign !== 0x20 && sign !== 0x0a && sign !== 0x09) return this.#at > from;
      this.#at++;
    }
  }

  /** Passes over what must stand here. */
  #expect(signs: string): void {
    if (!this.#text.startsWith(signs, this.#at)) throw new XmlError('damaged');
    this.#at += signs.length;
  }

  /** The text up to a closing sign, which is passed over. */
  #upTo(signs: string): string {
    const end = this.#text.indexOf(signs, this.#at);
    if (end < 0) throw new XmlError('damaged');
    const text = this.#text.slice(this.#at, end);
    this.#at = end + signs.length;
    return text;
  }

  #close(): void {
    this.#at++;
    const top = this.#open.pop();
    if (!top) throw new XmlError('damaged');
    this.#expect(top.raw);
    this.#space();
    this.#expect('>');
  }

  #element(): void {
    if (this.#open.length >= this.#limits.depth) throw new XmlError('too deep');
    if (++this.#elements > this.#limits.elements) throw new XmlError('too large');
    const top = this.#open.at(-1);
    if (!top && this.#root) throw new XmlError('damaged');
    const raw = this.#name();
    const attributes = this.#attributes();
    const scope = this.#scopeOf(attributes, top?.scope ?? this.#outermost);
    const name = scope.name(raw, false);
    if (name === undefined) throw new XmlError('damaged');
    const element = { name, attributes: named(attributes, scope), children: [] };
    if (top) top.element.children.push(element);
    else this.#root = element;
    if (this.#text.charCodeAt(this.#at) === 0x2f) {
      this.#at++;
      this.#expect('>');
      return;
    }
    this.#expect('>');
    this.#open.push({ raw, element, scope });
  }

  /** The attributes as they stand, up to the sign that ends the tag. */
  #attributes(): Map<string, string> | null {
    let attributes: Map<string, string> | null = null;
    while (this.#space()) {
      const sign = this.#text.charCodeAt(this.#at);
      if (sign === 0x3e || sign === 0x2f) break;
      const name = this.#name();
      this.#space();
      this.#expect('=');
      this.#space();
      const quote = this.#text[this.#at];
      if (quote !== '"' && quote !== "'") throw new XmlError('damaged');
      this.#at++;
      const value = this.#upTo(quote);
      if (value.includes('<')) throw new XmlError('damaged');
      attributes ??= new Map();
      if (attributes.has(name) || attributes.size >= this.#limits.attributes) throw new XmlError('damaged');
      const spaced = /[\t\n]/.test(value) ? value.replaceAll(/[\t\n]/g, ' ') : value;
      attributes.set(name, spaced.includes('&') ? unfolded(spaced) : spaced);
    }
    return attributes;
  }

  #scopeOf(attributes: ReadonlyMap<string, string> | null, outer: Scope): Scope {
    let declared: Map<string, string> | null = null;
    for (const [name, value] of attributes ?? NONE) {
      if (!isDeclaration(name)) continue;
      const prefix = name.slice('xmlns:'.length);
      // the white space around an address is no part of it
      const uri = value.trim();
      if (!mayDeclare(prefix, uri)) throw new XmlError('damaged');
      (declared ??= new Map()).set(prefix, uri);
    }
    return declared ? new Scope(outer, declared, this.#nameOf) : outer;
  }

  /** What begins with `<!`. */
  #declared(): void {
    if (this.#text.startsWith('!--', this.#at)) {
      this.#at += 3;
      this.#upTo('--');
      this.#expect('>');
    } else if (this.#text.startsWith('![CDATA[', this.#at)) {
      const top = this.#open.at(-1);
      if (!top) throw new XmlError('damaged');
      this.#at += '![CDATA['.length;
      const words = this.#upTo(']]>');
      if (words !== '') top.element.children.push(words);
    } else {
      this.#expect('!DOCTYPE');
      if (this.#root || this.#hasDoctype || this.#open.length > 0) throw new XmlError('damaged');
      this.#hasDoctype = true;
      this.#doctype();
    }
  }

  #doctype(): void {
    const from = this.#at;
    if (!this.#mayHaveDoctype) throw new XmlError('doctype');
    for (;;) {
      const sign = this.#text[this.#at];
      if (sign === undefined) throw new XmlError('damaged');
      if (sign === '[' || this.#at - from > LONGEST_DOCTYPE) throw new XmlError('doctype');
      this.#at++;
      if (sign === '>') return;
      if (sign === '"' || sign === "'") this.#upTo(sign);
    }
  }

  #instruction(): void {
    this.#at++;
    TARGET.lastIndex = this.#at;
    if (!TARGET.test(this.#text)) throw new XmlError('damaged');
    const target = this.#text.slice(this.#at, TARGET.lastIndex);
    this.#at = TARGET.lastIndex;
    if (target.toLowerCase() === 'xml') throw new XmlError('damaged');
    if (this.#text.startsWith('?>', this.#at)) this.#at += 2;
    else if (this.#space()) this.#upTo('?>');
    else throw new XmlError('damaged');
  }
}

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

/** The attributes under the names that the caller knows, without declarations. */
function named(attributes: ReadonlyMap<string, string> | null, scope: Scope): ReadonlyMap<string, string> {
  if (!attributes) return NONE;
  const result = new Map<string, string>();
  const raws = new Map<string, string>();
  for (const [raw, value] of attributes) {
    if (isDeclaration(raw)) continue;
    const name = scope.name(raw, true);
    if (name === undefined) throw new XmlError('damaged');
    // one attribute under two prefixes is as wrong as under one
    const before = raws.get(name);
    if (before !== undefined && scope.uri(before, true) === scope.uri(raw, true))
      throw new XmlError('damaged');
    result.set(name, value);
    raws.set(name, raw);
  }
  return result.size === 0 ? NONE : result;
}

function unfolded(text: string): string {
  return text.replaceAll(ENTITY, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return ENTITIES[name]!;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      (code >= 0x10000 && code <= 0x10ffff);
    if (!isCharacter) throw new XmlError('damaged');
    return String.fromCodePoint(code);
  });
}
