import { REPORT_FORMATS, type ReportFormat } from '#domain/report-options.ts';
import { CallError } from '#contract/error.ts';
import type { ReportWriter } from '#reports/writer.ts';
import { isStandard } from './standards.ts';

/** Who writes each format, loaded when it is asked for: one line a format. */
const WRITERS: Partial<Record<ReportFormat, () => Promise<ReportWriter>>> = {
  // reports
  csv: async () => (await import('#reports/csv.ts')).csv,
  dossier: async () => (await import('#reports/dossier/dossier.ts')).dossier,
  html: async () => (await import('#reports/html.ts')).html,
  md: async () => (await import('#reports/markdown.ts')).markdown,

  // formats
  docx: async () => (await import('#reports/heavy.ts')).docx,
  odt: async () => (await import('#reports/heavy.ts')).odt,
  pdf: async () => (await import('#reports/heavy.ts')).pdf,
  xlsx: async () => (await import('#reports/heavy.ts')).xlsx,
};

/** The formats that this version writes. */
export const WRITTEN_FORMATS = Object.keys(REPORT_FORMATS).filter(
  (format): format is ReportFormat => isStandard(format as ReportFormat) || Object.hasOwn(WRITERS, format),
);

/** @throws CallError `unsupported` for a format that has a name but no writer. */
export async function writerOf(format: ReportFormat): Promise<ReportWriter> {
  const load = WRITERS[format];
  if (!load) {
    throw new CallError(
      'unsupported',
      `This version cannot write ${format} yet; it writes ${WRITTEN_FORMATS.join(', ')}.`,
    );
  }
  return load();
}
