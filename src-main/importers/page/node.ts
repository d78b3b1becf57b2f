/**
 * A page's tree, as light as reading needs it: no events, no live collections, no styles, nothing that runs. It has the
 * part of the DOM that Readability and the readers here ask for, under the DOM's own names, so that a page is parsed once
 * and read by both. No method recurses: no depth of nesting can overflow it.
 */
import type { PageDocument } from './document.ts';
import type { PageElement } from './element.ts';
import { following } from './following.ts';
import { markupOf } from './markup.ts';
import { selected } from './select.ts';

const NONE: readonly PageNode[] = [];

export abstract class PageNode {
  /** As in the DOM: 1 element, 3 text, 4 text of a CDATA section, 8 comment, 9 document. */
  readonly nodeType: number;
  readonly ownerDocument: PageDocument | null;
  parentNode: PageParent | null = null;
  previousSibling: PageNode | null = null;
  nextSibling: PageNode | null = null;
  firstChild: PageNode | null = null;
  lastChild: PageNode | null = null;

  constructor(nodeType: number, ownerDocument: PageDocument | null) {
    this.nodeType = nodeType;
    this.ownerDocument = ownerDocument;
  }

  abstract get textContent(): string;

  get childNodes(): readonly PageNode[] {
    return NONE;
  }

  get nodeValue(): string | null {
    return null;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  before(node: PageNode): void {
    this.parentNode?.insertBefore(node, this);
  }

  replaceWith(node: PageNode): void {
    this.parentNode?.replaceChild(node, this);
  }

  get nextElementSibling(): PageElement | null {
    let node = this.nextSibling;
    while (node && node.nodeType !== 1) node = node.nextSibling;
    return node as PageElement | null;
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling;
    while (node && node.nodeType !== 1) node = node.previousSibling;
    return node as PageElement | null;
  }
}

export class PageText extends PageNode {
  readonly nodeName: string;
  readonly #data: string;

  constructor(nodeType: 3 | 4 | 8, data: string, ownerDocument: PageDocument) {
    super(nodeType, ownerDocument);
    this.nodeName = nodeType === 8 ? '#comment' : '#text';
    this.#data = data;
  }

  get textContent(): string {
    return this.#data;
  }

  override get nodeValue(): string {
    return this.#data;
  }
}

/** What has children: an element or the document. */
export abstract class PageParent extends PageNode {
  /** The children as lists, while nothing has changed them. */
  #nodes: PageNode[] | null = null;
  #elements: PageElement[] | null = null;

  override get childNodes(): readonly PageNode[] {
    if (this.#nodes) return this.#nodes;
    const nodes: PageNode[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node);
    return (this.#nodes = nodes);
  }

  get children(): PageElement[] {
    if (this.#elements) return this.#elements;
    const elements: PageElement[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling)
      if (node.nodeType === 1) elements.push(node as PageElement);
    return (this.#elements = elements);
  }

  get firstElementChild(): PageElement | null {
    const { firstChild } = this;
    return firstChild && firstChild.nodeType !== 1
      ? firstChild.nextElementSibling
      : (firstChild as PageElement | null);
  }

  get lastElementChild(): PageElement | null {
    const { lastChild } = this;
    return lastChild && lastChild.nodeType !== 1
      ? lastChild.previousElementSibling
      : (lastChild as PageElement | null);
  }

  get textContent(): string {
    let text = '';
    let node = this.firstChild;
    while (node) {
      if (node.nodeType === 3 || node.nodeType === 4) text += node.textContent;
      node = following(node, this);
    }
    return text;
  }

  /** Adds a node that stands nowhere yet, as a parser does. */
  adopt(node: PageNode): void {
    const last = this.lastChild;
    node.parentNode = this;
    node.previousSibling = last;
    if (last) last.nextSibling = node;
    else this.firstChild = node;
    this.lastChild = node;
  }

  appendChild<Node extends PageNode>(node: Node): Node {
    node.parentNode?.removeChild(node);
    this.adopt(node);
    this.#nodes?.push(node);
    if (node.nodeType === 1) this.#elements?.push(node as unknown as PageElement);
    return node;
  }

  append(...nodes: readonly PageNode[]): void {
    for (const node of nodes) this.appendChild(node);
  }

  insertBefore<Node extends PageNode>(node: Node, place: PageNode | null): Node {
    if (place === null) return this.appendChild(node);
    if ((node as PageNode) === place) return node;
    node.parentNode?.removeChild(node);
    node.parentNode = this;
    node.nextSibling = place;
    node.previousSibling = place.previousSibling;
    if (place.previousSibling) place.previousSibling.nextSibling = node;
    else this.firstChild = node;
    place.previousSibling = node;
    this.#forget();
    return node;
  }

  removeChild<Node extends PageNode>(node: Node): Node {
    const { previousSibling, nextSibling } = node;
    if (previousSibling) previousSibling.nextSibling = nextSibling;
    else this.firstChild = nextSibling;
    if (nextSibling) nextSibling.previousSibling = previousSibling;
    else this.lastChild = previousSibling;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
    // children moved away one after another would otherwise cost the square of their number
    this.#nodes = withoutEnd(this.#nodes, node);
    if (node.nodeType === 1) this.#elements = withoutEnd(this.#elements, node);
    return node;
  }

  replaceChild<Node extends PageNode>(node: PageNode, old: Node): Node {
    if (node === old) return old;
    // the new node may come out of the old one
    node.parentNode?.removeChild(node);
    this.insertBefore(node, old);
    return this.removeChild(old);
  }

  #forget(): void {
    this.#nodes = null;
    this.#elements = null;
  }

  getElementsByTagName(name: string): PageElement[] {
    return selected(this, name);
  }

  querySelectorAll(selector: string): PageElement[] {
    return selected(this, selector);
  }

  querySelector(selector: string): PageElement | null {
    return selected(this, selector, 1)[0] ?? null;
  }

  get innerHTML(): string {
    return markupOf(this);
  }

  set innerHTML(markup: string) {
    while (this.lastChild) this.removeChild(this.lastChild);
    const document = this.ownerDocument ?? (this as unknown as PageDocument);
    document.parse(markup, this);
    this.#forget();
  }
}

/** A list of children after one was taken away; null where it would have to be made anew. */
function withoutEnd<Node extends PageNode>(list: Node[] | null, node: PageNode): Node[] | null {
  if (!list) return null;
  if (list[0] === node) list.shift();
  else if (list.at(-1) === node) list.pop();
  else return null;
  return list;
}
