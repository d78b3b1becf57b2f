import type { AnswerType, Medium } from '#domain/words.ts';
import type { ReferenceKey, ReviewerKey } from './plan.ts';

export type QuestionPlan = {
  /** Key of the claim. */
  readonly claim: string;
  readonly by: ReviewerKey;
  readonly text: string;
  readonly answers: readonly {
    readonly by: ReviewerKey;
    readonly type: AnswerType;
    readonly text: string;
    readonly explanation?: string;
    readonly medium?: Medium;
    readonly reference?: ReferenceKey;
  }[];
};

/** What the two reviewers had to find out before they could rate. To the last one there is no answer. */
export const QUESTIONS: readonly QuestionPlan[] = [
  {
    claim: 'evacuated-4200',
    by: 'aruzhan',
    text: 'At what hour on 12 April 2025 did 4,200 people stand on the lists of the reception centres?',
    answers: [
      {
        by: 'aruzhan',
        type: 'extractive',
        text: 'By 06:00 on 12 April 4,215 people were registered at the reception centres',
        medium: 'web-text',
        reference: 'minutes',
      },
    ],
  },
  {
    claim: 'evacuated-4200',
    by: 'tomas',
    text: 'Did the centres register everybody who left a home in Kemekala that night?',
    answers: [
      {
        by: 'tomas',
        type: 'boolean',
        text: 'No',
        explanation:
          'The lists grew to 6,380 names by the evening, and nobody counted those who went to relatives.',
        reference: 'minutes',
      },
    ],
  },
  {
    claim: 'evacuated-4200',
    by: 'tomas',
    text: 'Was the evening’s figure known to the ministry when the agency’s dispatch went out at 14:30?',
    answers: [
      {
        by: 'aruzhan',
        type: 'unanswerable',
        text: 'The transport department has not sent its hourly lists.',
      },
    ],
  },
];
