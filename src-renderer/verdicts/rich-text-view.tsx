import type { ReactNode } from 'react';
import { isSafeAddress, type Node } from '#domain/document.ts';
import { firstNumber } from '#domain/rich-text.ts';
import css from './rich-text.module.css';

/** Shows a rich text as React elements; what is not on its closed list of nodes shows only its words. */
export function RichTextView({ doc }: { readonly doc: Node }) {
  return <div className={css['prose']}>{parts(doc)}</div>;
}

/** The text never changes in place, so that the place in it is a good key. */
function parts(node: Node): ReactNode[] {
  return (node.content ?? []).map((child, n) => <Part key={n} node={child} />);
}

function Part({ node }: { readonly node: Node }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{parts(node)}</p>;
    case 'bulletList':
      return <ul>{parts(node)}</ul>;
    case 'orderedList':
      return <ol start={firstNumber(node)}>{parts(node)}</ol>;
    case 'listItem':
      return <li>{parts(node)}</li>;
    case 'hardBreak':
      return <br />;
    case 'text':
      return marked(node);
    default:
      return parts(node);
  }
}

function marked(node: Node): ReactNode {
  return (node.marks ?? []).reduceRight<ReactNode>((inside, mark) => {
    if (mark.type === 'bold') return <strong>{inside}</strong>;
    if (mark.type === 'italic') return <em>{inside}</em>;
    const href = mark.attrs?.['href'];
    if (mark.type === 'link' && typeof href === 'string' && isSafeAddress(href)) {
      return (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {inside}
        </a>
      );
    }
    return inside;
  }, node.text ?? '');
}
