import { childOf, childrenOf, textIn, type XmlElement } from '../xml.ts';

/** A formula as one line of text: fractions with a stroke, powers with ^, indices with _. */
export function formulaText(element: XmlElement | undefined): string {
  if (!element) return '';
  const part = (name: string) => formulaText(childOf(element, name));
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return textIn(element);
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:sSup':
      return `${part('m:e')}^${grouped(part('m:sup'))}`;
    case 'm:sSub':
      return `${part('m:e')}_${grouped(part('m:sub'))}`;
    case 'm:sSubSup':
      return `${part('m:e')}_${grouped(part('m:sub'))}^${grouped(part('m:sup'))}`;
    case 'm:rad': {
      const degree = part('m:deg');
      return `${degree === '' ? '' : `^${degree}`}√${grouped(part('m:e'))}`;
    }
    case 'm:d':
      return `(${childrenOf(element, 'm:e').map(formulaText).join(', ')})`;
    default:
      return element.children.map((child) => (typeof child === 'string' ? '' : formulaText(child))).join('');
  }
}

function grouped(text: string): string {
  return text.length > 1 && !/^[\p{L}\p{N}.,]+$/u.test(text) ? `(${text})` : text;
}
