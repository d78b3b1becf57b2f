import type { Node } from '#domain/document.ts';
import { flatten } from '#domain/flat-text.ts';
import { readArticle } from '#importers/read-article.ts';

/** Reads a document and gives, beside the article, its text and its structure in a form that a test can show. */
export async function read(name: string, bytes: Uint8Array, chapters?: readonly number[]) {
  const article = await readArticle({ bytes, name, ...(chapters ? { chapters } : {}) });
  const { text } = flatten(article.document);
  return {
    ...article,
    text,
    shape: article.document.content!.map(shapeOf),
    noteShapes: article.footnotes.map(
      (note) =>
        [
          note.label,
          note.text,
          note.address,
          note.places.map(({ start, end }) => text.slice(start, end)),
        ] as const,
    ),
  };
}

/** A document as one can read it in a test: `h2(…)`, `ul(li(p(…)))`, marks as `*bold*`-like letters before the words. */
function shapeOf(node: Node): string {
  const short: Record<string, string> = {
    paragraph: 'p',
    bulletList: 'ul',
    orderedList: 'ol',
    listItem: 'li',
    table: 'table',
    tableRow: 'tr',
    tableCell: 'td',
    tableHeader: 'th',
    blockquote: 'quote',
    codeBlock: 'code',
    horizontalRule: 'hr',
    hardBreak: 'br',
  };
  if (node.type === 'text') {
    const marks = (node.marks ?? [])
      .map((mark) => (mark.type === 'link' ? String(mark.attrs?.['href']) : mark.type))
      .join('+');
    return marks === '' ? node.text! : `{${marks}:${node.text}}`;
  }
  const inside = (node.content ?? []).map(shapeOf).join('');
  const number = (key: string) => Number(node.attrs?.[key] ?? 1);
  const level = node.type === 'heading' ? String(number('level')) : '';
  const from = node.type === 'orderedList' && number('start') !== 1 ? `from ${number('start')}` : '';
  const span =
    number('colspan') > 1 || number('rowspan') > 1 ? `${number('colspan')}×${number('rowspan')}` : '';
  const more = `${level}${from}${span}`;
  return `${node.type === 'heading' ? 'h' : (short[node.type] ?? node.type)}${more}(${inside})`;
}
