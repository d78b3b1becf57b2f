import { oneLine } from './clean-text.ts';
import { dayIn } from './dates.ts';
import { safeLink } from './html-tree.ts';
import type { Proposals } from './proposals.ts';
import { savedNote } from './saved-note.ts';
import type { PageDocument } from './page/document.ts';

/** What a page says about itself, title as it stands there. */
export type PageFacts = Proposals & {
  readonly language: string;
  /** When it was saved, ISO 8601 in UTC, or ''. */
  readonly captured: string;
};

/** A page's own data may be huge; this much is enough to find a headline in. */
const MOST_DATA = 500_000;

/** Reads JSON-LD, Open Graph, `meta` and `link` elements, and the note that browsers leave in saved pages. */
export function factsOf(document: PageDocument, source: string): PageFacts {
  const meta = metaValues(document);
  const stated = (...names: string[]) => names.map((name) => meta.get(name)).find((value) => value) ?? '';
  const article = structuredArticle(document);
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const { address: saved, captured } = savedNote(document, source);
  // where a copy came from is known better than where a page says that it belongs
  const address = [saved, link, stated('og:url'), textAt(article['url']), textAt(article['mainEntityOfPage'])]
    .map((one) => safeLink(one, saved))
    .find((one) => /^https?:/.test(one));
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime') ?? '';
  const dates = [
    textAt(article['datePublished']),
    stated(
      'article:published_time',
      'og:published_time',
      'datepublished',
      'date',
      'dc.date',
      'dc.date.issued',
    ),
    stated('dcterms.date', 'citation_publication_date', 'parsely-pub-date', 'pubdate', 'publish-date'),
    time,
  ].map(dayIn);
  return {
    title: oneLine(
      textAt(article['headline']) ||
        stated('og:title', 'twitter:title', 'citation_title', 'dc.title') ||
        (document.querySelector('title')?.textContent ?? ''),
    ),
    author: oneLine(
      namesOf(article['author']) ||
        stated('author', 'citation_author', 'dc.creator', 'parsely-author', 'byl').replace(/^by\s+/i, '') ||
        notAddress(stated('article:author')),
    ),
    publisher: oneLine(
      namesOf(article['publisher']) ||
        stated('og:site_name', 'citation_journal_title', 'dc.publisher', 'application-name'),
    ),
    address: address ?? '',
    published: dates.find((one) => one !== '') ?? '',
    language:
      document.querySelector('html[lang]')?.getAttribute('lang') ||
      textAt(article['inLanguage']) ||
      stated('content-language', 'og:locale', 'dc.language'),
    captured,
  };
}

function notAddress(value: string): string {
  return /^https?:/.test(value) ? '' : value;
}

function metaValues(document: PageDocument): Map<string, string> {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name =
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('http-equiv') ?? '';
    const value = meta.getAttribute('content')!.trim();
    if (name !== '' && value !== '' && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
  }
  return values;
}

const ARTICLE_TYPES = /Article|BlogPosting|Report|NewsArticle|Posting|Review$/;

/** The first object in the page's JSON-LD that is an article. */
function structuredArticle(document: PageDocument): Record<string, unknown> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = findArticle(parsed(script.textContent ?? ''), 0);
    if (found) return found;
  }
  return {};
}

function parsed(json: string): unknown {
  try {
    return json.length > MOST_DATA ? null : JSON.parse(json);
  } catch {
    return null;
  }
}

function findArticle(data: unknown, depth: number): Record<string, unknown> | null {
  if (typeof data !== 'object' || data === null || depth > 4) return null;
  if (Array.isArray(data)) {
    for (const one of data.slice(0, 100) as unknown[]) {
      const found = findArticle(one, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const record = data as Record<string, unknown>;
  const types = [record['@type']].flat().filter((type) => typeof type === 'string');
  if (types.some((type) => ARTICLE_TYPES.test(type))) return record;
  return findArticle(record['@graph'] ?? record['mainEntity'], depth + 1);
}

/** The text of a value, or of the `@id`, `@value` or `name` of an object. */
function textAt(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return textAt(value[0]);
  if (typeof value !== 'object' || value === null) return '';
  const record = value as Record<string, unknown>;
  return (
    [record['name'], record['@value'], record['@id'], record['url']].find((one) => typeof one === 'string') ??
    ''
  );
}

function namesOf(value: unknown): string {
  const names = [value].flat().map((one) => {
    const record = typeof one === 'object' && one !== null ? (one as Record<string, unknown>) : { name: one };
    return typeof record['name'] === 'string' ? notAddress(record['name'].trim()) : '';
  });
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 10).join(', ');
}
