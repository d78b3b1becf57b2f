import { StoreError } from './errors.ts';
import type { ReadDb, WriteDb } from './handle.ts';
import { sha256 as hashOf } from './hash.ts';

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
