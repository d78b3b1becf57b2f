import { domainToUnicode } from 'node:url';
import type { CslItem } from '#domain/citation.ts';
import { UnreadableReference, cleanCsl } from './clean-csl.ts';

/**
 * A web page as a reference. Without a title it is called by its address in readable letters. Nothing is fetched.
 * @throws UnreadableReference for what is no web address, in a sentence that says why.
 */
export function fromAddress(address: string, title = ''): CslItem {
  const url = webAddress(address);
  return cleanCsl({ type: 'webpage', title: title.trim() || readable(url), URL: url.href });
}

/**
 * What a numbered note of an article proposes as a reference: the page it points to, under the note's own words where
 * it has some; a note without an address is a document that is called by those words.
 * @throws UnreadableReference where there is neither.
 */
export function fromFootnote({
  text,
  address,
}: {
  readonly text: string;
  readonly address: string;
}): CslItem {
  const words = text
    .replace(/^\s*\[?\d+[\].)]\s*/, '')
    .replaceAll(address === '' ? '\0' : address, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:;,.–—-]+|[\s:;,–—(<-]+$/g, '');
  const title = /\p{L}{2}/u.test(words) ? words : '';
  return address === '' ? cleanCsl({ type: 'document', title }) : fromAddress(address, title);
}

function webAddress(address: string): URL {
  const given = address.trim();
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d+(?:\/|$))/i.exec(given)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    throw new UnreadableReference(
      `Assay cannot refer to an address that begins with “${scheme}:”; please use a web address (http or https).`,
    );
  }
  let url: URL;
  try {
    url = new URL(scheme === undefined ? `https://${given.replace(/^\/\//, '')}` : given);
  } catch {
    throw new UnreadableReference('This is no web address; please write it like https://example.org/page.');
  }
  if (!url.hostname.includes('.') && !url.hostname.startsWith('[') && url.hostname !== 'localhost') {
    throw new UnreadableReference('This is no web address; please write it like https://example.org/page.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new UnreadableReference('This address holds a name or a password; please leave it out.');
  }
  return url;
}

/** The host and the path without escapes, as a person would read them out. */
function readable(url: URL): string {
  const host = domainToUnicode(url.hostname) || url.hostname;
  const path = `${url.pathname}${url.search}`.replace(/\/$/, '').split('/').map(decoded).join('/');
  return `${host.replace(/^www\./, '')}${path}`.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').slice(0, 300);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
