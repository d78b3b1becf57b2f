import type { CommentSubject } from '#domain/words.ts';
import type { ReadDb } from './handle.ts';
import { peopleById } from './people.ts';

export function commentsOf(db: ReadDb, kind: CommentSubject, subjects: string) {
  const by = peopleById(db);
  return db
    .all<{ id: string; subject: string; text: string | null; person: string | null; at: string | null }>(
      `select id, subject, text, person, at from comment
       where present = 1 and subject_kind = ? and subject in (select value from json_each(?)) order by at, id`,
      kind,
      subjects,
    )
    .map((row) => ({
      id: row.id,
      subject: { kind, id: row.subject },
      text: row.text ?? '',
      person: by(row.person),
      at: row.at ?? '',
    }));
}
