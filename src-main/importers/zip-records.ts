/** The records of a ZIP archive as they stand in its bytes (APPNOTE 6.3.10). Whoever reads them judges them in zip.ts. */

export type ZipField = { readonly id: number; readonly data: Uint8Array };

/** What both the local header and the directory say of an entry. */
export type ZipHeader = {
  readonly flags: number;
  readonly method: number;
  /** DOS time and date in one number. */
  readonly changed: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly name: Uint8Array;
  readonly fields: readonly ZipField[];
  /** Where the record ends: for a local header, where the data begin. */
  readonly end: number;
};

export type DirectoryHeader = ZipHeader & {
  readonly host: number;
  readonly attributes: number;
  readonly local: number;
};

export type ZipEnd = {
  readonly entries: number;
  readonly directory: number;
  readonly directorySize: number;
  /** Where the closing records begin, so that the directory must end there. */
  readonly start: number;
  /** Where the last of them ends, comment included. */
  readonly end: number;
};

const ZIP64 = 0x0001;
const U32 = 0xffff_ffff;

/** Thrown with a clause that follows “the archive …”. */
export class ZipFault extends Error {}

export class ZipBytes {
  readonly #view: DataView;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  #need(at: number, length: number): void {
    if (at < 0 || at + length > this.bytes.length) throw new ZipFault('ends too early');
  }

  u16(at: number): number {
    this.#need(at, 2);
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    this.#need(at, 4);
    return this.#view.getUint32(at, true);
  }

  u64(at: number): number {
    this.#need(at, 8);
    const value = this.#view.getBigUint64(at, true);
    if (value > 0xffff_ffff_ffffn) throw new ZipFault('states an impossible size');
    return Number(value);
  }

  slice(at: number, length: number): Uint8Array {
    this.#need(at, length);
    return this.bytes.subarray(at, at + length);
  }
}

/** The record that closes the archive, with its ZIP64 forms. */
export function findEnd(zip: ZipBytes): ZipEnd {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff - 4096); at--) {
    if (zip.bytes[at] !== 0x50 || zip.u32(at) !== 0x06054b50) continue;
    const end = at + 22 + zip.u16(at + 20);
    if (end > zip.length) throw new ZipFault('states a longer comment than it has');
    if (end < zip.length && !isPadding(zip.bytes.subarray(end), zip.length))
      throw new ZipFault('has other data after its end');
    if (zip.u16(at + 4) !== 0 || zip.u16(at + 6) !== 0 || zip.u16(at + 8) !== zip.u16(at + 10))
      throw new ZipFault('is one of several parts');
    const plain = {
      entries: zip.u16(at + 10),
      directorySize: zip.u32(at + 12),
      directory: zip.u32(at + 16),
      start: at,
      end,
    };
    return at >= 20 && zip.u32(at - 20) === 0x07064b50 ? findEnd64(zip, plain) : plain;
  }
  throw new ZipFault('is cut off, or is no ZIP archive');
}

/** Zeros up to a whole block, as tapes and some transfers leave them, or the line end that an upload form adds. */
function isPadding(rest: Uint8Array, length: number): boolean {
  if (length % 512 === 0 && rest.length < 65_536 && rest.every((byte) => byte === 0)) return true;
  return rest.length <= 4 && rest.every((byte) => byte === 10 || byte === 13);
}

