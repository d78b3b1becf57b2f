import { cells, type Intent } from '#domain/act.ts';
import type { Asked } from '#contract/index.ts';
import { CallError } from '#contract/kit.ts';
import type { questions } from '#contract/questions.ts';
import { getEvidence } from '#store/evidence.ts';
import { getQuestion, questionsOf, type QuestionRow } from '#store/questions.ts';
import { act, nowOf, readOf, whole, type Handlers, type Session } from './session.ts';

type AnswerParts = Omit<Asked<'answerQuestion'>, 'question'>;

export const questionHandlers: Handlers<keyof typeof questions> = {
  askQuestion: (session, asked) => {
    const claim = whole(session, 'claim', asked.claim);
    const id = session.world.newId();
    const last = siblings(session, claim).at(-1);
    act(session, 'askQuestion', [
      ...cells('question', id, {
        present: 1,
        claim,
        text: asked.text,
        position: last === undefined ? 1 : last.position + 1,
        asked_at: nowOf(session),
        asked_by: session.me.id,
      }),
      ...(asked.answer === undefined ? [] : newAnswer(session, id, 1, asked.answer)),
    ]);
    return { question: getQuestion(readOf(session), id) };
  },

  editQuestion: (session, asked) => {
    const id = whole(session, 'question', asked.id);
    if (getQuestion(readOf(session), id).text !== asked.text)
      act(session, 'editQuestion', cells('question', id, { text: asked.text }));
    return { question: getQuestion(readOf(session), id) };
  },

  moveQuestion: (session, asked) => {
    const id = whole(session, 'question', asked.id);
    const { claim } = getQuestion(readOf(session), id);
    const all = siblings(session, claim);
    const others = all.filter((question) => question.id !== id);
    const to = Math.min(asked.to, others.length);
    if (all.findIndex((question) => question.id === id) !== to) {
      // between its new neighbours, so that one move changes one cell
      const before = others[to - 1]?.position;
      const after = others[to]?.position;
      const position =
        before === undefined ? (after ?? 1) - 1 : after === undefined ? before + 1 : (before + after) / 2;
      const crowded = position === before || position === after;
      const order = [
        ...others.slice(0, to),
        all.find((question) => question.id === id)!,
        ...others.slice(to),
      ];
      act(
        session,
        'moveQuestion',
        crowded
          ? order.flatMap((question, n) => cells('question', question.id, { position: n + 1 }))
          : cells('question', id, { position }),
      );
    }
    return { questions: siblings(session, claim) };
  },

  removeQuestion: (session, asked) => {
    const id = whole(session, 'question', asked.id);
    const { answers } = getQuestion(readOf(session), id);
    act(session, 'removeQuestion', [
      ...cells('question', id, { present: 0 }),
      ...answers.flatMap((answer) => cells('answer', answer.id, { present: 0 })),
    ]);
    return { id };
  },

  answerQuestion: (session, { question: given, ...parts }) => {
    const question = whole(session, 'question', given);
    const last = getQuestion(readOf(session), question).answers.at(-1);
    act(
      session,
      'answerQuestion',
      newAnswer(session, question, last === undefined ? 1 : last.position + 1, parts),
    );
    return { question: getQuestion(readOf(session), question) };
  },

  editAnswer: (session, { id: given, ...parts }) => {
    const { id, question, now } = answerOf(session, given);
    const type = parts.type ?? now.type;
    const wanted = {
      ...parts,
      // a change of the kind of answer takes with it what only the old kind has
      ...(parts.type !== undefined && type !== 'boolean' && parts.explanation === undefined
        ? { explanation: '' }
        : {}),
    };
    checkAnswer({ ...now, ...wanted, type });
    const changes = answerCells(session, id, wanted).filter(
      ({ column, value }) => (now as Record<string, unknown>)[column] !== value,
    );
    if (changes.length > 0) act(session, 'editAnswer', changes);
    return { question: getQuestion(readOf(session), question.id) };
  },

  removeAnswer: (session, asked) => {
    const { id, question } = answerOf(session, asked.id);
    act(session, 'removeAnswer', cells('answer', id, { present: 0 }));
    return { question: getQuestion(readOf(session), question.id) };
  },
};

function siblings(session: Session, claim: string): QuestionRow[] {
  return questionsOf(readOf(session), JSON.stringify([claim]));
}

function answerOf(session: Session, given: string) {
  const id = whole(session, 'answer', given);
  const row = readOf(session).one<{ question: string }>('select question from answer where id = ?', id)!;
  const question = getQuestion(readOf(session), row.question);
  return { id, question, now: question.answers.find((answer) => answer.id === id)! };
}

function newAnswer(session: Session, question: string, position: number, parts: AnswerParts): Intent[] {
  const type = parts.type ?? 'abstractive';
  checkAnswer({ text: '', explanation: '', ...parts, type });
  const id = session.world.newId();
  return [
    ...cells('answer', id, { present: 1, question, position }),
    ...answerCells(session, id, { ...parts, type }),
    ...cells('answer', id, { answered_at: nowOf(session), answered_by: session.me.id }),
  ];
}

/** An answer says something, a yes or no says what it rests on, and only "cannot be answered" may be silent. */
function checkAnswer(answer: {
  type: string;
  text?: string | undefined;
  explanation?: string | undefined;
}): void {
  if (answer.type !== 'unanswerable' && (answer.text ?? '').trim() === '')
    throw new CallError(
      'bad-input',
      'An answer needs words; choose “cannot be answered” where there is none.',
    );
  if (answer.type !== 'boolean' && (answer.explanation ?? '') !== '')
    throw new CallError('bad-input', 'Only a yes or no has an explanation; put the words into the answer.');
}

function answerCells(session: Session, id: string, parts: AnswerParts): Intent[] {
  const evidence = parts.evidence == null ? parts.evidence : whole(session, 'evidence', parts.evidence);
  const named = parts.reference == null ? parts.reference : whole(session, 'reference', parts.reference);
  // evidence brings its reference with it
  const reference =
    named === undefined && evidence != null ? getEvidence(readOf(session), evidence).reference : named;
  return cells('answer', id, {
    text: parts.text,
    type: parts.type,
    explanation: parts.explanation,
    medium: parts.medium,
    reference,
    evidence,
  });
}
