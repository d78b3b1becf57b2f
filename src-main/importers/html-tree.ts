import { isSafeAddress, type ArticleDocument, type Mark, type Node as TextNode } from '#domain/document.ts';
import { unwrapLink } from './link-wrappers.ts';
import { TextBuilder } from './text-builder.ts';
import type { PageElement } from './page/element.ts';
import type { PageNode } from './page/node.ts';

/** Elements that are no text. Their content is left out with them. */
const LEFT_OUT = new Set(
  (
    'script style noscript template iframe frame frameset noframes object embed applet param audio video source track ' +
    'img picture svg canvas map area math input button select option optgroup textarea datalist progress meter ' +
    'head title meta link base dialog menuitem'
  ).split(' '),
);

// a map, since a page may call an element `constructor`
const MARK_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b: 'bold',
    strong: 'bold',
    i: 'italic',
    em: 'italic',
    cite: 'italic',
    dfn: 'italic',
    var: 'italic',
    address: 'italic',
    u: 'underline',
    ins: 'underline',
    s: 'strike',
    strike: 'strike',
    del: 'strike',
    code: 'code',
    kbd: 'code',
    samp: 'code',
    tt: 'code',
    sub: 'subscript',
    sup: 'superscript',
  }),
);

const CONTAINER_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    blockquote: 'blockquote',
    ul: 'bulletList',
    menu: 'bulletList',
    dir: 'bulletList',
    ol: 'orderedList',
    li: 'listItem',
    table: 'table',
    tr: 'tableRow',
    td: 'tableCell',
    th: 'tableHeader',
  }),
);

/** Elements that stay inside the line; every other one begins a line of its own. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q ruby rb rt rp s samp small ' +
    'span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

type Context = {
  readonly marks: readonly Mark[];
  readonly note: string;
  readonly line: Parameters<TextBuilder['startLine']>[0];
};

export type TreeOptions = {
  /** What relative links are relative to; '' where that is not known: then they lose their address. */
  readonly base: string;
  /** Addresses of links that were completed before: a page has most of its links more than once. */
  readonly links: Map<string, string>;
  /** The key of the note that a link of the page leads to, or ''. */
  readonly noteOf?: (link: PageElement) => string;
};

/** Turns a tree of untrusted markup into an article text. Walks without recursion: no depth of nesting can overflow it. */
export function readTree(
  root: PageElement,
  options: TreeOptions,
): { document: ArticleDocument; noted: ReadonlyMap<TextNode, string>; warnings: string[] } {
  const builder = new TextBuilder();
  type Visit = { node: PageNode | null; context: Context; leave: () => void };
  const plain: Context = { marks: [], note: '', line: { type: 'paragraph' } };
  const stack: Visit[] = [{ node: root.firstChild, context: plain, leave: () => builder.startLine() }];

  while (stack.length > 0) {
    const visit = stack.at(-1)!;
    const { node } = visit;
    if (!node) {
      visit.leave();
      stack.pop();
      continue;
    }
    visit.node = node.nextSibling;
    if (node.nodeType === 3 || node.nodeType === 4)
      builder.text(node.nodeValue ?? '', visit.context.marks, visit.context.note);
    else if (node.nodeType === 1) {
      const inner = enter(node as PageElement, visit.context, builder, options);
      if (inner) stack.push({ node: node.firstChild, ...inner });
    }
  }
  return { document: builder.finish(), noted: builder.noted, warnings: builder.warnings };
}

/** What happens inside an element and after it; null where its content is left out. */
function enter(
  element: PageElement,
  context: Context,
  builder: TextBuilder,
  options: TreeOptions,
): { context: Context; leave: () => void } | null {
  const tag = element.localName.toLowerCase();
  if (LEFT_OUT.has(tag) || isHidden(element)) return null;
  if (tag === 'br') {
    builder.lineBreak();
    return null;
  }
  if (tag === 'hr') {
    builder.rule();
    return null;
  }
  if (tag === 'wbr') return null;

  const container = CONTAINER_OF.get(tag);
  if (container !== undefined) {
    const token = builder.open(container, attributesOf(container, element));
    return {
      context: { ...context, line: { type: 'paragraph' } },
      leave: () => builder.close(token),
    };
  }
  const line = lineOf(tag, element);
  if (line) {
    builder.startLine(line);
    return { context: { ...context, line }, leave: () => builder.startLine() };
  }
  if (tag === 'q') builder.text('“', context.marks, context.note);
  const inner = withMark(tag, element, context, options);
  // office programs have elements of their own, such as `o:p`, that mean nothing to a reader
  if (INLINE.has(tag) || tag.includes(':'))
    return { context: inner, leave: () => tag === 'q' && builder.text('”', context.marks, context.note) };
  builder.startLine(context.line);
  return { context: inner, leave: () => builder.startLine(context.line) };
}