function findEnd64(zip: ZipBytes, plain: ZipEnd): ZipEnd {
  const locator = plain.start - 20;
  const at = zip.u64(locator + 8);
  if (zip.u32(at) !== 0x06064b50) throw new ZipFault('points to a wrong place for its ZIP64 end');
  if (
    zip.u32(locator + 4) !== 0 ||
    zip.u32(locator + 16) > 1 ||
    zip.u32(at + 16) !== 0 ||
    zip.u32(at + 20) !== 0
  )
    throw new ZipFault('is one of several parts');
  if (at + 12 + zip.u64(at + 4) !== locator) throw new ZipFault('has a gap before its end');
  const end = {
    ...plain,
    entries: zip.u64(at + 32),
    directorySize: zip.u64(at + 40),
    directory: zip.u64(at + 48),
    start: at,
  };
  const differ =
    zip.u64(at + 24) !== end.entries ||
    (plain.entries !== 0xffff && plain.entries !== end.entries) ||
    (plain.directorySize !== U32 && plain.directorySize !== end.directorySize) ||
    (plain.directory !== U32 && plain.directory !== end.directory);
  if (differ) throw new ZipFault('contradicts itself about its directory');
  return end;
}

export function readDirectoryHeader(zip: ZipBytes, at: number): DirectoryHeader {
  if (zip.u32(at) !== 0x02014b50) throw new ZipFault('has a damaged directory');
  if (zip.u16(at + 34) !== 0 && zip.u16(at + 34) !== 0xffff) throw new ZipFault('is one of several parts');
  const nameLength = zip.u16(at + 28);
  const extraLength = zip.u16(at + 30);
  const fields = readFields(zip.slice(at + 46 + nameLength, extraLength));
  const stated = { size: zip.u32(at + 24), packed: zip.u32(at + 20), local: zip.u32(at + 42) };
  return {
    host: zip.bytes[at + 5]!,
    flags: zip.u16(at + 8),
    method: zip.u16(at + 10),
    changed: zip.u32(at + 12),
    crc: zip.u32(at + 16),
    ...widened(stated, fields),
    name: zip.slice(at + 46, nameLength),
    attributes: zip.u32(at + 38),
    fields,
    end: at + 46 + nameLength + extraLength + zip.u16(at + 32),
  };
}

export function readLocalHeader(zip: ZipBytes, at: number): ZipHeader {
  if (zip.u32(at) !== 0x04034b50) throw new ZipFault('points to a wrong place for one of its parts');
  const nameLength = zip.u16(at + 26);
  const extraLength = zip.u16(at + 28);
  const fields = readFields(zip.slice(at + 30 + nameLength, extraLength));
  const { size, packed } = widened({ size: zip.u32(at + 22), packed: zip.u32(at + 18), local: 0 }, fields);
  return {
    flags: zip.u16(at + 6),
    method: zip.u16(at + 8),
    changed: zip.u32(at + 10),
    crc: zip.u32(at + 14),
    packed,
    size,
    name: zip.slice(at + 30, nameLength),
    fields,
    end: at + 30 + nameLength + extraLength,
  };
}

/** Takes from the ZIP64 field what the header itself has no room for. */
function widened<T extends { size: number; packed: number; local: number }>(
  stated: T,
  fields: readonly ZipField[],
): T {
  const wide = fields.find((field) => field.id === ZIP64);
  const result = { ...stated };
  if (!wide) return result;
  const data = new ZipBytes(wide.data);
  let at = 0;
  for (const key of ['size', 'packed', 'local'] as const) {
    if (result[key] !== U32) continue;
    result[key] = data.u64(at);
    at += 8;
  }
  return result;
}

/** @throws ZipFault where the fields do not fill their room, but for zeros that only align the data */
function readFields(extra: Uint8Array): ZipField[] {
  const data = new ZipBytes(extra);
  const fields: ZipField[] = [];
  let at = 0;
  while (at < data.length) {
    if (extra.subarray(at).every((byte) => byte === 0)) break;
    if (at + 4 > data.length || at + 4 + data.u16(at + 2) > data.length)
      throw new ZipFault('has a damaged header');
    const id = data.u16(at);
    if ((id === ZIP64 || id === 0x7075) && fields.some((field) => field.id === id))
      throw new ZipFault('says the same thing twice in one header');
    fields.push({ id, data: data.slice(at + 4, data.u16(at + 2)) });
    at += 4 + data.u16(at + 2);
  }
  return fields;
}
