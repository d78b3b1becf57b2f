import { documentKind } from './document-kind.ts';
import { ImportError } from './import-error.ts';

/**
 * The titles of a book's chapters.
 * @throws ImportError where the file is no book, or cannot be read
 */
export async function listChapters(source: {
  readonly bytes: Uint8Array;
  readonly name: string;
}): Promise<string[]> {
  const { bytes } = source;
  const name = source.name.replace(/^.*[\\/](?=[^\\/])/s, '');
  if (documentKind(bytes, name) !== 'epub')
    throw new ImportError(
      'unsupported',
      `“${name}” is no EPUB book: only these have chapters to choose from.`,
    );
  return (await import('./epub/read-epub.ts')).chaptersOf(bytes, name);
}
