import { ImportError } from './import-error.ts';
import type { PageOffer } from './unpacked.ts';

/** How many pages the sentence itself names; the whole list goes along as detail. */
const NAMED = 12;
const MOST_OFFERS = 2_000;

/** The error that asks which of several pages is meant. */
export function askForPage(name: string, what: string, pages: readonly PageOffer[]): ImportError {
  const lines = pages.slice(0, NAMED).map(described);
  const more = pages.length > NAMED ? ` … and ${pages.length - NAMED} more` : '';
  return new ImportError(
    'ambiguous',
    `“${name}” holds ${pages.length} ${what}; choose one of them by its number or address: ${lines.join('; ')}${more}.`,
    { pages: pages.slice(0, MOST_OFFERS) },
  );
}

/** The error for a choice that fits nothing. */
export function noSuchPage(
  name: string,
  wanted: string,
  what: string,
  pages: readonly PageOffer[],
): ImportError {
  const lines = pages.slice(0, NAMED).map(described);
  const more = pages.length > NAMED ? ` … and ${pages.length - NAMED} more` : '';
  return new ImportError(
    'not-found',
    `“${name}” holds no page “${wanted.slice(0, 300)}”; ${pages.length === 1 ? `there is only one, ` : `there are ${pages.length} ${what}: `}${lines.join('; ')}${more}.`,
    { pages: pages.slice(0, MOST_OFFERS) },
  );
}

function described({ number, url, title, time }: PageOffer): string {
  const parts = [title === '' ? '' : `“${short(title)}”`, short(url), time.slice(0, 10)].filter(
    (part) => part !== '',
  );
  return `${number}. ${parts.join(', ')}`;
}

function short(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89).toWellFormed()}…` : text;
}

/** Addresses that mean the same page, from exactly the same to nearly the same. */
const SAME: readonly ((url: string) => string)[] = [
  (url) => url,
  (url) => plain(url),
  (url) =>
    plain(url)
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/$/, ''),
  (url) =>
    decoded(plain(url))
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/$/, '')
      .toLowerCase(),
];

/** Those of `from` whose address is the wanted one, in the strictest sense in which any is. */
export function withAddress<T extends { readonly url: string }>(from: readonly T[], wanted: string): T[] {
  for (const form of SAME) {
    const key = form(wanted.trim());
    const same = from.filter((one) => form(one.url) === key);
    if (same.length > 0) return same;
  }
  return [];
}

function plain(url: string): string {
  const without = url.replace(/#.*$/s, '');
  try {
    return new URL(/^[a-z][a-z\d+.-]*:/i.test(without) ? without : `https://${without}`).href;
  } catch {
    return without;
  }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
