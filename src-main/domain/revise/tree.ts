import { TEXT_BLOCKS, type Node } from '../document.ts';

/** A part of a document that can be taken out or put in. Leaves are the blocks that are lines of the text, and rules. */
export type Part = {
  readonly node: Node;
  parent: Part | undefined;
  /** Undefined for a leaf. */
  children: Part[] | undefined;
  /** A leaf's new content; undefined while it is the old one. */
  content?: readonly Node[];
};

export function partsOf(node: Node, parent?: Part): Part {
  const part: Part = { node, parent, children: undefined };
  if (!isLeaf(node)) part.children = (node.content ?? []).map((child) => partsOf(child, part));
  return part;
}

function isLeaf(node: Node): boolean {
  return node.type === 'horizontalRule' || (TEXT_BLOCKS as readonly string[]).includes(node.type);
}

export function leavesOf(part: Part): Part[] {
  return part.children ? part.children.flatMap(leavesOf) : [part];
}

export function nodeOf(part: Part): Node {
  const { content: _, ...rest } = part.node;
  if (part.children) return { ...rest, content: part.children.map(nodeOf) };
  if (part.content === undefined) return part.node;
  return part.content.length > 0 ? { ...rest, content: part.content } : rest;
}

/** Takes a part out, and every container that it leaves empty. */
export function takeOut(part: Part): void {
  const { parent } = part;
  if (!parent?.children) return;
  parent.children = parent.children.filter((child) => child !== part);
  part.parent = undefined;
  if (parent.children.length === 0) takeOut(parent);
}

const plain = (node: Node, parent?: Part): Part => ({ node, parent, children: undefined });

/**
 * Puts a paragraph between two leaves that follow on one another, as deep in lists, quotes and tables as both are.
 * Gives the new leaf.
 */
export function putBetween(root: Part, before: Part | undefined, after: Part | undefined, node: Node): Part {
  const leaf = plain(node);
  if (!before) {
    const first = after ? childHolding(root, after) : undefined;
    insert(root, first ? root.children!.indexOf(first) : 0, leaf);
    return leaf;
  }
  let common = before.parent!;
  while (common !== root && !(after && holds(common, after))) common = common.parent!;
  const { type } = common.node;
  if (type === 'table' || type === 'tableRow') {
    // between two cells or rows is no place for words: they go to the end of the cell before
    insert(before.parent!, before.parent!.children!.indexOf(before) + 1, leaf);
    return leaf;
  }
  const at = common.children!.indexOf(childHolding(common, before)!) + 1;
  if (type === 'bulletList' || type === 'orderedList') {
    const item: Part = { node: { type: 'listItem' }, parent: common, children: [] };
    insert(item, 0, leaf);
    insert(common, at, item);
  } else insert(common, at, leaf);
  return leaf;
}

function insert(container: Part, at: number, part: Part): void {
  part.parent = container;
  container.children!.splice(at, 0, part);
}

function holds(container: Part, part: Part): boolean {
  for (let at: Part | undefined = part; at; at = at.parent) if (at === container) return true;
  return false;
}

function childHolding(container: Part, part: Part): Part | undefined {
  let at: Part | undefined = part;
  while (at && at.parent !== container) at = at.parent;
  return at;
}
