import { CallError } from '#contract/error.ts';
import { contract, isCallName, type Asked, type CallName, type Output } from '#contract/index.ts';
import { explained } from '#store/open.ts';
import { articleHandlers } from './articles.ts';
import { claimHandlers } from './claims.ts';
import { duplicateHandlers } from './duplicates.ts';
import { asCallError } from './errors.ts';
import { evidenceHandlers } from './evidence.ts';
import { exchangeHandlers } from './exchange.ts';
import { exchangeFolderHandlers } from './exchange-folder.ts';
import { inputSentence } from './input-sentence.ts';
import { markHandlers } from './marks.ts';
import { projectHandlers } from './project.ts';
import { questionHandlers } from './questions.ts';
import { reportHandlers } from './reports.ts';
import { readingHandlers } from './reading.ts';
import { revisionHandlers } from './revisions.ts';
import { whenFree, type Handlers, type Session } from './session.ts';
import { exchangeFormatHandlers } from './statements/import.ts';
import { verdictHandlers } from './verdicts.ts';

const handlers: Handlers<CallName> = {
  ...projectHandlers,
  ...articleHandlers,
  ...duplicateHandlers,
  ...claimHandlers,
  ...markHandlers,
  ...evidenceHandlers,
  ...questionHandlers,
  ...exchangeFormatHandlers,
  ...verdictHandlers,
  ...reportHandlers,
  ...readingHandlers,
  ...exchangeHandlers,
  ...exchangeFolderHandlers,
  ...revisionHandlers,
};

/** Answers one call: checks its input, does it, and says what went wrong in a sentence. */
export async function answer<N extends CallName>(
  session: Session,
  name: N,
  input: unknown,
  signal: AbortSignal | undefined,
  strict: boolean,
): Promise<Output<N>> {
  try {
    if (!isCallName(name)) throw new CallError('not-found', `There is no call named ${String(name)}.`);
    if (name !== 'cancelJob') await whenFree(session);
    const call = contract[name];
    const given = cleaned(input ?? {});
    const asked = call.input.safeParse(given);
    if (!asked.success)
      throw new CallError('bad-input', inputSentence(asked.error.issues, given), asked.error.issues);
    if (call.kind === 'command' && !session.project.db && !WITHOUT_PROJECT.has(name)) {
      throw new CallError('read-only', `${session.project.file} can only be read; nothing was changed.`);
    }
    const handler = handlers[name] as Handlers<N>[N];
    const output = await handler(session, asked.data as Asked<N>, signal ?? new AbortController().signal);
    return strict ? (call.output.parse(output) as Output<N>) : output;
  } catch (error) {
    throw asCallError(explained(session.project.file, error));
  }
}

/** Commands that change nothing in the project file. */
const WITHOUT_PROJECT = new Set<CallName>([
  'setPreferences',
  'cancelJob',
  'protectKey',
  'unlockKey',
  'trustKey',
  'revokeKey',
  'forgetKey',
  'packBundle',
  'keepCorrection',
  'dropCorrection',
]);

/** What no text needs and no XML can hold: control characters but tabs and line ends, and two noncharacters. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const UNFIT = /[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/g;

/** Strings as every format can keep them: no lone surrogates, nothing unfit. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll(UNFIT, '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)]));
  }
  return value;
}
