import type { ArticleDocument } from '#domain/document.ts';
import type { CitationStyle, ReportLanguage, ReportOrder, ReportPart } from '#domain/report-options.ts';
import type { RichText } from '#domain/rich-text.ts';
import type { Rating, Scale } from '#domain/scale.ts';
import type {
  AnchorState,
  AnswerType,
  AnyClaimType,
  Confidence,
  Priority,
  Reason,
  ReferenceKind,
  Stance,
  Status,
  Strategy,
  VerdictState,
  Verifiability,
} from '#domain/words.ts';

export type { ReportLanguage, ReportPart } from '#domain/report-options.ts';

/**
 * All that a report prints, in the order in which it prints it: a report looks nothing up and knows no clock. What
 * the options leave out is not in here either, so a format need only ask `includes` about its headings.
 * Unknown texts are '', days are `2022`, `2022-01` or `2022-01-05`, times ISO 8601 in UTC, people their names.
 */
export type ReportInput = {
  readonly language: ReportLanguage;
  readonly include: readonly ReportPart[];
  readonly order: ReportOrder;
  readonly style: CitationStyle;
  /** Id of the scale onto which ratings were mapped; '' where each stands on its own. */
  readonly scale: string;
  readonly team: {
    readonly name: string;
    readonly logo: ReportLogo | null;
    /** The cover note, as plain text. */
    readonly note: string;
  };
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
  /** Every scale that a verdict names, that of most verdicts first: it is the legend and gives the bars of the chart. */
  readonly scales: readonly Scale[];
  readonly articles: readonly ReportArticle[];
  /** In the order chosen: `number` counts from 1 without gaps. */
  readonly claims: readonly ReportClaim[];
  /** What places of one claim in the printed articles say differently, in the order of the claims. */
  readonly differing: readonly ReportDifference[];
  /** In order of first use: `number` counts from 1 without gaps. */
  readonly references: readonly ReportReference[];
  readonly leftOut: ReportLeftOut;
};

/** A picture without anything but its pixels. */
export type ReportLogo = {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly base64: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
};

/** How much of the project is not in the report, so that the report can say so. */
export type ReportLeftOut = {
  readonly articles: number;
  /** Claims that stand in none of the report's articles. */
  readonly claims: number;
  /** Claims that cannot be verified, where they were not asked for. */
  readonly unverifiable: number;
  /** Sentences judged to be no claim. */
  readonly notClaims: number;
};

export type ReportArticle = {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly address: string;
  readonly published: string;
  readonly language: string;
  /** SHA-256 of the original bytes, and the name that they came under. */
  readonly original: string;
  readonly originalName: string;
  readonly importedAt: string;
  readonly importedBy: string;
  readonly words: number;
  /** How many sentences it has, and how many of them some occurrence touches. */
  readonly sentences: number;
  readonly judgedSentences: number;
  /** The printed revision: its id, the SHA-256 of the canonical text, and how many corrections led to it. */
  readonly revision: string;
  readonly textSha256: string;
  readonly corrections: number;
  readonly document: ArticleDocument;
  /** The canonical text of `document`. */
  readonly text: string;
  readonly marks: readonly ReportMark[];
};

/** One occurrence: `start` and `end` are UTF-16 offsets into the article's canonical text. */
export type ReportMark = {
  /** Id of the occurrence. */
  readonly id: string;
  readonly claim: number;
  readonly start: number;
  readonly end: number;
  readonly state: AnchorState;
  /** Of the original that the article was read from, counted from 1; null where pages are not known. */
  readonly page: number | null;
};

/** Amounts, days or hours of one claim that cannot all be right; `article` is its number in the report, from 1. */
export type ReportDifference = {
  readonly claim: number;
  readonly said: readonly { readonly article: number; readonly text: string }[];
};

