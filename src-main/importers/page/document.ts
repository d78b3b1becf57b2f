import { PageElement } from './element.ts';
import { PageParent, PageText } from './node.ts';
import { selected } from './select.ts';

export class PageDocument extends PageParent {
  readonly nodeName = '#document';
  /** Neither is known here: relative addresses are completed when the text is read. */
  readonly baseURI = null;
  readonly documentURI = null;
  /** Reads markup into a parent. */
  readonly parse: (markup: string, into: PageParent) => void;

  constructor(parse: (markup: string, into: PageParent) => void) {
    super(9, null);
    this.parse = parse;
  }

  get documentElement(): PageElement | null {
    return this.firstElementChild;
  }

  get body(): PageElement | null {
    return this.documentElement?.children.find((child) => child.localName === 'body') ?? null;
  }

  get title(): string {
    return selected(this, 'title').find((one) => !one.closest('svg'))?.textContent ?? '';
  }

  createElement(name: string): PageElement {
    return new PageElement(name.toLowerCase(), {}, this);
  }

  createTextNode(data: string): PageText {
    return new PageText(3, data, this);
  }
}
