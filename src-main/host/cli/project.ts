import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { contract, isCallName } from '#contract/index.ts';
import { CallError } from '#contract/error.ts';
import type { World } from '#engine/engine.ts';
import { exportCommand } from './export.ts';
import { readInputText } from './files.ts';
import { brief, short, table, UsageError, wholeNumber } from './output.ts';
import { add, text } from './program.ts';

export function projectCommands(program: Command, worldOf: () => Promise<World>): void {
  add(
    program,
    'new <file>',
    'make a new project',
    ['new dam.assay --title "The Kemekala dam"'],
    (command) => command.option('--title <title>', 'its title; the file’s name where it is left out'),
    async ({ out, world }, [file], options) => {
      const { openEngine } = await import('#engine/engine.ts');
      const person = text(options, 'person');
      const title = text(options, 'title')?.trim() || basename(file!).replace(/\.assay$/, '');
      const engine = openEngine(file!, world, {
        create: { title },
        ...(person === undefined ? {} : { person }),
      });
      const { project } = await engine.call('getProject', {});
      engine.close();
      out.result({ project: { id: project.id, title: project.title, file: resolve(file!) } }, () => [
        `Made ${file}.`,
      ]);
    },
    worldOf,
  );

  add(
    program,
    'history <file>',
    'list what was done, newest first',
    ['history dam.assay', 'history dam.assay --claim 3f2a --json'],
    (command) =>
      command
        .option('--claim <claim>', 'only what was done to this claim')
        .option('--limit <n>', 'at most so many', wholeNumber('--limit', 1, 100_000)),
    ({ out, open }, [file], options) =>
      open(file!, async (engine) => {
        const claim = text(options, 'claim');
        const limit = typeof options['limit'] === 'number' ? { limit: options['limit'] } : {};
        const { acts } = await engine.call('listActs', {
          ...(claim === undefined ? {} : { claim }),
          ...limit,
        });
        out.result({ acts }, () =>
          table(acts.map((act) => [act.at, act.person, `${act.summary}${act.undone ? ' (undone)' : ''}`])),
        );
      }),
    worldOf,
  );

  add(
    program,
    'search <file> <query>',
    'search the full text',
    ['search dam.assay evacuat', 'search dam.assay "nine days" --in claims'],
    (command) =>
      command
        .addOption(
          new Option('--in <where>', 'where to look')
            .choices(['articles', 'claims', 'references', 'all'])
            .default('all'),
        )
        .option('--limit <n>', 'at most so many', wholeNumber('--limit', 1, 1_000), 50),
    ({ out, open }, [file, query], options) =>
      open(file!, async (engine) => {
        const { hits } = await engine.call('search', {
          query: query!,
          in: options['in'] as 'all',
          limit: Number(options['limit']),
        });
        out.result({ hits }, () =>
          hits.length === 0
            ? ['Nothing found.']
            : table(
                hits.map((hit) => [hit.kind, brief(hit.id), short(hit.title, 40), short(hit.snippet, 100)]),
              ),
        );
      }),
    worldOf,
  );

  exportCommand(program, worldOf);

  add(
    program,
    'verify <file>',
    'check every hash, chain and rule; exit code 3 if something is wrong',
    ['verify dam.assay'],
    (command) => command,
    async ({ out, open }, [file]) => {
      const result = await open(file!, (engine) => engine.call('verifyProject', {})).catch(
        (error: unknown) => {
          if (!(error instanceof CallError) || error.code !== 'damaged') throw error;
          return {
            ok: false,
            checked: {},
            problems: [{ kind: 'file', id: '', message: error.message }],
            notes: [],
          };
        },
      );
      out.result(result, () => [
        ...result.problems.map((problem) => `${problem.kind}: ${problem.message}`),
        result.ok
          ? `Sound: ${Object.entries(result.checked)
              .map(([what, n]) => `${n} ${what}`)
              .join(', ')}.`
          : `${result.problems.length} problems found.`,
      ]);
      if (!result.ok) out.exit(3);
    },
    worldOf,
  );

  add(
    program,
    'backup <file>',
    'write a whole, checked copy of the project',
    ['backup dam.assay --out dam-2026-11-23.assay'],
    (command) => command.requiredOption('--out <path>', 'the file to write; it must not exist'),
    ({ out, open }, [file], options) =>
      open(file!, (engine) => {
        const path = String(options['out']);
        engine.copyTo(path);
        out.result({ backup: { file: resolve(path), bytes: statSync(path).size } }, () => [`Wrote ${path}.`]);
      }),
    worldOf,
  );

  for (const deed of ['undo', 'redo'] as const) {
    add(
      program,
      `${deed} <file>`,
      deed === 'undo' ? 'take back your last act' : 'do again what you last took back',
      [`${deed} dam.assay`],
      (command) => command,
      ({ out, open }, [file]) =>
        open(file!, async (engine) => {
          const { act } = await engine.call(deed, {});
          out.result({ act }, () => [`${act.summary}.`]);
        }),
      worldOf,
    );
  }

  add(
    program,
    'sample <file>',
    'write the sample project',
    ['sample sample.assay'],
    (command) => command,
    async ({ out, world }, [file]) => {
      const { createSample } = await import('#engine/sample/create.ts');
      const engine = await createSample(file!, world);
      const { project, counts } = await engine.call('getProject', {});
      engine.close();
      out.result({ project: { id: project.id, title: project.title, file: resolve(file!) } }, () => [
        `Made ${file}: ${counts.articles} articles, ${counts.claims} claims.`,
      ]);
    },
    worldOf,
  );

  add(
    program,
    'serve <file>',
    'open the workbench in a browser, for this computer only',
    ['serve dam.assay', 'serve dam.assay --port 5199'],
    (command) => command.option('--port <n>', 'a fixed port', wholeNumber('--port', 0, 65_535)),
    async ({ out, world }, [file], options) => {
      const [{ openEngine }, { readPages }, { serve }] = await Promise.all([
        import('#engine/engine.ts'),
        import('../browser/pages.ts'),
        import('../browser/serve.ts'),
      ]);
      const person = text(options, 'person');
      const engine = openEngine(file!, world, person === undefined ? {} : { person });
      try {
        const pages = readPages();
        await engine.watchExchangeFolder();
        const served = await serve(engine, pages, Number(options['port'] ?? 0));
        out.result({ address: served.address, port: served.port }, () => [
          `${file} is open at ${served.address}`,
        ]);
        await new Promise<void>((stop) => {
          process.once('SIGINT', stop);
          process.once('SIGTERM', stop);
        });
        await served.close();
      } finally {
        engine.close();
      }
    },
    worldOf,
  );

  add(
    program,
    'call <file> <name> [input]',
    'make any call of the contract, with JSON in and out',
    [
      'call dam.assay getProject',
      `call dam.assay editClaim '{"id":"3f2a","status":"done"}'`,
      'call dam.assay listClaims - < input.json',
    ],
    (command) =>
      command.addHelpText(
        'after',
        `\nCalls:\n${Object.entries(contract)
          .map(([name, one]) => `  ${name.padEnd(18)} ${one.says}`)
          .join('\n')}`,
      ),
    async ({ out, open }, [file, name, given]) => {
      if (!isCallName(name!)) throw new UsageError(`There is no call named ${name}; see assay call --help.`);
      let input: unknown;
      try {
        input = JSON.parse(
          given === undefined || given === 'undefined' ? '{}' : given === '-' ? readInputText('-') : given,
        );
      } catch {
        throw new UsageError('The input is not JSON.');
      }
      await open(file!, async (engine) => {
        const output: object = await engine.call(name, input as never);
        out.result(output, () => [JSON.stringify(output, null, 2)]);
      });
    },
    worldOf,
  );
}
