import fc from 'fast-check';
import type { Engine } from '#engine/engine.ts';
import { ANSWER_TYPES, MEDIA, STANCES } from '#domain/words.ts';
import { importText } from '../support/engine.ts';

/** Words with letters beyond the basic plane, marks, line ends and signs that some reader takes for its own. */
const words = fc
  .array(
    fc.constantFrom(
      'dam',
      'Дамба',
      'қала',
      '😀',
      '"',
      "'",
      '<b>',
      '&amp;',
      ']]>',
      '=1+1',
      '#tag',
      '\u2028',
      '\n',
      'עברית',
      '…',
      '{}',
      'a,b',
      '\\',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `w ${parts.join(' ')}`.trim());

export type Plan = {
  claims: {
    wording: string;
    claimant: string;
    rating: string | null;
    reasons: string;
    tag: string;
    quote: string;
    stance: (typeof STANCES)[number];
    question: string;
    answer: string;
    type: (typeof ANSWER_TYPES)[number];
    medium: (typeof MEDIA)[number];
    comment: string;
    span: number;
  }[];
};

export const plans: fc.Arbitrary<Plan> = fc.record({
  claims: fc.array(
    fc.record({
      wording: words,
      claimant: words,
      rating: fc.option(fc.constantFrom('true', 'false', 'half-true', 'unproven', 'misleading')),
      reasons: words,
      tag: fc.constantFrom('water', 'вода', 'a<b'),
      quote: words,
      stance: fc.constantFrom(...STANCES),
      question: words,
      answer: words,
      type: fc.constantFrom(...ANSWER_TYPES),
      medium: fc.constantFrom(...MEDIA),
      comment: words,
      span: fc.nat(5),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

export const TEXT = [
  'The 😀 night the dam gave way',
  'Nine people were missing by dawn. The council said so twice.',
  'Дамбу проверяли весной, 𝒞 говорит отчёт. Потом её забыли.',
  'The spillway was inspected in March 2025 by two engineers.',
].join('\n\n');

const QUOTES = [
  'Nine people were missing by dawn.',
  'The council said so twice.',
  'Потом её забыли.',
  'two engineers',
  '𝒞 говорит отчёт',
  'inspected in March 2025',
];

/** Fills a project by the same calls that people's clicks make. */
export async function fill(engine: Engine, plan: Plan): Promise<void> {
  const article = await importText(engine, TEXT, 'dam.txt');
  await engine.call('describeArticle', {
    id: article,
    address: 'https://example.org/dam',
    title: 'The <dam>',
  });
  for (const one of plan.claims) {
    const { claim } = await engine.call('mark', { article, quote: QUOTES[one.span]!, as: 'verifiable' });
    await engine.call('editClaim', {
      id: claim.id,
      wording: one.wording,
      claimant: one.claimant,
      claimedOn: '2025-04-12',
      types: ['numerical', 'opinion'],
      strategies: ['consultation'],
      country: 'KZ',
      tags: [one.tag],
    });
    const { references } = await engine.call('addReferences', {
      url: `https://example.org/r${one.span}`,
      title: 'A report',
    });
    const { evidence } = await engine.call('linkEvidence', {
      claim: claim.id,
      reference: references[0]!.id,
      stance: one.stance,
      quote: one.quote,
      note: one.reasons,
    });
    const answer = {
      text: one.answer,
      type: one.type,
      medium: one.medium,
      evidence: evidence.id,
      ...(one.type === 'boolean' ? { explanation: one.reasons } : {}),
    };
    await engine.call('askQuestion', { claim: claim.id, text: one.question, answer });
    await engine.call('addComment', { subject: { kind: 'claim', id: claim.id }, text: one.comment });
    if (one.rating !== null)
      await engine.call('rateClaim', {
        claim: claim.id,
        rating: one.rating,
        justification: one.reasons,
        final: true,
      });
  }
}
