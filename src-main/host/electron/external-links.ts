import { parsed } from './admission.ts';

export type External = {
  /** Put together again from its parsed parts; the only thing that is ever opened. */
  readonly address: string;
  /** The real host in punycode, or the mail address. */
  readonly host: string;
  readonly path: string;
};

/** Windows hands over no more than this. */
const LONGEST = 2_000;

/** What of a link may be offered for opening outside: a web page or a mail address, and nothing hidden in it. */
export function externalLink(raw: string): External | undefined {
  // a URL parser drops tabs and line ends and hides bidi marks, so that what is read is not what opens
  if (raw.length > LONGEST || /[\p{Cc}\p{Cf}\s\\]/u.test(raw)) return undefined;
  const url = parsed(raw);
  if (!url || url.username !== '' || url.password !== '') return undefined;
  if (url.protocol === 'mailto:') {
    return /^[\w.+-]+@[\w.-]+$/.test(url.pathname)
      ? { address: `mailto:${url.pathname}`, host: url.pathname, path: '' }
      : undefined;
  }
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') return undefined;
  const path = `${url.pathname}${url.search}${url.hash}`;
  const address = `${url.protocol}//${url.host}${path}`;
  return address.length > LONGEST ? undefined : { address, host: url.host, path };
}
