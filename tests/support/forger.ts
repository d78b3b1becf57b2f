import { createHash } from 'node:crypto';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { signedText, type Manifest as Read } from '#engine/bundle/manifest.ts';
import { bytesSource } from '#engine/bundle/read.ts';
import { directory, entriesOf, localHeader, type Entry } from '#engine/bundle/zip.ts';
import { ringOf } from './mates.ts';

export type File = { readonly name: string; readonly data: Buffer };

export function unpacked(bundle: Buffer): File[] {
  return entriesOf(bytesSource(bundle)).map(({ name, method, from, packed }) => {
    const data = bundle.subarray(from, from + packed);
    return { name, data: method === 8 ? inflateRawSync(data) : data };
  });
}

/** Packs files as a forger would: every size, checksum and directory entry is right. */
export function packed(files: readonly File[]): Buffer {
  const entries: Entry[] = [];
  const pieces = files.map(({ name, data }) => {
    const small = deflateRawSync(data);
    const deflates = small.length < data.length * 0.95;
    const body = deflates ? small : data;
    const entry: Entry = {
      name,
      method: deflates ? 8 : 0,
      crc: crc32(data),
      packed: body.length,
      size: data.length,
    };
    entries.push(entry);
    return Buffer.concat([localHeader(entry), body]);
  });
  return Buffer.concat([...pieces, directory(entries)]);
}

export const hashOf = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/** Signs a changed manifest anew with somebody's key. */
export function signed(files: readonly File[], person: string, change: (manifest: Manifest) => void): Buffer {
  const key = ringOf(person).unlocked()!;
  return repacked(
    files,
    (manifest) => {
      manifest.packer.key = key.key;
      change(manifest);
    },
    key.sign,
  );
}

/** Packs files with a changed manifest, whose other parts are made to agree, under any signature. */
export function repacked(
  files: readonly File[],
  change: (manifest: Manifest) => void,
  sign: (text: string) => string,
): Buffer {
  const manifest = JSON.parse(files[0]!.data.toString()) as Manifest;
  manifest.acts = manifest.acts.map((file) => {
    const { data } = files.find(({ name }) => name === file.name)!;
    return { ...file, sha256: hashOf(data), bytes: data.length };
  });
  change(manifest);
  const text = Buffer.from(JSON.stringify(manifest));
  return packed([
    { name: 'manifest.json', data: text },
    ...files.slice(1, -1),
    { name: 'signature', data: Buffer.from(sign(signedText(hashOf(text)))) },
  ]);
}

/** A manifest that may be written to. */
export type Manifest = { -readonly [K in keyof Read]: Read[K] };
