import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Output } from '#contract/index.ts';
import { CallError } from '#contract/error.ts';
import type { World } from '#engine/engine.ts';
import { sourcesOf } from './files.ts';
import { brief, short, table, UsageError, type Out } from './output.ts';
import { add, text } from './program.ts';

export function revisionCommands(program: Command, worldOf: () => Promise<World>): void {
  add(
    program,
    'revise <file> <article> <textfile>',
    'save a corrected text as a new revision; every mark follows. - reads standard input',
    [
      'text dam.assay 8c11 > dam.txt',
      'revise dam.assay 8c11 dam.txt --reason "Spelling"',
      'revise dam.assay 8c11 - --json < dam.txt',
    ],
    (command) => command.option('--reason <words>', 'why the text was corrected'),
    ({ out, open }, [file, article, given], options) =>
      open(file!, async (engine) => {
        const { sources, failed } = sourcesOf([given!]);
        if (failed[0]) throw new CallError('not-found', failed[0].error.message);
        if (sources.length !== 1) throw new UsageError(`${given} must be one text file.`);
        const name = basename(sources[0]!.name);
        const { token } = engine.receive(sources[0]!.read(), name);
        const reason = text(options, 'reason');
        const done = await engine.call('reviseArticle', {
          id: article!,
          upload: { token, name },
          ...(reason === undefined ? {} : { reason }),
        });
        tell(out, done);
      }),
    worldOf,
  );

  add(
    program,
    'restore <file> <revision>',
    'go back to an earlier revision, as a new one',
    ['restore dam.assay 07be', 'restore dam.assay 07be --reason "The correction was wrong"'],
    (command) => command.option('--reason <words>', 'why'),
    ({ out, open }, [file, revision], options) =>
      open(file!, async (engine) => {
        const reason = text(options, 'reason');
        tell(
          out,
          await engine.call('restoreRevision', {
            id: revision!,
            ...(reason === undefined ? {} : { reason }),
          }),
        );
      }),
    worldOf,
  );

  add(
    program,
    'revisions <file> <article>',
    'list the revisions of an article, newest first',
    ['revisions dam.assay 8c11'],
    (command) => command,
    ({ out, open }, [file, article]) =>
      open(file!, async (engine) => {
        const { revisions } = await engine.call('listRevisions', { article: article! });
        out.result({ revisions }, () =>
          table(
            revisions.map((one) => [
              brief(one.id),
              one.at,
              one.words,
              one.person?.name ?? '',
              one.newest ? 'newest' : one.original ? 'original' : one.concurrent ? 'concurrent' : '',
              short(one.reason),
            ]),
          ),
        );
      }),
    worldOf,
  );

  add(
    program,
    'compare <file> <article> <before> <after>',
    'compare two revisions word by word, with the claims on both',
    ['compare dam.assay 8c11 07be 91d0'],
    (command) => command,
    ({ out, open }, [file, article, before, after]) =>
      open(file!, async (engine) => {
        const compared = await engine.call('compareRevisions', {
          article: article!,
          before: before!,
          after: after!,
        });
        const both = new Set(compared.before.marks.map(({ id }) => id));
        const claims = {
          before: compared.before.marks,
          after: compared.after.marks,
          lost: compared.before.marks.filter(
            ({ id }) => !compared.after.marks.some((mark) => mark.id === id),
          ),
          gained: compared.after.marks.filter(({ id }) => !both.has(id)),
        };
        const changes = compared.stretches
          .filter(({ kind }) => kind !== 'same')
          .map((stretch) => ({
            ...stretch,
            text:
              stretch.kind === 'removed'
                ? compared.before.text.slice(stretch.before.start, stretch.before.end)
                : compared.after.text.slice(stretch.after.start, stretch.after.end),
          }));
        out.result(
          { before: compared.before.revision, after: compared.after.revision, changes, claims },
          () => changedLines(compared),
        );
      }),
    worldOf,
  );

  add(
    program,
    'attention <file>',
    'list the marks whose place is ambiguous or lost, with the places that may be meant',
    ['attention dam.assay', 'attention dam.assay --article 8c11 --json'],
    (command) => command.option('--article <article>', 'only the marks of this article'),
    ({ out, open }, [file], options) =>
      open(file!, async (engine) => {
        const article = text(options, 'article');
        const { needed } = await engine.call('listAttention', article === undefined ? {} : { article });
        out.result({ needed }, () =>
          needed.flatMap((one) => [
            `${brief(one.occurrence.id)}  ${one.occurrence.state}  ${short(one.marked.exact)}`,
            ...one.candidates.map(
              (at) =>
                `  ${Math.round(at.confidence * 100)} %  at ${at.start}: …${short(at.before.slice(-30), 30)}[${short(at.exact, 60)}]${short(at.after.slice(0, 30), 30)}…`,
            ),
          ]),
        );
      }),
    worldOf,
  );

  add(
    program,
    'reattach <file> <occurrence>',
    'attach a mark to other words of the newest text; it keeps its history',
    ['reattach dam.assay 5d20 --quote "Nine people are missing"'],
    (command) =>
      command
        .requiredOption('--quote <words>', 'the words, as they stand in the article')
        .option('--prefix <words>', 'what stands right before them')
        .option('--suffix <words>', 'what stands right after them'),
    ({ out, open }, [file, occurrence], options) =>
      open(file!, async (engine) => {
        const done = await engine.call('reattach', {
          occurrence: occurrence!,
          quote: String(options['quote']),
          prefix: text(options, 'prefix'),
          suffix: text(options, 'suffix'),
        });
        out.result(done, () => [
          `${brief(done.occurrence.id)}  ${done.occurrence.state}  ${short(done.occurrence.exact)}`,
        ]);
      }),
    worldOf,
  );
}

function tell(out: Out, { revision, occurrences, losses }: Output<'reviseArticle'>): void {
  for (const loss of losses) out.warn(loss);
  out.result({ revision, occurrences, losses }, () => [
    `${brief(revision.id)}  ${revision.at}  ${short(revision.reason)}`,
    ...table(
      occurrences.map((one) => [
        brief(one.id),
        one.state,
        `${Math.round(one.confidence * 100)} %`,
        short(one.exact),
      ]),
    ),
  ]);
}

/** The lines that changed, with what went in brackets of minus and what came in brackets of plus. */
function changedLines({ before, after, stretches }: Output<'compareRevisions'>): string[] {
  const marked = stretches
    .map(({ kind, before: old, after: fresh }) =>
      kind === 'same'
        ? after.text.slice(fresh.start, fresh.end)
        : kind === 'removed'
          ? bracketed('[-', before.text.slice(old.start, old.end), '-]')
          : bracketed('{+', after.text.slice(fresh.start, fresh.end), '+}'),
    )
    .join('');
  return marked.split('\n').filter((line) => /\[-|\{\+/.test(line));
}

/** Each line of a passage in brackets of its own. */
function bracketed(open: string, words: string, close: string): string {
  return words
    .split('\n')
    .map((line) => (line === '' ? '' : `${open}${line}${close}`))
    .join('\n');
}
