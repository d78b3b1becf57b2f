import { z } from 'zod';
import { CONFIDENCES } from '#domain/words.ts';
import { command, query } from './kit.ts';
import { day, id, prose, richText, scale, verdict } from './nouns.ts';

export const verdicts = {
  listScales: query('Lists the rating scales.', {}, { scales: z.array(scale) }),
  rateClaim: command(
    'Gives a verdict on a claim. It is added to the history; the reviewer’s newest one is current.',
    {
      claim: id,
      rating: z.string().min(1).max(64),
      scale: id.optional(),
      justification: z.union([richText, prose]).optional(),
      confidence: z.enum(CONFIDENCES).nullable().optional(),
      knownAsOf: z.union([day, z.literal('')]).optional(),
      /** Makes it the claim's final verdict; an earlier final one becomes corrected. */
      final: z.boolean().default(false),
      /** Why an earlier final verdict is corrected. */
      why: prose.optional(),
    },
    { verdict },
  ),
  finaliseVerdict: command(
    'Makes a verdict the final one of its claim; an earlier final one becomes corrected.',
    { id, why: prose.optional() },
    { verdict },
  ),
  voidVerdict: command(
    'Declares a verdict void, with the reason; it stays in the history.',
    { id, why: prose.min(1) },
    { verdict },
  ),
};
