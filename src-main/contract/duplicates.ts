import { z } from 'zod';
import { query } from './kit.ts';
import { article, id } from './nouns.ts';

/** A piece of the words of two articles, in the order of reading. */
const piece = z.object({ text: z.string(), in: z.enum(['both', 'a', 'b']) });

export const duplicates = {
  listDuplicates: query(
    'Lists every two articles that have much of their text in common, most alike first.',
    {
      /** The least share of common five-word runs, 0 to 1. */
      least: z.number().min(0.05).max(1).default(0.3),
    },
    { pairs: z.array(z.object({ a: article, b: article, share: z.number(), sameFile: z.boolean() })) },
  ),
  compareArticles: query(
    'Compares the newest texts of two articles word by word.',
    { a: id, b: id },
    {
      a: article,
      b: article,
      /** The share of five-word runs that stand in both, 0 to 1. */
      share: z.number(),
      pieces: z.array(piece),
    },
  ),
};
