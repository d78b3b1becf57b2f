import { Command } from 'commander';
import { CallError } from '#contract/error.ts';
import type { Engine, World } from '#engine/engine.ts';
import { failure, outTo, sentenceOf, UsageError, type Out } from './output.ts';

export type Global = { readonly json: boolean; readonly person: string | undefined };

/** What a command gets: where to write, and how to open a project, which is closed afterwards whatever happens. */
export type Desk = {
  readonly out: Out;
  readonly world: World;
  readonly open: <T>(file: string, work: (engine: Engine) => Promise<T> | T) => Promise<T>;
};

export type Action = (
  desk: Desk,
  args: readonly string[],
  options: Record<string, unknown>,
) => Promise<void> | void;

/** Declares one command; every one has `--json` and `--person`. */
export function add(
  program: Command,
  usage: string,
  says: string,
  examples: readonly string[],
  declare: (command: Command) => Command,
  action: Action,
  worldOf: () => Promise<World>,
): void {
  const command = declare(program.command(usage).description(says))
    .option('--json', 'print exactly one JSON document')
    .option('--person <name>', 'act under this name instead of your own')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  assay ${example}`).join('\n')}`);
  command.action(async (...given: unknown[]) => {
    const options = command.opts<Record<string, unknown>>();
    const out = outTo(options['json'] === true);
    try {
      const world = await worldOf();
      const open: Desk['open'] = async (file, work) => {
        const { openEngine } = await import('#engine/engine.ts');
        const person = typeof options['person'] === 'string' ? { person: options['person'] } : {};
        const engine = openEngine(file, world, person);
        try {
          return await work(engine);
        } finally {
          engine.close();
        }
      };
      await action({ out, world, open }, given.slice(0, -2).flat().map(String), options);
    } catch (error) {
      const sentence =
        error instanceof CallError || isForPeople(error)
          ? (refusedBySystem(error) ?? sentenceOf(error))
          : `Something went wrong inside Assay: ${sentenceOf(error)}`;
      out.warn(`error: ${sentence}`);
      if (out.json) out.result(failure(error, sentence), () => []);
      out.exit(error instanceof UsageError ? 2 : 1);
    }
  });
}

/** What the operating system would not do, without its own jargon; undefined for any other error. */
function refusedBySystem(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error)) return undefined;
  const { code = 'unknown', path } = error as NodeJS.ErrnoException;
  return `${path ?? 'A file'} could not be used (${code}).`;
}

function isForPeople(error: unknown): boolean {
  return error instanceof Error && error.name !== 'TypeError' && error.name !== 'ReferenceError';
}

export function text(options: Record<string, unknown>, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
