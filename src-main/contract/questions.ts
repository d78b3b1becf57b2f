import { z } from 'zod';
import { ANSWER_TYPES, MEDIA } from '#domain/words.ts';
import { command } from './kit.ts';
import { id, prose, question } from './nouns.ts';

const text = prose.trim().min(1);

const answerParts = {
  text: prose.optional(),
  type: z.enum(ANSWER_TYPES).optional(),
  explanation: prose.optional(),
  medium: z.enum(MEDIA).nullable().optional(),
  reference: id.nullable().optional(),
  evidence: id.nullable().optional(),
};

export const questions = {
  askQuestion: command(
    'Asks a question that must be answered to decide a claim; with its first answer, if there is one.',
    { claim: id, text, answer: z.strictObject(answerParts).optional() },
    { question },
  ),
  editQuestion: command('Changes the words of a question.', { id, text }, { question }),
  moveQuestion: command(
    'Moves a question to another place among the questions of its claim; 0 is the first.',
    { id, to: z.number().int().min(0) },
    { questions: z.array(question) },
  ),
  removeQuestion: command(
    'Removes a question with its answers; undo brings it back.',
    { id },
    { id: z.string() },
  ),
  answerQuestion: command(
    'Answers a question: with a passage, in own words, with yes or no and why, or that it cannot be answered.',
    { question: id, ...answerParts },
    { question },
  ),
  editAnswer: command('Changes an answer.', { id, ...answerParts }, { question }),
  removeAnswer: command('Removes an answer; undo brings it back.', { id }, { question }),
};
