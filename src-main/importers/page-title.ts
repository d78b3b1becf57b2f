import { oneLine } from './clean-text.ts';
import { decode } from './decode.ts';
import { encodingOf } from './declared-encoding.ts';
import { withoutEntities } from './entities.ts';

/** How far into a page its title may stand. */
const HEAD = 60_000;

/** The title of a page, without parsing the page: good enough to choose by. */
export function titleIn(bytes: Uint8Array, charset: string): string {
  const { text } = decode(bytes.subarray(0, HEAD), true, encodingOf(charset));
  return oneLine(withoutEntities(/<title(?:\s[^>]{0,500})?>([^<]{0,2000})/i.exec(text)?.[1] ?? ''));
}

const SIGN = String.raw`\s*(?:[|•·»/]|[-–—:]+(?=\s))\s*`;
const AFTER = new RegExp(`^${SIGN}`, 'u');
const BEFORE = new RegExp(String.raw`(?:\s[-–—]+|\s*[|•·«:/])\s*$`, 'u');

/**
 * The title of a page without the site's name, which most pages put before or after it: the headline where the title
 * holds it, else what is left without the name of the publisher.
 */
export function withoutSite(title: string, headlines: readonly string[], site: string): string {
  const plain = oneLine(title);
  for (const headline of headlines.map(oneLine)) {
    if (headline === '' || headline === plain) continue;
    if (plain.startsWith(headline) && AFTER.test(plain.slice(headline.length))) return headline;
    if (plain.endsWith(headline) && BEFORE.test(plain.slice(0, -headline.length))) return headline;
  }
  const name = oneLine(site);
  if (name === '' || name.length >= plain.length) return plain;
  if (plain.endsWith(name) && BEFORE.test(plain.slice(0, -name.length)))
    return plain.slice(0, -name.length).replace(BEFORE, '');
  return plain.startsWith(name) && AFTER.test(plain.slice(name.length))
    ? plain.slice(name.length).replace(AFTER, '')
    : plain;
}
