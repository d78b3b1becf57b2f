/** The field's closed vocabularies. Sources: W3C Web Annotation, AVeriTeC, CSL, and docs/decisions.md. */

export const VERIFIABILITIES = ['verifiable', 'unverifiable', 'not-a-claim', 'undecided'] as const;
export type Verifiability = (typeof VERIFIABILITIES)[number];

/** Why a claim cannot be verified. A prediction may carry the date on which it becomes checkable. */
export const REASONS = [
  'opinion',
  'prediction',
  'too-vague',
  'anonymous-source',
  'personal-experience',
  'question-or-appeal',
  'satire',
] as const;
export type Reason = (typeof REASONS)[number];

/** Where the work on a claim stands; independent of its verifiability and of its verdict. */
export const STATUSES = ['open', 'in-progress', 'in-review', 'done'] as const;
export type Status = (typeof STATUSES)[number];

/** The claim types that a claim can lead with. */
export const CLAIM_TYPES = ['event-or-property', 'numerical', 'causal', 'quote', 'position'] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** Every type that AVeriTeC's annotators may choose; a claim may have several. */
export const ALL_CLAIM_TYPES = [
  ...CLAIM_TYPES,
  'speculative',
  'opinion',
  'media-publishing',
  'media-analysis',
  'complex-media',
  'other',
] as const;
export type AnyClaimType = (typeof ALL_CLAIM_TYPES)[number];

/** How a claim was checked: AVeriTeC's strategies. */
export const STRATEGIES = [
  'written-evidence',
  'numerical-comparison',
  'consultation',
  'satirical-source',
  'media-source-discovery',
  'image-analysis',
  'video-analysis',
  'audio-analysis',
  'geolocation',
  'fact-checker-reference',
  'other',
] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** How an answer stands to its source. */
export const ANSWER_TYPES = ['extractive', 'abstractive', 'boolean', 'unanswerable'] as const;
export type AnswerType = (typeof ANSWER_TYPES)[number];

/** What kind of source an answer was found in. */
export const MEDIA = [
  'web-text',
  'pdf',
  'metadata',
  'web-table',
  'image',
  'video',
  'audio',
  'other',
] as const;
export type Medium = (typeof MEDIA)[number];

/** What another program's words can be kept beside. */
export const RECEIVED_SUBJECTS = [
  'project',
  'article',
  'claim',
  'occurrence',
  'evidence',
  'verdict',
  'question',
  'answer',
  'comment',
] as const;
export type ReceivedSubject = (typeof RECEIVED_SUBJECTS)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const STANCES = ['supports', 'refutes', 'qualifies', 'context'] as const;
export type Stance = (typeof STANCES)[number];

export const REFERENCE_KINDS = ['primary', 'secondary', 'tertiary', 'unknown'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** How an occurrence sits on the text: never a silent jump to a look-alike. */
export const ANCHOR_STATES = ['exact', 'moved', 'ambiguous', 'orphaned'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

export const VERDICT_STATES = ['draft', 'final', 'corrected', 'void'] as const;
export type VerdictState = (typeof VERDICT_STATES)[number];

export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** AVeriTeC's four labels, to which every rating of every scale maps. */
export const AVERITEC_LABELS = [
  'Supported',
  'Refuted',
  'Not Enough Evidence',
  'Conflicting Evidence/Cherrypicking',
] as const;
export type AveritecLabel = (typeof AVERITEC_LABELS)[number];

export const COMMENT_SUBJECTS = ['article', 'claim', 'reference', 'evidence', 'verdict'] as const;
export type CommentSubject = (typeof COMMENT_SUBJECTS)[number];

export const ARTICLE_FORMATS = [
  'text',
  'markdown',
  'html',
  'docx',
  'odt',
  'rtf',
  'epub',
  'pdf',
  'mhtml',
  'webarchive',
  'warc',
  'wacz',
  'eml',
] as const;
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];

const ALIASES: Readonly<Record<string, string>> = {
  'anonymous-or-private-source': 'anonymous-source',
  anonymous: 'anonymous-source',
  'private-source': 'anonymous-source',
  vague: 'too-vague',
  question: 'question-or-appeal',
  appeal: 'question-or-appeal',
  experience: 'personal-experience',
  'not-claim': 'not-a-claim',
  unchecked: 'undecided',
  support: 'supports',
  refute: 'refutes',
  qualify: 'qualifies',
};

/** The word of a closed list that somebody meant: case, spaces and a few other names are forgiven. */
export function wordFrom<W extends string>(words: readonly W[], text: string): W | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-');
  return words.find((word) => word === plain) ?? words.find((word) => word === ALIASES[plain]);
}
