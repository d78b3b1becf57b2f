import type { Engine } from '#engine/engine.ts';
import type { Output } from '#contract/index.ts';
import { REPORT_PARTS, type ReportFormat } from '#domain/report-options.ts';
import { temporaryEngine } from '../support/engine.ts';
import { temporaryFolder } from '../support/project.ts';

/** Everything that a format can carry, comments too. */
export const EVERYTHING = [...REPORT_PARTS].filter((part) => part !== 'files' && part !== 'acts');

export type Imported = Output<'importClaims'>;

export function importBytes(
  engine: Engine,
  bytes: Uint8Array | string,
  name: string,
  more: {
    dryRun?: boolean;
    article?: string;
    columns?: Record<string, string>;
    format?: 'hypothesis';
    tell?: 'ru';
  } = {},
): Promise<Imported> {
  const { token } = engine.receive(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, name);
  return engine.call('importClaims', { upload: { token, name }, ...more });
}

export async function exported(
  engine: Engine,
  format: ReportFormat,
  more: { address?: string; team?: string; tell?: 'ru' } = {},
): Promise<{ bytes: Uint8Array; text: string; losses: string[]; claims: number }> {
  const { report } = await engine.call('writeReport', { format, include: EVERYTHING, ...more });
  const { bytes } = engine.fileOf(report.token)!;
  return { bytes, text: new TextDecoder().decode(bytes), losses: report.losses, claims: report.claims };
}

export function emptyProject(title = 'Another desk'): Engine {
  return temporaryEngine(temporaryFolder(), title);
}

/** What changed, over all nouns. */
export function changes(report: Imported): number {
  const {
    articles,
    claims,
    occurrences,
    verdicts,
    evidence,
    questions,
    answers,
    comments,
    references,
    people,
  } = report;
  return [
    articles,
    claims,
    occurrences,
    verdicts,
    evidence,
    questions,
    answers,
    comments,
    references,
    people,
  ].reduce((n, one) => n + one.new + one.changed, 0);
}

/** Says how many cases of the shared material a test saw, or that it was absent. */
export function seen(what: string, n: number): void {
  process.stderr.write(`${what}: ${n} cases seen\n`);
}