function lineOf(tag: string, element: PageElement): Context['line'] | undefined {
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (level) return { type: 'heading', attrs: { level: Number(level) } };
  if (tag !== 'pre' && tag !== 'listing' && tag !== 'xmp' && tag !== 'plaintext') return undefined;
  const name = /(?:^|\s)(?:language|lang)-([\w+#-]{1,30})/.exec(
    `${element.getAttribute('class') ?? ''} ${element.firstElementChild?.getAttribute('class') ?? ''}`,
  )?.[1];
  return { type: 'codeBlock', attrs: { language: name ?? null } };
}

function withMark(tag: string, element: PageElement, context: Context, options: TreeOptions): Context {
  const type = MARK_OF.get(tag);
  const style = STYLED.has(tag) ? (element.getAttribute('style') ?? '') : '';
  if (type !== undefined) {
    // Google Docs wraps all it copies in a `b` that is not bold
    const isUndone = type === 'bold' && /font-weight\s*:\s*(?:normal|[1-4]00)/i.test(style);
    return isUndone ? context : { ...context, marks: [...context.marks, { type }] };
  }
  if (tag !== 'a') {
    const marks = style === '' ? [] : marksIn(style);
    return marks.length === 0 ? context : { ...context, marks: [...context.marks, ...marks] };
  }
  const note = options.noteOf?.(element) ?? '';
  if (note !== '') return { ...context, note };
  const written = element.getAttribute('href') ?? '';
  let href = options.links.get(written);
  if (href === undefined) options.links.set(written, (href = safeLink(written, options.base)));
  return href === ''
    ? context
    : { ...context, marks: [...context.marks, { type: 'link', attrs: { href, title: null } }] };
}

const STYLED = new Set(['span', 'font', 'b', 'strong']);

/** What an inline style says about the letters, as editors and office programs write it. */
function marksIn(style: string): Mark[] {
  const marks: Mark[] = [];
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) marks.push({ type: 'bold' });
  if (/font-style\s*:\s*(?:italic|oblique)/i.test(style)) marks.push({ type: 'italic' });
  if (/text-decoration[\w-]*\s*:[^;]*line-through/i.test(style)) marks.push({ type: 'strike' });
  if (/vertical-align\s*:\s*super/i.test(style)) marks.push({ type: 'superscript' });
  if (/vertical-align\s*:\s*sub(?!-|er)/i.test(style)) marks.push({ type: 'subscript' });
  return marks;
}

/** A link's full address, or '' where it has none that an article may hold. */
export function safeLink(href: string, base: string): string {
  const plain = href.trim();
  if (plain === '' || plain.startsWith('#')) return '';
  // most links of a page are relative, and a refused address is costly
  if (base === '' && !/^[a-z][a-z0-9+.-]*:/i.test(plain)) return '';
  try {
    const full = unwrapLink((base === '' ? new URL(plain) : new URL(plain, base)).href);
    return isSafeAddress(full) && full.length <= 4000 && full.isWellFormed() ? full : '';
  } catch {
    return '';
  }
}

function isHidden(element: PageElement): boolean {
  return (
    element.hasAttribute('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  );
}

function attributesOf(container: string, element: PageElement): TextNode['attrs'] {
  const whole = (name: string, from: number, to: number) => {
    const value = Number.parseInt(element.getAttribute(name) ?? '', 10);
    return Number.isNaN(value) ? 1 : Math.min(Math.max(value, from), to);
  };
  if (container === 'orderedList') return { start: whole('start', 0, 1_000_000), type: null };
  if (container === 'tableCell' || container === 'tableHeader')
    return { colspan: whole('colspan', 1, 100), rowspan: whole('rowspan', 1, 100) };
  return undefined;
}
