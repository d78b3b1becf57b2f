import { isNode, QDA_NAMESPACE, textIn, type QdaNode } from '#domain/refi-qda.ts';
import { escapeMarkup } from './markup.ts';

/** `project.qde`: elements on lines of their own, texts as they are. */
export function xmlOf(root: QdaNode): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element({ ...root, attributes: { xmlns: QDA_NAMESPACE, ...root.attributes } }, '')}\n`;
}

function element(node: QdaNode, indent: string): string {
  const attributes = Object.entries(node.attributes)
    // a line end in an attribute would be read as a blank
    .map(
      ([name, value]) =>
        ` ${name}="${escaped(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;').replaceAll('\r', '&#13;')}"`,
    )
    .join('');
  if (node.children.length === 0) return `${indent}<${node.name}${attributes}/>`;
  if (node.children.every((child) => !isNode(child)))
    return `${indent}<${node.name}${attributes}>${escaped(textIn(node)).replaceAll('\r', '&#13;')}</${node.name}>`;
  const inner = node.children.filter(isNode).map((child) => element(child, `${indent}  `));
  return `${indent}<${node.name}${attributes}>\n${inner.join('\n')}\n${indent}</${node.name}>`;
}

/** An apostrophe needs no escape between double quotes, and stays readable. */
function escaped(text: string): string {
  return escapeMarkup(text).replaceAll('&#39;', "'");
}
