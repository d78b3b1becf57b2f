import type { PageDocument } from './page/document.ts';
import type { PageElement } from './page/element.ts';

/** What stands around the article by the page's own account. */
const AROUND =
  'nav, aside, footer, [role="navigation"], [role="complementary"], [role="contentinfo"], [role="banner"], [role="search"]';
/** Notices laid over the page, and bars of buttons that other sites are to be told with. */
const LAID_OVER = /(?:^|[\s_-])(?:cookies?|consent|gdpr)(?:$|[\s_-])|cookie-?(?:bar|banner|notice|consent)/i;
const SHARING =
  /(?:^|[\s_-])(?:share|sharing|social|sharedaddy)(?:$|[\s_-])|(?:share|social)-?(?:bar|buttons?|links?)/i;
const RELATED =
  /(?:^|[\s_-])(?:related|recommended|recirc|most-?read|read-?(?:also|more|next)|newsletter)(?:$|[\s_-])/i;
const COMMENTS = /^(?:comments?|disqus_thread|respond|comment-?(?:list|section|area))$/i;
const LONGEST_NOTICE = 1500;

/**
 * Takes out of a page what is no part of its article: what the page itself names as navigation, asides and footer
 * outside its main part, the readers' comments there, cookie notices, and what holds little but links: bars for sharing,
 * and other articles to read. A page that names no main part keeps all but the last three.
 * @returns whether anything was taken out
 */
export function removeSurroundings(document: PageDocument): boolean {
  const main = mainOf(document);
  const around = main ? document.querySelectorAll(AROUND).filter((one) => isOutside(one, main)) : [];
  const named = document.querySelectorAll('div, section, ul, aside, p').filter((one) => {
    const names = `${one.id} ${one.className}`;
    if (names === ' ') return false;
    if (main && isOutside(one, main) && names.split(/\s+/).some((name) => COMMENTS.test(name))) return true;
    const isNotice = LAID_OVER.test(names) && !(main && one.contains(main));
    return (
      (isNotice && textOf(one).length < LONGEST_NOTICE) ||
      (SHARING.test(names) && isLinks(one, 0.6)) ||
      (RELATED.test(names) && isLinks(one, 0.4))
    );
  });
  const found = [...around, ...named].filter((one) => textOf(one) !== '');
  for (const one of found) one.parentNode?.removeChild(one);
  return found.length > 0;
}

/** The one element that the page calls its main part, where that has some text. */
function mainOf(document: PageDocument): PageElement | null {
  for (const name of ['article', 'main', '[role="main"]', '[itemprop="articleBody"]']) {
    const [only, ...more] = document.querySelectorAll(name);
    if (only && more.length === 0 && textOf(only) !== '') return only;
  }
  return null;
}

function isOutside(one: PageElement, main: PageElement): boolean {
  return !main.contains(one) && !one.contains(main);
}

/** Whether so much of a short element is links and buttons. */
function isLinks(one: PageElement, share: number): boolean {
  const all = textOf(one).length;
  if (all > 600) return false;
  const links = one.querySelectorAll('a, button').reduce((sum, link) => sum + textOf(link).length, 0);
  return links > all * share;
}

function textOf(element: PageElement): string {
  return element.textContent.replaceAll(/\s+/g, ' ').trim();
}