export type ReportClaim = {
  readonly number: number;
  readonly id: string;
  readonly wording: string;
  readonly claimant: string;
  readonly claimedOn: string;
  readonly claimedWhere: string;
  /** ISO 3166-1 code of the country where it was made or matters. */
  readonly country: string;
  /** The leading one first. */
  readonly types: readonly AnyClaimType[];
  readonly strategies: readonly Strategy[];
  readonly verifiability: Verifiability;
  readonly reason: Reason | null;
  readonly checkableOn: string;
  readonly status: Status;
  readonly priority: Priority;
  readonly tags: readonly string[];
  /** Number of the claim that this one is a part of, and of those that are parts of it. */
  readonly parent: number | null;
  readonly parts: readonly number[];
  /** Where it occurs in articles that this report does not print. */
  readonly elsewhere: readonly {
    readonly article: string;
    readonly quote: string;
    readonly page: number | null;
  }[];
  readonly questions: readonly ReportQuestion[];
  readonly evidence: readonly ReportEvidence[];
  /** Every verdict that is not a secret of its author, oldest first. */
  readonly verdicts: readonly ReportVerdict[];
  readonly comments: readonly ReportComment[];
  /** Whether cells of it hold values that contradict one another and await a decision. */
  readonly hasConflicts: boolean;
};

/** What must be known to decide a claim, and what was found. */
export type ReportQuestion = {
  readonly id: string;
  readonly text: string;
  readonly answers: readonly {
    readonly id: string;
    readonly text: string;
    readonly type: AnswerType;
    /** What a yes or no rests on. */
    readonly explanation: string;
    /** Number of the reference it rests on. */
    readonly reference: number | null;
    readonly person: string;
    readonly at: string;
  }[];
};

export type ReportComment = { readonly text: string; readonly person: string; readonly at: string };

export type ReportEvidence = {
  readonly id: string;
  readonly stance: Stance;
  readonly quote: string;
  readonly locator: string;
  readonly note: string;
  /** Number of the reference. */
  readonly reference: number;
  /** The archived copy that is quoted. */
  readonly capture: ReportCapture | null;
  /** Whether the quote stands in the copy's text, letter by letter, at its recorded place; null where none is recorded. */
  readonly quoteFound: boolean | null;
  readonly linkedBy: string;
  readonly linkedAt: string;
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
  readonly id: string;
  readonly scale: string;
  readonly rating: string;
  /** Where it was mapped onto the report's scale: the rating's own word and the name of its own scale. */
  readonly mappedFrom: { readonly rating: string; readonly scale: string } | null;
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
  readonly id: string;
  /** The source as one line of a bibliography, in the report's citation style and language. */
  readonly citation: string;
  readonly address: string;
  readonly accessed: string;
  readonly kind: ReferenceKind;
  /** Names the group of sources that repeat one another. */
  readonly origin: string;
  readonly captures: readonly ReportCapture[];
};

/** Whether a part was asked for. */
export function includes(input: Pick<ReportInput, 'include'>, part: ReportPart): boolean {
  return input.include.includes(part);
}

/** Whether any part of the project was left out by choice or by the scope of the report. */
export function leavesOut(input: ReportInput): boolean {
  return Object.values(input.leftOut).some((n) => n > 0);
}

/** The verdict that speaks for a claim: the final one, else the newest one that still is its author's opinion. */
export function rulingOf<V extends Pick<ReportVerdict, 'state' | 'current'>>(claim: {
  readonly verdicts: readonly V[];
}): V | undefined {
  return (
    claim.verdicts.findLast(({ state }) => state === 'final') ??
    claim.verdicts.findLast(({ state, current }) => state === 'draft' && current)
  );
}

/** The rating that a verdict names, if its scale is still known. */
export function ratingOf(
  verdict: Pick<ReportVerdict, 'scale' | 'rating'>,
  scales: readonly Scale[],
): Rating | undefined {
  return scales.find(({ id }) => id === verdict.scale)?.ratings.find(({ id }) => id === verdict.rating);
}

/**
 * The ratings that people hold of a claim where they differ: each person's current verdict, but only where more than
 * one rating stands. A final verdict ends the dispute for the report; it stays in the history.
 */
export function disputeOf(claim: ReportClaim): readonly ReportVerdict[] {
  const current = claim.verdicts.filter(({ state, current: isCurrent }) => isCurrent && state !== 'void');
  return new Set(current.map(({ scale, rating }) => `${scale} ${rating}`)).size > 1 ? current : [];
}
