/** Shorter ones are not worth the search. */
const SHORTEST = 400;
const START = Buffer.from('data:', 'latin1');

/** What may stand in a `data:` address: letters, digits and the signs of base64, of media types and of escapes. */
const INSIDE = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9+/=;:,.%_*~!$&#?@-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/**
 * The page without the pictures and fonts that are written into it as `data:` addresses, which can be most of a page
 * saved as one file: only their beginnings stay, so that a picture is still counted. Works on the bytes, before
 * anything is decoded or parsed.
 */
export function withoutData(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let from = 0;
  let at = buffer.indexOf(START);
  while (at >= 0) {
    let end = at + 5;
    while (INSIDE[buffer[end] ?? 0] === 1) end++;
    // in running text such an address is a word of the article
    const before = String.fromCharCode(buffer[at - 1] ?? 32);
    if (end - at > SHORTEST && /["'(=;,]/.test(before)) {
      kept.push(buffer.subarray(from, at + 5));
      from = end;
    }
    at = buffer.indexOf(START, end);
  }
  return kept.length === 0 ? bytes : Buffer.concat([...kept, buffer.subarray(from)]);
}
