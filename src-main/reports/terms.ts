import type { ReportLanguage, ReportPart } from '#domain/report-options.ts';
import type {
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
import { en } from './terms/en.ts';
import { kk } from './terms/kk.ts';
import { ru } from './terms/ru.ts';
import { uk } from './terms/uk.ts';

/** The domain's words as people read them. */
export type Terms = {
  readonly verifiability: Readonly<Record<Verifiability, string>>;
  readonly reason: Readonly<Record<Reason, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly type: Readonly<Record<AnyClaimType, string>>;
  readonly strategy: Readonly<Record<Strategy, string>>;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly kind: Readonly<Record<ReferenceKind, string>>;
  readonly state: Readonly<Record<VerdictState, string>>;
  readonly confidence: Readonly<Record<Confidence, string>>;
  readonly answer: Readonly<Record<AnswerType, string>>;
  readonly priority: Readonly<Record<Priority, string>>;
  /** As they stand in a list of what a report leaves out. */
  readonly part: Readonly<Record<ReportPart, string>>;
};

export const TERMS: Readonly<Record<ReportLanguage, Terms>> = { en, ru, kk, uk };
