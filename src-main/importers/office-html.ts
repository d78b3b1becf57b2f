/**
 * What office programs put on the clipboard is HTML only in form: Word writes lists as indented paragraphs, and titles
 * and quotes as classes. Here it becomes what it means, so that the ordinary reading finds it.
 */
import type { PageDocument } from './page/document.ts';
import type { PageElement } from './page/element.ts';

const SIGNS = /\bmso-|class=["']?Mso|urn:schemas-microsoft-com:office|docs-internal-guid/i;

export function isOfficeHtml(source: string): boolean {
  return SIGNS.test(source.slice(0, 200_000));
}

/** Windows wraps clipboard HTML in a header that counts bytes and names where it was copied from. */
export function unwrapClipboard(source: string): { html: string; address: string } {
  const header = /^Version:\d[\d.]*\s*\r?\n(?:[A-Za-z]+:[^\n]*\n){2,20}/.exec(source)?.[0];
  if (header === undefined) return { html: source, address: '' };
  const address = /^SourceURL:\s*(https?:\/\/\S+)/im.exec(header)?.[1] ?? '';
  return { html: source.slice(header.length), address };
}

/** Rewrites the document in place. Gives a warning for what is left out. */
export function readOffice(document: PageDocument): string[] {
  const comments = [
    ...document.querySelectorAll('[style*="mso-element:comment-list"], .MsoCommentReference, a.msocomanchor'),
  ];
  for (const comment of comments) comment.remove();
  for (const hidden of document.querySelectorAll('[style*="mso-hide:all"], xml')) hidden.remove();
  for (const note of document.querySelectorAll(
    '[style*="mso-element:footnote-list"], [style*="mso-element:endnote-list"]',
  ))
    for (const rule of note.querySelectorAll('hr')) rule.remove();
  // Word names the file that it had on its own disk before the note's place in it
  for (const link of document.querySelectorAll('a[href*="#_ftn"], a[href*="#_edn"]'))
    link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/^[^#]*/, ''));
  for (const paragraph of document.querySelectorAll('p')) nameStyle(document, paragraph);
  makeLists(document);
  return comments.length > 0 ? ['The comments of the document were left out.'] : [];
}

function nameStyle(document: PageDocument, paragraph: PageElement): void {
  const style = paragraph.getAttribute('class') ?? '';
  const level = /mso-outline-level:\s*([1-6])/i.exec(paragraph.getAttribute('style') ?? '')?.[1];
  const heading = style.startsWith('MsoTitle') ? '1' : (/^MsoHeading([1-6])/.exec(style)?.[1] ?? level);
  if (heading !== undefined && !listStyle(paragraph)) return rename(document, paragraph, `h${heading}`);
  if (/^Mso(?:Intense)?Quote/.test(style)) {
    const quote = document.createElement('blockquote');
    paragraph.replaceWith(quote);
    quote.append(paragraph);
  }
}

function rename(document: PageDocument, element: PageElement, name: string): void {
  const other = document.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** `mso-list:l0 level2 lfo1`: which list, and how deep. */
function listStyle(element: PageElement): { list: string; level: number } | null {
  const [, list, level] =
    /mso-list:\s*(l\d+)\s+level(\d+)/i.exec(element.getAttribute('style')?.replaceAll(/\s+/g, ' ') ?? '') ??
    [];
  return list === undefined ? null : { list, level: Math.min(9, Math.max(1, Number(level))) };
}

type Open = { element: PageElement; level: number };

/** Paragraphs in a row that belong to lists become lists, nested as their levels say. */
function makeLists(document: PageDocument): void {
  const items = [...document.querySelectorAll('p[style*="mso-list"]')].filter((item) => listStyle(item));
  const left = new Set(items);
  for (const first of items) {
    if (!left.has(first)) continue;
    const run = [first];
    for (let next = first.nextElementSibling; next && left.has(next); next = next.nextElementSibling)
      run.push(next);
    const open: Open[] = [];
    for (const item of run) {
      left.delete(item);
      const { level } = listStyle(item)!;
      const marker = takeMarker(item);
      while (open.length > 0 && open.at(-1)!.level > level) open.pop();
      const kind = isCounted(marker) ? 'ol' : 'ul';
      const top = open.at(-1);
      if (top?.level !== level || top.element.localName !== kind) {
        if (top?.level === level) open.pop();
        const list = document.createElement(kind);
        const number = /^\d{1,6}/.exec(marker)?.[0];
        if (kind === 'ol' && number !== undefined && number !== '1') list.setAttribute('start', number);
        const holder = open.at(-1)?.element.lastElementChild;
        if (holder) holder.append(list);
        else item.before(list);
        open.push({ element: list, level });
      }
      const entry = document.createElement('li');
      open.at(-1)!.element.append(entry);
      entry.append(...item.childNodes);
      item.remove();
    }
  }
}

/** The bullet or number that Word writes before the words, taken out of them. */
function takeMarker(item: PageElement): string {
  const spans = [...item.querySelectorAll('span[style*="mso-list"]')].filter((span) =>
    /mso-list:\s*Ignore/i.test(span.getAttribute('style') ?? ''),
  );
  const marker = (spans[0]?.textContent ?? '').replaceAll('\u00A0', ' ').trim();
  for (const span of spans) span.remove();
  return marker;
}

function isCounted(marker: string): boolean {
  return /^[([]?(?:\d{1,6}(?:\.\d{1,4})*|[a-zа-я]|[ivxlcdm]{1,8})[.)\]]/iu.test(marker);
}
