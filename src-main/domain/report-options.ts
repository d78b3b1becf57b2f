/** What may be chosen for a report. The same words in the contract, on the command line, in the window and in presets. */

export const REPORT_LANGUAGES = ['en', 'ru', 'kk', 'uk'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** Each format with its media type and the ending of its files. Who writes it: src-main/engine/report-writers.ts. */
export const REPORT_FORMATS = {
  averitec: { mediaType: 'application/json', ending: '.json' },
  claimreview: { mediaType: 'application/ld+json', ending: '.jsonld' },
  'claimreview-page': { mediaType: 'text/html; charset=utf-8', ending: '.html' },
  csv: { mediaType: 'text/csv; charset=utf-8', ending: '.csv' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: '.docx',
  },
  dossier: { mediaType: 'text/html; charset=utf-8', ending: '.html' },
  html: { mediaType: 'text/html; charset=utf-8', ending: '.html' },
  md: { mediaType: 'text/markdown; charset=utf-8', ending: '.md' },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', ending: '.odt' },
  pdf: { mediaType: 'application/pdf', ending: '.pdf' },
  qdpx: { mediaType: 'application/x-qdpx', ending: '.qdpx' },
  webannotation: { mediaType: 'application/ld+json', ending: '.jsonld' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: '.xlsx' },
} as const satisfies Record<string, { readonly mediaType: string; readonly ending: `.${string}` }>;
export type ReportFormat = keyof typeof REPORT_FORMATS;
export const REPORT_FORMAT_NAMES = Object.keys(REPORT_FORMATS) as [ReportFormat, ...ReportFormat[]];

/**
 * What a report may hold beyond its claims, their facts and the verdict that speaks for each, which it always holds.
 * Only a dossier can carry `files`, the archived copies and originals themselves, and `acts`, the exact text of
 * everything that was ever done, which holds also what was changed or removed later.
 */
export const REPORT_PARTS = [
  'summary',
  'articles',
  'justifications',
  'evidence',
  'captures',
  'questions',
  'occurrences',
  'history',
  'corrections',
  'comments',
  'people',
  'references',
  'unverifiable',
  'method',
  'open',
  'files',
  'acts',
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** Talk among the team, and what was removed: both go out only where somebody asks for them. */
const ON_REQUEST: readonly ReportPart[] = ['comments', 'acts'];
export const USUAL_PARTS: readonly ReportPart[] = REPORT_PARTS.filter((part) => !ON_REQUEST.includes(part));

/** `place`: as the claims stand in the articles; `rating`: worst first; `priority`: most urgent first. */
export const REPORT_ORDERS = ['place', 'rating', 'priority'] as const;
export type ReportOrder = (typeof REPORT_ORDERS)[number];

export const CITATION_STYLES = ['apa', 'chicago', 'gost', 'harvard', 'mla', 'vancouver'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

export type ReportOptions = {
  readonly language: ReportLanguage;
  readonly include: readonly ReportPart[];
  readonly order: ReportOrder;
  /** Id of the scale onto which all ratings are mapped; '' leaves each rating on its own. */
  readonly scale: string;
  readonly style: CitationStyle;
  readonly team: string;
  /** A raster picture as `data:image/png;base64,…` or `data:image/jpeg;base64,…`; '' for none. */
  readonly logo: string;
  /** Plain text that stands before everything else. */
  readonly note: string;
};

export const USUAL_REPORT: ReportOptions = {
  language: 'en',
  include: USUAL_PARTS,
  order: 'place',
  scale: '',
  style: 'apa',
  team: '',
  logo: '',
  note: '',
};

/** The largest logo, as characters of its data address: about 190 kB of picture. */
export const LARGEST_LOGO = 256_000;
