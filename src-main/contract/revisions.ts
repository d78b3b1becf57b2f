import { z } from 'zod';
import { ANCHOR_STATES } from '#domain/words.ts';
import { command, query } from './kit.ts';
import { id, line, mark, occurrence, offset, place, revision, upload } from './nouns.ts';

/** Where an occurrence stands on the newest text. Of an orphan `exact` is what was marked, and its place a point. */
export const followed = z.object({
  id: z.string(),
  claim: z.string(),
  state: z.enum(ANCHOR_STATES),
  confidence: z.number(),
  start: z.number(),
  end: z.number(),
  exact: z.string(),
});

const document = z.looseObject({ type: z.literal('doc') });
/** ProseMirror JSON, a plain text, or the bytes of a text file; one of them. */
const corrected = {
  id,
  document: document.optional(),
  text: z.string().max(50_000_000).optional(),
  upload: upload.optional(),
  /** The revision that was corrected; the newest where it is left out. */
  parent: id.optional(),
};
const revised = {
  revision,
  occurrences: z.array(followed),
  /** What of the old text a plain text cannot say. */
  losses: z.array(z.string()),
};

export const listedRevision = revision.extend({
  words: z.number(),
  newest: z.boolean(),
  original: z.boolean(),
  /** Made by somebody who had not seen the newest: neither came out of the other. */
  concurrent: z.boolean(),
});

export const candidate = z.object({
  start: z.number(),
  end: z.number(),
  confidence: z.number(),
  exact: z.string(),
  before: z.string(),
  after: z.string(),
});

/** An occurrence that a person must look at. */
export const needed = z.object({
  occurrence,
  articleTitle: z.string(),
  wording: z.string(),
  /** The words as they were marked, with what stood around them. */
  marked: z.object({ exact: z.string(), before: z.string(), after: z.string(), revision: z.string() }),
  candidates: z.array(candidate),
});

/** A stretch of two texts: the same on both sides, only in the old one, or only in the new one. */
export const stretch = z.object({ kind: z.enum(['same', 'removed', 'added']), before: place, after: place });

const side = z.object({ revision, text: z.string(), marks: z.array(mark) });

export const revisionCalls = {
  reviseArticle: command(
    'Saves a corrected text as a new revision with a reason; every occurrence follows, in one act.',
    { ...corrected, reason: line.optional() },
    revised,
  ),
  previewRevision: query(
    'Says where every occurrence would stand if a corrected text were saved. Changes nothing.',
    corrected,
    { occurrences: z.array(followed), losses: z.array(z.string()), changed: z.boolean() },
  ),
  restoreRevision: command(
    'Goes back to an earlier revision, as a new one.',
    { id, reason: line.optional() },
    revised,
  ),
  listRevisions: query(
    'Lists the revisions of an article, newest first: who, when and why.',
    { article: id },
    { revisions: z.array(listedRevision) },
  ),
  compareRevisions: query(
    'Compares two revisions of an article word by word, with the claims on both.',
    { article: id, before: id, after: id },
    { before: side, after: side, stretches: z.array(stretch) },
  ),
  listAttention: query(
    'Lists the occurrences whose place is ambiguous or lost, with the places that may be meant.',
    { article: id.optional() },
    { needed: z.array(needed) },
  ),
  reattach: command(
    'Attaches an occurrence to a place of the newest text, named by offsets or by quote. It keeps its history.',
    {
      occurrence: id,
      start: offset.optional(),
      end: offset.optional(),
      quote: z.string().min(1).optional(),
      prefix: z.string().optional(),
      suffix: z.string().optional(),
    },
    { occurrence },
  ),
  keepCorrection: command(
    'Keeps an unsaved correction on this machine, so that no typed word is lost.',
    { article: id, parent: id, document, reason: line.default('') },
    { keptAt: z.string() },
  ),
  getCorrection: query(
    'Gives the unsaved correction of an article that this machine keeps, if there is one.',
    { article: id },
    {
      correction: z
        .object({ parent: z.string(), document, reason: z.string(), keptAt: z.string() })
        .nullable(),
    },
  ),
  dropCorrection: command(
    'Throws the unsaved correction of an article away.',
    { article: id },
    { dropped: z.boolean() },
  ),
};

export type Followed = z.infer<typeof followed>;
export type ListedRevision = z.infer<typeof listedRevision>;
export type Needed = z.infer<typeof needed>;
export type Stretch = z.infer<typeof stretch>;
