import { momentOf } from './warc-records.ts';
import type { PageDocument } from './page/document.ts';

/** Where a saved page came from and when, as whoever saved it notes in it. '' for what is not noted. */
export type SavedNote = { readonly address: string; readonly captured: string };

/** The notes stand in the first lines of a page, before or right after the `html` tag. */
const TOP = 20_000;
const ADDRESS = String.raw`(https?:\/\/[^\s<>"]+)`;
const BROWSER = new RegExp(String.raw`<!--\s*saved from url=\(\d+\)${ADDRESS}`, 'i');
const SINGLE_FILE = new RegExp(
  String.raw`<!--\s*(?:Page saved with |Saved by )?SingleFile\b[^>]{0,200}?\burl:\s*${ADDRESS}\s*(?:saved date:\s*([^\n>]{0,120}))?`,
  'i',
);
/** The Internet Archive writes the address and the moment of its copy into the path. */
const WAYBACK = /^https?:\/\/web\.archive\.org\/web\/(\d{8,14})(?:[a-z]{2}_)?\/(https?:\/\/?.+)$/i;

export function savedNote(document: PageDocument, source: string): SavedNote {
  const top = source.slice(0, TOP);
  const single = SINGLE_FILE.exec(top);
  const root = document.documentElement;
  const scrapbook = root?.getAttribute('data-scrapbook-source') ?? '';
  const noted = single?.[1] ?? BROWSER.exec(top)?.[1] ?? (/^https?:/i.test(scrapbook) ? scrapbook : '');
  const moment = single
    ? momentFrom(single[2] ?? '')
    : momentOf(root?.getAttribute('data-scrapbook-create') ?? '');
  const archived = WAYBACK.exec(noted || waybackIn(document));
  if (archived)
    return { address: archived[2]!.replace(/^(https?:\/)(?!\/)/i, '$1/'), captured: momentOf(archived[1]!) };
  return { address: noted, captured: moment };
}

/** A page that the Internet Archive gave out names its copy in its own canonical or base address. */
function waybackIn(document: PageDocument): string {
  const named = [
    document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
    document.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ];
  return named.find((one) => one != null && WAYBACK.test(one)) ?? '';
}

/** `Mon Mar 14 2022 12:34:56 GMT+0100 (Central European Standard Time)`, as browsers print a date. */
function momentFrom(text: string): string {
  const time = Date.parse(
    text
      .replace(/\(.*$/s, '')
      .replace(/-->.*$/s, '')
      .trim(),
  );
  return Number.isNaN(time) ? '' : new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
