/** An element of MathML, wherever it was read from. */
export type MathNode = { readonly name: string; readonly children: readonly (MathNode | string)[] };

/** A formula in MathML as one line of text: fractions with a stroke, powers with ^, indices with _, limits as both. */
export function mathText(element: MathNode): string {
  const parts = element.children.filter((child): child is MathNode => typeof child !== 'string');
  const [base = '', first = '', second = ''] = parts.slice(0, 3).map(mathText);
  switch (element.name.replace(/^\w+:/, '')) {
    case 'annotation':
    case 'annotation-xml':
      return '';
    case 'mspace':
      return ' ';
    case 'mfrac':
      return `${grouped(base)}/${grouped(first)}`;
    case 'msup':
      return `${base}^${grouped(first)}`;
    case 'msub':
      return `${base}_${grouped(first)}`;
    case 'munder':
      return first === '' ? base : `${base}_${grouped(first)}`;
    case 'mover':
      // a hat, an arrow or a bar belongs to its letter
      return /^[^\p{L}\p{N}]?$/u.test(first) ? `${base}${first}` : `${base}^${grouped(first)}`;
    case 'msubsup':
    case 'munderover':
      return `${base}${first === '' ? '' : `_${grouped(first)}`}${second === '' ? '' : `^${grouped(second)}`} `;
    case 'mroot':
      return `${first === '' ? '' : `^${first}`}√${grouped(base)}`;
    case 'msqrt':
      return `√${grouped(parts.map(mathText).join(''))}`;
    case 'mtable':
      return `(${parts.map(mathText).join('; ')})`;
    case 'mtr':
      return parts.map(mathText).join(', ');
    default:
      return element.children
        .map((child) => (typeof child === 'string' ? child.trim() : mathText(child)))
        .join('');
  }
}

/** A part of more than one sign goes into brackets, so that what belongs together stays together. */
export function grouped(text: string): string {
  return text.length > 1 && !/^[\p{L}\p{N}.,]+$/u.test(text) ? `(${text})` : text;
}
