import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import type { Act } from '#domain/act.ts';
import { newHash, sha256 } from '#store/hash.ts';
import { isSound } from '#store/seals.ts';
import { actsIn } from './lines.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { DEFLATED_BYTES } from './write.ts';
import { broken, entriesOf, type Placed, type Source } from './zip.ts';

/** A bundle of which every byte was checked. */
export type Bundle = {
  readonly manifest: Manifest;
  /** The acts, some thousand at a time. */
  readonly acts: () => Iterable<readonly Act[]>;
  readonly blob: (sha256: string) => Iterable<Uint8Array>;
};

const MOST_MANIFEST = 32 << 20;
const MOST_LINES = 64 << 20;
/** How much larger than its packed size a bundle may be: text deflates well, nothing else so well. */
const MOST_RATIO = 100;
/** Acts that were parsed for the checks are kept for the merge, up to so much text. */
const KEPT_LINES = 64 << 20;
const PIECE = 1 << 20;

export type OpenSource = Source & { readonly close: () => void };

export function fileSource(path: string): OpenSource {
  const handle = openSync(path, 'r');
  const { size } = fstatSync(handle);
  let open = true;
  return {
    size,
    read: (from, length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
      for (let at = 0; at < bytes.length;) {
        const got = readSync(handle, bytes, at, bytes.length - at, from + at);
        if (got === 0) throw broken('it is cut off');
        at += got;
      }
      return bytes;
    },
    // a second close would close whatever file has got the number since
    close: () => {
      if (open) closeSync(handle);
      open = false;
    },
  };
}

export function bytesSource(bytes: Uint8Array): OpenSource {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: all.length, read: (from, length) => all.subarray(from, from + length), close: () => {} };
}

/** Reads and checks every byte of a bundle. Throws one sentence, and then nothing of it may be used. */
export async function readBundle(source: Source, tick: (bytes: number) => Promise<void>): Promise<Bundle> {
  const entries = entriesOf(source);
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > source.size * MOST_RATIO + PIECE) throw broken('it would unfold to far more than it holds');
  const [first] = entries;
  const last = entries.at(-1);
  if (
    first?.name !== 'manifest.json' ||
    last?.name !== 'signature' ||
    first.size > MOST_MANIFEST ||
    last.size > 200
  )
    throw broken('its manifest or its signature is missing');
  const text = whole(source, first, MOST_MANIFEST);
  const manifest = readManifest(decoded(text), sha256(text), whole(source, last, 200).toString('latin1'));
  checkNames(entries, manifest);
  for (const seal of manifest.seals)
    if (!isSound(manifest.project, seal)) throw broken('a signature in it is not valid');

  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const linesIn = (file: Manifest['acts'][number], before: Act | undefined): Act[] => {
    const data = whole(source, byName.get(file.name)!, MOST_LINES);
    if (data.length !== file.bytes || sha256(data) !== file.sha256)
      throw broken('its acts are not those of its manifest');
    const acts = actsIn(decoded(data), manifest.project, before);
    if (acts.length !== file.lines) throw broken('its acts are not those of its manifest');
    return acts;
  };
  const kept: Act[][] | undefined =
    manifest.acts.reduce((sum, file) => sum + file.bytes, 0) <= KEPT_LINES ? [] : undefined;
  const chains = new Map<string, Manifest['chains'][number]>();
  let before: Act | undefined;
  for (const file of manifest.acts) {
    const acts = linesIn(file, before);
    kept?.push(acts);
    for (const act of acts) {
      if (before !== undefined && compare(before, act) >= 0) throw broken('its acts are out of order');
      const chain = chains.get(act.device);
      chains.set(act.device, {
        device: act.device,
        first: chain?.first ?? act.sequence,
        last: act.sequence,
        acts: (chain?.acts ?? 0) + 1,
        head: act.hash,
      });
      before = act;
    }
    await tick(file.bytes);
  }
  if (JSON.stringify([...chains.values()]) !== JSON.stringify(manifest.chains))
    throw broken('its acts are not those of its manifest');
  for (const { sha256: name } of manifest.blobs)
    await checkBlob(source, byName.get(`blobs/${name}`)!, name, tick);

  return {
    manifest,
    acts: function* () {
      if (kept) return yield* kept;
      let last: Act | undefined;
      for (const file of manifest.acts) {
        const acts = linesIn(file, last);
        last = acts.at(-1);
        yield acts;
      }
    },
    blob: (name) => piecesOf(source, byName.get(`blobs/${name}`)!),
  };
}

/** The order of acts in a bundle. */
function compare(a: Act, b: Act): number {
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  if (a.sequence !== b.sequence) return a.sequence - b.sequence;
  return a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0;
}

/** The files of a bundle are the ones that its manifest names, in the order of their names. */
function checkNames(entries: readonly Placed[], manifest: Manifest): void {
  const wanted = [
    'manifest.json',
    ...manifest.acts.map((_, i) => `acts/${String(i + 1).padStart(6, '0')}.jsonl`),
    ...manifest.blobs.map((blob) => `blobs/${blob.sha256}`),
    'signature',
  ];
  const sorted = manifest.blobs.every((blob, i, all) => i === 0 || all[i - 1]!.sha256 < blob.sha256);
  const fits =
    sorted &&
    wanted.length === entries.length &&
    entries.every((entry, i) => entry.name === wanted[i]) &&
    manifest.acts.every((file, i) => file.name === wanted[i + 1]) &&
    manifest.blobs.every((blob, i) => entries[1 + manifest.acts.length + i]!.size === blob.bytes);
  if (!fits) throw broken('its files are not those of its manifest');
}

function whole(source: Source, entry: Placed, most: number): Buffer {
  if (entry.size > most || (entry.method === 0 && entry.packed !== entry.size))
    throw broken('a file in it has another size than it says');
  const packed = source.read(entry.from, entry.packed);
  let data = packed;
  if (entry.method === 8) {
    data = inflated(packed, entry.size);
  }
  if (data.length !== entry.size || crc32(data) !== entry.crc) throw broken('a checksum in it is wrong');
  return data;
}

/** Inflates all of the bytes given, and no more than it should come to. */
function inflated(packed: Buffer, size: number): Buffer {
  try {
    const { buffer, engine } = inflateRawSync(packed, {
      maxOutputLength: Math.max(size, 1),
      // in one piece: several would have to be copied together
      chunkSize: Math.max(size + 1, 64),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    if (engine.bytesWritten === packed.length) return buffer;
  } catch {
    // told below
  }
  throw broken('a file in it cannot be unfolded');
}

function* piecesOf(source: Source, entry: Placed): Generator<Uint8Array> {
  if (entry.method === 8) {
    const data = whole(source, entry, DEFLATED_BYTES);
    for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE);
    return;
  }
  if (entry.packed !== entry.size) throw broken('a file in it has another size than it says');
  for (let at = 0; at < entry.size; at += PIECE)
    yield source.read(entry.from + at, Math.min(PIECE, entry.size - at));
}

async function checkBlob(
  source: Source,
  entry: Placed,
  name: string,
  tick: (bytes: number) => Promise<void>,
): Promise<void> {
  const hash = newHash();
  let crc = 0;
  for (const piece of piecesOf(source, entry)) {
    hash.update(piece);
    crc = crc32(piece, crc);
    await tick(piece.length);
  }
  if (crc !== entry.crc || hash.digest('hex') !== name) throw broken('a file in it is not the one it says');
}

function decoded(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw broken('a text in it is no text');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
