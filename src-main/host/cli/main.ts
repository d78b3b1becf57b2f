import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { World } from '#engine/engine.ts';
import { articleCommands } from './articles.ts';
import { importCommands } from './import.ts';
import { evidenceCommands } from './evidence.ts';
import { exchangeCommands } from './exchange.ts';
import { exchangeFolderCommands } from './exchange-folder.ts';
import { keyCommands } from './keys.ts';
import { failure, outTo, UsageError } from './output.ts';
import { projectCommands } from './project.ts';
import { importClaimsCommand } from './import-claims.ts';
import { questionCommands } from './questions.ts';
import { revisionCommands } from './revisions.ts';
import { ROOT } from '../root.ts';

const worldOf = async (): Promise<World> => {
  const [{ realWorld }, { homeFolder }] = await Promise.all([
    import('#engine/engine.ts'),
    import('#engine/home.ts'),
  ]);
  return {
    ...realWorld(homeFolder(process.env, process.platform)),
    passphrase: () => process.env['ASSAY_PASSPHRASE'],
  };
};

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const program = new Command('assay')
  .description('Assay, the offline fact-checking workbench, on the command line.')
  .version(version)
  .showHelpAfterError('(add --help for the options and examples)')
  .exitOverride()
  .configureOutput({
    outputError: (sentence, write) => write(sentence.startsWith('error:') ? sentence : `error: ${sentence}`),
  });

projectCommands(program, worldOf);
importCommands(program, worldOf);
articleCommands(program, worldOf);
evidenceCommands(program, worldOf);
questionCommands(program, worldOf);
exchangeCommands(program, worldOf);
exchangeFolderCommands(program, worldOf);
keyCommands(program, worldOf);
revisionCommands(program, worldOf);
importClaimsCommand(program, worldOf);
for (const command of program.commands) command.exitOverride();

// a reader that has seen enough, such as `head`, is no failure
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
  const asked = process.argv.includes('--json') && error.exitCode !== 0;
  if (asked) outTo(true).result(failure(new UsageError(), error.message.replace(/^error: /, '')), () => []);
}
