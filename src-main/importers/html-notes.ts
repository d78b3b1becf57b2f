import { oneLine } from './clean-text.ts';
import { addressIn } from './footnotes.ts';
import { safeLink } from './html-tree.ts';

/** A note of a page, reached by a link such as `<sup><a href="#fn1">1</a></sup>`. */
export type PageNote = { readonly label: string; readonly text: string; readonly address: string };

const LABEL = /^[[(]?\s*(\d{1,4}|[a-z]|[*†‡§¶]{1,3})\s*[\])]?$/i;
const BLOCKS = 'li, p, dd, aside, td, div, section';
const BACK = /[↩↑⬆^←]\uFE0E?|^\s*[[(]?\d{1,4}[\])]?[.:]?\s+/gu;

/** The notes of a page, by the fragment that links lead to. */
export function notesOf(document: Document, base: string): Map<string, PageNote> {
  const targets = new Map<string, Element>();
  for (const element of document.querySelectorAll('[id], a[name]')) {
    const key = element.getAttribute('id') || element.getAttribute('name') || '';
    if (key !== '' && !targets.has(key)) targets.set(key, element);
  }
  const notes = new Map<string, PageNote>();
  for (const link of document.querySelectorAll('a[href*="#"]')) {
    const key = fragmentOf(link);
    const label = LABEL.exec((link.textContent ?? '').trim())?.[1];
    const target = targets.get(key);
    if (label === undefined || !target || notes.has(key)) continue;
    const block = noteBlock(target, link);
    if (block) notes.set(key, readNote(block, label, base));
  }
  return notes;
}

/** The part of a link's address after `#`, decoded; '' for links that lead elsewhere. */
export function fragmentOf(link: Element): string {
  const fragment = /^#(.+)$/s.exec(link.getAttribute('href')?.trim() ?? '')?.[1] ?? '';
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The block that a link's target begins; null when it is a place in the text, as where a note leads back to. */
function noteBlock(target: Element, link: Element): Element | null {
  const block = target.matches(BLOCKS) ? target : target.closest(BLOCKS);
  if (!block || block.contains(link)) return null;
  const text = (block.textContent ?? '').trim();
  if (text.length < 6 || text.length > 4000) return null;
  if (block === target) return block.matches('li, p, dd, aside, td, div') ? block : null;
  const own = (target.textContent ?? '').trim();
  return text.startsWith(own) && own.length < text.length ? block : null;
}

function readNote(block: Element, label: string, base: string): PageNote {
  const text = oneLine(block.textContent ?? '')
    .replaceAll(BACK, '')
    .trim();
  const links = Array.from(block.querySelectorAll('a[href]'), (link) =>
    safeLink(link.getAttribute('href') ?? '', base),
  );
  return { label, text, address: links.find((href) => /^https?:/.test(href)) ?? addressIn(text) };
}
