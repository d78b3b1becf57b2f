/** Encodings of old mail that write all letters in ASCII; pages may not use them, so only a transport's word counts. */
const NAMES: Readonly<Record<string, string>> = {
  'utf-7': 'utf-7',
  utf7: 'utf-7',
  'unicode-1-1-utf-7': 'utf-7',
  'x-unicode-1-1-utf-7': 'utf-7',
  'x-unicode-2-0-utf-7': 'utf-7',
  'hz-gb-2312': 'hz-gb-2312',
  hz: 'hz-gb-2312',
};

/** The name under which `sevenBit` knows an encoding; '' for none. */
export function sevenBitNamed(label: string): string {
  const name = label.trim().toLowerCase();
  return Object.hasOwn(NAMES, name) ? NAMES[name]! : '';
}

/** Decodes `utf-7` or `hz-gb-2312`; null for another encoding. */
export function sevenBit(encoding: string, bytes: Uint8Array): string | null {
  if (encoding !== 'utf-7' && encoding !== 'hz-gb-2312') return null;
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return encoding === 'utf-7' ? fromUtf7(plain) : fromHz(plain);
}

/** RFC 2152: between `+` and what is no letter of Base64 stands UTF-16; a `-` that ends it is not text, `+-` is a plus. */
function fromUtf7(plain: string): string {
  return plain.replaceAll(/\+([A-Za-z\d+/]*)(-?)/g, (whole, packed: string, end: string) => {
    if (packed === '') return end === '' ? whole : '+';
    const bytes = Buffer.from(packed, 'base64');
    if (bytes.length < 2) return whole;
    return new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length & ~1));
  });
}

/** RFC 1843: between `~{` and `~}` stand the pairs of GB 2312 without their high bits; `~~` is a tilde. */
function fromHz(plain: string): string {
  return plain.replaceAll(
    /~~|~\r?\n|~\{([!-~ \t]*?)(?:~\}|(?=[\r\n])|$)/g,
    (whole, pairs: string | undefined) => {
      if (pairs === undefined) return whole === '~~' ? '~' : '';
      const high = Buffer.from(pairs, 'latin1').map((byte) => (byte > 32 ? byte | 128 : byte));
      return new TextDecoder('gb18030').decode(high);
    },
  );
}
