import type { PageDocument } from './document.ts';
import { PageParent, type PageNode } from './node.ts';
import { isSelected } from './select.ts';

export type PageAttribute = { readonly name: string; value: string; readonly cloneNode: () => PageAttribute };

const attribute = (name: string, value: string): PageAttribute => ({
  name,
  value,
  cloneNode: () => attribute(name, value),
});

const UPPER = new Map<string, string>();

function upperOf(name: string): string {
  let upper = UPPER.get(name);
  if (upper === undefined) {
    upper = name.toUpperCase();
    // names are a page's own invention too: only so many are kept
    if (UPPER.size < 2_000) UPPER.set(name, upper);
  }
  return upper;
}

const UNSTYLED: PageStyle = { display: '', visibility: '' };

/** The two inline styles by which a page hides something. */
type PageStyle = { readonly display: string; readonly visibility: string };

export class PageElement extends PageParent {
  readonly localName: string;
  readonly tagName: string;
  #attributes: Record<string, string>;
  #list: PageAttribute[] | null = null;

  constructor(localName: string, attributes: Record<string, string>, ownerDocument: PageDocument) {
    super(1, ownerDocument);
    this.localName = localName;
    this.tagName = upperOf(localName);
    this.#attributes = attributes;
  }

  get nodeName(): string {
    return this.tagName;
  }

  getAttribute(name: string): string | null {
    const value: unknown = this.#attributes[name];
    return typeof value === 'string' ? value : null;
  }

  hasAttribute(name: string): boolean {
    return typeof this.#attributes[name] === 'string';
  }

  setAttribute(name: string, value: string): void {
    const known = this.#list?.find((one) => one.name === name);
    if (known) known.value = value;
    else if (this.#list && name !== '__proto__') this.#list.push(attribute(name, value));
    this.#attributes[name] = value;
  }

  removeAttribute(name: string): void {
    if (!this.hasAttribute(name)) return;
    delete this.#attributes[name];
    this.#list = null;
  }

  setAttributeNode({ name, value }: PageAttribute): void {
    this.setAttribute(name, value);
  }

  /** All attributes as they stand, for reading only. */
  get written(): Readonly<Record<string, string>> {
    return this.#attributes;
  }

  get attributes(): PageAttribute[] {
    return (this.#list ??= Object.entries(this.#attributes).map(([name, value]) => attribute(name, value)));
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  get srcset(): string {
    return this.getAttribute('srcset') ?? '';
  }

  get style(): PageStyle {
    const style = this.getAttribute('style');
    if (style === null) return UNSTYLED;
    return { display: styleIn(style, DISPLAY), visibility: styleIn(style, VISIBILITY) };
  }

  matches(selector: string): boolean {
    return isSelected(this, selector);
  }

  closest(selector: string): PageElement | null {
    if (isSelected(this, selector)) return this;
    let parent = this.parentNode;
    while (parent?.nodeType === 1 && !isSelected(parent as PageElement, selector)) parent = parent.parentNode;
    return parent?.nodeType === 1 ? (parent as PageElement) : null;
  }

  contains(other: PageNode): boolean {
    let node: PageNode | null = other;
    while (node && node !== this) node = node.parentNode;
    return node === this;
  }
}

const DISPLAY = /(?:^|;)\s*display\s*:\s*([\w-]+)/gi;
const VISIBILITY = /(?:^|;)\s*visibility\s*:\s*([\w-]+)/gi;

function styleIn(style: string, pattern: RegExp): string {
  return [...style.matchAll(pattern)].at(-1)?.[1]?.toLowerCase() ?? '';
}
