import { cleanText } from './clean-text.ts';
import { MOST_PAGES, withPdf, type Pdf } from './pdf/open-pdf.ts';

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
  return withPdf(bytes, name, async (document) => {
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
  });
}

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
