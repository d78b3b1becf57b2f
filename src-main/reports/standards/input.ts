import type { ReportLanguage } from '#domain/report-options.ts';
import type { RichText } from '#domain/rich-text.ts';
import type { Scale } from '#domain/scale.ts';
import type {
  AnchorState,
  AnswerType,
  AnyClaimType,
  ClaimType,
  Confidence,
  Medium,
  Priority,
  Reason,
  ReceivedSubject,
  ReferenceKind,
  Stance,
  Status,
  Strategy,
  VerdictState,
  Verifiability,
} from '#domain/words.ts';

export type Agent = { readonly id: string; readonly name: string };

/** All that the standard formats are written from, with every id: a writer looks nothing up and knows no clock. */
export type StandardsInput = {
  readonly project: { readonly id: string; readonly title: string; readonly method: string };
  /** Time of the newest act. */
  readonly generatedFrom: string;
  readonly scales: readonly Scale[];
  readonly articles: readonly StandardArticle[];
  /** In reading order. */
  readonly claims: readonly StandardClaim[];
  readonly references: readonly StandardReference[];
  /** What came in this format before, to be given back. */
  readonly received: readonly Received[];
  readonly options: StandardsOptions;
};

export type StandardsOptions = {
  /** Address of the page on which the checks stand; '' where they are not published. */
  readonly address: string;
  /** Who publishes the checks; '' for the reviewers themselves. */
  readonly publisher: string;
  readonly publisherAddress: string;
  /** AVeriTeC: makes a question of evidence that answers none. */
  readonly questionsFromEvidence: boolean;
  /** The language in which losses are told. */
  readonly tell: ReportLanguage;
};

export type StandardArticle = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly address: string;
  readonly published: string;
  readonly language: string;
  readonly importedAt: string;
  readonly importedBy: Agent | null;
  readonly text: string;
  /** Whether the text has headings, lists or links that plain text loses. */
  readonly formatted: boolean;
  readonly comments: readonly StandardComment[];
};

export type StandardComment = {
  readonly id: string;
  readonly text: string;
  readonly person: Agent | null;
  readonly at: string;
};

export type StandardClaim = {
  readonly id: string;
  readonly wording: string;
  readonly claimant: string;
  readonly claimedOn: string;
  readonly claimedWhere: string;
  readonly type: ClaimType | null;
  readonly types: readonly AnyClaimType[];
  readonly strategies: readonly Strategy[];
  readonly country: string;
  readonly reportedBy: string;
  readonly address: string;
  readonly cachedAddress: string;
  readonly checkAddress: string;
  readonly verifiability: Verifiability;
  readonly reason: Reason | null;
  readonly checkableOn: string;
  readonly status: Status;
  readonly assignee: Agent | null;
  readonly priority: Priority;
  readonly parent: string | null;
  readonly madeAt: string;
  readonly madeBy: Agent | null;
  readonly tags: readonly string[];
  readonly occurrences: readonly StandardOccurrence[];
  readonly evidence: readonly StandardEvidence[];
  readonly verdicts: readonly StandardVerdict[];
  readonly questions: readonly StandardQuestion[];
  readonly comments: readonly StandardComment[];
};

export type StandardOccurrence = {
  readonly id: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly state: AnchorState;
};

export type StandardEvidence = {
  readonly id: string;
  readonly reference: string;
  readonly capture: string | null;
  readonly stance: Stance;
  readonly quote: string;
  readonly place: {
    readonly start: number;
    readonly end: number;
    readonly prefix: string;
    readonly suffix: string;
    readonly page?: number | undefined;
  } | null;
  readonly locator: string;
  readonly note: string;
  readonly linkedAt: string;
  readonly linkedBy: Agent | null;
};

export type StandardVerdict = {
  readonly id: string;
  readonly scale: string;
  readonly rating: string;
  readonly justification: RichText | null;
  readonly text: string;
  readonly confidence: Confidence | null;
  readonly knownAsOf: string;
  readonly person: Agent | null;
  readonly at: string;
  readonly state: VerdictState;
  readonly current: boolean;
  readonly replaces: string | null;
  readonly why: string;
};

export type StandardQuestion = {
  readonly id: string;
  readonly text: string;
  readonly position: number;
  readonly askedAt: string;
  readonly askedBy: Agent | null;
  readonly answers: readonly StandardAnswer[];
};

export type StandardAnswer = {
  readonly id: string;
  readonly text: string;
  readonly type: AnswerType;
  readonly explanation: string;
  readonly medium: Medium | null;
  readonly reference: string | null;
  readonly evidence: string | null;
  readonly position: number;
  readonly answeredAt: string;
  readonly answeredBy: Agent | null;
};

export type StandardReference = {
  readonly id: string;
  readonly csl: Readonly<Record<string, unknown>>;
  readonly citation: string;
  readonly kind: ReferenceKind;
  readonly origin: string;
  readonly captures: readonly StandardCapture[];
};

export type StandardCapture = {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly capturedAt: string;
  /** What could be read out of it; null for a picture. */
  readonly text: string | null;
};

export type Received = {
  readonly id: string;
  readonly key: string;
  readonly kind: ReceivedSubject;
  readonly subject: string;
  readonly data: string | null;
  /** The bytes kept beside it, read when asked for. */
  readonly bytes: (() => Uint8Array) | null;
};

/** What a format cannot carry, counted, one sentence each, and how many claims it does carry. */
export type StandardFile = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly claims: number;
  readonly losses: readonly string[];
};

/** The verdict that speaks for a claim: the final one, else the newest one that still is its author's opinion. */
export function rulingOf(claim: StandardClaim): StandardVerdict | undefined {
  return (
    claim.verdicts.findLast(({ state }) => state === 'final') ??
    claim.verdicts.findLast(({ state, current }) => state === 'draft' && current)
  );
}

/** JSON with two blanks a level and a line feed at its end. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
