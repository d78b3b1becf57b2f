import type { ReportLanguage } from '#domain/report-options.ts';
import { en, type Words } from './words/en.ts';
import { kk } from './words/kk.ts';
import { ru } from './words/ru.ts';
import { uk } from './words/uk.ts';

export type { Words } from './words/en.ts';

/** The report's own words; a test sees that no language lacks one. */
export const WORDS: Readonly<Record<ReportLanguage, Words>> = { en, ru, kk, uk };
