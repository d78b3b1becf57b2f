import { crc32, inflateRawSync } from 'node:zlib';
import { ImportError } from './import-error.ts';
import { faultOfName, keyOfName } from './zip-names.ts';
import {
  findEnd,
  readDirectoryHeader,
  readLocalHeader,
  ZipBytes,
  ZipFault,
  type DirectoryHeader,
} from './zip-records.ts';

/** What an archive may cost, with all archives inside it. */
export const ZIP_LIMITS = {
  entries: 10_000,
  expanded: 1_000_000_000,
  ratio: 100,
  freely: 64_000_000,
} as const;

/** An archive in memory, wholly checked but for its data, which are checked when they are read. */
export type Zip = {
  /** The files in it, without folders, in the order of the directory. */
  readonly names: readonly string[];
  /** What is unusual but harmless, one clause each. */
  readonly oddities: readonly string[];
  has: (name: string) => boolean;
  /** Bytes when unpacked; 0 for what is not there. */
  sizeOf: (name: string) => number;
  /** @throws ImportError when it is not there, or its data do not match what the archive says of them */
  read: (name: string) => Uint8Array;
  /** What is unpacked so far, for an archive inside this one. */
  readonly spent: Spent;
};

type Spent = { readonly outermost: number; expanded: number };
type Entry = DirectoryHeader & { readonly path: string; data: number };

const ENCRYPTED = 1;
const DESCRIBED = 8;
const UTF8 = 0x800;
/** Fields that only the local header has by custom: ZIP64 sizes, alignment, room to grow, Java's mark. */
const LOCAL_ONLY = new Set([0x0001, 0xd935, 0xa220, 0xa11e, 0xcafe]);

/**
 * Opens a ZIP archive strictly: whatever two readers could understand differently is refused.
 * @param name the file's name, for messages
 * @param within the archive that holds this one; the limits are for all of them together
 * @throws ImportError with one sentence
 */
export function openZip(bytes: Uint8Array, name: string, within?: Zip): Zip {
  try {
    return opened(new ZipBytes(bytes), name, within?.spent ?? { outermost: bytes.length, expanded: 0 });
  } catch (error) {
    throw asSentence(error, name);
  }
}

function asSentence(error: unknown, name: string): unknown {
  if (!(error instanceof ZipFault)) return error;
  return new ImportError('unreadable', `“${name}” cannot be trusted: the archive ${error.message}.`);
}

function opened(zip: ZipBytes, name: string, spent: Spent): Zip {
  const oddities = new Set<string>();
  const end = findEnd(zip);
  if (end.end < zip.length) oddities.add('is padded at its end');
  if (end.entries > ZIP_LIMITS.entries)
    throw new ImportError(
      'too-large',
      `“${name}” holds more than ${ZIP_LIMITS.entries.toLocaleString('en')} files; Assay opens no archive of that size.`,
    );
  const entries = directoryOf(zip, end);
  checkLayout(zip, entries, end.directory, oddities);
  spend(entries, name, spent);
  const files = new Map(
    entries.filter(({ path }) => !path.endsWith('/')).map((entry) => [entry.path, entry]),
  );
  return {
    names: [...files.keys()],
    oddities: [...oddities],
    spent,
    has: (path) => files.has(path),
    sizeOf: (path) => files.get(path)?.size ?? 0,
    read: (path) => {
      const entry = files.get(path);
      if (!entry) throw new ImportError('unreadable', `“${name}” is damaged: a part of it is missing.`);
      try {
        return dataOf(zip, entry);
      } catch (error) {
        throw asSentence(error, name);
      }
    },
  };
}

