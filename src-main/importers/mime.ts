import { latin1 } from './file-kind.ts';
import { fieldOf, readHeader, readParameters, readWords, type Header } from './mime-header.ts';

/** One part of a message: a leaf with its bytes, or a container of parts. */
export type MimePart = {
  readonly header: Header;
  /** `text/html`, in lower case. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly parts: readonly MimePart[];
  /** Whether it says of itself that it is an attachment. */
  readonly attached: boolean;
  /** The name it is given as a file, or ''. */
  readonly fileName: string;
  /** The bytes as they were before they were packed for transport. */
  readonly bytes: () => Uint8Array;
};

/** Deeper and more than any honest message. */
const DEEPEST = 20;
const MOST_PARTS = 5_000;

/** Takes a message apart, whatever is wrong with it: what cannot be understood stays as one part of text. */
export function readMime(bytes: Uint8Array): MimePart {
  return readPart(bytes, 0, bytes.length, 0, { left: MOST_PARTS }, 'text/plain');
}

function readPart(
  bytes: Uint8Array,
  from: number,
  to: number,
  depth: number,
  budget: { left: number },
  usual: string,
): MimePart {
  budget.left--;
  const { header, body } = readHeader(bytes, skipBlank(bytes, from, to), to);
  const given = readParameters(fieldOf(header, 'content-type'));
  const known = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(given.value);
  const type = known ? given.value : given.value.startsWith('text') ? 'text/plain' : usual;
  const disposition = readParameters(fieldOf(header, 'content-disposition'));
  const parameters = given.parameters;
  const part = {
    header,
    type,
    parameters,
    attached: disposition.value === 'attachment',
    fileName: readWords(disposition.parameters.get('filename') ?? parameters.get('name') ?? ''),
    bytes: () => unpacked(bytes.subarray(body, to), fieldOf(header, 'content-transfer-encoding')),
  };
  if (depth >= DEEPEST) return { ...part, parts: [] };
  if (type.startsWith('multipart/')) {
    const spans = splitBody(bytes, body, to, parameters.get('boundary') ?? '', budget.left);
    if (spans.length > 0) {
      const inner = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
      return {
        ...part,
        parts: spans.flatMap(([start, end]) =>
          budget.left > 0 ? [readPart(bytes, start, end, depth + 1, budget, inner)] : [],
        ),
      };
    }
    return { ...part, type: 'text/plain', parts: [] };
  }
  if (type === 'message/rfc822' || type === 'message/global') {
    const packed = /^(?:base64|quoted-printable)/i.test(fieldOf(header, 'content-transfer-encoding'));
    const inside = packed ? part.bytes() : bytes.subarray(body, to);
    return { ...part, parts: [readPart(inside, 0, inside.length, depth + 1, budget, 'text/plain')] };
  }
  return { ...part, parts: [] };
}

function skipBlank(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  // only before a header; a part may well begin with the empty line that ends an absent one
  if (from === 0) while (at < to && (bytes[at] === 10 || bytes[at] === 13)) at++;
  return at;
}

/** The spans between the boundary's lines; without a closing line the last span ends with the body. */
function splitBody(
  bytes: Uint8Array,
  from: number,
  to: number,
  given: string,
  most: number,
): [start: number, end: number][] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boundary = given.trimEnd() || boundaryIn(bytes, from, to);
  if (boundary === '') return [];
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const spans: [number, number][] = [];
  let start = -1;
  let at = buffer.indexOf(mark, from);
  while (at >= 0 && at < to && spans.length < most) {
    const after = at + mark.length;
    const isLine = (at === from || bytes[at - 1] === 10) && endsLine(buffer, after, to);
    if (isLine) {
      if (start >= 0) spans.push([start, beforeLineEnd(bytes, start, at)]);
      if (buffer.toString('latin1', after, after + 2) === '--') return spans;
      const end = buffer.indexOf(10, after);
      start = end < 0 || end >= to ? to : end + 1;
    }
    at = buffer.indexOf(mark, after);
  }
  if (start >= 0 && start < to) spans.push([start, to]);
  return spans;
}

/** Whether nothing but `--` and blanks follows on the line: a longer boundary may begin with a shorter one. */
function endsLine(buffer: Buffer, from: number, to: number): boolean {
  return /^(?:--)?[ \t]*(?:\r|\n|$)/.test(buffer.toString('latin1', from, Math.min(to, from + 100)));
}

function beforeLineEnd(bytes: Uint8Array, start: number, at: number): number {
  let end = at;
  if (end > start && bytes[end - 1] === 10) end--;
  if (end > start && bytes[end - 1] === 13) end--;
  return end;
}

/** Some saved pages lose their boundary's name; the first line that looks like one tells it. */
function boundaryIn(bytes: Uint8Array, from: number, to: number): string {
  return (
    /(?:^|\n)--([!-~][ -~]{2,69})\r?\n[\w-]+:/.exec(latin1(bytes, from, Math.min(to, from + 4_000)))?.[1] ??
    ''
  );
}

function unpacked(bytes: Uint8Array, encoding: string): Uint8Array {
  const name = encoding.toLowerCase().replace(/[\s;].*$/, '');
  if (name === 'base64') return Buffer.from(latin1(bytes, 0, bytes.length), 'base64');
  if (name === 'quoted-printable') return fromQuotedPrintable(bytes);
  if (/^(?:x-)?uu(?:encode)?$/.test(name)) return fromUu(latin1(bytes, 0, bytes.length));
  return bytes;
}

const hexOf = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
};

/** Quoted-printable as it comes: a lone `=` stays, blanks before a line's end go. */
export function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 32 || byte === 9) {
      let end = at + 1;
      while (bytes[end] === 32 || bytes[end] === 9) end++;
      const isPadding = bytes[end] === 10 || (bytes[end] === 13 && bytes[end + 1] === 10);
      if (!isPadding) {
        out.set(bytes.subarray(at, end), length);
        length += end - at;
      }
      at = end - 1;
      continue;
    }
    if (byte !== 61) {
      out[length++] = byte;
      continue;
    }
    const [high, low] = [hexOf(bytes[at + 1]), hexOf(bytes[at + 2])];
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    let end = at + 1;
    while (bytes[end] === 32 || bytes[end] === 9 || bytes[end] === 13) end++;
    if (bytes[end] === 10 || end >= bytes.length) at = end;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}

function fromUu(text: string): Uint8Array {
  const lines =
    /(?:^|\n)begin [0-7]{3,4} [^\n]*\n([^]*?)\n(?:`|\s)?\r?\nend/.exec(text)?.[1]?.split('\n') ?? [];
  const out: number[] = [];
  for (const line of lines) {
    const count = (line.charCodeAt(0) - 32) & 63;
    const values = Array.from(line.slice(1), (sign) => (sign.charCodeAt(0) - 32) & 63);
    for (let at = 0, left = count; left > 0 && at < values.length; at += 4, left -= 3) {
      const [a = 0, b = 0, c = 0, d = 0] = values.slice(at, at + 4);
      out.push(...[(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d].slice(0, left));
    }
  }
  return Uint8Array.from(out);
}
