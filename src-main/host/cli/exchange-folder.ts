import type { Command } from 'commander';
import type { ExchangeRound } from '#contract/exchange-folder.ts';
import type { World } from '#engine/engine.ts';
import { UsageError } from './output.ts';
import { unlocked } from './passphrase.ts';
import { add, text } from './program.ts';

export function exchangeFolderCommands(program: Command, worldOf: () => Promise<World>): void {
  add(
    program,
    'exchange <file>',
    'exchange with team mates through a folder that something else carries: Syncthing, a share, git, a stick',
    [
      'exchange dam.assay --folder ~/Shared/dam',
      'exchange dam.assay',
      'exchange dam.assay --watch',
      'exchange dam.assay --leave',
    ],
    (command) =>
      command
        .option('--folder <folder>', 'exchange through this folder from now on')
        .option(
          '--encrypt',
          'with --folder: encrypt what is written there to yourself and the people whose keys you trust',
        )
        .option('--watch', 'go on until Ctrl+C')
        .option('--leave', 'no longer exchange through a folder'),
    ({ out, open }, [file], options) => {
      const folder = text(options, 'folder');
      const isLeaving = options['leave'] === true;
      if (isLeaving && (folder !== undefined || options['watch'] === true))
        throw new UsageError('--leave goes alone.');
      if (options['encrypt'] === true && folder === undefined)
        throw new UsageError('--encrypt goes with --folder.');
      return open(file!, async (engine) => {
        if (isLeaving) {
          const { exchange } = await engine.call('leaveExchangeFolder', {});
          out.result({ exchange }, () => ['No longer exchanged through a folder; the files there stay.']);
          return;
        }
        await unlocked(engine);
        if (folder !== undefined) await engine.joinExchangeFolder(folder, options['encrypt'] === true);
        let { exchange } = await engine.call('exchangeNow', {});
        if (options['watch'] === true) {
          for (const line of told(exchange)) out.warn(line);
          const stopped = new Promise<void>((stop) => {
            process.once('SIGINT', stop);
            process.once('SIGTERM', stop);
          });
          const deaf = engine.listen((notice) => {
            if (notice.kind === 'exchanged')
              out.warn(`Took in ${notice.acts} acts of ${notice.people.join(', ')}.`);
          });
          await engine.watchExchangeFolder();
          const alive = setInterval(() => undefined, 60_000);
          await stopped;
          clearInterval(alive);
          deaf();
          exchange = (await engine.call('exchangeNow', {})).exchange;
        }
        out.result({ exchange }, () => told(exchange));
        for (const { source, error } of exchange.refused) out.warn(`error: ${source}: ${error.message}`);
        if (exchange.problem !== null) out.warn(`error: ${exchange.problem}`);
        if (exchange.refused.length > 0 || exchange.problem !== null) out.exit(1);
      });
    },
    worldOf,
  );
}

function told({ merged, written, people, conflicts, arriving, strange, problem }: ExchangeRound): string[] {
  return [
    merged.files === 0
      ? 'Nothing new in the folder.'
      : `Took in ${merged.acts} acts from ${merged.files} files${people.length > 0 ? ` of ${people.join(', ')}` : ''}.`,
    ...(problem !== null
      ? []
      : [
          written.files === 0
            ? 'The folder has all that is here.'
            : `Wrote ${written.acts} acts for the others.`,
        ]),
    ...(conflicts > 0 ? [`${conflicts} new conflicts; see assay conflicts.`] : []),
    ...(arriving.length > 0 ? [`${arriving.length} files are still arriving.`] : []),
    ...(strange.length > 0
      ? [`Left alone: ${strange.slice(0, 5).join(', ')}${strange.length > 5 ? ' …' : ''}.`]
      : []),
  ];
}
