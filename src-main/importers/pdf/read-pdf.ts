import { dayIn } from '../dates.ts';
import { addressIn } from '../footnotes.ts';
import type { PageNote } from '../html-notes.ts';
import { textsOf } from '../offsets.ts';
import { sensibleAuthor, sensibleTitle, type ReadDocument } from '../structured.ts';
import { annotationsOf } from './annotations.ts';
import { regionsOf } from './columns.ts';
import { furnitureOf } from './furniture.ts';
import { headingLevels } from './headings.ts';
import { joint, Vocabulary } from './hyphens.ts';
import { median, textOf } from './lines.ts';
import { MOST_PAGES, withPdf, type Pdf } from './open-pdf.ts';
import { blocksOf, type Block } from './paragraphs.ts';
import { piecesOf, type PageOfPieces } from './pieces.ts';
import { noteKey, pageKey, PdfWriter } from './write.ts';

/**
 * Reads the text of a PDF in the order in which a person reads it, as paragraphs; nothing in it is run or fetched.
 * @throws ImportError with one sentence
 */
export async function readPdf(
  bytes: Uint8Array,
  file: string,
): Promise<ReadDocument & { readonly pages: readonly number[] }> {
  return withPdf(bytes, file, async (pdf) => {
    const warnings: string[] = [];
    const pages = await pagesOf(pdf, warnings);
    const blocks = blocksFrom(pages);
    const { facts, said } = await factsOf(pdf);
    return { ...written(blocks, pages, facts, said), warnings };
  });
}

async function pagesOf(pdf: Pdf, warnings: string[]): Promise<PageOfPieces[]> {
  const count = Math.min(pdf.numPages, MOST_PAGES);
  const pages: PageOfPieces[] = [];
  const empty: number[] = [];
  const annotations = await annotationsOf(pdf);
  const read = async (number: number) => {
    const page = await pdf.getPage(number);
    return piecesOf(page, number, annotations(page));
  };
  // the next page is unpacked while this one is read
  let next = read(1);
  for (let number = 1; number <= count; number++) {
    const current = next;
    if (number < count) next = read(number + 1);
    next.catch(() => undefined);
    try {
      const page = await current;
      pages.push(page);
      if (page.pieces.length === 0) empty.push(number);
    } catch {
      // one damaged page is no reason to lose the others
      warnings.push(`Page ${number} could not be read.`);
      pages.push({ number, width: 1, height: 1, pieces: [], aside: [] });
    }
  }
  if (pdf.numPages > count) warnings.push(`Only the first ${MOST_PAGES} pages were read.`);
  if (empty.length > 0 && empty.length < count)
    warnings.push(
      empty.length === 1
        ? `Page ${empty[0]} holds no text; it may be a picture or a scan.`
        : `${empty.length} of ${count} pages hold no text, first page ${empty[0]}; they may be pictures or scans.`,
    );
  return pages;
}

function blocksFrom(pages: readonly PageOfPieces[]): Block[] {
  const furniture = furnitureOf(pages);
  const kept = pages.map((page) => {
    const removed = furniture.get(page.number);
    const pieces = removed ? page.pieces.filter((piece) => !removed.has(piece)) : page.pieces;
    return { page: page.number, regions: [...regionsOf(pieces), ...regionsOf(page.aside)] };
  });
  return blocksOf(kept, bodySizeOf(pages));
}

/** The size in which most of the text is set. */
function bodySizeOf(pages: readonly PageOfPieces[]): number {
  return median(
    pages.flatMap(({ pieces }) => pieces.map(({ size, text }) => ({ value: size, weight: text.length }))),
  );
}

type Facts = ReadDocument['facts'];

function written(blocks: readonly Block[], pages: readonly PageOfPieces[], facts: Facts, title: string) {
  const words = new Vocabulary();
  for (const { lines } of blocks) for (const { line } of lines) words.add(textOf(line));
  const notes = notesOf(blocks, words);
  const { levelOf, title: printed } = headingLevels(blocks, bodySizeOf(pages));
  const writer = new PdfWriter(words, levelOf, new Set(notes.keys()));
  writer.write(blocks);
  const document = writer.builder.finish();
  const noted = new Map([...writer.builder.noted].filter(([, key]) => !key.startsWith('page ')));
  return {
    document,
    notes,
    noted,
    facts: { ...facts, title: title || printed },
    pages: pageStarts(document, writer.builder.noted, pages.length),
  };
}

function pageStarts(
  document: ReadDocument['document'],
  told: PdfWriter['builder']['noted'],
  count: number,
): number[] {
  const starts = new Map<string, number>();
  let end = 0;
  for (const { node, start } of textsOf(document)) {
    const key = told.get(node);
    if (key !== undefined && !starts.has(key)) starts.set(key, start);
    end = start + node.text!.length;
  }
  const pages: number[] = [];
  for (let number = count; number >= 1; number--) {
    // a page without text begins where the next one does
    const start = starts.get(pageKey(number)) ?? pages[0] ?? end;
    pages.unshift(number === 1 ? 0 : Math.min(start, pages[0] ?? end));
  }
  return pages;
}

/** The notes at the feet of the pages, by page and label. */
function notesOf(blocks: readonly Block[], words: Vocabulary): Map<string, PageNote> {
  const notes = new Map<string, PageNote>();
  for (const { kind, lines } of blocks) {
    if (kind !== 'note') continue;
    let text = '';
    for (const { line } of lines) {
      const next = textOf(line);
      const { cut, between } = text === '' ? { cut: 0, between: '' } : joint(text, next, words);
      text = `${text.slice(0, text.length - cut)}${between}${next}`;
    }
    const label = /^(?:\d{1,3}|[*†‡§¶]{1,3})/u.exec(text)?.[0] ?? '';
    const body = text
      .slice(label.length)
      .replace(/^[.)\s]+/, '')
      .slice(0, 2_000)
      .toWellFormed();
    const href =
      lines.flatMap(({ line }) => line.pieces).find((piece) => /^https?:/.test(piece.href))?.href ?? '';
    const key = noteKey(lines[0]!.page, label);
    if (label !== '' && !notes.has(key))
      notes.set(key, { label, text: body, address: href || addressIn(body) });
  }
  return notes;
}

async function factsOf(pdf: Pdf): Promise<{ facts: Facts; said: string }> {
  const none = {
    title: '',
    author: '',
    publisher: '',
    address: '',
    published: '',
    language: '',
    captured: '',
  };
  try {
    const { info, metadata } = await pdf.getMetadata();
    const record = info as Record<string, unknown>;
    const said = (key: string, xmp: string) => {
      const value: unknown = record[key] ?? metadata?.get(xmp);
      return typeof value === 'string'
        ? value
        : Array.isArray(value)
          ? value.filter((one) => typeof one === 'string').join(', ')
          : '';
    };
    return {
      facts: {
        ...none,
        author: sensibleAuthor(said('Author', 'dc:creator')),
        publisher: said('', 'dc:publisher'),
        published: dayIn(said('', 'prism:publicationdate') || said('', 'dc:date')),
        language: said('Language', 'dc:language'),
        captured: '',
      },
      said: sensibleTitle(said('Title', 'dc:title')),
    };
  } catch {
    return { facts: none, said: '' };
  }
}
