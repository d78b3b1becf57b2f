import { z } from 'zod';
import { command, query } from './kit.ts';
import { article, id, line, revision } from './nouns.ts';
import { followed } from './revisions.ts';

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
  adoptAsRevision: command(
    'Makes the text of one article the newest revision of another, whose occurrences follow, and takes the first out of the project. It must have no claims of its own.',
    { article: id, from: id, reason: line.optional() },
    { revision, occurrences: z.array(followed) },
  ),
};
