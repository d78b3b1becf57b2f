import { cleanText } from './clean-text.ts';
import { decode } from './decode.ts';
import { statedEncoding } from './declared-encoding.ts';
import { withoutData } from './data-addresses.ts';
import { isNoise, signatureOf } from './file-kind.ts';
import { ImportError } from './import-error.ts';

/** More text than any article or book has; what is larger would only stop the program. */
const MOST_TEXT = 50_000_000;

export type FileText = {
  readonly text: string;
  readonly encoding: string;
  readonly warnings: readonly string[];
};

/**
 * Reads the bytes of a text file as clean text.
 * @param charset what the transport names as the encoding, or ''
 * @throws ImportError when it is empty, too large, or no text
 */
export function readText(given: Uint8Array, name: string, markup: boolean, charset = ''): FileText {
  refuseOther(given, name);
  const bytes = markup ? withoutData(given) : given;
  if (bytes.length > MOST_TEXT) throw tooLarge(bytes, name);
  const decoded = decode(bytes, markup, statedEncoding(charset));
  if (!/^utf-(?:16|32)/.test(decoded.encoding) && isNoise(bytes))
    throw new ImportError('unreadable', `“${name}” is not a text: Assay cannot read what is in it.`);
  const cleaned = cleanText(decoded.text);
  if (!/\S/.test(cleaned.text))
    throw new ImportError('unreadable', `“${name}” is empty: there is no text in it.`);
  const broken = cleaned.text.slice(0, 100_000).split('\uFFFD').length - 1;
  if (broken > Math.max(20, Math.min(cleaned.text.length, 100_000) * 0.1))
    throw new ImportError('unreadable', `“${name}” is not a text: Assay cannot read what is in it.`);
  return {
    text: cleaned.text,
    encoding: decoded.encoding,
    warnings: [...decoded.warnings, ...cleaned.warnings],
  };
}

function refuseOther(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) throw new ImportError('unreadable', `“${name}” is empty: there is no text in it.`);
  const signature = signatureOf(bytes);
  if (signature)
    throw new ImportError(
      'unsupported',
      `“${name}” looks like ${signature.name}; ${adviceFor(signature.kind)}`,
    );
}

function adviceFor(kind: string): string {
  return kind.startsWith('image')
    ? 'Assay reads no words in pictures: type the text out, or import the document that the picture was made from.'
    : 'Assay reads articles as text, Markdown, HTML, Word (DOCX), OpenDocument, RTF, EPUB, PDF, saved pages, web archives and mail.';
}

function tooLarge(bytes: Uint8Array, name: string): ImportError {
  return new ImportError(
    'too-large',
    `“${name}” has ${Math.round(bytes.length / 1_000_000)} MB of text; an article may have up to ${MOST_TEXT / 1_000_000} MB.`,
  );
}
