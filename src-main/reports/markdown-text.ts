import type { Node } from '#domain/document.ts';
import { firstNumber } from '#domain/rich-text.ts';
import { followable } from './markup.ts';

/**
 * A person's text as one line of CommonMark that can be neither markup nor HTML. Invisible characters are kept; runs
 * of blanks become one, since Markdown would read them as code or as a line break.
 */
export function line(text: string): string {
  const words = text
    .toWellFormed()
    .replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[^\P{Cc}]/gu, '\uFFFD')
    .replace(/^ | $/g, '')
    .replace(/[\\`*_[\]<>|~&#]/g, '\\$&');
  return lineStart(words);
}

/** What only the beginning of a line could turn into a list, a rule or a heading. */
export function lineStart(markdown: string): string {
  return markdown.replace(/^[-+=]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** A text of several lines: each line break stays one, an empty line begins a paragraph. */
export function prose(text: string): string {
  return text
    .split(/(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*/)
    .map((paragraph) =>
      paragraph
        .split(/\r\n?|\n/)
        .map(line)
        .filter((one) => one !== '')
        .join('\\\n'),
    )
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

export function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map((one) => (one === '' ? '>' : `> ${one}`))
    .join('\n');
}

export function indented(markdown: string, by: number): string {
  return markdown.replace(/\n(?!\n|$)/g, `\n${' '.repeat(by)}`);
}

/** An address that may be followed, in angle brackets; any other as plain words. */
export function address(text: string): string {
  const href = followable(text);
  return href === undefined ? line(text) : `<${href.replace(/[<>\s\\]/g, encodeURIComponent)}>`;
}

/** A justification as CommonMark. */
export function richText(node: Node): string {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node);
    case 'bulletList':
      return items(node, () => '- ');
    case 'orderedList':
      return items(node, (n) => `${Math.min(firstNumber(node), 999_000_000) + n}. `);
    default:
      return (node.content ?? []).map(richText).join('\n\n');
  }
}

function items(list: Node, sign: (n: number) => string): string {
  return (list.content ?? []).map((item, n) => sign(n) + indented(richText(item), sign(n).length)).join('\n');
}

function paragraph(node: Node): string {
  return (node.content ?? [])
    .map((one) => (one.type === 'hardBreak' ? '\\\n' : styled(one.text ?? '', one.marks ?? [])))
    .join('')
    .replace(/^(?:\\\n)+|(?:\\\n)+$/g, '')
    .split('\n')
    .map((one) => lineStart(one.trimStart()))
    .join('\n');
}

const SIGNS: Readonly<Record<string, string>> = { bold: '**', italic: '*' };

/** Blanks at the edges stay outside the signs, where CommonMark wants them. */
export function styled(text: string, marks: NonNullable<Node['marks']>): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === '') return text === '' ? '' : ' ';
  const made = marks.reduce((inside, { type, attrs }) => {
    if (type === 'link') {
      const href = followable(typeof attrs?.['href'] === 'string' ? attrs['href'] : '');
      return href === undefined ? inside : `[${inside}](<${href.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
    }
    const sign = SIGNS[type] ?? '';
    return `${sign}${inside}${sign}`;
  }, line(words));
  return `${before === '' ? '' : ' '}${made}${after === '' ? '' : ' '}`;
}
