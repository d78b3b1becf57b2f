import { fork as forkProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CallError } from '#contract/kit.ts';
import type { ReadArticle, ReadCapture } from '#domain/imported.ts';
import type { StatementOptions, Statements } from '#domain/statements.ts';
import { readerProgram, type ReaderProgram } from './reader-entry.ts';
import { checkChapters, checkOffer, checkReadArticle, checkReadCapture } from './parse-check.ts';
import { checkStatements } from './statements/check.ts';

/** A process that reads one file after another; what is injected differs between Node and Electron. */
export type ReaderProcess = {
  send: (message: object) => void;
  onMessage: (listen: (message: unknown) => void) => void;
  /** Called once, when the process has ended for whatever reason. */
  onEnd: (listen: () => void) => void;
  /** A resting process does not keep the program from ending. */
  rest: (resting: boolean) => void;
  kill: () => void;
};

export type Source = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType?: string;
  /** Which page of an archive that holds several, by address or number. */
  readonly page?: string;
  /** Of a book: which chapters, counted from 1. */
  readonly chapters?: readonly number[];
};

export type Parser = {
  /** @throws CallError with a sentence when the file cannot be read, takes too long or the work is cancelled */
  readArticle: (source: Source, signal?: AbortSignal) => Promise<ReadArticle>;
  readCapture: (source: Source, signal?: AbortSignal) => Promise<ReadCapture>;
  /** Reads what a file of another program states about claims. */
  readStatements: (source: Source, options: StatementOptions, signal?: AbortSignal) => Promise<Statements>;
  /** The titles of a book's chapters. */
  listChapters: (source: Source, signal?: AbortSignal) => Promise<string[]>;
  /** Ends the waiting processes; the parser can be used again afterwards. */
  close: () => void;
};

export type ParserOptions = {
  readonly fork?: (memoryMb: number) => ReaderProcess;
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
};

/** How many files one process reads before a fresh one takes over, which has its code to warm up again: at 50 that was two thirds of the work. */
const FILES_A_PROCESS = 250;
/** How many files are read at the same time, each in a process of its own. */
const PROCESSES = 2;
/** How long a process waits for the next file. */
const IDLE_MS = 5_000;
/** The most that a file may have, before any process sees it. */
const MOST_BYTES = 200_000_000;

/** Reads untrusted files in processes of their own, one file at a time in each, and trusts nothing these answer. */
export function createParser(options: ParserOptions = {}): Parser {
  const { fork = forkReader, timeoutMs = 60_000, memoryMb = 1024 } = options;
  type Waiting = { readonly process: ReaderProcess; readonly files: number; readonly idle: NodeJS.Timeout };
  const waiting = new Set<Waiting>();
  let busy = 0;
  const queue: (() => void)[] = [];

  const take = async (): Promise<{ process: ReaderProcess; files: number }> => {
    if (busy >= PROCESSES) await new Promise<void>((turn) => queue.push(turn));
    busy++;
    const [taken] = waiting;
    if (!taken) return { process: fork(memoryMb), files: 0 };
    waiting.delete(taken);
    clearTimeout(taken.idle);
    taken.process.rest(false);
    return taken;
  };
  const done = (): void => {
    busy--;
    queue.shift()?.();
  };
  const end = (one: Waiting): void => {
    waiting.delete(one);
    clearTimeout(one.idle);
    one.process.kill();
  };
  const close = (): void => {
    for (const one of waiting) end(one);
  };
  const giveBack = (process: ReaderProcess, files: number): void => {
    if (files >= FILES_A_PROCESS) {
      process.kill();
      return;
    }
    const one: Waiting = { process, files, idle: setTimeout(() => end(one), IDLE_MS) };
    one.idle.unref();
    process.rest(true);
    process.onEnd(() => {
      clearTimeout(one.idle);
      waiting.delete(one);
    });
    waiting.add(one);
  };

  const ask = async (
    kind: 'article' | 'capture' | 'chapters' | 'statements',
    source: Source & { options?: StatementOptions },
    signal?: AbortSignal,
  ): Promise<unknown> => {
    if (signal?.aborted) throw cancelled();
    if (source.bytes.length > MOST_BYTES)
      throw new CallError(
        'too-large',
        `“${source.name}” is larger than ${MOST_BYTES / 1_000_000} MB; Assay reads no file of that size.`,
      );
    const { process, files } = await take();
    try {
      if (signal?.aborted) throw cancelled();
      const answer = await exchange(process, { kind, ...source }, timeoutMs, signal);
      const failure = failureIn(answer);
      // a process that met something odd is not used again
      if (failure) process.kill();
      else giveBack(process, files + 1);
      if (failure) throw failure;
      return (answer as { ok: unknown }).ok;
    } catch (error) {
      process.kill();
      throw error;
    } finally {
      done();
    }
  };

  return {
    readArticle: async (source, signal) =>
      checkReadArticle(await ask('article', source, signal), source.name),
    readCapture: async (source, signal) =>
      checkReadCapture(await ask('capture', source, signal), source.name),
    readStatements: async (source, options, signal) =>
      checkStatements(await ask('statements', { ...source, options }, signal), source.name),
    listChapters: async (source, signal) => checkChapters(await ask('chapters', source, signal), source.name),
    close,
  };
}

