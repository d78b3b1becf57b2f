import { cells } from '#domain/act.ts';
import { REPORT_FORMATS, type ReportOptions } from '#domain/report-options.ts';
import type { Asked, Output } from '#contract/index.ts';
import { reportOptions, type reports } from '#contract/reports.ts';
import type { ReportInput } from '#reports/input.ts';
import { listPresets } from '#store/presets.ts';
import { knownScales, reportInput } from './report-input.ts';
import { reportSources, sizeOfFiles } from './report-sources.ts';
import { WRITTEN_FORMATS, writerOf } from './report-writers.ts';
import { isStandard, planStandard, writeStandard } from './standards.ts';
import { act, readOf, whole, type Handlers, type Session } from './session.ts';

export const reportHandlers: Handlers<keyof typeof reports> = {
  planReport: async (session, asked) => {
    if (isStandard(asked.format)) return { plan: await planStandard(session, asked.format, asked) };
    const writer = await writerOf(asked.format);
    const input = await askedInput(session, asked, true);
    return {
      plan: {
        name: nameOf(input, asked.format),
        mediaType: REPORT_FORMATS[asked.format].mediaType,
        claims: input.claims.length,
        articles: input.articles.length,
        references: input.references.length,
        files: asked.format === 'dossier' ? sizeOfFiles(session, input) : 0,
        losses: [...writer.losses(spokenIn(input, asked))],
      },
    };
  },

  previewReport: async (session, asked) => {
    const input = await askedInput(session, asked, true);
    const { html } = await import('#reports/html.ts');
    const bytes = new TextEncoder().encode(
      (await html.write(input, reportSources(session, input))) as string,
    );
    // of previews only the last few are kept: the one on the screen, and the one that takes its place
    const token = `preview-${session.world.newId()}`;
    const older = [...session.files.keys()].filter((known) => known.startsWith('preview-'));
    for (const known of older.slice(0, -2)) session.files.delete(known);
    session.files.set(token, {
      name: nameOf(input, 'html'),
      mediaType: REPORT_FORMATS.html.mediaType,
      bytes,
    });
    return { preview: { token, bytes: bytes.length, claims: input.claims.length } };
  },

  writeReport: async (session, asked) => {
    if (isStandard(asked.format)) return { report: await writeStandard(session, asked.format, asked) };
    const writer = await writerOf(asked.format);
    const input = await askedInput(session, asked, false);
    const written = await writer.write(input, reportSources(session, input));
    const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
    const token = session.world.newId();
    const name = nameOf(input, asked.format);
    const { mediaType } = REPORT_FORMATS[asked.format];
    session.files.set(token, { name, mediaType, bytes });
    const losses = [...writer.losses(spokenIn(input, asked))];
    return {
      report: { token, name, mediaType, bytes: bytes.length, claims: input.claims.length, losses },
    };
  },

  listReportFormats: () => ({ formats: [...WRITTEN_FORMATS] }),

  listReportScales: (session) => ({
    scales: knownScales(session).map(({ id, name }) => ({ id, name })),
  }),

  listReportPresets: (session) => ({ presets: presetsOf(session) }),

  saveReportPreset: (session, asked) => {
    const known = presetsOf(session).find(({ name }) => name === asked.name);
    const id = known?.id ?? session.world.newId();
    const options = JSON.stringify(asked.options);
    act(
      session,
      'saveReportPreset',
      cells('report_preset', id, known ? { options } : { present: 1, name: asked.name, options }),
    );
    return { preset: { id, name: asked.name, options: asked.options } };
  },

  removeReportPreset: (session, asked) => {
    const id = whole(session, 'report_preset', asked.id);
    act(session, 'removeReportPreset', cells('report_preset', id, { present: 0 }));
    return { id };
  },
};

type Wanted = Asked<'writeReport'>;

function askedInput(
  session: Session,
  asked: Pick<Wanted, 'scope'> & Partial<Pick<Wanted, 'format'>> & ReportOptions,
  isPreview: boolean,
): Promise<ReportInput> {
  const options: ReportOptions = asked;
  const scope = {
    articles: (asked.scope.articles ?? []).map((id) => whole(session, 'article', id)),
    questions: (asked.scope.questions ?? []).map((id) => whole(session, 'question', id)),
  };
  const isTable = asked.format === 'csv' || asked.format === 'xlsx';
  return reportInput(session, scope, options, { isPreview, isTable });
}

/** Losses are told to the person who asks, whatever language the report has. */
function spokenIn(input: ReportInput, { tell }: Pick<Wanted, 'tell'>): ReportInput {
  return tell === undefined ? input : { ...input, language: tell };
}

function nameOf(input: ReportInput, format: Wanted['format']): string {
  const about = input.articles.length === 1 ? input.articles[0]!.title : input.project.title;
  return `${about || 'Report'}${REPORT_FORMATS[format].ending}`;
}

/** Presets of a later version may hold options that this one does not know: those stay away, the rest counts. */
function presetsOf(session: Session): Output<'listReportPresets'>['presets'] {
  return listPresets(readOf(session)).flatMap(({ id, name, options }) => {
    const kept = reportOptions.safeParse(known(options));
    return kept.success ? [{ id, name, options: kept.data }] : [];
  });
}

function known(options: unknown): unknown {
  if (typeof options !== 'object' || options === null) return {};
  return Object.fromEntries(
    Object.entries(options).filter(([name]) => Object.hasOwn(reportOptions.shape, name)),
  );
}
