import type { ArticleDocument } from '#domain/document.ts';
import type { RichText } from '#domain/rich-text.ts';
import type { Rating, Scale } from '#domain/scale.ts';
import type {
  AnchorState,
  ClaimType,
  Confidence,
  Reason,
  ReferenceKind,
  Stance,
  Status,
  VerdictState,
  Verifiability,
} from '#domain/words.ts';

export const REPORT_LANGUAGES = ['en', 'ru'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/**
 * All that a report prints, in the order in which it prints it: a report looks nothing up and knows no clock.
 * Unknown texts are '', days are `2022`, `2022-01` or `2022-01-05`, times ISO 8601 in UTC, people their names.
 */
export type ReportInput = {
  readonly language: ReportLanguage;
  readonly project: {
    readonly id: string;
    readonly title: string;
    /** How this team selects and checks claims, as plain text. */
    readonly method: string;
    /** Hash of the newest act; '' in a project without acts. */
    readonly head: string;
  };
  /** Time of the newest act: what the report is generated from, never the clock. */
  readonly generatedFrom: string;
  /** Every scale that a verdict names; the first one is printed as the legend. */
  readonly scales: readonly Scale[];
  readonly articles: readonly ReportArticle[];
  /** In reading order: `number` counts from 1 without gaps. */
  readonly claims: readonly ReportClaim[];
  /** In order of first use: `number` counts from 1 without gaps. */
  readonly references: readonly ReportReference[];
};

export type ReportArticle = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly address: string;
  readonly published: string;
  readonly language: string;
  /** SHA-256 of the original bytes. */
  readonly original: string;
  readonly importedAt: string;
  readonly importedBy: string;
  readonly words: number;
  /** How many sentences it has, and how many of them some occurrence touches. */
  readonly sentences: number;
  readonly judgedSentences: number;
  readonly document: ArticleDocument;
  /** The canonical text of `document`. */
  readonly text: string;
  readonly marks: readonly ReportMark[];
};

/** One occurrence: `start` and `end` are UTF-16 offsets into the article's canonical text. */
export type ReportMark = {
  readonly claim: number;
  readonly start: number;
  readonly end: number;
  readonly state: AnchorState;
};

export type ReportClaim = {
  readonly number: number;
  readonly id: string;
  readonly wording: string;
  readonly claimant: string;
  readonly claimedOn: string;
  readonly claimedWhere: string;
  readonly type: ClaimType | null;
  readonly verifiability: Verifiability;
  readonly reason: Reason | null;
  readonly checkableOn: string;
  readonly status: Status;
  /** Number of the claim that this one is a part of. */
  readonly parent: number | null;
  readonly evidence: readonly ReportEvidence[];
  /** Every verdict that is not a secret of its author, oldest first. */
  readonly verdicts: readonly ReportVerdict[];
};

export type ReportEvidence = {
  readonly stance: Stance;
  readonly quote: string;
  readonly locator: string;
  readonly note: string;
  /** Number of the reference. */
  readonly reference: number;
  /** The archived copy that is quoted. */
  readonly capture: ReportCapture | null;
};

export type ReportCapture = {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly capturedAt: string;
  readonly capturedBy: string;
  /** Whether the bytes in the project still have this SHA-256; 'absent' where they are not in this file. */
  readonly state: 'unchanged' | 'changed' | 'absent';
};

export type ReportVerdict = {
  readonly scale: string;
  readonly rating: string;
  readonly person: string;
  readonly at: string;
  readonly confidence: Confidence | null;
  readonly knownAsOf: string;
  readonly justification: RichText | null;
  readonly state: VerdictState;
  /** Whether it is its author's newest verdict on the claim that is not void. */
  readonly current: boolean;
  readonly why: string;
};

export type ReportReference = {
  readonly number: number;
  /** The source as one line of a bibliography. */
  readonly citation: string;
  readonly address: string;
  readonly accessed: string;
  readonly kind: ReferenceKind;
  /** Names the group of sources that repeat one another. */
  readonly origin: string;
  readonly captures: readonly ReportCapture[];
};

/** A report as text, and what its format cannot carry, in sentences in the report's language. */
export type Written = { readonly text: string; readonly losses: readonly string[] };

/** The verdict that speaks for a claim: the final one, else the newest one that still is its author's opinion. */
export function rulingOf(claim: ReportClaim): ReportVerdict | undefined {
  return (
    claim.verdicts.findLast(({ state }) => state === 'final') ??
    claim.verdicts.findLast(({ state, current }) => state === 'draft' && current)
  );
}

/** The rating that a verdict names, if its scale is still known. */
export function ratingOf(verdict: ReportVerdict, scales: readonly Scale[]): Rating | undefined {
  return scales.find(({ id }) => id === verdict.scale)?.ratings.find(({ id }) => id === verdict.rating);
}
