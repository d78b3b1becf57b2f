import { flatten } from '#domain/flat-text.ts';
import type { ReadCapture } from '#domain/imported.ts';
import { signatureOf } from './file-kind.ts';
import { ImportError } from './import-error.ts';
import { readText } from './read-text.ts';
import { formatOf } from './text-format.ts';

/** The pictures that are shown as they are. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * Tells what an archived copy is by its content and reads its text. Pictures have none.
 * @throws ImportError when it is empty or of a kind that is not kept
 */
export async function readCapture(source: {
  readonly bytes: Uint8Array;
  readonly name: string;
}): Promise<ReadCapture> {
  const { bytes, name } = source;
  if (bytes.length === 0) throw new ImportError('unreadable', `“${name}” is empty.`);
  const signature = signatureOf(bytes);
  if (signature?.kind === 'application/pdf') {
    const { readPdf } = await import('./pdf-text.ts');
    return { mediaType: signature.kind, ...(await readPdf(bytes, name)) };
  }
  if (signature && PICTURES.has(signature.kind))
    return { mediaType: signature.kind, text: null, pages: [], warnings: [] };
  if (signature)
    throw new ImportError(
      'unsupported',
      `“${name}” looks like ${signature.name}; an archived copy may be a PDF, an HTML page, a text or a picture (PNG, JPEG, GIF, WebP).`,
    );
  const format = formatOf(bytes, name);
  const file = readText(bytes, name, format === 'html');
  if (format !== 'html')
    return { mediaType: 'text/plain', text: file.text, pages: [], warnings: file.warnings };
  const { readPage } = await import('./html-page.ts');
  const page = readPage(file.text, true);
  return {
    mediaType: 'text/html',
    text: flatten(page.document).text,
    pages: [],
    warnings: [...file.warnings, ...page.warnings],
  };
}
