import { isSafeAddress, type Mark, type Node } from './document.ts';

/** A justification: a small rich text as ProseMirror JSON. */
export type RichText = Node & { readonly type: 'doc' };

/** What each node may hold. Nothing else may stand in a rich text. */
const CONTENT: Readonly<Record<string, readonly string[]>> = {
  doc: ['paragraph', 'bulletList', 'orderedList'],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'bulletList', 'orderedList'],
  paragraph: ['text', 'hardBreak'],
};

export const RICH_TEXT_NODES = [
  'doc',
  'paragraph',
  'bulletList',
  'orderedList',
  'listItem',
  'hardBreak',
  'text',
] as const;
export const RICH_TEXT_MARKS = ['bold', 'italic', 'link'] as const;

const MAX_DEPTH = 32;
const MAX_LENGTH = 100_000;

export class RichTextError extends Error {
  override readonly name = 'RichTextError';
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Plain text as rich text: an empty line begins a paragraph, a single line break stays one. */
export function fromPlainText(text: string): RichText {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((one) => one.replace(/^\n+|\n+$/g, ''))
    .filter((one) => one.trim() !== '');
  return {
    type: 'doc',
    content: paragraphs.length > 0 ? paragraphs.map(paragraph) : [{ type: 'paragraph' }],
  };
}

function paragraph(text: string): Node {
  const content = text
    .split('\n')
    .flatMap((line, n): Node[] => [
      ...(n > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
  return { type: 'paragraph', content };
}

/** The words of a rich text: paragraphs apart by an empty line, list items by `•` or their number. */
export function toPlainText(doc: Node): string {
  return blocks(doc).join('\n\n');
}

function blocks(node: Node): string[] {
  return (node.content ?? []).map((child) => {
    if (child.type === 'bulletList') return items(child, () => '• ');
    if (child.type === 'orderedList') {
      const first = firstNumber(child);
      return items(child, (n) => `${first + n}. `);
    }
    return words(child);
  });
}

function items(list: Node, sign: (n: number) => string): string {
  return (list.content ?? [])
    .map((item, n) => {
      const lead = sign(n);
      return (
        lead +
        blocks(item)
          .join('\n')
          .replaceAll('\n', `\n${' '.repeat(lead.length)}`)
      );
    })
    .join('\n');
}

function words(node: Node): string {
  if (node.type === 'hardBreak') return '\n';
  return node.text ?? (node.content ?? []).map(words).join('');
}

/** The number an ordered list starts with. */
export function firstNumber(list: Node): number {
  const start = list.attrs?.['start'];
  return typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 ? start : 1;
}

/**
 * Reads JSON from outside as a rich text. Nodes and marks outside the closed list are refused; attributes that carry
 * no meaning here are left out, so that equal texts are equal JSON.
 * @throws RichTextError with a sentence.
 */
export function checkRichText(json: unknown): RichText {
  const room = { left: MAX_LENGTH };
  const node = checkNode(json, ['doc'], 0, room);
  return { ...node, type: 'doc' };
}

function checkNode(json: unknown, allowed: readonly string[], depth: number, room: { left: number }): Node {
  if (!isObject(json) || typeof json['type'] !== 'string') {
    throw new RichTextError('This text is not in a form that Assay can read.');
  }
  const type = json['type'];
  if (!allowed.includes(type)) {
    throw new RichTextError(`A justification cannot hold “${type.slice(0, 40)}” at this place.`);
  }
  if (depth > MAX_DEPTH) throw new RichTextError('The lists of this text are nested too deeply.');
  if (type === 'text') return checkTextNode(json, room);
  if (type === 'hardBreak') return { type };
  return {
    type,
    ...(type === 'orderedList' ? { attrs: { start: firstNumber(json as Node) } } : {}),
    ...checkContent(json, CONTENT[type]!, depth, room),
  };
}

function checkContent(
  json: Record<string, unknown>,
  allowed: readonly string[],
  depth: number,
  room: { left: number },
): { content?: Node[] } {
  const content = json['content'] ?? [];
  if (!Array.isArray(content)) {
    throw new RichTextError('This text is not in a form that Assay can read.');
  }
  const inline = json['type'] === 'paragraph';
  if (content.length === 0) {
    if (inline) return {};
    throw new RichTextError('A list or a text cannot be empty.');
  }
  if (json['type'] === 'listItem' && (content[0] as Node | null)?.type !== 'paragraph') {
    throw new RichTextError('A list item has to begin with a paragraph.');
  }
  if (content.length > room.left) throw tooLong();
  return { content: content.map((child: unknown) => checkNode(child, allowed, depth + 1, room)) };
}

const tooLong = () =>
  new RichTextError(`A justification can be ${MAX_LENGTH} characters long at most; please shorten it.`);

function checkTextNode(json: Record<string, unknown>, room: { left: number }): Node {
  const text = json['text'];
  if (typeof text !== 'string' || text === '') {
    throw new RichTextError('This text is not in a form that Assay can read.');
  }
  room.left -= text.length;
  if (room.left < 0) throw tooLong();
  const marks = json['marks'] ?? [];
  if (!Array.isArray(marks)) throw new RichTextError('This text is not in a form that Assay can read.');
  if (marks.length === 0) return { type: 'text', text };
  const checked = marks.map(checkMark);
  if (new Set(checked.map((mark) => mark.type)).size < checked.length) {
    throw new RichTextError('This text is not in a form that Assay can read.');
  }
  return { type: 'text', marks: checked, text };
}

function checkMark(json: unknown): Mark {
  const type = isObject(json) ? json['type'] : undefined;
  if (!RICH_TEXT_MARKS.some((one) => one === type)) {
    throw new RichTextError('A justification can be bold, italic and linked, nothing else.');
  }
  if (type !== 'link') return { type: type as string };
  const attrs = (json as Record<string, unknown>)['attrs'];
  const href = isObject(attrs) ? attrs['href'] : undefined;
  if (typeof href !== 'string' || !isSafeAddress(href)) {
    throw new RichTextError('A link has to begin with http://, https:// or mailto:.');
  }
  return { type: 'link', attrs: { href: href.trim() } };
}