function directoryOf(zip: ZipBytes, end: ReturnType<typeof findEnd>): Entry[] {
  const entries: Entry[] = [];
  const keys = new Set<string>();
  let at = end.directory;
  for (let i = 0; i < end.entries; i++) {
    const header = readDirectoryHeader(zip, at);
    at = header.end;
    const path = nameOf(header);
    refuseKind(header, path);
    const key = keyOfName(path);
    if (keys.has(key)) throw new ZipFault('holds two parts of the same name');
    keys.add(key);
    entries.push({ ...header, path, data: 0 });
  }
  if (at !== end.start || at - end.directory !== end.directorySize)
    throw new ZipFault('has a directory of another size than it states');
  return entries;
}

function nameOf(header: DirectoryHeader): string {
  const { name, flags, fields } = header;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    if ((flags & UTF8) !== 0) throw new ZipFault('holds a part whose name cannot be read');
    // some older code page: which one does not matter, since nothing is looked up by such a name
    text = Buffer.from(name)
      .toString('latin1')
      .replaceAll(/[\x80-\x9f]/g, '�');
  }
  const fault = faultOfName(text, name.length);
  if (fault !== '') throw new ZipFault(`holds a part ${fault}`);
  const other = fields.find((field) => field.id === 0x7075)?.data.subarray(5);
  if (other && Buffer.compare(other, name) !== 0 && (flags & UTF8) !== 0)
    throw new ZipFault('gives two names to one part');
  return text.replace(/^(?:\.\/)+/, '');
}

function refuseKind(
  { host, attributes, flags, method, fields, size, packed }: DirectoryHeader,
  path: string,
): void {
  const mode = host === 3 || host === 19 ? (attributes >>> 16) & 0o170000 : 0;
  if (mode !== 0 && mode !== 0o100000 && mode !== 0o040000)
    throw new ZipFault('holds a link or a device instead of a file');
  if ((flags & (ENCRYPTED | 0x40 | 0x2000)) !== 0 || fields.some((field) => field.id === 0x9901))
    throw new ZipFault('is encrypted');
  if (method !== 0 && method !== 8) throw new ZipFault('is packed in a way that Assay does not know');
  if (method === 0 && size !== packed) throw new ZipFault('contradicts itself about the size of a part');
  if (path.endsWith('/') && size !== 0) throw new ZipFault('holds a folder with data of its own');
}

/** Every byte before the directory must belong to exactly one entry, and each local header must say the same. */
function checkLayout(zip: ZipBytes, entries: Entry[], directory: number, oddities: Set<string>): void {
  const inOrder = entries.toSorted((a, b) => a.local - b.local);
  let at = 0;
  inOrder.forEach((entry, index) => {
    if (entry.local !== at) fillOrRefuse(zip, at, entry.local, oddities);
    entry.data = checkLocal(zip, entry, oddities);
    const next = inOrder[index + 1]?.local ?? directory;
    const end = entry.data + entry.packed;
    if (end > next) throw new ZipFault('has parts that overlap');
    at = end + descriptorLength(zip, entry, end, next, oddities);
  });
  if (at !== directory) fillOrRefuse(zip, at, directory, oddities);
}

/** Zeros between parts only align them; anything else is hidden from whoever reads the directory. */
function fillOrRefuse(zip: ZipBytes, from: number, to: number, oddities: Set<string>): void {
  if (from > to) throw new ZipFault('has parts that overlap');
  if (from === 0) throw new ZipFault('has other data before its beginning');
  if (zip.slice(from, to - from).some((byte) => byte !== 0))
    throw new ZipFault('has hidden data between its parts');
  oddities.add('is padded between its parts');
}

