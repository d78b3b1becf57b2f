import type { PageDocument } from './page/document.ts';
import type { PageElement } from './page/element.ts';
import { following } from './page/following.ts';

/** What stands around the article by the page's own account. */
const AROUND = new Set(['nav', 'aside', 'footer']);
const AROUND_ROLES = new Set(['navigation', 'complementary', 'contentinfo', 'banner', 'search']);
const MAY_BE = 'nav, aside, footer, header, form, div, section, ul, p';
/** What any of the names below has in it: most elements of a page have none. */
const TELLING =
  /cookie|consent|gdpr|shar|social|related|recommend|recirc|read|newsletter|comment|disqus|respond/i;
/** Notices laid over the page, and bars of buttons that other sites are to be told with. */
const LAID_OVER = /(?:^|[\s_-])(?:cookies?|consent|gdpr)(?:$|[\s_-])|cookie-?(?:bar|banner|notice|consent)/i;
const SHARING =
  /(?:^|[\s_-])(?:share|sharing|social|sharedaddy)(?:$|[\s_-])|(?:share|social)-?(?:bar|buttons?|links?)/i;
const RELATED =
  /(?:^|[\s_-])(?:related|recommended|recirc|most-?read|read-?(?:also|more|next)|newsletter)(?:$|[\s_-])/i;
const COMMENTS = /^(?:comments?|disqus_thread|respond|comment-?(?:list|section|area))$/i;
const LONGEST_NOTICE = 1200;
const LONGEST_BAR = 500;

/**
 * Takes out of a page what is no part of its article: what the page itself names as navigation, asides and footer
 * outside its main part, the readers' comments there, cookie notices, and what holds little but links: bars for sharing,
 * and other articles to read. A page that names no main part keeps all but the last three.
 * @returns whether anything was taken out
 */
export function removeSurroundings(document: PageDocument): boolean {
  const main = mainOf(document);
  const found = document.querySelectorAll(MAY_BE).filter((one) => {
    if (main && isAround(one) && isOutside(one, main)) return hasText(one);
    const names = `${one.id} ${one.className}`;
    if (!TELLING.test(names)) return false;
    if (main && isOutside(one, main) && names.split(/\s+/).some((name) => COMMENTS.test(name)))
      return hasText(one);
    return (
      (LAID_OVER.test(names) && isNotice(one, main)) ||
      (SHARING.test(names) && isLinks(one, 0.6)) ||
      (RELATED.test(names) && isLinks(one, 0.4))
    );
  });
  for (const one of found) one.parentNode?.removeChild(one);
  return found.length > 0;
}

function isAround(one: PageElement): boolean {
  return AROUND.has(one.localName) || AROUND_ROLES.has(one.getAttribute('role') ?? '');
}

/** The one element that the page calls its main part, where that has some text. */
function mainOf(document: PageDocument): PageElement | null {
  for (const name of ['article', 'main', '[role="main"]', '[itemprop="articleBody"]']) {
    const [only, ...more] = document.querySelectorAll(name);
    if (only && more.length === 0 && hasText(only)) return only;
  }
  return null;
}

function isOutside(one: PageElement, main: PageElement): boolean {
  return !main.contains(one) && !one.contains(main);
}

/** Whether so much of a short element is links and buttons. */
function isLinks(one: PageElement, share: number): boolean {
  const all = lengthOf(one, LONGEST_BAR);
  if (all === 0 || all >= LONGEST_BAR) return false;
  const links = one.querySelectorAll('a, button').reduce((sum, link) => sum + lengthOf(link, LONGEST_BAR), 0);
  return links > all * share;
}

/** Short, outside of the main part, or with something to press where no main part is named: an article may be about cookies. */
function isNotice(one: PageElement, main: PageElement | null): boolean {
  const isApart = main ? isOutside(one, main) : one.querySelector('button, a, input') !== null;
  return isApart && isShort(one, LONGEST_NOTICE);
}

function isShort(one: PageElement, most: number): boolean {
  const length = lengthOf(one, most);
  return length > 0 && length < most;
}

function hasText(one: PageElement): boolean {
  return lengthOf(one, 1) > 0;
}

/** How many characters besides white space an element has; not counted further than asked for. */
function lengthOf(element: PageElement, most: number): number {
  let length = 0;
  for (let node = element.firstChild; node && length < most; node = following(node, element))
    if (node.nodeType === 3) length += node.textContent.replaceAll(/\s+/g, '').length;
  return length;
}
