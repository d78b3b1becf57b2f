import type { PageElement } from './element.ts';
import { following } from './following.ts';
import type { PageNode, PageParent } from './node.ts';

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose text is written as it is. */
const RAW = new Set('script style xmp iframe noembed noframes plaintext'.split(' '));

/** What is inside an element, as markup that reads back to the same tree. */
export function markupOf(root: PageParent): string {
  let markup = '';
  let node = root.firstChild;
  while (node) {
    if (node.nodeType === 1) markup += startTag(node as PageElement);
    else if (node.nodeType === 8) markup += `<!--${node.textContent}-->`;
    else markup += isRaw(node.parentNode) ? node.textContent : escaped(node.textContent);
    const next = following(node, root);
    // what ends between this node and the next: itself, and the parents that it was the last of
    if (!node.firstChild)
      for (let at: PageNode | null = node; at && at !== root; at = at.parentNode) {
        if (at.nodeType === 1) markup += endTag(at as PageElement);
        if (at.nextSibling) break;
      }
    node = next;
  }
  return markup;
}

function isRaw(parent: PageParent | null): boolean {
  return parent?.nodeType === 1 && RAW.has((parent as PageElement).localName);
}

function startTag(element: PageElement): string {
  let tag = `<${element.localName}`;
  const { written } = element;
  for (const name in written) {
    const value = written[name]!;
    tag += value === '' ? ` ${name}` : ` ${name}="${quoted(value)}"`;
  }
  return `${tag}>`;
}

function endTag({ localName }: PageElement): string {
  return VOID.has(localName) ? '' : `</${localName}>`;
}

function escaped(text: string): string {
  return /[&<>]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : text;
}

function quoted(value: string): string {
  return /[&"]/.test(value) ? value.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : value;
}
