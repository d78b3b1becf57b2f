import type { ReceivedSubject } from '#domain/words.ts';
import type { ReadDb } from './handle.ts';

export type ReceivedRow = {
  readonly id: string;
  readonly format: string;
  readonly key: string;
  readonly kind: ReceivedSubject;
  readonly subject: string;
  /** JSON. */
  readonly data: string | null;
  /** SHA-256 of bytes kept beside it. */
  readonly bytes: string | null;
};

/** What other programs said in a format, oldest first. */
export function listReceived(db: ReadDb, format: string): ReceivedRow[] {
  return db.all<ReceivedRow>(
    `select id, format, coalesce(key, '') as key, subject_kind as kind, coalesce(subject, '') as subject, data, bytes
     from received where present = 1 and format = ? order by received_at, id`,
    format,
  );
}

/** The JSON that a program said last time, or undefined where it said nothing yet. */
export function receivedData(db: ReadDb, id: string): string | null | undefined {
  return db.one<{ data: string | null }>('select data from received where id = ? and present = 1', id)?.data;
}
