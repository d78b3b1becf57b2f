import * as zlib from 'node:zlib';
import { latin1 } from './file-kind.ts';
import { fieldOf, readHeader, readParameters, type Header } from './mime-header.ts';

/** An answer of a web server as an archive keeps it. */
export type HttpMessage = {
  readonly status: number;
  readonly header: Header;
  /** `text/html`, in lower case, or ''. */
  readonly mediaType: string;
  readonly charset: string;
  /** As it came over the wire. */
  readonly body: Uint8Array;
};

/** One page is never larger. */
const MOST_PAGE = 200_000_000;

/** Reads an HTTP answer; null for bytes that are none. */
export function readHttp(block: Uint8Array): HttpMessage | null {
  const line = /^HTTP\/[\d.]+\s+(\d{3})/.exec(latin1(block, 0, 64));
  if (!line) return null;
  const first = block.indexOf(10);
  if (first < 0) return null;
  const { header, body } = readHeader(block, first + 1, block.length);
  const type = readParameters(fieldOf(header, 'content-type'));
  return {
    status: Number(line[1]),
    header,
    mediaType: type.value,
    charset: type.parameters.get('charset') ?? '',
    body: block.subarray(body),
  };
}

/** The forms that a digest of the payload may have been made over, from the wire inwards; the last is what people read. */
export function payloadsOf(message: HttpMessage): Uint8Array[] {
  const chunked = /chunked/i.test(fieldOf(message.header, 'transfer-encoding'));
  const whole = chunked ? withoutChunks(message.body) : message.body;
  const packings = (message.header.get('content-encoding') ?? [])
    .flatMap((field) => field.toLowerCase().split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'identity');
  let open = whole;
  for (const packing of packings.toReversed().slice(0, 4)) open = unpacked(packing, open);
  return [message.body, ...(whole === message.body ? [] : [whole]), ...(open === whole ? [] : [open])];
}

export function contentOf(message: HttpMessage): Uint8Array {
  return payloadsOf(message).at(-1)!;
}

/** The body without its chunk sizes; as it is where it has none, which archives that were cleaned up have. */
function withoutChunks(body: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  while (at < body.length) {
    const line = /^[ \t]*([\da-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n/i.exec(latin1(body, at, at + 250));
    if (!line) {
      // the rest after damage is kept as it stands
      if (pieces.length === 0) return body;
      pieces.push(body.subarray(at));
      break;
    }
    at += line[0].length;
    const size = Number.parseInt(line[1]!, 16);
    if (size === 0) break;
    pieces.push(body.subarray(at, at + size));
    at += size;
    while (body[at] === 13 || body[at] === 10) {
      at++;
      if (body[at - 1] === 10) break;
    }
  }
  return Buffer.concat(pieces);
}

/** Unpacks what a server packed; bytes that are not packed that way stay, since some archives unpack but say nothing. */
function unpacked(packing: string, bytes: Uint8Array): Uint8Array {
  const options = { maxOutputLength: MOST_PAGE, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  try {
    if (/^(?:x-)?gzip$/.test(packing)) return zlib.gunzipSync(bytes, options);
    if (packing === 'deflate') {
      const isWrapped = (bytes[0]! & 15) === 8 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0;
      return isWrapped ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options);
    }
    if (packing === 'br')
      return zlib.brotliDecompressSync(bytes, {
        maxOutputLength: MOST_PAGE,
        finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
      });
    if (packing === 'zstd') return zlib.zstdDecompressSync(bytes, { maxOutputLength: MOST_PAGE });
    return bytes;
  } catch {
    return bytes;
  }
}
