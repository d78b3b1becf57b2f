import { withoutEntities } from './entities.ts';
import type { PageDocument } from './page/document.ts';
import { looseJson } from './statements/loose-json.ts';

/** A page's own data may be huge; this much is enough to find a headline in. */
const MOST_DATA = 500_000;
const DEEPEST = 6;

type Thing = Readonly<Record<string, unknown>>;

/** What a page says about its article in JSON-LD; each '' where it says nothing. */
export type PageData = {
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly published: string;
  readonly addresses: readonly string[];
  readonly language: string;
};

const ARTICLE_TYPES = /Article|BlogPosting|Report|NewsArticle|Posting|Review$/;

export function dataOf(document: PageDocument): PageData {
  const scripts = document
    .querySelectorAll('script[type="application/ld+json"]')
    .map((script) => parsed(script.textContent ?? ''));
  // an article may name its author by the id of an object in another script
  const known = new Map<string, Thing>();
  for (const script of scripts) noteIds(script, known, 0);
  const article = scripts.map((script) => findArticle(script, 0)).find((one) => one !== null) ?? {};
  return {
    title: withoutEntities(textAt(article['headline'])),
    author: namesOf(article['author'], known),
    publisher: namesOf(article['publisher'], known),
    published: textAt(article['datePublished']),
    addresses: [textAt(article['url']), textAt(article['mainEntityOfPage'])],
    language: textAt(article['inLanguage']),
  };
}

function parsed(json: string): unknown {
  try {
    return json.length > MOST_DATA ? null : looseJson(json);
  } catch {
    return null;
  }
}

function noteIds(data: unknown, known: Map<string, Thing>, depth: number): void {
  if (typeof data !== 'object' || data === null || depth > DEEPEST || known.size > 1000) return;
  if (!Array.isArray(data)) {
    const thing = data as Thing;
    const id = thing['@id'];
    if (typeof id === 'string' && !known.has(id) && thing['name'] !== undefined) known.set(id, thing);
  }
  for (const inner of Object.values(data).slice(0, 200)) noteIds(inner, known, depth + 1);
}

/** The first object that is an article. */
function findArticle(data: unknown, depth: number): Thing | null {
  if (typeof data !== 'object' || data === null || depth > 4) return null;
  if (Array.isArray(data)) {
    for (const one of data.slice(0, 100) as unknown[]) {
      const found = findArticle(one, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const thing = data as Thing;
  const types = [thing['@type']].flat().filter((type) => typeof type === 'string');
  if (types.some((type) => ARTICLE_TYPES.test(type))) return thing;
  return findArticle(thing['@graph'] ?? thing['mainEntity'], depth + 1);
}

/** The text of a value, or of the `@id`, `@value` or `name` of an object. */
function textAt(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return textAt(value[0]);
  if (typeof value !== 'object' || value === null) return '';
  const thing = value as Thing;
  return (
    [thing['name'], thing['@value'], thing['@id'], thing['url']].find((one) => typeof one === 'string') ?? ''
  );
}

function namesOf(value: unknown, known: ReadonlyMap<string, Thing>): string {
  const names = [value].flat().flatMap((one) => {
    if (typeof one === 'string') return [one];
    if (typeof one !== 'object' || one === null) return [];
    const thing = one as Thing;
    const id = thing['@id'];
    const name = thing['name'] ?? (typeof id === 'string' ? known.get(id)?.['name'] : undefined);
    return [name].flat().filter((part) => typeof part === 'string');
  });
  return joinNames(names);
}

/** Names of people, each once, without the addresses that some pages give in their place. */
export function joinNames(names: readonly string[]): string {
  const plain = names
    .map((name) => withoutEntities(name).replaceAll(/\s+/g, ' ').trim())
    .filter((name) => name !== '' && !/^(?:https?:|#)/.test(name));
  return [...new Set(plain)].slice(0, 10).join(', ');
}
