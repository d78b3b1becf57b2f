import type { z } from 'zod';
import { articles } from './articles.ts';
import { claims } from './claims.ts';
import type { CommandId } from './commands.ts';
import { duplicates } from './duplicates.ts';
import { evidenceCalls } from './evidence.ts';
import { exchangeCalls } from './exchange.ts';
import { exchangeFolderCalls } from './exchange-folder.ts';
import { exchangeFormats } from './exchange-formats.ts';
import { project } from './project.ts';
import { questions } from './questions.ts';
import { reports } from './reports.ts';
import { reading } from './reading.ts';
import { revisionCalls } from './revisions.ts';
import { verdicts } from './verdicts.ts';

/** Every call the product offers. Window, browser, command line and tests have these and no others. */
export const contract = {
  ...project,
  ...articles,
  ...duplicates,
  ...claims,
  ...evidenceCalls,
  ...questions,
  ...exchangeFormats,
  ...verdicts,
  ...reports,
  ...reading,
  ...exchangeCalls,
  ...exchangeFolderCalls,
  ...revisionCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller writes: defaults may be left out. */
export type Input<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler reads: defaults filled in. */
export type Asked<N extends CallName> = z.output<Contract[N]['input']>;
export type Output<N extends CallName> = z.output<Contract[N]['output']>;

/** The shape of every link: in process for the command line and tests, `fetch` for pages. */
export type Caller = <N extends CallName>(
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
) => Promise<Output<N>>;

/**
 * What the engine tells everyone who listens: which nouns changed, how far a job is, what a native menu asks for, or that
 * team mates' work came in by itself.
 */
export type Notice =
  | { readonly kind: 'changed'; readonly tables: readonly string[] }
  | {
      readonly kind: 'job';
      readonly job: string;
      readonly done: number;
      readonly total: number;
      readonly label: string;
    }
  | { readonly kind: 'command'; readonly id: CommandId }
  | {
      readonly kind: 'exchanged';
      readonly acts: number;
      readonly people: readonly string[];
      readonly conflicts: number;
    };

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
