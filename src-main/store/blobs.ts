import { StoreError } from './errors.ts';
import type { ReadDb, WriteDb } from './handle.ts';
import { newHash, sha256 as hashOf } from './hash.ts';

const PIECE = 1 << 20;

/** Keeps bytes in the project and gives their SHA-256. The same bytes are kept once. */
export function keepBlob(db: WriteDb, bytes: Uint8Array): string {
  const sha256 = hashOf(bytes);
  db.together(() => {
    const has = db.one<{ bytes: number | null }>('select bytes from blob where sha256 = ?', sha256);
    if (has && has.bytes !== null) return;
    db.run(
      'insert into blob (sha256, bytes) values (?, ?) on conflict (sha256) do update set bytes = excluded.bytes',
      sha256,
      bytes.length,
    );
    for (let n = 0; n * PIECE < bytes.length; n += 1) {
      db.run(
        'insert into chunk (blob, n, data) values (?, ?, ?)',
        sha256,
        n,
        bytes.subarray(n * PIECE, (n + 1) * PIECE),
      );
    }
  });
  return sha256;
}

export function hasBlob(db: ReadDb, sha256: string): boolean {
  return db.one('select 1 from blob where sha256 = ? and bytes is not null', sha256) !== undefined;
}

/** The bytes behind a SHA-256. Throws `not-found` where they have not arrived, `damaged` where they no longer fit. */
export function readBlob(db: ReadDb, sha256: string): Uint8Array {
  const row = db.one<{ bytes: number | null }>('select bytes from blob where sha256 = ?', sha256);
  if (!row || row.bytes === null)
    throw new StoreError('not-found', `The file ${sha256.slice(0, 12)} is not in this project.`);
  const bytes = Buffer.concat(
    db
      .all<{ data: Uint8Array }>('select data from chunk where blob = ? order by n', sha256)
      .map((piece) => piece.data),
  );
  if (hashOf(bytes) !== sha256) {
    throw new StoreError(
      'damaged',
      `The file ${sha256.slice(0, 12)} in this project is damaged; restore a backup.`,
    );
  }
  return bytes;
}

export function readText(db: ReadDb, sha256: string): string {
  return new TextDecoder().decode(readBlob(db, sha256));
}

export type BlobRow = { readonly sha256: string; readonly bytes: number };

/** A file's bytes piece by piece, checked against its name at the end. Other statements may run in between. */
export function* blobPieces(db: ReadDb, { sha256: name, bytes }: BlobRow): Generator<Uint8Array> {
  const hash = newHash();
  for (let n = 0; n * PIECE < bytes; n += 1) {
    const piece = db.one<{ data: Uint8Array }>('select data from chunk where blob = ? and n = ?', name, n);
    if (!piece) break;
    hash.update(piece.data);
    yield piece.data;
  }
  if (hash.digest('hex') !== name)
    throw new StoreError(
      'damaged',
      `The file ${name.slice(0, 12)} in this project is damaged; restore a backup.`,
    );
}

/** Keeps checked bytes that come in pieces of any size; false where they are here already. */
export function keepPieces(
  db: WriteDb,
  { sha256: name, bytes }: BlobRow,
  pieces: Iterable<Uint8Array>,
): boolean {
  if (hasBlob(db, name)) return false;
  db.run(
    'insert into blob (sha256, bytes) values (?, ?) on conflict (sha256) do update set bytes = excluded.bytes',
    name,
    bytes,
  );
  let n = 0;
  for (const piece of repacked(pieces)) {
    db.run('insert into chunk (blob, n, data) values (?, ?, ?)', name, n, piece);
    n += 1;
  }
  return true;
}

function* repacked(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let size = 0;
  for (const piece of pieces) {
    rest.push(piece);
    size += piece.length;
    while (size >= PIECE) {
      const all = Buffer.concat(rest);
      yield all.subarray(0, PIECE);
      rest = [all.subarray(PIECE)];
      size -= PIECE;
    }
  }
  if (size > 0) yield Buffer.concat(rest);
}
