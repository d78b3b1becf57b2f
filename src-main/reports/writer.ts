import type { Act } from '#domain/act.ts';
import type { ReportInput } from './input.ts';

/** One format. Same input and sources, same bytes: a writer knows no clock, no machine and no chance. */
export type ReportWriter = {
  /** What the format cannot carry of this input, in sentences in `input.language`, to be read before it is written. */
  readonly losses: (input: ReportInput) => readonly string[];
  /** The whole file; a string is written as UTF-8. */
  readonly write: (
    input: ReportInput,
    sources: ReportSources,
  ) => string | Uint8Array | Promise<string | Uint8Array>;
};

/** What only some formats carry, read from the project when asked for. */
export type ReportSources = {
  /** The bytes behind a SHA-256, or undefined where they are absent or damaged. */
  readonly blob: (sha256: string) => Uint8Array | undefined;
  /** Every act of the project, device by device, each chain in its order. */
  readonly acts: () => readonly Act[];
  /** The names of the project's people, by id. */
  readonly people: () => ReadonlyMap<string, string>;
  /** The same report in another format, written as a file of its own. */
  readonly inFormat: (
    format: 'averitec' | 'claimreview' | 'webannotation',
  ) => Promise<Uint8Array | undefined>;
};
