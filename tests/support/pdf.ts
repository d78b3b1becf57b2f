/** Words of a page: where they begin (points from the left and the top), how large they are, in which font. */
export type Word = {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly text: string;
};
export type PdfMade = {
  readonly pages: readonly (readonly Word[])[];
  readonly info?: string;
  /** Instead of the content of the first page. */
  readonly content?: Uint8Array;
  readonly filter?: string;
  readonly encrypt?: boolean;
};

const WIDTH = 595;
const HEIGHT = 842;

/** Makes a small PDF of words set in the standard fonts. Only letters of Latin-1. */
export function makePdf({ pages, info = '', content, filter = '' }: PdfMade): Buffer {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer) =>
    objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'));
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>');
  pages.forEach((words, index) => {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${6 + index * 2} 0 R >>`,
    );
    const stream =
      index === 0 && content ? Buffer.from(content) : Buffer.from(words.map(shown).join('\n'), 'latin1');
    const head = `<< /Length ${stream.length}${index === 0 && content ? filter : ''} >>\nstream\n`;
    add(Buffer.concat([Buffer.from(head, 'latin1'), stream, Buffer.from('\nendstream', 'latin1')]));
  });
  add(`<< ${info} >>`);
  const chunks = [Buffer.from('%PDF-1.4\n', 'latin1')];
  let at = chunks[0]!.length;
  const offsets: number[] = [];
  objects.forEach((body, index) => {
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    at += chunk.length;
    chunks.push(chunk);
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  chunks.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}

function shown({ x, y, size = 10, bold = false, text }: Word): string {
  const escaped = text.replaceAll(/[\\()]/g, '\\$&');
  return `BT /F${bold ? 2 : 1} ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm (${escaped}) Tj ET`;
}

/** Lines of a column, one under the other. */
export function column(x: number, y: number, lines: readonly string[], size = 10): Word[] {
  return lines.map((text, index) => ({ x, y: y + index * size * 1.2, size, text }));
}
