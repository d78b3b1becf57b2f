import type { ReportLogo } from './input.ts';

/** Why a picture cannot be a logo: one of these, so that whoever asked can say it in a sentence. */
export type LogoFault = 'not-an-image' | 'too-large';

const LARGEST_SIDE = 4_096;
const DATA = /^data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/]+={0,2})$/;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What a PNG needs to look as it does. Everything else may say where and by whom it was made. */
const PNG_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'cHRM']);

/** The picture behind a data address, without anything but its pixels: no author, place, date or thumbnail. */
export function logoOf(dataAddress: string): ReportLogo | LogoFault {
  const coded = DATA.exec(dataAddress)?.[1];
  if (coded === undefined) return 'not-an-image';
  const bytes = new Uint8Array(Buffer.from(coded, 'base64'));
  const bare = PNG.every((sign, n) => bytes[n] === sign) ? barePng(bytes) : bareJpeg(bytes);
  if (!bare) return 'not-an-image';
  if (bare.width > LARGEST_SIDE || bare.height > LARGEST_SIDE) return 'too-large';
  return {
    mediaType: bare.mediaType,
    base64: Buffer.from(bare.bytes).toString('base64'),
    width: bare.width,
    height: bare.height,
  };
}

type Bare = {
  readonly mediaType: ReportLogo['mediaType'];
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};

function barePng(bytes: Uint8Array): Bare | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, PNG.length)];
  let [width, height, at, ended] = [0, 0, PNG.length, false];
  while (at + 12 <= bytes.length && !ended) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if (end > bytes.length) return undefined;
    if (name === 'IHDR' && length === 13) [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (PNG_CHUNKS.has(name)) kept.push(bytes.subarray(at, end));
    ended = name === 'IEND';
    at = end;
  }
  return ended && width > 0 && height > 0
    ? { mediaType: 'image/png', bytes: joined(kept), width, height }
    : undefined;
}

/** Keeps the frame, tables and scan of a JPEG; drops its comments and every application segment but JFIF and Adobe. */
function bareJpeg(bytes: Uint8Array): Bare | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let [width, height, at] = [0, 0, 2];
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return undefined;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && end - at >= 9) [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    if (marker === 0xda) {
      const last = bytes.findLastIndex((byte, n) => byte === 0xd9 && bytes[n - 1] === 0xff);
      if (last < end || width === 0 || height === 0) return undefined;
      const scans = bytes.subarray(at, last + 1);
      return hasSegments(scans)
        ? undefined
        : { mediaType: 'image/jpeg', bytes: joined([...kept, scans]), width, height };
    }
    const isTold = marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);
    if (!isTold) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Whether a comment or an application segment hides between the scans, where a second picture could stand. */
function hasSegments(scans: Uint8Array): boolean {
  return scans.some(
    (byte, n) => byte === 0xff && ((scans[n + 1]! >= 0xe0 && scans[n + 1]! <= 0xef) || scans[n + 1] === 0xfe),
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
