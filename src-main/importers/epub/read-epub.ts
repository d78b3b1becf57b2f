import { dayIn } from '../dates.ts';
import { decode } from '../decode.ts';
import { cleanText, oneLine } from '../clean-text.ts';
import { readPage } from '../html-page.ts';
import { safeLink } from '../html-tree.ts';
import { ImportError } from '../import-error.ts';
import type { ReadDocument } from '../structured.ts';
import { chapterHtml } from './chapter-html.ts';
import { EpubPackage, type Chapter } from './package.ts';

/** More text than any book has. */
const MOST_TEXT = 50_000_000;

export type ReadBook = ReadDocument & { readonly chapters: readonly string[] };

/**
 * Reads an EPUB book, wholly or some of its chapters.
 * @param chapters which ones, counted from 1 as `chaptersOf` lists them; none for all
 * @throws ImportError with one sentence
 */
export function readEpub(bytes: Uint8Array, file: string, chapters: readonly number[] = []): ReadBook {
  const pack = new EpubPackage(bytes, file);
  const list = listChapters(pack);
  const wrong = chapters.find((number) => list[number - 1] === undefined);
  if (wrong !== undefined)
    throw new ImportError(
      'unsupported',
      `“${file}” has no chapter ${wrong}; it has ${list.length === 1 ? 'one chapter' : `${list.length} chapters`}.`,
    );
  const wanted = new Set(
    (chapters.length === 0 ? list : chapters.map((number) => list[number - 1]!)).flatMap(
      ({ items }) => items,
    ),
  );
  const numbers = new Map(pack.spine.map(({ path }, index) => [path, index]));
  const pieces: string[] = [];
  let size = 0;
  for (const [index, { path }] of pack.spine.entries()) {
    if (!wanted.has(index)) continue;
    const source = textOf(pack, path);
    size += source.length;
    if (size > MOST_TEXT)
      throw new ImportError(
        'too-large',
        `“${file}” has more text than an article can have; import it by chapters.`,
      );
    pieces.push(
      `<section id="${index}:">${chapterHtml(source, path, (one) => numbers.get(one)).html}</section>`,
    );
  }
  const page = readPage(`<!doctype html><html><body>${pieces.join('\n')}</body></html>`, true);
  const some = chapters.length > 0 && chapters.length < list.length;
  return {
    ...page,
    facts: factsOf(pack),
    chapters: list.map(({ title }) => title),
    warnings: [
      ...page.warnings.filter((warning) => !/style sheet|lost its address|lost their address/.test(warning)),
      ...(some ? [`Only ${chapters.length} of the book’s ${list.length} chapters were imported.`] : []),
      ...missingParts(pack.missing),
      ...pack.oddities.map(
        (oddity) => `The archive inside this file ${oddity}; what it holds was checked and read.`,
      ),
    ],
  };
}

function missingParts(count: number): string[] {
  if (count === 0) return [];
  return [
    count === 1
      ? 'One part that the book names is not in the file.'
      : `${count} parts that the book names are not in the file.`,
  ];
}

/** The titles of a book's chapters, in reading order. */
export function chaptersOf(bytes: Uint8Array, file: string): string[] {
  return listChapters(new EpubPackage(bytes, file)).map(({ title }) => title);
}

function textOf(pack: EpubPackage, path: string): string {
  const bytes = pack.read(path);
  return bytes ? cleanText(decode(bytes, true).text).text : '';
}

/** A document that the list of contents names begins a chapter; the others go on with the one before. */
function listChapters(pack: EpubPackage): Chapter[] {
  const titles = pack.contents();
  const known = pack.spine.some(({ path }) => titles.has(path));
  const chapters: { title: string; items: number[] }[] = [];
  for (const [index, { path, isContents }] of pack.spine.entries()) {
    // the book's own list of contents repeats its headings
    if (isContents) continue;
    const title = titles.get(path);
    if (title === undefined && known && chapters.length > 0) chapters.at(-1)!.items.push(index);
    else chapters.push({ title: title ?? headingOf(pack, path), items: [index] });
  }
  return chapters;
}

function headingOf(pack: EpubPackage, path: string): string {
  const { heading } = chapterHtml(textOf(pack, path).slice(0, 200_000), path, () => undefined);
  return oneLine(heading) || (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
}

function factsOf(pack: EpubPackage): ReadDocument['facts'] {
  const first = (name: string) => pack.said(name)[0] ?? '';
  const address = [...pack.said('source'), ...pack.said('identifier')]
    .map((one) => safeLink(one, ''))
    .find((one) => /^https?:/.test(one));
  return {
    title: first('title'),
    author: pack.authors().slice(0, 10).join(', '),
    publisher: first('publisher'),
    address: address ?? '',
    published: dayIn(first('date')),
    language: first('language'),
    captured: '',
  };
}
