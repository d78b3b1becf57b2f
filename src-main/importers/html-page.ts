import { Readability } from '@mozilla/readability';
import type { ArticleDocument, Node as TextNode } from '#domain/document.ts';
import { flatten } from '#domain/flat-text.ts';
import { leftOut } from './left-out.ts';
import { factsOf, type PageFacts } from './html-metadata.ts';
import { fragmentOf, notesOf, type PageNote } from './html-notes.ts';
import { readTree } from './html-tree.ts';
import { isOfficeHtml, readOffice, unwrapClipboard } from './office-html.ts';
import type { PageDocument } from './page/document.ts';
import type { PageElement } from './page/element.ts';
import type { PageNode } from './page/node.ts';
import { parsePage } from './page/parse.ts';
import { removeSurroundings } from './page-surroundings.ts';

export type ReadPage = {
  readonly document: ArticleDocument;
  readonly facts: PageFacts;
  readonly notes: ReadonlyMap<string, PageNote>;
  /** Which texts of the document cite which note, by identity. */
  readonly noted: ReadonlyMap<TextNode, string>;
  readonly warnings: readonly string[];
};

/** Beyond these the search for the readable part takes too long; then the whole page is the article. */
const DEEPEST = 150;
const MOST_ELEMENTS = 60_000;

/**
 * Reads untrusted HTML into an article text.
 * @param whole true to keep everything, false to leave out what surrounds the article of a web page
 * @param origin the address that the page was archived from, or ''
 */
export function readPage(given: string, whole: boolean, origin = ''): ReadPage {
  const { html: source, address: copied } = unwrapClipboard(given);
  const { document, root } = parsed(source);
  const warnings = isOfficeHtml(source) ? readOffice(document) : [];
  warnings.push(...leftOut(document));
  const stated = factsOf(document, source);
  // where a copy came from is known better than where a page says that it belongs
  const facts = { ...stated, address: origin || stated.address || copied };
  const notes = notesOf(document, facts.address);
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  const options = {
    links: new Map<string, string>(),
    base: /^https?:/.test(base) ? base : facts.address,
    noteOf: (link: PageElement) => {
      const key = fragmentOf(link, facts.address);
      return notes.has(key) ? key : '';
    },
  };
  const headline =
    Array.from(document.querySelectorAll('h1'), (h1) => (h1.textContent ?? '').trim()).find(Boolean) ?? '';
  const isPage = /<(?:!doctype|html|head|body)[\s>]/i.test(source.slice(0, 20_000));
  // what a person selected and copied has nothing around it
  const isSelection = source.slice(0, 200_000).includes('<!--StartFragment');
  const keepsAll = whole || isSelection || !isPage || tooLarge(root);
  const hadMore = !keepsAll && removeSurroundings(document);
  const complete = readTree(root, options);
  const readable = keepsAll ? null : readableOf(document);
  const part = readable && readTree(readable.content, options);
  const title = facts.title || (readable?.title ?? '') || headline;
  const all = { facts: { ...facts, title }, notes };

  if (!part || !isBetter(part.document, complete.document))
    return {
      ...all,
      ...complete,
      warnings: [...warnings, ...complete.warnings, ...(hadMore ? [AROUND] : [])],
    };
  return {
    ...all,
    document: withHeadline(part.document, headline),
    noted: part.noted,
    warnings: [...warnings, ...part.warnings, AROUND],
  };
}

const AROUND = 'Menus and other parts of the page around the article were left out.';

const COMPLETE = /^(?:\s|<!--(?:(?!-->)[^]){0,5000}-->|<!doctype[^>]*>|<\?xml[^>]*>)*<html[\s>]/i;

/** A page without its `html` or `body` tag, or a pasted piece of one, has its content in a body all the same. */
function parsed(page: string): { document: PageDocument; root: PageElement } {
  // what stands after the end of a page belongs to it, as in a browser
  const source = page.replaceAll(/<\/(?:body|html)\s*>/gi, '');
  if (COMPLETE.test(source) && /<body[\s>]/i.test(source)) {
    const document = parsePage(source);
    const root = document.documentElement;
    if (root?.localName === 'html') return { document, root };
  }
  const document = parsePage(`<html><body>${source.replace(/<!doctype[^>]*>/i, '')}</body></html>`);
  return { document, root: document.documentElement! };
}

function tooLarge(root: PageElement): boolean {
  let depth = 0;
  let deepest = 0;
  let elements = 0;
  let node: PageNode | null = root;
  while (node) {
    if (node.nodeType === 1 && ++elements > MOST_ELEMENTS) return true;
    if (node.firstChild) {
      depth++;
      deepest = Math.max(deepest, depth);
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  return deepest > DEEPEST;
}

/** The article in a page as Readability sees it, which changes the document. */
function readableOf(document: PageDocument): { content: PageElement; title: string } | null {
  try {
    const found = new Readability<PageElement>(document as unknown as Document, {
      serializer: (node) => node as unknown as PageElement,
    }).parse();
    return found?.content ? { content: found.content, title: (found.title ?? '').trim() } : null;
  } catch {
    // it was made for pages as browsers repair them; one that it stumbles over is read whole
    return null;
  }
}

/** Whether leaving out the rest leaves an article: neither too little, nor nearly all of it. */
function isBetter(part: ArticleDocument, whole: ArticleDocument): boolean {
  const [some, all] = [flatten(part).text.length, flatten(whole).text.length];
  return some < all * 0.9 && (some > 1500 || (some > 200 && some > all * 0.3));
}

function withHeadline(document: ArticleDocument, headline: string): ArticleDocument {
  const plain = headline.replaceAll(/\s+/g, ' ');
  const top = flatten(document).text.slice(0, 2000).replaceAll(/\s+/g, ' ');
  if (plain === '' || plain.length > 300 || top.includes(plain)) return document;
  const heading = { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: plain }] };
  return { ...document, content: [heading, ...document.content!] };
}
