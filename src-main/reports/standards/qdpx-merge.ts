import { bareGuid, isNode, QDA_ORDER, type QdaNode } from '#domain/refi-qda.ts';

/**
 * Lays one project over another. What both have, by GUID, is theirs with our additions; what only one has is in both.
 * Children keep the order that the schema wants.
 */
export function merged(theirs: QdaNode, ours: QdaNode): QdaNode {
  const children: (QdaNode | string)[] = [...theirs.children];
  for (const child of ours.children) {
    if (!isNode(child)) continue;
    const at = children.findIndex((other) => isNode(other) && isSame(other, child));
    if (at < 0) children.push(child);
    else children[at] = merged(children[at] as QdaNode, child);
  }
  const texts = children.filter((child) => !isNode(child));
  const order = QDA_ORDER[theirs.name];
  const nodes = children.filter(isNode);
  return {
    ...theirs,
    children: [
      ...texts,
      ...(order ? nodes.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name)) : nodes),
    ],
  };
}

/** Lists stand once; all else is the same by its GUID, a reference by what it points to. */
const LISTS = new Set([
  'Users',
  'CodeBook',
  'Codes',
  'Variables',
  'Cases',
  'Sources',
  'Notes',
  'Links',
  'Sets',
  'Graphs',
  'Description',
  'PlainTextContent',
]);

function isSame(a: QdaNode, b: QdaNode): boolean {
  if (a.name !== b.name) return false;
  if (LISTS.has(a.name)) return true;
  const guid = bareGuid(a.attributes['guid']);
  if (guid !== '') return guid === bareGuid(b.attributes['guid']);
  const target = bareGuid(a.attributes['targetGUID']);
  if (target !== '') return target === bareGuid(b.attributes['targetGUID']);
  return JSON.stringify(a) === JSON.stringify(b);
}
