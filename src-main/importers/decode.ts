import { isAscii, isUtf8 } from 'node:buffer';
import { declaredEncoding } from './declared-encoding.ts';
import { decodeAs } from './code-pages.ts';
import { guessEncoding, shiftEncoding } from './guess-encoding.ts';
import { sevenBitNamed } from './seven-bit.ts';

export type Decoded = {
  readonly text: string;
  /** WHATWG's name in lower case where there is one. */
  readonly encoding: string;
  readonly warnings: readonly string[];
};

/**
 * Decodes the bytes of a text: by byte-order mark, strict UTF-8, the pattern of UTF-16 and UTF-32, the file's own
 * declaration, and at last by what reads best. Never throws; what is not sure is a warning.
 * @param markup whether declarations inside the file count (HTML, XML)
 * @param named the encoding that the transport names, which counts for more than what stands inside; '' for none
 */
export function decode(bytes: Uint8Array, markup: boolean, named = ''): Decoded {
  const marked = byMark(bytes) || byPattern(bytes);
  if (marked) return { text: decodeAs(marked, bytes), encoding: marked, warnings: [] };

  const declared = named || (markup ? declaredEncoding(bytes) : '');
  const ascii = isAscii(bytes);
  if (ascii && shiftEncoding(bytes) === '')
    return {
      text: decodeAs(sevenBitNamed(declared) || 'utf-8', bytes),
      encoding: declared || 'utf-8',
      warnings: [],
    };

  const unicode = ascii ? null : strictUtf8(bytes);
  if (unicode !== null) {
    const odd = declared !== '' && declared !== 'utf-8';
    return {
      text: unicode,
      encoding: 'utf-8',
      warnings: odd
        ? [`The file says that it is written in ${declared}, but it is UTF-8; Assay read it as UTF-8.`]
        : [],
    };
  }

  if (declared !== '' && declared !== 'utf-8') {
    const text = decodeAs(declared, bytes);
    if (!text.includes('\uFFFD')) return { text, encoding: declared, warnings: [] };
  }
  const paired = utf8OfSurrogates(bytes);
  if (paired !== null) return { text: paired, encoding: 'utf-8', warnings: [] };
  if (isMostlyUtf8(bytes)) return { text: decodeAs('utf-8', bytes), encoding: 'utf-8', warnings: [] };
  const mixed = byLines(bytes);
  if (mixed) return mixed;

  const guess = guessEncoding(bytes);
  return {
    text: decodeAs(guess.encoding, bytes),
    encoding: guess.encoding,
    warnings: guess.sure
      ? []
      : [
          `The file does not say how its letters are encoded. Assay read it as ${guess.encoding}; please check that the letters look right.`,
        ],
  };
}

function byMark(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : '';
}

/** UTF-16 and UTF-32 without a mark: one byte of each unit is nearly always the same small number. */
function byPattern(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 8192);
  if (sample.length < 8) return '';
  const share = (step: number, at: number, test: (byte: number) => boolean) => {
    let hits = 0;
    let seen = 0;
    for (let i = at; i < sample.length; i += step, seen++) if (test(sample[i]!)) hits++;
    return hits / seen;
  };
  const zero = (byte: number) => byte === 0;
  // the pages of Latin, Greek, Cyrillic, Hebrew and Arabic letters
  const page = (byte: number) => byte <= 6 || byte === 0x20;
  if (bytes.length % 4 === 0) {
    if (share(4, 0, zero) === 1 && share(4, 1, zero) > 0.95) return 'utf-32be';
    if (share(4, 3, zero) === 1 && share(4, 2, zero) > 0.95) return 'utf-32le';
  }
  if (!(sample.includes(0) || sample.includes(4))) return '';
  const high = (byte: number) => byte <= 6;
  if (share(2, 1, high) > 0.7 && share(2, 0, page) < 0.4) return 'utf-16le';
  if (share(2, 0, high) > 0.7 && share(2, 1, page) < 0.4) return 'utf-16be';
  return '';
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * UTF-8 in which some programs wrote both halves of a UTF-16 pair as characters of their own. What has no other half is
 * no character; null where the bytes are no UTF-8 for other reasons too.
 */
function utf8OfSurrogates(bytes: Uint8Array): string | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // oxlint-disable-next-line no-control-regex -- bytes
  const HALF = /\xed([\xa0-\xbf])([\x80-\xbf])/g;
  if (!HALF.test(raw)) return null;
  const units: number[] = [];
  const marked = raw.replaceAll(HALF, (_, high: string, low: string) => {
    units.push(0xd000 | ((high.charCodeAt(0) & 0x3f) << 6) | (low.charCodeAt(0) & 0x3f));
    // a noncharacter that no text holds keeps the place
    return '\xef\xb7\x90';
  });
  const text =
    marked.split('\xef\xb7\x90').length - 1 === units.length
      ? strictUtf8(Buffer.from(marked, 'latin1'))
      : null;
  if (text === null) return null;
  let next = 0;
  return text.replaceAll('\uFDD0', () => String.fromCharCode(units[next++]!));
}

/** Damaged UTF-8: many well-formed characters beyond ASCII, few broken ones. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 200_000));
  const broken = text.split('\uFFFD').length - 1;
  const whole = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return whole > 4 * broken;
}

/** Some files were put together out of others, each in its own letters: null where no line is plainly UTF-8. */
function byLines(bytes: Uint8Array): Decoded | null {
  const runs = runsOfLines(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  // three letters of two bytes in a line come about by chance in no other encoding
  if (!runs.some(({ letters }) => letters > 2)) return null;
  const { encoding } = guessEncoding(
    Buffer.concat(runs.flatMap(({ isUnicode, part }) => (isUnicode ? [] : [part]))),
  );
  return {
    text: runs.map(({ isUnicode, part }) => decodeAs(isUnicode ? 'utf-8' : encoding, part)).join(''),
    encoding: 'utf-8',
    warnings: [
      `Some lines of the file are written in UTF-8, others were read as ${encoding}; please check that the letters look right.`,
    ],
  };
}

/** Lines one after another that are UTF-8, or are not; `letters`: the most letters beyond ASCII in one that is. */
type Run = { isUnicode: boolean; part: Buffer; letters: number };

function runsOfLines(bytes: Buffer): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length;) {
    const next = bytes.indexOf(10, at);
    const end = next < 0 ? bytes.length : next + 1;
    const line = bytes.subarray(at, end);
    const isUnicode = isUtf8(line);
    let run = runs.at(-1);
    if (run?.isUnicode !== isUnicode) {
      start = at;
      runs.push((run = { isUnicode, part: line, letters: 0 }));
    } else run.part = bytes.subarray(start, end);
    if (isUnicode && run.letters < 3)
      run.letters = Math.max(
        run.letters,
        line.reduce((count, byte) => count + (byte >= 0xc0 ? 1 : 0), 0),
      );
    at = end;
  }
  return runs;
}