const cancelled = () =>
  new CallError('cancelled', 'The import was cancelled; what was imported before stays.');

function exchange(
  process: ReaderProcess,
  message: Source & { kind: string },
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const stop = (error: CallError): void => {
      settle();
      reject(error);
    };
    const onAbort = (): void => stop(cancelled());
    const timer = setTimeout(
      () =>
        stop(
          new CallError(
            'unreadable',
            `“${message.name}” needs more than ${Math.round(timeoutMs / 1000)} s to read; nothing was imported from it.`,
          ),
        ),
      timeoutMs,
    );
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    signal?.addEventListener('abort', onAbort);
    process.onMessage((answer) => {
      settle();
      resolve(answer);
    });
    process.onEnd(() =>
      stop(
        new CallError(
          'unreadable',
          `“${message.name}” could not be read: it is damaged, or needs more memory than Assay gives to one file.`,
        ),
      ),
    );
    process.send(message);
  });
}

const FAILURES = ['unreadable', 'unsupported', 'too-large', 'ambiguous', 'not-found'] as const;

function failureIn(answer: unknown): CallError | null {
  const record = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
  if ('ok' in record) return null;
  const error = record['error'] as { code?: unknown; message?: unknown; detail?: unknown } | undefined;
  const code = FAILURES.find((known) => known === error?.code);
  const message = error?.message;
  return typeof message === 'string' && message.length < 5_000
    ? new CallError(code ?? 'unreadable', message.toWellFormed(), checkOffer(error?.detail))
    : new CallError('unreadable', 'The file could not be read.');
}

/** Looked up once: a program does not change while it runs. */
let program: ReaderProgram | undefined;

/** A reader under Node: it may read the program's own files and nothing else, and neither write nor start anything. */
export function forkReader(memoryMb: number, other?: string): ReaderProcess {
  program ??= readerProgram(fileURLToPath(new URL('../../', import.meta.url)));
  const entry = other ?? program.entry;
  const child = forkProcess(entry, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
    execArgv: [
      `--max-old-space-size=${memoryMb}`,
      '--permission',
      ...[entry, ...program.readable].map((path) => `--allow-fs-read=${path}`),
      '--disable-warning=ExperimentalWarning',
    ],
  });
  return {
    send: (message) => child.send(message, () => undefined),
    onMessage: (listen) => {
      child.removeAllListeners('message');
      child.on('message', listen);
    },
    onEnd: (listen) => {
      child.removeAllListeners('exit').removeAllListeners('error');
      child.once('exit', listen);
      child.once('error', listen);
    },
    rest: (resting) => {
      if (resting) {
        child.unref();
        child.channel?.unref();
      } else {
        child.ref();
        child.channel?.ref();
      }
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
