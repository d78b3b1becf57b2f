import { z } from 'zod';
import {
  ALL_CLAIM_TYPES,
  ANCHOR_STATES,
  ANSWER_TYPES,
  AVERITEC_LABELS,
  CLAIM_TYPES,
  COMMENT_SUBJECTS,
  CONFIDENCES,
  MEDIA,
  PRIORITIES,
  REASONS,
  REFERENCE_KINDS,
  STANCES,
  STATUSES,
  STRATEGIES,
  VERDICT_STATES,
  VERIFIABILITIES,
} from '#domain/words.ts';

/** An id, or an unambiguous beginning of one. */
export const id = z.string().min(1).max(64);
/** ISO 8601 in UTC. */
export const time = z.string();
/** A date as people know it: `2022`, `2022-01` or `2022-01-05`. */
export const day = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'write a date as 2022, 2022-01 or 2022-01-05');
/** A UTF-16 offset into the canonical text. */
export const offset = z.number().int().min(0);
export const line = z.string().max(2_000);
export const prose = z.string().max(100_000);

export const verifiability = z.enum(VERIFIABILITIES);
export const reason = z.enum(REASONS);
export const status = z.enum(STATUSES);
export const stance = z.enum(STANCES);

/** Bytes handed to the engine beforehand (`PUT /upload`): a token, never a path. */
export const upload = z.strictObject({
  token: z.string().min(8).max(128),
  name: z.string().min(1).max(1_000),
});

/** Bytes of which one page is meant: a web archive or a mailbox holds several. */
export const uploadOfPage = upload.extend({
  /** The page's address, or its number in the list that an `ambiguous` failure gives. */
  page: z.string().min(1).max(10_000).optional(),
  /** Of a book: which chapters, counted from 1; without it, the whole book. */
  chapters: z.array(z.number().int().min(1).max(20_000)).min(1).max(2_000).optional(),
});

/** A chapter of a book that a person can choose. */
export const chapterOffer = z.object({ number: z.number(), title: z.string() });

/** A page of an archive that a person can choose. */
export const pageOffer = z.object({
  number: z.number(),
  url: z.string(),
  title: z.string(),
  time: z.string(),
});

export const person = z.object({ id: z.string(), name: z.string() });
export const by = person.nullable();

/** One thing that could not be taken, and why. */
export const failure = z.object({
  source: z.string(),
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** Where a page must be chosen: the pages there are. */
    detail: z.object({ pages: z.array(pageOffer) }).optional(),
  }),
});

export const article = z.object({
  id: z.string(),
  title: z.string(),
  author: z.string(),
  publisher: z.string(),
  address: z.string(),
  published: z.string(),
  language: z.string(),
  format: z.string(),
  encoding: z.string(),
  /** SHA-256 of the original bytes. */
  original: z.string(),
  originalName: z.string(),
  importedAt: time,
  importedBy: by,
  /** When the copy it was read from was made, as the copy states it; '' where it does not. */
  capturedAt: z.string(),
  words: z.number(),
  claims: z.number(),
  /** The share of the text's sentences, 0 to 1, that some occurrence touches. */
  coverage: z.number(),
  /** How many marks have no sure place in the newest text: ambiguous and orphaned ones. */
  attention: z.number(),
  revisions: z.number(),
});

export const revision = z.object({
  id: z.string(),
  article: z.string(),
  parent: z.string().nullable(),
  /** SHA-256 of the canonical text. */
  sha256: z.string(),
  reason: z.string(),
  at: time,
  person: by,
});

export const place = z.object({ start: z.number(), end: z.number() });

/** A numbered note of the article, which proposes a reference until it is accepted or dismissed. */
export const footnote = z.object({
  id: z.string(),
  article: z.string(),
  label: z.string(),
  text: z.string(),
  address: z.string(),
  places: z.array(place),
  reference: z.string().nullable(),
  dismissed: z.boolean(),
});

export const occurrence = z.object({
  id: z.string(),
  claim: z.string(),
  article: z.string(),
  revision: z.string(),
  start: z.number(),
  end: z.number(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  state: z.enum(ANCHOR_STATES),
  confidence: z.number(),
  /** Of the printed pages that the article was read from, counted from 1; null where these are not known. */
  page: z.number().nullable(),
});

/** What the editor draws: one occurrence with what its look depends on. */
export const mark = z.object({
  id: z.string(),
  claim: z.string(),
  start: z.number(),
  end: z.number(),
  state: z.enum(ANCHOR_STATES),
  verifiability,
  rating: z.string().nullable(),
  wording: z.string(),
});

/** A CSL-JSON item; only the parts Assay reads are named. https://docs.citationstyles.org */
export const csl = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  type: z.string(),
  title: z.string().optional(),
  URL: z.string().optional(),
});

export const capture = z.object({
  id: z.string(),
  reference: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  mediaType: z.string(),
  name: z.string(),
  capturedAt: time,
  capturedBy: by,
  /** Whether text could be read out of it. */
  hasText: z.boolean(),
});

export const reference = z.object({
  id: z.string(),
  csl,
  kind: z.enum(REFERENCE_KINDS),
  origin: z.string(),
  addedAt: time,
  addedBy: by,
  /** The reference as one line of a bibliography. */
  citation: z.string(),
  captures: z.array(capture),
  /** The number of evidence links to it. */
  evidence: z.number(),
});

/** Where a quote stands in a capture's text. */
export const quotePlace = z.object({
  start: offset,
  end: offset,
  prefix: z.string(),
  suffix: z.string(),
  page: z.number().int().optional(),
});

