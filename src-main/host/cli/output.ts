import { InvalidArgumentError } from 'commander';

/** Where a command writes: one JSON document or readable lines on standard output, all else on standard error. */
export type Out = {
  readonly json: boolean;
  readonly result: (value: object, lines: () => readonly string[]) => void;
  readonly warn: (sentence: string) => void;
  readonly progress: (line: string) => void;
  readonly exit: (code: number) => void;
};

export function outTo(json: boolean): Out {
  return {
    json,
    result: (value, lines) => {
      const text = json ? JSON.stringify(value, null, 2) : lines().join('\n');
      if (text !== '') process.stdout.write(`${text}\n`);
    },
    warn: (sentence) => process.stderr.write(`${sentence}\n`),
    progress: (line) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`);
    },
    exit: (code) => {
      process.exitCode = code;
    },
  };
}

/** Columns as wide as their widest cell, the last one free. */
export function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (sofar, row) => row.map((cell, i) => Math.max(sofar[i] ?? 0, String(cell).length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, i) =>
        i === row.length - 1
          ? String(cell)
          : typeof cell === 'number'
            ? String(cell).padStart(widths[i]!)
            : cell.padEnd(widths[i]!),
      )
      .join('  ')
      .trimEnd(),
  );
}

export function short(text: string, length = 80): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}

/** The beginning of an id that people type. */
export function brief(id: string): string {
  return id.slice(0, 8);
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** What went wrong, as `--json` prints it: the failed command's one document. */
export function failure(error: unknown, sentence: string): object {
  const isSystem = error instanceof Error && 'syscall' in error;
  const code = isSystem ? 'refused' : (error as { code?: unknown }).code;
  const detail = (error as { detail?: unknown }).detail;
  return {
    error: {
      code: error instanceof UsageError ? 'usage' : typeof code === 'string' ? code : 'internal',
      message: sentence,
      ...(detail === undefined ? {} : { detail }),
    },
  };
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message.replaceAll(/\s*\n\s*/g, ' ') : String(error);
}

/** The command was not written as it can be understood: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A whole number on the command line, for an option's parser. */
export function wholeNumber(option: string, least: number, most: number): (given: string) => number {
  return (given) => {
    const value = Number(given);
    if (given.trim() === '' || !Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`${option} takes a whole number from ${least} to ${most}.`);
    return value;
  };
}

/** A word of a closed list that was not understood. */
export function notAmong(what: string, given: string, words: readonly string[]): UsageError {
  return new UsageError(`${what} “${given}” is not known; choose one of ${words.join(', ')}.`);
}
