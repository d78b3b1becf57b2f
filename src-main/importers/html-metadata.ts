import { oneLine } from './clean-text.ts';
import { dayStated } from './dates.ts';
import { safeLink } from './html-tree.ts';
import { dataOf, joinNames } from './page-data.ts';
import { withoutSite } from './page-title.ts';
import type { Proposals } from './proposals.ts';
import { savedNote } from './saved-note.ts';
import type { PageDocument } from './page/document.ts';
import type { PageElement } from './page/element.ts';

/** What a page says about itself, title as it stands there. */
export type PageFacts = Proposals & {
  readonly language: string;
  /** When it was saved, ISO 8601 in UTC, or ''. */
  readonly captured: string;
};

const DATES = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'publishdate',
  'published',
  'article.published',
];

/** Reads JSON-LD, Open Graph, `meta`, `link` and microdata, and the note that browsers leave in saved pages. */
export function factsOf(document: PageDocument, source: string): PageFacts {
  const meta = metaValues(document);
  const stated = (...names: string[]) => names.map((name) => meta.get(name)?.[0]).find(Boolean) ?? '';
  const data = dataOf(document);
  const marked = (name: string) => markedValues(document, name);
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const { address: saved, captured } = savedNote(document, source);
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  // where a copy came from is known better than where a page says that it belongs
  const address = [saved, link, stated('og:url'), ...data.addresses]
    .map((one) => safeLink(one, /^https?:/.test(base) ? base : saved))
    .find((one) => /^https?:/.test(one));
  const publisher = data.publisher || stated('og:site_name', 'citation_journal_title', 'dc.publisher');
  const headlines = document.querySelectorAll('h1').map((h1) => h1.textContent ?? '');
  const title =
    data.title ||
    stated('og:title', 'twitter:title', 'citation_title', 'dc.title') ||
    (document.querySelector('title')?.textContent ?? '');
  return {
    title: withoutSite(title, headlines, publisher),
    author: oneLine(
      data.author ||
        authorsIn(meta) ||
        joinNames(marked('author').map((name) => name.replace(/^by\s+/i, ''))),
    ),
    publisher: oneLine(publisher || stated('application-name')),
    address: address ?? '',
    published:
      [
        data.published,
        ...DATES.flatMap((name) => meta.get(name) ?? []),
        ...marked('datePublished'),
        timeOf(document),
      ]
        .map(dayStated)
        .find((one) => one !== '') ?? '',
    language:
      document.querySelector('html[lang]')?.getAttribute('lang') ||
      data.language ||
      stated('content-language', 'og:locale', 'dc.language'),
    captured,
  };
}

function authorsIn(meta: ReadonlyMap<string, readonly string[]>): string {
  for (const name of ['author', 'dc.creator', 'parsely-author', 'byl', 'citation_author', 'article:author']) {
    const names = joinNames(
      (meta.get(name) ?? []).map((one) => {
        const plain = one.replace(/^by\s+/i, '');
        // libraries write the family name first
        const [family, given, more] = plain.split(/\s*,\s*/);
        const isTurned = /^(?:citation_|dc\.)/.test(name) && family && given && more === undefined;
        return isTurned ? `${given} ${family}` : plain;
      }),
    );
    if (names !== '') return names;
  }
  return '';
}

/** The values of a page's `meta` elements by their names in lower case, in the order of the page. */
function metaValues(document: PageDocument): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('http-equiv') ??
      ''
    ).toLowerCase();
    const value = meta.getAttribute('content')!.trim();
    if (name === '' || value === '') continue;
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return values;
}

/** What microdata says under a name, but for what belongs to a comment or to another article. */
function markedValues(document: PageDocument, name: string): string[] {
  return document
    .querySelectorAll(`[itemprop="${name}"]`)
    .filter((one) => {
      const type =
        one.parentNode?.nodeType === 1 ? (one.parentNode as PageElement).closest('[itemtype]') : null;
      return (
        type === null || /Article|Posting|Report|Review$|WebPage/.test(type.getAttribute('itemtype') ?? '')
      );
    })
    .map((one) => {
      const named = one.querySelector('[itemprop="name"]') ?? one;
      const value = named.getAttribute('content') ?? named.getAttribute('datetime');
      return (value ?? named.textContent ?? '').trim();
    })
    .filter((value) => value !== '' && value.length < 200);
}

/** The first time in the article itself, else the first of the page. */
function timeOf(document: PageDocument): string {
  const times = document.querySelectorAll('time[datetime]');
  const within = times.find((time) => time.closest('article') && !time.closest('aside'));
  return (within ?? times.find((time) => !time.closest('aside')) ?? times[0])?.getAttribute('datetime') ?? '';
}
