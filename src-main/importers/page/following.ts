import type { PageNode } from './node.ts';

/** The node after this one in the order of the text, inside `root`; null after the last. */
export function following(node: PageNode, root: PageNode): PageNode | null {
  if (node.firstChild) return node.firstChild;
  let at: PageNode | null = node;
  while (at && !at.nextSibling) {
    at = at.parentNode;
    if (at === root) return null;
  }
  return at && at.nextSibling;
}
