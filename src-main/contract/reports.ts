import { z } from 'zod';
import {
  CITATION_STYLES,
  LARGEST_LOGO,
  REPORT_FORMAT_NAMES,
  REPORT_LANGUAGES,
  REPORT_ORDERS,
  REPORT_PARTS,
  USUAL_REPORT,
} from '#domain/report-options.ts';
import { command, query } from './kit.ts';
import { id, line, prose } from './nouns.ts';

const format = z.enum(REPORT_FORMAT_NAMES);

/** What a report is about: these articles, and the claims of these questions; without any, the whole project. */
const scope = z.strictObject({
  articles: z.array(id).max(10_000).optional(),
  questions: z.array(id).max(10_000).optional(),
});

const options = {
  language: z.enum(REPORT_LANGUAGES).default(USUAL_REPORT.language),
  include: z.array(z.enum(REPORT_PARTS)).readonly().default(USUAL_REPORT.include),
  order: z.enum(REPORT_ORDERS).default(USUAL_REPORT.order),
  /** Id of a scale, or of AVeriTeC's four labels (`averitec`); '' leaves each rating on its own scale. */
  scale: z.string().max(64).default(USUAL_REPORT.scale),
  style: z.enum(CITATION_STYLES).default(USUAL_REPORT.style),
  team: line.default(USUAL_REPORT.team),
  /** `data:image/png;base64,…` or `data:image/jpeg;base64,…` */
  logo: z.string().max(LARGEST_LOGO).default(USUAL_REPORT.logo),
  note: prose.default(USUAL_REPORT.note),
};
export const reportOptions = z.strictObject(options);

/** What only the formats for other programs need. */
const standards = {
  /** Address of the page on which the checks stand. */
  address: line.default(''),
  /** Address of the team's own site. */
  teamAddress: line.default(''),
  /** AVeriTeC: evidence that answers no question is written as one. */
  questionsFromEvidence: z.boolean().default(false),
};

const asked = { format, scope: scope.default({}), ...options, ...standards };

export const reports = {
  planReport: query(
    'Says what a report would hold and what its format cannot carry, before it is written.',
    {
      ...asked,
      /** The language in which the losses are told, where it is not that of the report. */
      tell: z.enum(REPORT_LANGUAGES).optional(),
    },
    {
      plan: z.object({
        name: z.string(),
        mediaType: z.string(),
        claims: z.number(),
        articles: z.number(),
        references: z.number(),
        /** How many bytes of originals and archived copies the report would hold; 0 where its format holds none. */
        files: z.number(),
        losses: z.array(z.string()),
      }),
    },
  ),
  previewReport: query(
    'Writes the HTML report to be looked at, under `/file/<token>?show=1`; the next preview takes its place.',
    { scope: asked.scope, ...options },
    { preview: z.object({ token: z.string(), bytes: z.number(), claims: z.number() }) },
  ),
  writeReport: query(
    'Writes a verdict report of the project or of some articles. Fetch it under `/file/<token>`.',
    { ...asked, tell: z.enum(REPORT_LANGUAGES).optional() },
    {
      report: z.object({
        token: z.string(),
        name: z.string(),
        mediaType: z.string(),
        bytes: z.number(),
        claims: z.number(),
        losses: z.array(z.string()),
      }),
    },
  ),
  listReportFormats: query('Lists the formats that this version writes.', {}, { formats: z.array(format) }),
  listReportScales: query(
    'Lists the scales onto which a report can map its ratings.',
    {},
    { scales: z.array(z.object({ id: z.string(), name: z.string() })) },
  ),
  listReportPresets: query(
    'Lists the options for reports that the team keeps under a name.',
    {},
    { presets: z.array(z.object({ id: z.string(), name: z.string(), options: reportOptions })) },
  ),
  saveReportPreset: command(
    'Keeps options for reports under a name, for the whole team; the same name again replaces them.',
    { name: line.min(1), options: reportOptions },
    { preset: z.object({ id: z.string(), name: z.string(), options: reportOptions }) },
  ),
  removeReportPreset: command('Removes kept options for reports.', { id }, { id: z.string() }),
};
