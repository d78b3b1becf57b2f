import type { Command } from 'commander';
import { CallError } from '#contract/error.ts';
import type { Output } from '#contract/index.ts';
import type { Engine, World } from '#engine/engine.ts';
import { readInput, sourcesOf, type Source } from './files.ts';
import { brief, percent, sentenceOf, short, table, UsageError, type Out } from './output.ts';
import { add, text } from './program.ts';

type Imported = Pick<Output<'importArticles'>, 'articles' | 'failed'>;

/** Sources are read and handed over a few at a time, so that a large folder never fills the memory. */
const BATCH = 16;
const BATCH_BYTES = 64 << 20;

export function importCommands(program: Command, worldOf: () => Promise<World>): void {
  add(
    program,
    'import <file> <source...>',
    'import articles: texts, documents, saved pages, web archives, messages, whole folders, or - for standard input',
    [
      'import dam.assay report.txt interview.html',
      'import dam.assay articles/ --json',
      'import dam.assay crawl.wacz --page https://news.example/dam',
      'import dam.assay crawl.wacz --page 2',
      'import dam.assay handbook.epub --chapter 3 --chapter 4',
    ],
    (command) =>
      command
        .option(
          '--page <page>',
          'which page of a web archive, message of a mailbox or attachment of a message: its address, name or number',
        )
        .option(
          '--chapter <number...>',
          'which chapters of an EPUB book, counted from 1; `chapters` lists them',
        )
        .option('--again', 'import even what is already in the project'),
    ({ out, open }, [file, ...given], options) => {
      const page = text(options, 'page');
      const again = options['again'] === true;
      const chapters = chaptersIn(options['chapter']);
      const { sources, failed, skipped } = sourcesOf(given);
      if (page !== undefined && sources.length > 1)
        throw new UsageError('With --page, name one web archive, mailbox or message.');
      if (chapters !== undefined && sources.length > 1)
        throw new UsageError('With --chapter, name one EPUB book.');
      return open(file!, async (engine) => {
        const done: Imported = { articles: [], failed: [...failed] };
        if (skipped > 0) out.warn(`${skipped} other files in the folders were left out.`);
        let count = 0;
        const stop = engine.listen((notice) => {
          if (notice.kind === 'job' && notice.label !== '')
            out.progress(`${count + notice.done + 1} of ${sources.length}: ${notice.label}`);
        });
        for (const batch of batchesOf(sources)) {
          await importBatch(engine, batch, done, { page, chapters, again });
          count += batch.length;
        }
        stop();
        out.progress('');
        report(out, done);
      });
    },
    worldOf,
  );

  add(
    program,
    'chapters <source>',
    'list the chapters of an EPUB book, before any of it is imported',
    ['chapters handbook.epub', 'chapters handbook.epub --json'],
    (command) => command,
    async ({ out }, [source]) => {
      const { createParser } = await import('#engine/parse.ts');
      const parser = createParser();
      try {
        const titles = await parser.listChapters({ bytes: readInput(source!), name: source! });
        const chapters = titles.map((title, index) => ({ number: index + 1, title }));
        out.result({ source: source!, chapters }, () =>
          table(chapters.map((one) => [one.number, short(one.title)])),
        );
      } finally {
        parser.close();
      }
    },
    worldOf,
  );

  add(
    program,
    'duplicates <file>',
    'list articles that have much of their text in common',
    ['duplicates dam.assay', 'duplicates dam.assay --least 0.6 --json'],
    (command) =>
      command.option('--least <share>', 'the least share of common five-word runs, 0.05 to 1', '0.3'),
    ({ out, open }, [file], options) => {
      const least = Number(text(options, 'least'));
      if (!(least >= 0.05 && least <= 1)) throw new UsageError('--least takes a number from 0.05 to 1.');
      return open(file!, async (engine) => {
        const { pairs } = await engine.call('listDuplicates', { least });
        const told = pairs.map(({ a, b, share, sameFile }) => ({
          a: { id: a.id, title: a.title },
          b: { id: b.id, title: b.title },
          share,
          sameFile,
        }));
        out.result({ pairs: told }, () =>
          table(
            told.map(({ a, b, share }) => [
              percent(share),
              brief(a.id),
              short(a.title, 50),
              brief(b.id),
              short(b.title, 50),
            ]),
          ),
        );
      });
    },
    worldOf,
  );
}

/** @throws UsageError where a chapter is no number */
function chaptersIn(given: unknown): number[] | undefined {
  if (!Array.isArray(given)) return undefined;
  const numbers = given.map(Number);
  if (!numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 20_000))
    throw new UsageError('--chapter takes the number of a chapter, such as 3.');
  return numbers;
}

function* batchesOf(sources: readonly Source[]): Generator<Source[]> {
  let batch: Source[] = [];
  let bytes = 0;
  for (const source of sources) {
    const size = source.bytes();
    if (batch.length > 0 && (batch.length >= BATCH || bytes + size > BATCH_BYTES)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(source);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** What is wrong with a source is noted beside it; what is wrong with the project ends the import. */
async function importBatch(
  engine: Engine,
  batch: readonly Source[],
  done: Imported,
  { page, chapters, again }: { page: string | undefined; chapters: number[] | undefined; again: boolean },
): Promise<void> {
  const uploads = batch.flatMap((source) => {
    try {
      const { token } = engine.receive(source.read(), source.name);
      return [
        {
          token,
          name: source.name,
          ...(page === undefined ? {} : { page }),
          ...(chapters === undefined ? {} : { chapters }),
        },
      ];
    } catch (error) {
      const code = error instanceof CallError ? error.code : 'unreadable';
      done.failed.push({ source: source.name, error: { code, message: sentenceOf(error) } });
      return [];
    }
  });
  if (uploads.length === 0) return;
  const { articles, failed } = await engine.call('importArticles', { uploads, again, job: 'import' });
  done.articles.push(...articles);
  done.failed.push(...failed);
}

function report(out: Out, done: Imported): void {
  out.result(done, () => [
    ...table(
      done.articles.map((one) => [
        brief(one.id),
        one.words,
        `${one.references} ${one.references === 1 ? 'reference' : 'references'} proposed`,
        short(one.title),
      ]),
    ),
    ...done.articles.flatMap((one) => one.warnings.map((warning) => `  ${one.source}: ${warning}`)),
  ]);
  for (const { source, error } of done.failed) {
    out.warn(`error: ${error.message.includes(source) ? '' : `${source}: `}${error.message}`);
  }
  if (done.failed.length > 0) out.exit(1);
}