export const evidence = z.object({
  id: z.string(),
  claim: z.string(),
  reference: z.string(),
  capture: z.string().nullable(),
  stance,
  quote: z.string(),
  place: quotePlace.nullable(),
  locator: z.string(),
  note: z.string(),
  linkedAt: time,
  linkedBy: by,
});

/** Rich text as ProseMirror JSON: paragraphs, lists, bold, italic, links. */
export const richText = z.looseObject({ type: z.literal('doc') });

export const rating = z.object({
  id: z.string(),
  label: z.record(z.string(), z.string()),
  colour: z.string(),
  /** Position on the scale, worst to best where that has a meaning. */
  order: z.number(),
  value: z.number().nullable(),
  averitec: z.enum(AVERITEC_LABELS),
});

export const scale = z.object({ id: z.string(), name: z.string(), ratings: z.array(rating) });

export const verdict = z.object({
  id: z.string(),
  claim: z.string(),
  scale: z.string(),
  rating: z.string(),
  justification: richText.nullable(),
  /** The justification as plain text. */
  text: z.string(),
  confidence: z.enum(CONFIDENCES).nullable(),
  knownAsOf: z.string(),
  person: by,
  at: time,
  state: z.enum(VERDICT_STATES),
  final: z.boolean(),
  /** Whether this is its author's newest verdict on the claim that is not void. */
  current: z.boolean(),
  replaces: z.string().nullable(),
  why: z.string(),
});

export const comment = z.object({
  id: z.string(),
  subject: z.object({ kind: z.enum(COMMENT_SUBJECTS), id: z.string() }),
  text: z.string(),
  person: by,
  at: time,
});

const cellValue = z.union([z.string(), z.number(), z.null()]);

/** Two or more people set one cell without having seen each other's value. */
export const conflict = z.object({
  /** The same on every device. */
  id: z.string(),
  table: z.string(),
  row: z.string(),
  column: z.string(),
  /** What people know the row by. */
  title: z.string(),
  /** The claim it belongs to, where there is one. */
  claim: z.string().nullable(),
  /** Newest first. */
  values: z.array(z.object({ value: cellValue, at: time, person: by, stamp: z.string() })),
  /** The last value that all of them had seen; null where there was none. */
  base: z.object({ value: cellValue, at: time, person: by }).nullable(),
  /** Whether both can stand: a second wording becomes a claim of its own, two notes become one. */
  canKeepBoth: z.boolean(),
});

export const answer = z.object({
  id: z.string(),
  question: z.string(),
  text: z.string(),
  type: z.enum(ANSWER_TYPES),
  /** What a yes or no rests on. */
  explanation: z.string(),
  medium: z.enum(MEDIA).nullable(),
  reference: z.string().nullable(),
  evidence: z.string().nullable(),
  position: z.number(),
  answeredAt: time,
  answeredBy: by,
});

/** What must be known to decide a claim, with its answers. */
export const question = z.object({
  id: z.string(),
  claim: z.string(),
  text: z.string(),
  position: z.number(),
  askedAt: time,
  askedBy: by,
  answers: z.array(answer),
});

export const claim = z.object({
  id: z.string(),
  wording: z.string(),
  claimant: z.string(),
  claimedOn: z.string(),
  claimedWhere: z.string(),
  /** The leading type; `types` has all of them, this one first. */
  type: z.enum(CLAIM_TYPES).nullable(),
  types: z.array(z.enum(ALL_CLAIM_TYPES)),
  strategies: z.array(z.enum(STRATEGIES)),
  /** ISO 3166-1 code of the country where it was made or matters. */
  country: z.string(),
  /** Who published it, who need not be the claimant. */
  reportedBy: z.string(),
  /** Where it was published. */
  address: z.string(),
  /** An archived copy of that page. */
  cachedAddress: z.string(),
  /** The page of the published check. */
  checkAddress: z.string(),
  verifiability,
  reason: reason.nullable(),
  checkableOn: z.string(),
  status,
  assignee: by,
  priority: z.enum(PRIORITIES),
  parent: z.string().nullable(),
  madeAt: time,
  madeBy: by,
  tags: z.array(z.string()),
  /** The final verdict's rating, else the newest current one, else null. */
  rating: z.string().nullable(),
  rated: z.enum(['final', 'draft']).nullable(),
  occurrences: z.array(occurrence),
  evidence: z.array(evidence),
  verdicts: z.array(verdict),
  questions: z.array(question),
  comments: z.array(comment),
  conflicts: z.array(conflict),
});

export const act = z.object({
  device: z.string(),
  sequence: z.number(),
  at: time,
  person: z.string(),
  /** The name of the call that wrote it. */
  deed: z.string(),
  summary: z.string(),
  hash: z.string(),
  undoes: z.string().nullable(),
  undone: z.boolean(),
});

export type Article = z.infer<typeof article>;
export type Revision = z.infer<typeof revision>;
export type Footnote = z.infer<typeof footnote>;
export type Occurrence = z.infer<typeof occurrence>;
export type Mark = z.infer<typeof mark>;
export type Csl = z.infer<typeof csl>;
export type Capture = z.infer<typeof capture>;
export type Reference = z.infer<typeof reference>;
export type QuotePlace = z.infer<typeof quotePlace>;
export type Evidence = z.infer<typeof evidence>;
export type Rating = z.infer<typeof rating>;
export type Scale = z.infer<typeof scale>;
export type Verdict = z.infer<typeof verdict>;
export type Comment = z.infer<typeof comment>;
export type Conflict = z.infer<typeof conflict>;
export type Question = z.infer<typeof question>;
export type Answer = z.infer<typeof answer>;
export type Claim = z.infer<typeof claim>;
export type ActRow = z.infer<typeof act>;
export type Person = z.infer<typeof person>;
export type Failure = z.infer<typeof failure>;
