/** File kinds that are told by their first bytes. `at` is where these stand. */
const SIGNATURES: readonly { kind: string; name: string; bytes: string; at?: number }[] = [
  { kind: 'application/pdf', name: 'a PDF file', bytes: '%PDF-' },
  { kind: 'image/png', name: 'a PNG picture', bytes: '\x89PNG\r\n\x1a\n' },
  { kind: 'image/jpeg', name: 'a JPEG picture', bytes: '\xff\xd8\xff' },
  { kind: 'image/gif', name: 'a GIF picture', bytes: 'GIF87a' },
  { kind: 'image/gif', name: 'a GIF picture', bytes: 'GIF89a' },
  { kind: 'image/webp', name: 'a WebP picture', bytes: 'WEBP', at: 8 },
  { kind: 'image', name: 'a TIFF picture', bytes: 'II*\0' },
  { kind: 'image', name: 'a TIFF picture', bytes: 'MM\0*' },
  { kind: 'other', name: 'an old Word, Excel or Outlook file', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
  { kind: 'other', name: 'an RTF file', bytes: '{\\rtf' },
  { kind: 'other', name: 'a 7-Zip archive', bytes: '7z\xbc\xaf\x27\x1c' },
  { kind: 'other', name: 'a RAR archive', bytes: 'Rar!\x1a\x07' },
  { kind: 'other', name: 'a compressed file', bytes: '\x1f\x8b' },
  { kind: 'other', name: 'a database', bytes: 'SQLite format 3\0' },
  { kind: 'other', name: 'a program', bytes: '\x7fELF' },
  { kind: 'other', name: 'a program', bytes: 'MZ\x90\0' },
  { kind: 'other', name: 'a video', bytes: 'ftyp', at: 4 },
  { kind: 'other', name: 'a video', bytes: '\x1aE\xdf\xa3' },
  { kind: 'other', name: 'a sound or video file', bytes: 'RIFF' },
  { kind: 'other', name: 'a sound file', bytes: 'OggS' },
  { kind: 'other', name: 'a sound file', bytes: 'ID3' },
  { kind: 'other', name: 'a sound file', bytes: 'fLaC' },
];

/** What a file is by its first bytes, as a media type (or `other`) and in words; null where it may be text. */
export function signatureOf(bytes: Uint8Array): { kind: string; name: string } | null {
  const head = latin1(bytes, 0, 1024);
  for (const { kind, name, bytes: signature, at = 0 } of SIGNATURES)
    if (head.startsWith(signature, at)) return { kind, name };
  // the PDF standard lets other bytes precede the header
  if (head.includes('%PDF-')) return { kind: 'application/pdf', name: 'a PDF file' };
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06'))
    return { kind: 'other', name: archiveName(bytes, head) };
  return null;
}

function archiveName(bytes: Uint8Array, head: string): string {
  if (head.includes('application/vnd.oasis.opendocument')) return 'an OpenDocument file';
  if (head.includes('application/epub+zip')) return 'an EPUB book';
  const tail = latin1(bytes, Math.max(0, bytes.length - 65_536), bytes.length);
  if (head.includes('word/') || tail.includes('word/')) return 'a Word document';
  if (tail.includes('xl/')) return 'an Excel workbook';
  if (tail.includes('ppt/')) return 'a PowerPoint presentation';
  return 'a ZIP archive';
}

export function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
}

/** Whether bytes that are no UTF-16 or UTF-32 hold more control characters than any text does. */
export function isNoise(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65_536);
  let controls = 0;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at]!;
    if (byte < 32 && !OF_TEXT.has(byte)) controls++;
  }
  return controls > Math.max(4, length * 0.02);
}

/** Tab, line ends and form feed; shift out, shift in and escape belong to the ISO-2022 encodings. */
const OF_TEXT = new Set([9, 10, 12, 13, 0x0e, 0x0f, 0x1b]);
