import { flatten } from '#domain/flat-text.ts';
import { readArticle } from '#importers/read-article.ts';

export type Shown = [label: string, address: string, cited: string[]];

/** The notes of a text: label, address, and the words right before each place that cites it with the marker. */
export async function notesOf(name: string, source: string): Promise<Shown[]> {
  const { document, footnotes } = await readArticle({ bytes: Buffer.from(source), name });
  const { text } = flatten(document);
  return footnotes.map(({ label, address, places }) => [
    label,
    address,
    places.map(({ start, end }) => text.slice(Math.max(0, start - 5), end)),
  ]);
}