function checkLocal(zip: ZipBytes, entry: Entry, oddities: Set<string>): number {
  const local = readLocalHeader(zip, entry.local);
  const sameName = Buffer.compare(local.name, entry.name) === 0;
  const named = local.fields.find((field) => field.id === 0x7075)?.data.subarray(5);
  if (!sameName || (named && Buffer.compare(named, entry.name) !== 0))
    throw new ZipFault('gives two names to one part');
  const described = (entry.flags & DESCRIBED) !== 0 || (local.flags & DESCRIBED) !== 0;
  const differs = (own: number, stated: number) => own !== stated && !(described && own === 0);
  if (
    local.method !== entry.method ||
    ((local.flags ^ entry.flags) & ENCRYPTED) !== 0 ||
    differs(local.crc, entry.crc) ||
    differs(local.size, entry.size) ||
    differs(local.packed, entry.packed)
  )
    throw new ZipFault('contradicts itself about one of its parts');
  if (local.changed !== entry.changed) oddities.add('gives two dates to one part');
  const known = new Set(entry.fields.map((field) => field.id));
  if (local.fields.some(({ id }) => !known.has(id) && !LOCAL_ONLY.has(id)))
    oddities.add('describes a part in two ways');
  return local.end;
}

/** The length of the record that may follow an entry's data: with or without its mark, with sizes of 4 or 8 bytes. */
function descriptorLength(
  zip: ZipBytes,
  entry: Entry,
  at: number,
  next: number,
  oddities: Set<string>,
): number {
  const room = next - at;
  const described = (entry.flags & DESCRIBED) !== 0;
  for (const length of [16, 24, 12, 20]) {
    if (length > room) continue;
    const marked = length % 8 === 0;
    if (marked && zip.u32(at) !== 0x08074b50) continue;
    const from = at + (marked ? 4 : 0);
    if (zip.u32(from) !== entry.crc) continue;
    const wide = length > 16;
    const packed = wide ? zip.u64(from + 4) : zip.u32(from + 4);
    const size = wide ? zip.u64(from + 12) : zip.u32(from + 8);
    if (packed !== entry.packed || size !== entry.size) continue;
    if (!described && room !== length) continue;
    if (!described) oddities.add('describes a part twice');
    return length;
  }
  if (described && room > 0) throw new ZipFault('contradicts itself about one of its parts');
  if (described) {
    // only harmless where the local header already said it all
    const local = readLocalHeader(zip, entry.local);
    if (local.crc !== entry.crc || local.size !== entry.size || local.packed !== entry.packed)
      throw new ZipFault('contradicts itself about one of its parts');
    oddities.add('lacks a description that it announces');
  }
  return 0;
}

function spend(entries: readonly Entry[], name: string, spent: Spent): void {
  for (const { size } of entries) spent.expanded += size;
  const tooMuch = spent.expanded > ZIP_LIMITS.expanded;
  const tooDense = spent.expanded > ZIP_LIMITS.freely && spent.expanded > spent.outermost * ZIP_LIMITS.ratio;
  if (!tooMuch && !tooDense) return;
  throw new ImportError(
    'too-large',
    tooMuch
      ? `“${name}” would unpack to more than 1 GB; Assay does not unpack it.`
      : `“${name}” would unpack to more than ${ZIP_LIMITS.ratio} times its size; Assay does not unpack it.`,
  );
}

function dataOf(zip: ZipBytes, entry: Entry): Uint8Array {
  const packed = zip.slice(entry.data, entry.packed);
  const data = entry.method === 0 ? packed : inflated(packed, entry.size);
  if (data.length !== entry.size) throw new ZipFault('contradicts itself about the size of a part');
  if (crc32(data) !== entry.crc) throw new ZipFault('has a damaged part: its checksum is wrong');
  return data;
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  // `info` also gives the engine, which knows how much of the data it needed; the types do not know that form
  type Informed = { buffer: Buffer; engine: { bytesWritten: number } };
  let result: Informed;
  try {
    const options = { maxOutputLength: Math.max(1, size), info: true };
    result = inflateRawSync(packed, options) as unknown as Informed;
  } catch (error) {
    const tooLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipFault(tooLong ? 'contradicts itself about the size of a part' : 'has a damaged part');
  }
  if (result.engine.bytesWritten !== packed.length) throw new ZipFault('has hidden data after a part');
  return result.buffer;
}
