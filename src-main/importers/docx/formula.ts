import { grouped } from '../mathml.ts';
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
    case 'm:nary': {
      // the sign is a property; where it is left out an integral is meant
      const [low, high] = [part('m:sub'), part('m:sup')];
      const limits = `${low === '' ? '' : `_${grouped(low)}`}${high === '' ? '' : `^${grouped(high)}`}`;
      return `${signOf(element, 'm:naryPr', 'm:chr') ?? '∫'}${limits} ${part('m:e')}`;
    }
    case 'm:limLow':
      return `${part('m:e')}_${grouped(part('m:lim'))}`;
    case 'm:limUpp':
      return `${part('m:e')}^${grouped(part('m:lim'))}`;
    case 'm:func':
      return `${part('m:fName')} ${part('m:e')}`;
    case 'm:acc':
      return `${part('m:e')}${signOf(element, 'm:accPr', 'm:chr') ?? '\u0302'}`;
    case 'm:m':
      return `(${childrenOf(element, 'm:mr')
        .map((row) => childrenOf(row, 'm:e').map(formulaText).join(', '))
        .join('; ')})`;
    case 'm:eqArr':
      return childrenOf(element, 'm:e').map(formulaText).join('; ');
    case 'm:rad': {
      const degree = part('m:deg');
      return `${degree === '' ? '' : `^${degree}`}√${grouped(part('m:e'))}`;
    }
    case 'm:d': {
      const between = (name: string) => signOf(element, 'm:dPr', name);
      const inner = childrenOf(element, 'm:e')
        .map(formulaText)
        .join(between('m:sepChr') ?? ', ');
      return `${between('m:begChr') ?? '('}${inner}${between('m:endChr') ?? ')'}`;
    }
    default:
      return element.children.map((child) => (typeof child === 'string' ? '' : formulaText(child))).join('');
  }
}

/** A sign that is said in the properties of an element: undefined where it is not said, '' where there is none. */
function signOf(element: XmlElement, properties: string, name: string): string | undefined {
  const sign = childOf(childOf(element, properties), name);
  return sign && (sign.attributes.get('m:val') ?? '');
}
