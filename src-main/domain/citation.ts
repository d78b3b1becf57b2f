/** A CSL-JSON item as Assay keeps it: no `id`, since the reference's row has one. https://docs.citationstyles.org */
export type CslItem = {
  readonly type: string;
  readonly title?: string;
  readonly URL?: string;
  readonly [field: string]: unknown;
};

export type CslName = { readonly [part: string]: string };

/** `date-parts` holds one date, or the two ends of a span, each as year, month, day. */
export type CslDate = {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly season?: number | string;
  readonly circa?: boolean;
  readonly literal?: string;
};

export const CSL_TYPES = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'classic',
  'collection',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'figure',
  'graphic',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'paper-conference',
  'patent',
  'performance',
  'periodical',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'software',
  'song',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const;

export const CSL_NAME_FIELDS = [
  'author',
  'chair',
  'collection-editor',
  'compiler',
  'composer',
  'container-author',
  'contributor',
  'curator',
  'director',
  'editor',
  'editorial-director',
  'executive-producer',
  'guest',
  'host',
  'illustrator',
  'interviewer',
  'narrator',
  'organizer',
  'original-author',
  'performer',
  'producer',
  'recipient',
  'reviewed-author',
  'script-writer',
  'series-creator',
  'translator',
] as const;

export const CSL_DATE_FIELDS = [
  'accessed',
  'available-date',
  'event-date',
  'issued',
  'original-date',
  'submitted',
] as const;

/** The date as `2022`, `2022-01` or `2022-01-05`, as far as it is known; of a span, its beginning; else ''. */
export function dayOfCsl(date: unknown): string {
  const parts = (date as CslDate | undefined)?.['date-parts']?.[0];
  if (!Array.isArray(parts) || typeof parts[0] !== 'number' || parts[0] < 0) return '';
  const [year, month, day] = parts as number[];
  const two = (n: number) => String(n).padStart(2, '0');
  if (month === undefined || month < 1 || month > 12) return String(year).padStart(4, '0');
  const monthText = `${String(year).padStart(4, '0')}-${two(month)}`;
  return day === undefined || day < 1 || day > 31 ? monthText : `${monthText}-${two(day)}`;
}
