import {
  USUAL_REPORT,
  type ReportFormat,
  type ReportOptions,
  type ReportPart,
} from '#domain/report-options.ts';
import type { Input } from '#contract/index.ts';
import { createStore } from '../data/store.ts';

type Publishing = {
  readonly address: string;
  readonly teamAddress: string;
  readonly questionsFromEvidence: boolean;
};

/** What the builder has in hand: options, what the report is about, and the format it will be written in. */
export type Wanted = {
  readonly options: ReportOptions;
  readonly about: 'whole' | 'some' | 'question';
  readonly articles: readonly string[];
  readonly question: string | null;
  readonly format: ReportFormat;
  /** What only the formats for other programs need; it is no part of the options that a team keeps. */
  readonly publishing: Publishing;
  /** Whether the language was chosen, rather than taken from the window. */
  readonly hasLanguage: boolean;
};

/** Kept while the window is open, so that a look at the text between two changes costs nothing. */
export const wanted = createStore<Wanted>({
  options: USUAL_REPORT,
  about: 'whole',
  articles: [],
  question: null,
  format: 'html',
  publishing: { address: '', teamAddress: '', questionsFromEvidence: false },
  hasLanguage: false,
});

export function changeOptions(change: Partial<ReportOptions>): void {
  wanted.set((now) => ({
    ...now,
    options: { ...now.options, ...change },
    hasLanguage: now.hasLanguage || change.language !== undefined,
  }));
}

export function changeWanted(change: Partial<Omit<Wanted, 'options'>>): void {
  wanted.set((now) => ({ ...now, ...change }));
}

export function togglePart(part: ReportPart, isWanted: boolean): void {
  wanted.set((now) => {
    const others = now.options.include.filter((one) => one !== part);
    return { ...now, options: { ...now.options, include: isWanted ? [...others, part] : others } };
  });
}

/** What the engine is asked for, or undefined while the choice of what it is about is not finished. */
export function askedOf({ options, about, articles, question }: Wanted): Input<'previewReport'> | undefined {
  if (about === 'some' && articles.length === 0) return undefined;
  if (about === 'question' && question === null) return undefined;
  const scope =
    about === 'some' ? { articles: [...articles] } : about === 'question' ? { questions: [question!] } : {};
  return { ...options, scope };
}

/** What a file is asked for with: also the fields that its format alone uses. */
export function askedOfFile(now: Wanted): Input<'writeReport'> | undefined {
  const asked = askedOf(now);
  if (!asked) return undefined;
  const { format, publishing } = now;
  const isReview = format === 'claimreview' || format === 'claimreview-page';
  return {
    ...asked,
    format,
    ...(isReview
      ? { address: publishing.address.trim(), teamAddress: publishing.teamAddress.trim() }
      : format === 'averitec'
        ? { questionsFromEvidence: publishing.questionsFromEvidence }
        : {}),
  };
}
