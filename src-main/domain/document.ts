/**
 * An article's text as ProseMirror JSON, and the closed list of what may stand in it.
 * `article-schema.ts` builds the editor's schema from the same nouns; a test holds the two together.
 */
export type Mark = { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> };

export type Node = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Node[];
  readonly marks?: readonly Mark[];
  readonly text?: string;
};

export type ArticleDocument = Node & { readonly type: 'doc' };

/** Blocks whose content is inline: each gives one line of the canonical text. */
export const TEXT_BLOCKS = ['paragraph', 'heading', 'codeBlock'] as const;

/** Nodes without content: each is one character of the canonical text. Pictures are left out at import. */
export const LEAVES = ['hardBreak', 'horizontalRule'] as const;

export const CONTAINERS = [
  'doc',
  'blockquote',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
] as const;

/** In the schema's order: the marks of a piece of text stand in this order, each at most once. */
export const MARKS = [
  'link',
  'bold',
  'code',
  'italic',
  'strike',
  'underline',
  'subscript',
  'superscript',
] as const;

/** How deep blocks may stand in blocks; what an import nests deeper is laid flat. */
export const MAX_DEPTH = 60;

/** What an article link may point to. Anything else loses its link and keeps its words. */
export function isSafeAddress(address: string): boolean {
  return /^(https?:|mailto:)/i.test(address.trim());
}

type Words = readonly string[];
const BLOCKS: Words = [
  'paragraph',
  'heading',
  'codeBlock',
  'blockquote',
  'bulletList',
  'orderedList',
  'horizontalRule',
  'table',
];
const INLINE: Words = ['text', 'hardBreak'];

/** Which children a node takes, whether it needs one, and which child must come first. */
const RULES: Readonly<Record<string, { of: Words; some?: true; first?: string }>> = {
  doc: { of: BLOCKS, some: true },
  blockquote: { of: BLOCKS, some: true },
  bulletList: { of: ['listItem'], some: true },
  orderedList: { of: ['listItem'], some: true },
  listItem: { of: BLOCKS, some: true, first: 'paragraph' },
  table: { of: ['tableRow'], some: true },
  tableRow: { of: ['tableCell', 'tableHeader'], some: true },
  tableCell: { of: BLOCKS, some: true },
  tableHeader: { of: BLOCKS, some: true },
  paragraph: { of: INLINE },
  heading: { of: INLINE },
  codeBlock: { of: ['text'] },
  hardBreak: { of: [] },
  horizontalRule: { of: [] },
};

type Rule = (value: unknown) => boolean;
const whole =
  (from: number, to: number): Rule =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
const maybeText: Rule = (value) => value === undefined || value === null || typeof value === 'string';
const maybe =
  (rule: Rule): Rule =>
  (value) =>
    value === undefined || rule(value);

const cell = { colspan: maybe(whole(1, 1000)), rowspan: maybe(whole(1, 1000)) };
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  heading: { level: whole(1, 6) },
  codeBlock: { language: maybeText },
  orderedList: { start: maybe(whole(0, 1_000_000_000)), type: maybeText },
  tableCell: cell,
  tableHeader: cell,
  link: { href: (value) => typeof value === 'string' && isSafeAddress(value), title: maybeText },
};

/**
 * Checks what a parser or a file gives against the closed list, without ProseMirror.
 * @throws Error with a sentence that names the first thing that may not stand there.
 */
export function checkDocument(json: unknown): ArticleDocument {
  if (!isRecord(json) || json['type'] !== 'doc') throw new Error('This is not the text of an article.');
  checkNode(json, 'codeBlock', 0);
  return json as ArticleDocument;
}

function checkNode(node: unknown, parent: string, depth: number): void {
  if (!isRecord(node)) throw new Error(`In a ${parent} stands something that is no part of a text.`);
  const type = node['type'];
  if (typeof type !== 'string' || (type !== 'text' && !Object.hasOwn(RULES, type)))
    throw new Error(`A text has no part called “${String(type)}”.`);
  if (depth > MAX_DEPTH) throw new Error('The parts of this text are nested too deeply.');
  onlyKeys(node, type === 'text' ? TEXT_KEYS : NODE_KEYS, type);
  checkAttributes(type, node['attrs']);
  if (node['marks'] !== undefined) checkMarks(node['marks'], type, parent);
  if (type === 'text') {
    const text = node['text'];
    if (typeof text !== 'string' || text === '') throw new Error('A piece of text is empty.');
    if (!text.isWellFormed()) throw new Error('A piece of text holds half a character.');
    return;
  }
  checkContent(type, node['content'] ?? [], depth);
}

function checkContent(type: string, content: unknown, depth: number): void {
  const rule = RULES[type]!;
  if (!Array.isArray(content)) throw new Error(`The content of a ${type} is not a list.`);
  if (rule.some && content.length === 0) throw new Error(`A ${type} is empty.`);
  content.forEach((child: unknown, index) => {
    const childType = isRecord(child) ? child['type'] : undefined;
    if (typeof childType !== 'string' || !rule.of.includes(childType))
      throw new Error(`A “${String(childType)}” may not stand in a ${type}.`);
    if (index === 0 && rule.first !== undefined && childType !== rule.first)
      throw new Error(`A ${type} must begin with a ${rule.first}.`);
    checkNode(child, type, depth + 1);
  });
}

function checkMarks(marks: unknown, type: string, parent: string): void {
  if (!Array.isArray(marks)) throw new Error(`The marks of a ${type} are not a list.`);
  if (marks.length > 0 && (!INLINE.includes(type) || parent === 'codeBlock'))
    throw new Error(`A ${type} in a ${parent} may have no marks.`);
  let last = -1;
  for (const mark of marks as unknown[]) {
    const name = isRecord(mark) ? mark['type'] : undefined;
    const rank = (MARKS as readonly unknown[]).indexOf(name);
    if (!isRecord(mark) || typeof name !== 'string' || rank < 0)
      throw new Error(`A text has no mark called “${String(name)}”.`);
    if (rank <= last) throw new Error(`The mark ${name} stands twice or out of order.`);
    if (name === 'code' && marks.length > 1) throw new Error('Code may have no other mark.');
    last = rank;
    onlyKeys(mark, MARK_KEYS, name);
    checkAttributes(name, mark['attrs']);
  }
}

const NODE_KEYS: Words = ['type', 'attrs', 'content', 'marks'];
const TEXT_KEYS: Words = ['type', 'marks', 'text'];
const MARK_KEYS: Words = ['type', 'attrs'];

function onlyKeys(part: Record<string, unknown>, keys: Words, type: string): void {
  for (const key of Object.keys(part))
    if (!keys.includes(key)) throw new Error(`A ${type} has nothing called “${key}”.`);
}

function checkAttributes(type: string, attributes: unknown): void {
  const rules: Readonly<Record<string, Rule>> = ATTRIBUTES[type] ?? {};
  if (attributes !== undefined && !isRecord(attributes))
    throw new Error(`The attributes of a ${type} cannot be read.`);
  const given = attributes ?? {};
  for (const key of Object.keys(given))
    if (!Object.hasOwn(rules, key)) throw new Error(`A ${type} has no attribute “${key}”.`);
  for (const [key, rule] of Object.entries(rules))
    if (!rule(given[key])) throw new Error(`The ${key} of a ${type} is not one that a text may have.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
