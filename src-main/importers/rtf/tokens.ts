import { latin1 } from '../file-kind.ts';

/** What an RTF file is made of. `text` is bytes in whatever code page is meant at that place. */
export type RtfToken =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'byte'; readonly value: number }
  | { readonly kind: 'text'; readonly from: number; readonly to: number };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
/** Longer control words are no control words. */
const LONGEST_WORD = 60;

/** Splits RTF into tokens. Never throws: whatever is cut off or odd gives what can be seen in it. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? 'open' : 'close' };
      at++;
    } else if (byte === BACKSLASH) {
      const next = bytes[at + 1] ?? 0;
      if (isLetter(next)) {
        const [word, value, end] = readWord(bytes, at + 1);
        at = end;
        // what follows are so many bytes of a picture, not RTF
        if (word === 'bin') at += Math.max(0, value ?? 0);
        else yield { kind: 'word', word, value };
      } else if (next === 0x27) {
        const value = Number.parseInt(latin1(bytes, at + 2, at + 4), 16);
        if (!Number.isNaN(value)) yield { kind: 'byte', value };
        at += 4;
      } else {
        yield { kind: 'symbol', symbol: String.fromCharCode(next) };
        at += 2;
      }
    } else if (byte === 10 || byte === 13 || byte === 0) at++;
    else {
      const from = at;
      while (at < bytes.length && !ENDS.has(bytes[at]!)) at++;
      yield { kind: 'text', from, to: at };
    }
  }
}

const ENDS = new Set([OPEN, CLOSE, BACKSLASH, 10, 13, 0]);

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function readWord(bytes: Uint8Array, from: number): [word: string, value: number | null, end: number] {
  let at = from;
  while (at < bytes.length && at - from < LONGEST_WORD && isLetter(bytes[at]!)) at++;
  const word = latin1(bytes, from, at);
  const start = at;
  if (bytes[at] === 0x2d) at++;
  const digits = at;
  while (at < bytes.length && at - digits < 11 && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++;
  if (at === digits) at = start;
  const value = at === start ? null : Number(latin1(bytes, start, at));
  // one space ends a control word and belongs to it
  return [word, value, bytes[at] === 0x20 ? at + 1 : at];
}
