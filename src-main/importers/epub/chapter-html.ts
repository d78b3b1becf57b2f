import { mathText, type MathNode } from '../mathml.ts';
import { pathFrom } from './package.ts';
import { parsePage } from '../page/parse.ts';
import type { PageElement } from '../page/element.ts';

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** XHTML as HTML: elements closed in themselves are written out, and what stands before the root is dropped. */
export function asHtml(xhtml: string): string {
  return xhtml
    .replace(/^\s*<\?xml[^>]*\?>/, '')
    .replaceAll(
      /<([a-z][\w:-]*)((?:\s+[^\s"'<>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/gi,
      (whole, tag: string, rest: string) => (VOID.test(tag) ? whole : `<${tag}${rest}></${tag}>`),
    )
    .replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    );
}

export type ChapterHtml = { readonly html: string; readonly heading: string };

/**
 * The body of one document of a book, ready to stand in one page with the others: its places and links carry the
 * number of the document they belong to.
 * @param numberOf the number of a document by its path, or undefined for what is none
 */
export function chapterHtml(
  source: string,
  path: string,
  numberOf: (path: string) => number | undefined,
): ChapterHtml {
  const own = numberOf(path) ?? 0;
  const document = parsePage(`<html><body>${bodyOf(asHtml(source))}</body></html>`);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const element of document.querySelectorAll('[id]'))
    element.setAttribute('id', `${own}:${element.getAttribute('id') ?? ''}`);
  for (const anchor of document.querySelectorAll('a[name]'))
    anchor.setAttribute('name', `${own}:${anchor.getAttribute('name') ?? ''}`);
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href')!.trim();
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) continue;
    const [target = '', fragment = ''] = href.split('#', 2);
    const number = target === '' ? own : numberOf(pathFrom(folder, target));
    if (number === undefined) link.removeAttribute('href');
    else link.setAttribute('href', `#${number}:${fragment}`);
  }
  // links back to where a note is cited say nothing in its text
  for (const link of document.querySelectorAll(
    'a[role="doc-backlink"], a.footnote-back, a[epub\\:type="backlink"]',
  ))
    link.remove();
  // the places where printed pages begin say nothing in the text
  for (const mark of document.querySelectorAll('[role="doc-pagebreak"]')) mark.remove();
  for (const mark of document.querySelectorAll('[epub\\:type]'))
    if (/(?:^|\s)pagebreak(?:\s|$)/.test(mark.getAttribute('epub:type') ?? '')) mark.remove();
  for (const formula of document.querySelectorAll('math')) {
    formula.replaceWith(
      document.createTextNode(formula.getAttribute('alttext') ?? mathText(mathNode(formula)).trim()),
    );
  }
  const heading = document.querySelector('h1, h2, h3')?.textContent ?? '';
  return { html: document.body!.innerHTML, heading: heading.replaceAll(/\s+/g, ' ').trim().slice(0, 300) };
}

/** How deep formulas are followed; what lies deeper is taken as its text alone. */
const DEEPEST = 60;

function mathNode(element: PageElement, depth = 0): MathNode {
  if (depth > DEEPEST) return { name: 'mtext', children: [element.textContent ?? ''] };
  const children = [...element.childNodes].flatMap((child): (MathNode | string)[] =>
    child.nodeType === 1
      ? [mathNode(child as PageElement, depth + 1)]
      : child.nodeType === 3
        ? [child.textContent ?? '']
        : [],
  );
  return { name: element.localName.toLowerCase(), children };
}

function bodyOf(html: string): string {
  const body = /<body(?:\s[^>]*)?>/i.exec(html);
  const inner = body ? html.slice(body.index + body[0].length) : html.replace(/^[\s\S]*?<\/head\s*>/i, '');
  return inner.replaceAll(/<\/(?:body|html)\s*>/gi, '');
}
