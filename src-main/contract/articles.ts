import { z } from 'zod';
import { command, query } from './kit.ts';
import {
  article,
  chapterOffer,
  comment,
  day,
  failure,
  footnote,
  id,
  line,
  mark,
  offset,
  reference,
  revision,
  uploadOfPage,
} from './nouns.ts';

/** Another article with much the same text; `share` of their five-word runs, 0 to 1, stands in both. */
const likeness = z.object({ id: z.string(), title: z.string(), share: z.number() });

export const articles = {
  importArticles: command(
    'Imports articles, each source by itself: a bad one stops no other. A file that is already here is not imported twice.',
    {
      uploads: z.array(uploadOfPage).min(1).max(10_000),
      /** Import even what is already in the project. */
      again: z.boolean().optional(),
      /** A name of the caller's choosing for progress notices and `cancelJob`. */
      job: z.string().max(64).optional(),
    },
    {
      articles: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          source: z.string(),
          format: z.string(),
          language: z.string(),
          words: z.number(),
          sha256: z.string(),
          /** How many references its footnotes propose. */
          references: z.number(),
          warnings: z.array(z.string()),
          proposals: z.array(footnote),
          /** All chapters of the book that it was read from; [] for what is no book. */
          chapters: z.array(chapterOffer),
          /** Whether the same file was in the project before, so that nothing was added. */
          known: z.boolean(),
          /** Articles that have much of their text in common with it, most first. */
          similar: z.array(likeness),
        }),
      ),
      failed: z.array(failure),
      cancelled: z.boolean(),
    },
  ),
  listArticles: query('Lists the articles of the project.', {}, { articles: z.array(article) }),
  getArticle: query(
    'Gives one article with a revision of its text: the newest, or the one named.',
    { id, revision: id.optional() },
    {
      article,
      revision,
      /** ProseMirror JSON. */
      document: z.looseObject({ type: z.literal('doc') }),
      text: z.string(),
      /** Sentence bounds as start and end in turn. */
      sentences: z.array(z.number()),
      revisions: z.array(revision),
      /** The offset at which each printed page begins, where the file had pages; else []. */
      pages: z.array(z.number()),
      footnotes: z.array(footnote),
      warnings: z.array(z.string()),
      comments: z.array(comment),
    },
  ),
  describeArticle: command(
    'Changes what is known about an article: title, author, publisher, address, date, language.',
    {
      id,
      title: line.min(1).optional(),
      author: line.optional(),
      publisher: line.optional(),
      address: line.optional(),
      published: z.union([day, z.literal('')]).optional(),
      language: z.string().max(35).optional(),
    },
    { article },
  ),
  removeArticle: command(
    'Takes an article out of the project; undo brings it back.',
    { id },
    { id: z.string() },
  ),
  listMarks: query(
    'Lists what the editor draws over an article: every occurrence with its look.',
    { article: id },
    { marks: z.array(mark) },
  ),
  listFootnotes: query(
    'Lists the notes of all articles that propose references.',
    {},
    { footnotes: z.array(footnote) },
  ),
  acceptFootnotes: command(
    'Turns proposed references into references; the same address twice gives one reference.',
    { ids: z.array(id).min(1) },
    { references: z.array(reference), footnotes: z.array(footnote) },
  ),
  dismissFootnotes: command(
    'Sets proposed references aside, or takes them up again.',
    { ids: z.array(id).min(1), dismissed: z.boolean().default(true) },
    { footnotes: z.array(footnote) },
  ),
  findInArticle: query(
    'Finds a quote in an article; with context, the one place that fits it.',
    { article: id, quote: z.string().min(1), prefix: z.string().optional(), suffix: z.string().optional() },
    { places: z.array(z.object({ start: offset, end: offset, prefix: z.string(), suffix: z.string() })) },
  ),
};
