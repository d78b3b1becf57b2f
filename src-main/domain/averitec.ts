import type { AnswerType, AnyClaimType, Medium, Strategy } from './words.ts';

/** AVeriTeC's words for ours, as its files spell them. */
export const AVERITEC_TYPES: Readonly<Record<AnyClaimType, string>> = {
  'event-or-property': 'Event/Property Claim',
  numerical: 'Numerical Claim',
  causal: 'Causal Claim',
  quote: 'Quote Verification',
  position: 'Position Statement',
  speculative: 'Speculative Claim',
  opinion: 'Opinion Claim',
  'media-publishing': 'Media Publishing Claim',
  'media-analysis': 'Media Analysis Claim',
  'complex-media': 'Complex Media Claim',
  other: 'Other',
};

export const AVERITEC_STRATEGIES: Readonly<Record<Strategy, string>> = {
  'written-evidence': 'Written Evidence',
  'numerical-comparison': 'Numerical Comparison',
  consultation: 'Consultation',
  'satirical-source': 'Satirical Source Identification',
  'media-source-discovery': 'Media Source Discovery',
  'image-analysis': 'Image analysis',
  'video-analysis': 'Video Analysis',
  'audio-analysis': 'Audio Analysis',
  geolocation: 'Geolocation',
  'fact-checker-reference': 'Fact-checker Reference',
  other: 'Other',
};

export const AVERITEC_ANSWERS: Readonly<Record<AnswerType, string>> = {
  extractive: 'Extractive',
  abstractive: 'Abstractive',
  boolean: 'Boolean',
  unanswerable: 'Unanswerable',
};

export const AVERITEC_MEDIA: Readonly<Record<Medium, string>> = {
  'web-text': 'Web text',
  pdf: 'PDF',
  metadata: 'Metadata',
  'web-table': 'Web table',
  image: 'Image/graphic',
  video: 'Video',
  audio: 'Audio',
  other: 'Other',
};

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z]+/g, '');

/** Our word for one of theirs, whatever its case and punctuation; undefined for one that nobody knows. */
export function wordOf<W extends string>(words: Readonly<Record<W, string>>, given: unknown): W | undefined {
  if (typeof given !== 'string' || plain(given) === '') return undefined;
  const wanted = plain(given);
  return (Object.keys(words) as W[]).find(
    (word) =>
      plain(words[word]) === wanted ||
      plain(words[word]).replace(/claim$/, '') === wanted.replace(/claim$/, ''),
  );
}

/** `1-10-2020` as an ISO day; other ways of writing a day are read too. '' where it is none. */
export function dayFrom(given: unknown): string {
  if (typeof given !== 'string') return '';
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})/.exec(given);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const theirs = /^\s*(\d{1,2})[-./](\d{1,2})[-./](\d{4})\s*$/.exec(given);
  return theirs ? day(theirs[3]!, theirs[2]!, theirs[1]!) : '';
}

function day(year: string, month: string, date: string): string {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== text ? '' : text;
}

/** A day as AVeriTeC writes it, `1-10-2020`: the first one that is meant where only the month or year is known. */
export function averitecDay(iso: string): string | null {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(iso);
  if (!found) return null;
  return `${Number(found[3] ?? 1)}-${Number(found[2] ?? 1)}-${found[1]}`;
}
