import { z } from 'zod';
import { REPORT_LANGUAGES } from '#domain/report-options.ts';
import { STATEMENT_FORMATS } from '#domain/statements.ts';
import { command } from './kit.ts';
import { id, upload } from './nouns.ts';

const counted = z.object({ new: z.number(), changed: z.number(), same: z.number() });

/** What an import does or would do, with one line for each thing that it met. */
export const importReport = z.object({
  format: z.enum(STATEMENT_FORMATS),
  /** False where nothing was written, because only a preview was asked for or there was nothing to write. */
  written: z.boolean(),
  articles: counted,
  claims: counted,
  occurrences: counted,
  references: counted,
  evidence: counted,
  verdicts: counted,
  questions: counted,
  answers: counted,
  comments: counted,
  people: counted,
  /** Things of the file that were left out; each has a line. */
  skipped: z.number(),
  report: z.array(
    z.object({
      item: z.string(),
      outcome: z.enum(['new', 'changed', 'same', 'skipped', 'noted']),
      message: z.string(),
    }),
  ),
  /** For CSV: the headings, what each column is taken for ('' for nothing), and how many rows there are. */
  columns: z
    .object({
      header: z.array(z.string()),
      fields: z.array(z.string()),
      rows: z.number(),
      encoding: z.string(),
    })
    .nullable(),
});

export const exchangeFormats = {
  importClaims: command(
    'Imports claims, verdicts and annotations from other programs: ClaimReview, Web Annotation, AVeriTeC, REFI-QDA, Hypothesis or CSV. With `dryRun` it only says what would change.',
    {
      upload,
      /** Left out: told from the content. */
      format: z.enum(STATEMENT_FORMATS).optional(),
      /** For CSV: what the column under each heading stands for; '' for nothing. */
      columns: z.record(z.string(), z.string()).optional(),
      /** Annotations belong to this article, whatever address they name. */
      article: id.optional(),
      dryRun: z.boolean().default(false),
      /** The language of the report's lines: Russian, or else English. */
      tell: z.enum(REPORT_LANGUAGES).optional(),
    },
    importReport.shape,
  ),
};

export type ImportReport = z.infer<typeof importReport>;
