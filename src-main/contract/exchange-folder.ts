import { z } from 'zod';
import { command, query } from './kit.ts';
import { failure, time } from './nouns.ts';

const count = z.number().int().min(0);

/** What one look through the exchange folder did and saw. Files are named `device/number-sha256.assaypack`. */
export const exchangeRound = z.object({
  folder: z.string(),
  at: time,
  merged: z.object({ files: count, acts: count }),
  written: z.object({ files: count, acts: count }),
  /** Whose work came in. */
  people: z.array(z.string()),
  /** Conflicts that came with it. */
  conflicts: count,
  /** Files that the carrier has not finished. */
  arriving: z.array(z.string()),
  /** What lies in the folder and is not Assay's: conflict copies, notes. It is left alone. */
  strange: z.array(z.string()),
  refused: z.array(failure),
  /** Why what is here could not be written there; null where it was, or where nothing was lacking. */
  problem: z.string().nullable(),
});
export type ExchangeRound = z.infer<typeof exchangeRound>;

export const exchangeStatus = z.object({
  /** Where the folder is on this computer; null where none was chosen. */
  folder: z.string().nullable(),
  /** Whether what is written there is encrypted to yourself and the people you trust. */
  encrypt: z.boolean(),
  /** Null until the first look. */
  last: exchangeRound.nullable(),
  /** Why the last look failed; null where it did not. */
  problem: z.string().nullable(),
});
export type ExchangeStatus = z.infer<typeof exchangeStatus>;

/** The folder itself is chosen by a dialog of the desktop window or on the command line: no page ever names a path. */
export const exchangeFolderCalls = {
  getExchangeFolder: query(
    'Says through which folder this project is exchanged, and how that stands.',
    {},
    { exchange: exchangeStatus },
  ),
  exchangeNow: command(
    'Merges what lies in the exchange folder and writes there what it lacks.',
    {},
    { exchange: exchangeRound },
  ),
  leaveExchangeFolder: command(
    'No longer exchanges this project through a folder; the files there stay.',
    {},
    { exchange: exchangeStatus },
  ),
};
