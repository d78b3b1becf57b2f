const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'text/html': '.html',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/csv': '.csv',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/rtf': '.rtf',
  'application/epub+zip': '.epub',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'application/warc': '.warc',
  'application/wacz': '.wacz',
  'multipart/related': '.mhtml',
  'message/rfc822': '.eml',
  'application/mbox': '.mbox',
  'application/x-webarchive': '.webarchive',
  'application/vnd.assay': '.assay',
  'application/vnd.assay.pack': '.assaypack',
};

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A file name made anew from a foreign one: no path, no control or direction characters, the ending that fits. */
export function safeName(name: string, mediaType: string): string {
  const ending = ENDINGS[mediaType.split(';')[0]!.trim()] ?? '.bin';
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\p{L}\p{N}\p{M} _().,-]/gu, '_')
    .replaceAll(/\.+/g, '.')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100);
  const base = stem === '' || RESERVED.test(stem) ? `file${stem === '' ? '' : `-${stem}`}` : stem;
  return `${base}${ending}`;
}
