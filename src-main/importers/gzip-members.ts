import { constants, crc32, inflateRawSync } from 'node:zlib';
import { latin1 } from './file-kind.ts';

/** One member of a gzip file, unpacked. */
export type Member = {
  readonly bytes: Uint8Array;
  /** Whether it is all there and its checksum is right. */
  readonly whole: boolean;
};

/** More unpacked bytes than asked for. */
export class TooMuch extends Error {}

/** One member is held in memory whole. */
const MOST_AT_ONCE = 300_000_000;

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * The members of a gzip file one after another, as web archives have them: one a record. A damaged member gives what
 * can be had of it, and reading goes on at the next one.
 * @throws TooMuch when all of them together unpack to more than `most` bytes
 */
export function* membersOf(bytes: Uint8Array, most: number): Generator<Member> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let left = most;
  while (at < bytes.length) {
    const start = buffer.indexOf(MAGIC, at);
    if (start < 0) return;
    const data = headerEnd(buffer, start);
    if (data < 0) {
      at = start + 3;
      continue;
    }
    const { unpacked, used, finished } = inflated(buffer.subarray(data), Math.min(left, MOST_AT_ONCE));
    left -= unpacked.length;
    const end = data + used;
    const whole =
      finished &&
      end + 8 <= bytes.length &&
      buffer.readUInt32LE(end) === crc32(unpacked) &&
      buffer.readUInt32LE(end + 4) === unpacked.length % 2 ** 32;
    if (unpacked.length > 0 || whole) yield { bytes: unpacked, whole };
    at = finished ? end + 8 : start + 3;
  }
}

type Inflated = { unpacked: Uint8Array; used: number; finished: boolean };

function inflated(packed: Uint8Array, most: number): Inflated {
  // `info` also gives the engine, which knows how much of the data it needed; the types do not know that form
  type Informed = { buffer: Buffer; engine: { bytesWritten: number } };
  const run = (finishFlush: number): Informed =>
    inflateRawSync(packed, {
      maxOutputLength: Math.max(1, most),
      info: true,
      finishFlush,
    } as object) as unknown as Informed;
  try {
    const { buffer, engine } = run(constants.Z_FINISH);
    return { unpacked: buffer, used: engine.bytesWritten, finished: true };
  } catch (error) {
    if (isTooMuch(error)) throw new TooMuch();
  }
  try {
    // what stands before the damage or the end
    return { unpacked: run(constants.Z_SYNC_FLUSH).buffer, used: packed.length, finished: false };
  } catch (error) {
    if (isTooMuch(error)) throw new TooMuch();
    return { unpacked: new Uint8Array(), used: packed.length, finished: false };
  }
}

function isTooMuch(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}

/** Where a member's data begin; -1 where its header makes no sense. */
function headerEnd(buffer: Buffer, start: number): number {
  const flags = buffer[start + 3] ?? 0xff;
  if ((flags & 0xe0) !== 0) return -1;
  let at = start + 10;
  if ((flags & 4) !== 0) at += 2 + (at + 2 <= buffer.length ? buffer.readUInt16LE(at) : 0);
  for (const flag of [8, 16])
    if ((flags & flag) !== 0) {
      const end = buffer.indexOf(0, at);
      if (end < 0) return -1;
      at = end + 1;
    }
  if ((flags & 2) !== 0) at += 2;
  return at < buffer.length ? at : -1;
}

/** The first bytes of what a gzip file holds, as one character a byte; '' where it cannot be unpacked. */
export function gzipHead(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = headerEnd(buffer, 0);
  if (data < 0) return '';
  try {
    const { unpacked } = inflated(buffer.subarray(data, data + 2_000), 1_000_000);
    return latin1(unpacked, 0, 512);
  } catch {
    return '';
  }
}
