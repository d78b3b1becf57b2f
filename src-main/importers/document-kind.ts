import { latin1, signatureOf } from './file-kind.ts';
import { ImportError } from './import-error.ts';
import { openZip, type Zip } from './zip.ts';

/** The formats that hold a document in a form of their own, neither plain text nor a web page. */
export type DocumentKind = 'docx' | 'odt' | 'epub' | 'rtf' | 'pdf';

const PDF = 'application/pdf';
/** Endings by which an archive that cannot be opened is still known to be meant as a document. */
const PACKED = /\.(?:docx|docm|dotx|dotm|odt|ott|epub)$/i;

/**
 * Tells by its content what document a file is; null where it is none.
 * @throws ImportError where it is one that cannot be read: damaged, protected, or of an older kind
 */
export function documentKind(bytes: Uint8Array, name: string): DocumentKind | null {
  const start = latin1(bytes, 0, 64).replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (/^<\?xml[^>]*>/.test(latin1(bytes, 0, 200)) && isFlatText(bytes)) return 'odt';
  const signature = signatureOf(bytes);
  if (signature?.kind === PDF) return 'pdf';
  if (latin1(bytes, 0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') throw older(bytes, name);
  if (!['PK\x03\x04', 'PK\x05\x06'].includes(latin1(bytes, 0, 4))) return null;
  try {
    return kindOfZip(openZip(bytes, name), name);
  } catch (error) {
    // an archive that is no document may be of another kind, which its own reader judges
    if (error instanceof ImportError && error.code !== 'unsupported' && !meantAsDocument(bytes, name))
      return null;
    throw error;
  }
}

function meantAsDocument(bytes: Uint8Array, name: string): boolean {
  return PACKED.test(name) || /word\/|application\/(?:epub|vnd\.oasis)/.test(latin1(bytes, 0, 8_000));
}

function isFlatText(bytes: Uint8Array): boolean {
  const head = latin1(bytes, 0, 8_000);
  return /<office:document\s/.test(head) && head.includes('opendocument.text');
}

function kindOfZip(zip: Zip, name: string): DocumentKind | null {
  const type =
    zip.sizeOf('mimetype') < 200 && zip.has('mimetype')
      ? Buffer.from(zip.read('mimetype')).toString('latin1').trim()
      : '';
  if (type === 'application/epub+zip') return 'epub';
  if (/^application\/vnd\.oasis\.opendocument\.text(?:$|-template|-master)/.test(type)) return 'odt';
  if (type.startsWith('application/vnd.oasis.opendocument'))
    throw instead(
      name,
      'an OpenDocument file that is no text',
      'copy the text that you want to check into a text document',
    );
  if (zip.has('META-INF/container.xml')) return 'epub';
  if (zip.has('content.xml') && zip.has('META-INF/manifest.xml')) return 'odt';
  if (!zip.has('[Content_Types].xml')) return null;
  if (zip.names.some((part) => part.startsWith('xl/')))
    throw instead(name, 'an Excel workbook', 'copy the text that you want to check into a Word document');
  if (zip.names.some((part) => part.startsWith('ppt/')))
    throw instead(name, 'a PowerPoint presentation', 'save it as a PDF and import that');
  return zip.names.some((part) => /^word\//i.test(part)) || zip.has('_rels/.rels') ? 'docx' : null;
}

/** The formats of Office before 2007, and protected files, lie in a container that says what it holds in UTF-16. */
function older(bytes: Uint8Array, name: string): ImportError {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_000_000));
  const holds = (stream: string) => head.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage'))
    return new ImportError(
      'unreadable',
      `“${name}” asks for a password; save a copy without one and import that.`,
    );
  if (holds('WordDocument'))
    return instead(name, 'a Word document of the old kind (.doc)', 'save it as DOCX and import that');
  if (holds('Workbook') || holds('Book'))
    return instead(
      name,
      'an Excel workbook of the old kind (.xls)',
      'copy the text that you want to check into a Word document',
    );
  if (holds('PowerPoint Document'))
    return instead(
      name,
      'a PowerPoint presentation of the old kind (.ppt)',
      'save it as a PDF and import that',
    );
  return instead(name, 'an old Office or Outlook file', 'save it in a newer format and import that');
}

function instead(name: string, what: string, advice: string): ImportError {
  return new ImportError('unsupported', `“${name}” is ${what}, which Assay does not read: ${advice}.`);
}
