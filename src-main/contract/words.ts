/** The vocabularies as hosts need them, to read what people type. */
export { ANSWER_TYPES, MEDIA, REASONS, STANCES, VERIFIABILITIES, wordFrom } from '#domain/words.ts';
export {
  CITATION_STYLES,
  REPORT_FORMAT_NAMES,
  REPORT_LANGUAGES,
  REPORT_ORDERS,
  REPORT_PARTS,
  USUAL_PARTS,
  type ReportOptions,
  type ReportPart,
} from '#domain/report-options.ts';
export { REDACTIONS, type Redaction } from '#domain/apart.ts';
export { STATEMENT_FORMATS } from '#domain/statements.ts';
