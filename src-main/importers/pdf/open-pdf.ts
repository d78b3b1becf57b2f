import { fileURLToPath } from 'node:url';
import { ImportError } from '../import-error.ts';

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type Pdf = Awaited<ReturnType<Library['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/** More pages than any source that a person quotes from. */
export const MOST_PAGES = 5_000;

/**
 * Opens a PDF for reading its words; nothing in it is run, drawn or fetched.
 * @throws ImportError when it is damaged or asks for a password
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  name: string,
  work: (pdf: Pdf) => Promise<T>,
): Promise<T> {
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
    return await work(await task.promise);
  } catch (error) {
    throw asImportError(error, name);
  } finally {
    await task.destroy();
  }
}

function asImportError(error: unknown, name: string): ImportError {
  if (error instanceof ImportError) return error;
  if (error instanceof Error && error.name === 'PasswordException')
    return new ImportError(
      'unreadable',
      `“${name}” asks for a password; save a copy without one and use that.`,
    );
  return new ImportError('unreadable', `“${name}” is a damaged PDF file: it cannot be read.`);
}
