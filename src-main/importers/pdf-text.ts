import { fileURLToPath } from 'node:url';
import { cleanText } from './clean-text.ts';
import { ImportError } from './import-error.ts';

/** More pages than any source that a person quotes from. */
const MOST_PAGES = 5_000;

export type PdfText = {
  readonly text: string;
  readonly pages: readonly number[];
  readonly warnings: readonly string[];
};

/**
 * Reads the words of a PDF, one line of the page a line; nothing in it is run, drawn or fetched.
 * @throws ImportError when it is damaged or asks for a password
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<PdfText> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // pdf.js takes the bytes away from whoever gave them
    data: Uint8Array.from(bytes),
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: fileURLToPath(new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'))),
    cMapPacked: true,
  });
  try {
    const document = await task.promise;
    const count = Math.min(document.numPages, MOST_PAGES);
    const pages: number[] = [];
    const texts: string[] = [];
    const warnings = new Set<string>();
    let offset = 0;
    for (let number = 1; number <= count; number++) {
      const cleaned = cleanText(await pageText(document, number, warnings));
      for (const warning of cleaned.warnings) warnings.add(warning);
      pages.push(offset);
      texts.push(cleaned.text);
      offset += cleaned.text.length + 1;
    }
    if (document.numPages > count) warnings.add(`Only the first ${MOST_PAGES} pages were read.`);
    const text = texts.join('\n');
    if (!/\S/.test(text)) warnings.add('No text could be read out of this PDF; it may be a scan.');
    return { text, pages, warnings: [...warnings] };
  } catch (error) {
    throw asImportError(error, name);
  } finally {
    await task.destroy();
  }
}

type Pdf = Awaited<ReturnType<(typeof import('pdfjs-dist/legacy/build/pdf.mjs'))['getDocument']>['promise']>;

async function pageText(document: Pdf, number: number, warnings: Set<string>): Promise<string> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
    return words
      .join('')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .join('\n');
  } catch {
    // one damaged page is no reason to lose the others
    warnings.add(`Page ${number} could not be read.`);
    return '';
  }
}

function asImportError(error: unknown, name: string): ImportError {
  if (error instanceof Error && error.name === 'PasswordException')
    return new ImportError(
      'unreadable',
      `“${name}” asks for a password; save a copy without one and use that.`,
    );
  return new ImportError('unreadable', `“${name}” is a damaged PDF file: it cannot be read.`);
}
