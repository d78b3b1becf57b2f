import { z } from 'zod';
import { QUANTITY_KINDS } from '#domain/quantities/quantity.ts';
import { query } from './kit.ts';
import { id, place } from './nouns.ts';

const value = z.union([z.number(), z.string()]);
const elsewhere = place.extend({ article: z.string(), title: z.string(), text: z.string() });

export const reading = {
  listQuantities: query(
    'Lists the numbers, amounts, dates and times of an article, where else they are said, and what differs.',
    { article: id },
    {
      quantities: z.array(
        place.extend({
          kind: z.enum(QUANTITY_KINDS),
          /** A number; for a date `2022-01-04`, `2022-01`, `2022`, `--01-04` or `199X`; for a time `14:30`. */
          value,
          /** The other end of a range. */
          to: value.optional(),
          unit: z.string(),
          language: z.string(),
          text: z.string(),
          sentence: place,
          /** The first place in each other article that says the same. */
          also: z.array(elsewhere),
        }),
      ),
      /** Places of one claim that say different amounts of the same unit, or different dates. */
      differing: z.array(
        z.object({
          claim: z.string(),
          wording: z.string(),
          here: place.extend({ text: z.string() }),
          there: elsewhere,
        }),
      ),
    },
  ),
};
