import { z } from 'zod';
import { ALL_CLAIM_TYPES, CLAIM_TYPES, COMMENT_SUBJECTS, PRIORITIES, STRATEGIES } from '#domain/words.ts';
import { command, query } from './kit.ts';
import {
  claim,
  comment,
  conflict,
  day,
  id,
  line,
  occurrence,
  offset,
  prose,
  reason,
  status,
  verifiability,
} from './nouns.ts';

const dayOrNone = z.union([day, z.literal('')]);

export const claims = {
  mark: command(
    'Marks a span of an article: a new claim, or one more occurrence of a claim. Name the span by offsets or by quote.',
    {
      article: id,
      start: offset.optional(),
      end: offset.optional(),
      quote: z.string().min(1).optional(),
      prefix: z.string().optional(),
      suffix: z.string().optional(),
      as: verifiability,
      reason: reason.optional(),
      checkableOn: dayOrNone.optional(),
      claim: id.optional(),
    },
    { claim, occurrence },
  ),
  markSentences: command(
    'Marks several spans at once in the same way, each as a claim of its own: the quick way through a triage.',
    {
      article: id,
      spans: z
        .array(z.object({ start: offset, end: offset }))
        .min(1)
        .max(10_000),
      as: verifiability,
      reason: reason.optional(),
    },
    { claims: z.array(z.string()), occurrences: z.array(occurrence) },
  ),
  listClaims: query(
    'Lists claims with everything that hangs on them.',
    {
      article: id.optional(),
      limit: z.number().int().min(1).max(100_000).optional(),
      offset: z.number().int().min(0).optional(),
    },
    { claims: z.array(claim), total: z.number() },
  ),
  getClaim: query(
    'Gives one claim, with the claims that it was taken apart into.',
    { id },
    { claim, children: z.array(z.object({ id: z.string(), wording: z.string() })) },
  ),
  editClaim: command(
    'Changes a claim: its wording, who said it, when and where, its type, verifiability, status, assignee, priority, tags.',
    {
      id,
      wording: prose.min(1).optional(),
      claimant: line.optional(),
      claimedOn: dayOrNone.optional(),
      claimedWhere: line.optional(),
      /** The leading type; the others stay. */
      type: z.enum(CLAIM_TYPES).nullable().optional(),
      /** All types, the leading one first. */
      types: z.array(z.enum(ALL_CLAIM_TYPES)).max(20).optional(),
      strategies: z.array(z.enum(STRATEGIES)).max(20).optional(),
      country: z
        .string()
        .regex(/^([A-Z]{2})?$/, 'write a country as two capital letters, such as KZ')
        .optional(),
      reportedBy: line.optional(),
      address: line.optional(),
      cachedAddress: line.optional(),
      checkAddress: line.optional(),
      verifiability: verifiability.optional(),
      reason: reason.nullable().optional(),
      checkableOn: dayOrNone.optional(),
      status: status.optional(),
      assignee: id.nullable().optional(),
      priority: z.enum(PRIORITIES).optional(),
      parent: id.nullable().optional(),
      tags: z.array(line.min(1)).max(100).optional(),
    },
    { claim },
  ),
  removeClaim: command(
    'Removes a claim with its occurrences; undo brings it back.',
    { id },
    { id: z.string() },
  ),
  moveOccurrence: command(
    'Gives an occurrence new bounds, or attaches an orphan again.',
    { id, start: offset, end: offset },
    { occurrence },
  ),
  removeOccurrence: command(
    'Takes one occurrence off the text; the claim goes with its last one unless work hangs on it.',
    { id },
    { claimRemoved: z.boolean() },
  ),
  addComment: command(
    'Comments on an article, claim, reference, piece of evidence or verdict.',
    { subject: z.strictObject({ kind: z.enum(COMMENT_SUBJECTS), id }), text: prose.min(1) },
    { comment },
  ),
  removeComment: command('Removes a comment; undo brings it back.', { id }, { id: z.string() }),
  listTags: query(
    'Lists the tags in use.',
    {},
    { tags: z.array(z.object({ name: z.string(), claims: z.number() })) },
  ),
  listConflicts: query(
    'Lists the cells that several people changed without having seen each other.',
    {},
    { conflicts: z.array(conflict) },
  ),
};
