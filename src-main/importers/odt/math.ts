import type { XmlElement } from '../xml.ts';

/** A formula in MathML as one line of text: fractions with a stroke, powers with ^, indices with _. */
export function mathText(element: XmlElement): string {
  const children = element.children.filter((child): child is XmlElement => typeof child !== 'string');
  const parts = () => children.map(mathText);
  switch (element.name) {
    case 'math:annotation':
    case 'math:annotation-xml':
      return '';
    case 'math:mfrac':
      return parts().map(grouped).join('/');
    case 'math:msup':
      return parts().map(grouped).join('^');
    case 'math:msub':
      return parts().map(grouped).join('_');
    case 'math:msqrt':
      return `√${grouped(parts().join(''))}`;
    default:
      return element.children
        .map((child) => (typeof child === 'string' ? child.trim() : mathText(child)))
        .join('');
  }
}

function grouped(text: string): string {
  return text.length > 1 && !/^[\p{L}\p{N}.,]+$/u.test(text) ? `(${text})` : text;
}
