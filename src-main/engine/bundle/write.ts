import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import type { Act } from '#domain/act.ts';
import { blobPieces, type BlobRow } from '#store/blobs.ts';
import type { ReadDb } from '#store/handle.ts';
import { sha256 } from '#store/hash.ts';
import type { Signer } from '#store/seals.ts';
import { encrypted, type Lock } from './crypt.ts';
import { linesOf } from './lines.ts';
import { signedText, VERSION, type Manifest } from './manifest.ts';
import { directory, localHeader, type Entry } from './zip.ts';

/** About so much text stands in one file of acts, so that a reader never needs more memory than that. */
const LINES_BYTES = 8 << 20;
/** Smaller files are deflated if it helps; larger ones (pictures, recordings) stream as they are. */
export const DEFLATED_BYTES = 4 << 20;

export type Contents = Omit<Manifest, 'format' | 'version' | 'min_reader' | 'acts' | 'blobs' | 'chains'> & {
  /** By device, sequence, hash. */
  readonly acts: Iterable<Act>;
  readonly blobs: readonly BlobRow[];
};

type Packed = { readonly entry: Entry; readonly data: Buffer };

/** The bytes of a bundle, in pieces. The same contents give the same bytes; the acts are read before this returns. */
export function bundleOf(
  db: ReadDb,
  { acts, blobs, ...about }: Contents,
  signer: Signer,
  tick: (bytes: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const { files, chains } = actFiles(acts);
  const manifest: Manifest = {
    format: 'assaypack',
    version: VERSION,
    min_reader: 1,
    ...about,
    chains,
    acts: files.map(({ packed, sha256: hash, lines }) => ({
      name: packed.entry.name,
      sha256: hash,
      bytes: packed.entry.size,
      lines,
    })),
    blobs: blobs.map((blob) => ({ sha256: blob.sha256, bytes: blob.bytes })),
  };
  return piecesOf(db, manifest, files, blobs, signer, tick);
}

async function* piecesOf(
  db: ReadDb,
  manifest: Manifest,
  files: readonly { readonly packed: Packed }[],
  blobs: readonly BlobRow[],
  signer: Signer,
  tick: (bytes: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const text = Buffer.from(JSON.stringify(manifest));
  const entries: Entry[] = [];
  const put = ({ entry, data }: Packed) => {
    entries.push(entry);
    return Buffer.concat([localHeader(entry), data]);
  };
  yield put(packed('manifest.json', text));
  for (const file of files) yield put(file.packed);
  for (const blob of blobs) {
    const name = `blobs/${blob.sha256}`;
    if (blob.bytes <= DEFLATED_BYTES) {
      yield put(packed(name, Buffer.concat([...blobPieces(db, blob)])));
      await tick(blob.bytes);
      continue;
    }
    let crc = 0;
    for (const piece of blobPieces(db, blob)) {
      crc = crc32(piece, crc);
      await tick(0);
    }
    const entry: Entry = { name, method: 0, crc, packed: blob.bytes, size: blob.bytes };
    yield put({ entry, data: Buffer.alloc(0) });
    for (const piece of blobPieces(db, blob)) {
      yield piece;
      await tick(piece.length);
    }
  }
  const signature = signer.sign(signedText(sha256(text)));
  yield put(packed('signature', Buffer.from(signature)));
  yield directory(entries);
}

function packed(name: string, data: Buffer): Packed {
  // in one piece: several would have to be copied together
  const deflated = deflateRawSync(data, { chunkSize: data.length + 64 });
  const smaller = deflated.length < data.length * 0.95;
  return {
    entry: {
      name,
      method: smaller ? 8 : 0,
      crc: crc32(data),
      packed: smaller ? deflated.length : data.length,
      size: data.length,
    },
    data: smaller ? deflated : data,
  };
}

function actFiles(acts: Iterable<Act>) {
  const files: { packed: Packed; sha256: string; lines: number }[] = [];
  const chains = new Map<
    string,
    { device: string; first: number; last: number; acts: number; head: string }
  >();
  let texts: string[] = [];
  let size = 0;
  let before: Act | undefined;
  const close = () => {
    if (texts.length === 0) return;
    const data = Buffer.from(texts.join(''));
    const name = `acts/${String(files.length + 1).padStart(6, '0')}.jsonl`;
    files.push({ packed: packed(name, data), sha256: sha256(data), lines: texts.length });
    texts = [];
    size = 0;
  };
  for (const act of acts) {
    const text = linesOf(act, before);
    texts.push(text);
    size += text.length;
    before = act;
    const chain = chains.get(act.device);
    chains.set(act.device, {
      device: act.device,
      first: chain?.first ?? act.sequence,
      last: act.sequence,
      acts: (chain?.acts ?? 0) + 1,
      head: act.hash,
    });
    if (size >= LINES_BYTES) close();
  }
  close();
  return { files, chains: [...chains.values()] };
}

/** Writes a bundle to a file, whole or not at all. Gives its size. */
export async function writeBundle(
  pieces: AsyncIterable<Uint8Array>,
  to: string,
  lock: Lock | undefined,
): Promise<number> {
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  let bytes = 0;
  try {
    const handle = openSync(unfinished, 'wx', 0o600);
    try {
      for await (const piece of lock ? await encrypted(pieces, lock) : pieces) {
        for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at);
        bytes += piece.length;
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(unfinished, to);
    return bytes;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
