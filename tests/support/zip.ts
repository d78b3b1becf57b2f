import { crc32, deflateRawSync } from 'node:zlib';

export type Part = {
  readonly name: string;
  readonly data?: string | Uint8Array;
  readonly stored?: boolean;
  /** What the records say instead of the truth. */
  readonly local?: Partial<Said>;
  readonly directory?: Partial<Said>;
  /** Bytes between the end of the data and the next part. */
  readonly after?: Uint8Array;
  readonly packed?: Uint8Array;
};
type Said = {
  name: string | Uint8Array;
  flags: number;
  method: number;
  date: number;
  crc: number;
  packed: number;
  size: number;
  extra: Uint8Array;
  attributes: number;
  host: number;
  offset: number;
};

const u16 = (value: number) => Buffer.from([value & 255, (value >> 8) & 255]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** Makes a ZIP archive whose records may lie. */
export function makeZip(
  parts: readonly Part[],
  tail: { before?: Uint8Array; after?: Uint8Array } = {},
): Buffer {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const push = (...bytes: Uint8Array[]) => {
    for (const one of bytes) {
      chunks.push(one);
      at += one.length;
    }
  };
  if (tail.before) push(tail.before);
  for (const part of parts) {
    const data = Buffer.from(part.data ?? '');
    const packed = part.packed ?? (part.stored ? data : deflateRawSync(data));
    const truth: Said = {
      name: part.name,
      flags: 0x800,
      method: part.stored ? 0 : 8,
      date: 0x5a21_0000,
      crc: crc32(data),
      packed: packed.length,
      size: data.length,
      extra: new Uint8Array(),
      attributes: 0,
      host: 0,
      offset: at,
    };
    const local = { ...truth, ...part.local };
    const said = { ...truth, ...part.directory };
    const common = (one: Said) => [
      u16(one.flags),
      u16(one.method),
      u32(one.date),
      u32(one.crc),
      u32(one.packed),
      u32(one.size),
      u16(Buffer.from(one.name as string).length),
      u16(one.extra.length),
    ];
    push(u32(0x04034b50), u16(20), ...common(local), Buffer.from(local.name as string), local.extra, packed);
    if (part.after) push(part.after);
    directory.push(
      u32(0x02014b50),
      Buffer.from([20, said.host]),
      u16(20),
      ...common(said),
      u16(0),
      u16(0),
      u16(0),
      u32(said.attributes),
      u32(said.offset),
      Buffer.from(said.name as string),
      said.extra,
    );
  }
  const start = at;
  push(Buffer.concat(directory));
  push(u32(0x06054b50), u32(0), u16(parts.length), u16(parts.length), u32(at - start), u32(start), u16(0));
  if (tail.after) push(tail.after);
  return Buffer.concat(chunks);
}

/** The record that follows data whose size was not known before. */
export function descriptor(data: string, packed: number, marked = true): Buffer {
  const bytes = Buffer.from(data);
  return Buffer.concat([
    ...(marked ? [u32(0x08074b50)] : []),
    u32(crc32(bytes)),
    u32(packed),
    u32(bytes.length),
  ]);
}
