import type { AnswerType, Medium } from '#domain/words.ts';
import type { ReadDb } from './handle.ts';
import { peopleById } from './people.ts';

export type QuestionRow = ReturnType<typeof questionsOf>[number];

/** The questions of claims in their order, each with its answers. @param claims JSON list of ids */
export function questionsOf(db: ReadDb, claims: string) {
  const by = peopleById(db);
  const rows = db.all<{
    id: string;
    claim: string;
    text: string | null;
    position: number | null;
    asked_at: string | null;
    asked_by: string | null;
  }>(
    `select * from question where present = 1 and claim in (select value from json_each(?))
     order by claim, position, asked_at, id`,
    claims,
  );
  const answers = Map.groupBy(
    answersOf(db, JSON.stringify(rows.map((row) => row.id))),
    (answer) => answer.question,
  );
  return rows.map((row) => ({
    id: row.id,
    claim: row.claim,
    text: row.text ?? '',
    position: row.position ?? 0,
    askedAt: row.asked_at ?? '',
    askedBy: by(row.asked_by),
    answers: answers.get(row.id) ?? [],
  }));
}

function answersOf(db: ReadDb, questions: string) {
  const by = peopleById(db);
  return db
    .all<{
      id: string;
      question: string;
      text: string | null;
      type: AnswerType | null;
      explanation: string | null;
      medium: Medium | null;
      reference: string | null;
      evidence: string | null;
      position: number | null;
      answered_at: string | null;
      answered_by: string | null;
    }>(
      `select * from answer where present = 1 and question in (select value from json_each(?))
       order by question, position, answered_at, id`,
      questions,
    )
    .map((row) => ({
      id: row.id,
      question: row.question,
      text: row.text ?? '',
      type: row.type ?? ('abstractive' as const),
      explanation: row.explanation ?? '',
      medium: row.medium,
      reference: row.reference,
      evidence: row.evidence,
      position: row.position ?? 0,
      answeredAt: row.answered_at ?? '',
      answeredBy: by(row.answered_by),
    }));
}

export function getQuestion(db: ReadDb, id: string): QuestionRow {
  const claim = db.one<{ claim: string }>('select claim from question where id = ?', id)!.claim;
  return questionsOf(db, JSON.stringify([claim])).find((question) => question.id === id)!;
}

/** How many answers rest on a reference. */
export function answersOnReference(db: ReadDb, reference: string): number {
  return db.one<{ n: number }>(
    `select count(*) as n from answer a join question q on q.id = a.question and q.present = 1
     where a.reference = ? and a.present = 1`,
    reference,
  )!.n;
}
