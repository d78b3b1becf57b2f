import { CallError } from '#contract/error.ts';

/**
 * The one shape that a bundle's zip may have: entries without gaps in the order of the directory, stored or deflated,
 * sizes and checksum in front, fixed times, no extra fields, no comments, no encryption, no descriptors, no zip64. Reader
 * and writer make the headers with the same functions, so whatever is not exactly this is refused.
 */
export type Entry = {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  /** Bytes in the archive, and after inflating. */
  readonly packed: number;
  readonly size: number;
};

export const MOST_ENTRIES = 60_000;
/** Offsets have 32 bits. */
export const MOST_BYTES = 0xffff_ffff;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1 January 1980, the zero of the format: a bundle says nothing about when it was written. */
const DATE = 0x0021;
const UTF8 = 0x0800;
const VERSION = 20;

export const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
export const END_SIZE = 22;

export function localHeader({ name, method, crc, packed, size }: Entry): Buffer {
  const header = Buffer.alloc(LOCAL_SIZE);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(UTF8, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(0, 10);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name, 'latin1')]);
}

function centralHeader({ name, method, crc, packed, size }: Entry, offset: number): Buffer {
  const header = Buffer.alloc(CENTRAL_SIZE);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(UTF8, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(0, 12);
  header.writeUInt16LE(DATE, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(name, 'latin1')]);
}

/** The directory and the end record that belong to these entries, in this order, from the first byte on. */
export function directory(entries: readonly Entry[]): Buffer {
  let offset = 0;
  const headers = entries.map((entry) => {
    const header = centralHeader(entry, offset);
    offset += LOCAL_SIZE + entry.name.length + entry.packed;
    return header;
  });
  const central = Buffer.concat(headers);
  if (offset + central.length + END_SIZE > MOST_BYTES || entries.length > MOST_ENTRIES)
    throw new CallError(
      'too-large',
      'A bundle holds at most 4 GB and 60,000 files; pack articles one by one.',
    );
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([central, end]);
}

/** Where something lies in a bundle, whatever holds the bundle: a file, or memory. */
export type Source = { readonly size: number; readonly read: (from: number, length: number) => Buffer };

export type Placed = Entry & { readonly from: number };

const NAME = /^(manifest\.json|signature|acts\/\d{6}\.jsonl|blobs\/[0-9a-f]{64})$/;

/** Reads the directory. Throws a sentence unless every byte of the archive's structure is as Assay writes it. */
export function entriesOf(source: Source): Placed[] {
  if (source.size < END_SIZE) throw notABundle();
  const end = source.read(source.size - END_SIZE, END_SIZE);
  if (source.read(0, 4).readUInt32LE(0) !== LOCAL) throw notABundle();
  if (end.readUInt32LE(0) !== END) throw broken('it is cut off or something was added to its end');
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  const start = end.readUInt32LE(16);
  if (count > MOST_ENTRIES || start + length + END_SIZE !== source.size)
    throw broken('its directory does not fit its size');
  const central = source.read(start, length);
  const entries: Placed[] = [];
  let from = 0;
  for (let at = 0; at < central.length;) {
    if (at + CENTRAL_SIZE > central.length) throw broken('its directory is damaged');
    const name = central.toString(
      'latin1',
      at + CENTRAL_SIZE,
      at + CENTRAL_SIZE + central.readUInt16LE(at + 28),
    );
    const method = central.readUInt16LE(at + 10);
    if (!NAME.test(name)) throw broken('it holds a file that does not belong into a bundle');
    if (method !== 0 && method !== 8) throw broken('it is compressed in an unknown way');
    const entry: Entry = {
      name,
      method,
      crc: central.readUInt32LE(at + 16),
      packed: central.readUInt32LE(at + 20),
      size: central.readUInt32LE(at + 24),
    };
    const local = localHeader(entry);
    if (from + local.length + entry.packed > start || !source.read(from, local.length).equals(local))
      throw broken('its files and its directory contradict each other');
    entries.push({ ...entry, from: from + local.length });
    from += local.length + entry.packed;
    at += CENTRAL_SIZE + name.length;
  }
  if (from !== start || !Buffer.concat([central, end]).equals(directory(entries)))
    throw broken('its files and its directory contradict each other');
  return entries;
}

export function notABundle(): CallError {
  return new CallError('unsupported', 'This file is no bundle of Assay.');
}

/** @param why the rest of the sentence */
export function broken(why: string): CallError {
  return new CallError(
    'damaged',
    `This bundle was damaged or changed on the way: ${why}; nothing was taken from it.`,
  );
}
