import { oneLine } from './clean-text.ts';
import { addressIn, KEEPERS } from './note-addresses.ts';
import { safeLink } from './html-tree.ts';
import type { PageDocument } from './page/document.ts';
import { PageElement } from './page/element.ts';
import type { PageNode } from './page/node.ts';

/** A note of a page, reached by a link such as `<sup><a href="#fn1">1</a></sup>`. */
export type PageNote = { readonly label: string; readonly text: string; readonly address: string };

const LABEL = /^[[(]?\s*(?:note\s+|nb\s+)?(\d{1,4}|[a-z]|[ivxl]{1,7}|[*†‡§¶]{1,3})\s*[\])]?$/i;
const BLOCKS = 'li, p, dd, aside, td, div, section';
const BACK = /[↩↑⬆^←]\uFE0E?/gu;
/** Elements that end the word before them. */
const APART = /^(?:p|div|li|br|td|th|dd|dt|tr|ul|ol|blockquote|section|h[1-6])$/;

/** The notes of a page, by the fragment that links lead to. */
export function notesOf(document: PageDocument, base: string): Map<string, PageNote> {
  const targets = new Map<string, PageElement>();
  for (const element of document.querySelectorAll('[id], a[name]')) {
    const key = element.getAttribute('id') || element.getAttribute('name') || '';
    if (key !== '' && !targets.has(key)) targets.set(key, element);
  }
  const notes = new Map<string, PageNote>();
  for (const link of document.querySelectorAll('a[href*="#"]')) {
    const key = fragmentOf(link, base);
    const label = LABEL.exec((link.textContent ?? '').trim())?.[1];
    const target = targets.get(key);
    if (label === undefined || !target || notes.has(key)) continue;
    const block = noteBlock(target, link);
    if (block) notes.set(key, readNote(block, label, base));
  }
  return notes;
}

/**
 * The part of a link's address after `#`, decoded; '' for links that lead elsewhere.
 * @param base the page's own address: browsers write it before the `#` when they save a page
 */
export function fragmentOf(link: PageElement, base: string): string {
  const [, before, fragment = ''] = /^([^#]*)#(.+)$/s.exec(link.getAttribute('href')?.trim() ?? '') ?? [];
  const plain = (address: string) =>
    address
      .replace(/#.*$/s, '')
      .replace(/^https?:/i, '')
      .replace(/\/$/, '');
  // Word's clipboard names a file that was never anywhere else
  const isOwn =
    before === '' ||
    before?.startsWith('file:') === true ||
    (base !== '' && plain(before ?? '') === plain(base));
  if (!isOwn) return '';
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The block that a link's target begins; null when it is a place in the text, as where a note leads back to. */
function noteBlock(target: PageElement, link: PageElement): PageElement | null {
  const block = target.matches(BLOCKS) ? target : target.closest(BLOCKS);
  if (!block || block.contains(link)) return null;
  const text = (block.textContent ?? '').trim();
  if (text.length < 6 || text.length > 4000) return null;
  if (block === target) return block.matches('li, p, dd, aside, td, div') ? block : null;
  const own = (target.textContent ?? '').trim();
  return text.startsWith(own) && own.length < text.length ? block : null;
}

function readNote(block: PageElement, label: string, base: string): PageNote {
  const text = withoutLabel(oneLine(spacedText(block).replaceAll(BACK, '')).trim(), block, label);
  const links = Array.from(block.querySelectorAll('a[href]'), (link) =>
    fragmentOf(link, base) === '' ? safeLink(link.getAttribute('href') ?? '', base) : '',
  ).filter((href) => /^https?:/.test(href));
  const isOutside = (href: string) => hostOf(href) !== hostOf(base) && !KEEPERS.test(href);
  // a wiki's own pages explain the words of a note, they are not what it cites
  const main = links.find(isOutside) ?? links[0] ?? addressIn(text);
  return { label, text, address: main };
}

/** What marks a note where its own text begins, or leads back to where it is cited. */
const MARK = /^[[(]?(?:\d{1,4}|[a-z]|[ivxl]{1,7}|[*†‡§¶]{1,3})[\])]?[.:]?$/i;

/** A note without its mark: one set apart as a link or superscript, or its own number before a space. */
function withoutLabel(text: string, block: PageElement, label: string): string {
  const apart = block.querySelectorAll('sup, a').map((one) => (one.textContent ?? '').trim());
  const set = apart.find((one) => MARK.test(one) && text.startsWith(one));
  if (set !== undefined) return text.slice(set.length).replace(/^[.:)\s]+/, '');
  return /^\d+$/.test(label) ? text.replace(new RegExp(String.raw`^[[(]?${label}[\])]?[.:]?\s+`), '') : text;
}

/** The text of an element with a space wherever a block begins or ends. */
function spacedText(node: PageNode): string {
  if (!(node instanceof PageElement)) return node.textContent;
  const name = node.nodeName.toLowerCase();
  const inner = node.childNodes.map(spacedText).join('');
  return APART.test(name) ? ` ${inner} ` : inner;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}
