import type { Command } from 'commander';
import type { Output } from '#contract/index.ts';
import { CallError } from '#contract/error.ts';
import { REASONS, VERIFIABILITIES, wordFrom } from '#contract/words.ts';
import type { Engine, World } from '#engine/engine.ts';
import { sourcesOf } from './files.ts';
import { brief, notAmong, percent, sentenceOf, short, table, type Out } from './output.ts';
import { add, text } from './program.ts';

type Imported = Pick<Output<'importArticles'>, 'articles' | 'failed'>;

export function articleCommands(program: Command, worldOf: () => Promise<World>): void {
  add(
    program,
    'import <file> <source...>',
    'import articles: text, Markdown or HTML files, whole folders, or - for standard input',
    ['import dam.assay report.txt interview.html', 'import dam.assay articles/ --json'],
    (command) => command,
    ({ out, open }, [file, ...given], _options) =>
      open(file!, async (engine) => {
        const { sources, failed, skipped } = sourcesOf(given);
        const done: Imported = { articles: [], failed: [...failed] };
        if (skipped > 0) out.warn(`${skipped} other files in the folders were left out.`);
        for (const [n, source] of sources.entries()) {
          out.progress(`${n + 1} of ${sources.length}: ${source.name}`);
          await importOne(engine, source, done);
        }
        out.progress('');
        report(out, done);
      }),
    worldOf,
  );

  add(
    program,
    'articles <file>',
    'list the articles',
    ['articles dam.assay'],
    (command) => command,
    ({ out, open }, [file]) =>
      open(file!, async (engine) => {
        const { articles } = await engine.call('listArticles', {});
        out.result({ articles }, () =>
          table(
            articles.map((one) => [
              brief(one.id),
              one.words,
              one.claims,
              percent(one.coverage),
              one.language,
              short(one.title),
            ]),
          ),
        );
      }),
    worldOf,
  );

  add(
    program,
    'text <file> <article>',
    'print the canonical text of an article',
    ['text dam.assay 8c11', 'text dam.assay 8c11 --revision 07be'],
    (command) =>
      command
        .option('--revision <revision>', 'an older state of the text')
        .option('--plain', 'no JSON (the default)'),
    ({ out, open }, [file, article], options) =>
      open(file!, async (engine) => {
        const revision = text(options, 'revision');
        const got = await engine.call('getArticle', {
          id: article!,
          ...(revision === undefined ? {} : { revision }),
        });
        if (out.json)
          out.result({ text: got.text, revision: got.revision.id, sha256: got.revision.sha256 }, () => []);
        // exactly the text that is hashed and quoted; a terminal gets its line end
        else process.stdout.write(process.stdout.isTTY ? `${got.text}\n` : got.text);
      }),
    worldOf,
  );

  add(
    program,
    'mark <file> <article>',
    'mark a span as a claim, or as one more occurrence of a claim',
    [
      'mark dam.assay 8c11 --quote "Nine people were missing" --as verifiable',
      'mark dam.assay 8c11 --quote "will never recover" --as unverifiable --reason prediction',
      'mark dam.assay 8c11 --quote "nine" --prefix "at least " --as verifiable --claim 3f2a',
    ],
    (command) =>
      command
        .requiredOption('--quote <words>', 'the words, as they stand in the article')
        .option('--prefix <words>', 'what stands right before them')
        .option('--suffix <words>', 'what stands right after them')
        .requiredOption('--as <verifiability>', VERIFIABILITIES.join(', '))
        .option('--reason <reason>', `why it is unverifiable: ${REASONS.join(', ')}`)
        .option('--claim <claim>', 'a claim that these words repeat'),
    async ({ out, open }, [file, article], options) => {
      const as = wordFrom(VERIFIABILITIES, String(options['as']));
      if (!as) throw notAmong('Verifiability', String(options['as']), VERIFIABILITIES);
      const given = text(options, 'reason');
      const reason = given === undefined ? undefined : wordFrom(REASONS, given);
      if (given !== undefined && !reason) throw notAmong('Reason', given, REASONS);
      await open(file!, async (engine) => {
        const { claim, occurrence } = await engine.call('mark', {
          article: article!,
          quote: String(options['quote']),
          prefix: text(options, 'prefix'),
          suffix: text(options, 'suffix'),
          as,
          reason,
          claim: text(options, 'claim'),
        });
        out.result({ claim, occurrence }, () => [
          `${brief(claim.id)}  ${claim.verifiability}  ${short(occurrence.exact)}`,
        ]);
      });
    },
    worldOf,
  );

  add(
    program,
    'claims <file>',
    'list the claims with all that hangs on them',
    ['claims dam.assay', 'claims dam.assay --article 8c11 --json'],
    (command) => command.option('--article <article>', 'only the claims of this article'),
    ({ out, open }, [file], options) =>
      open(file!, async (engine) => {
        const article = text(options, 'article');
        const { claims } = await engine.call('listClaims', article === undefined ? {} : { article });
        out.result({ claims }, () =>
          table(
            claims.map((one) => [
              brief(one.id),
              one.verifiability,
              one.status,
              one.rating ?? '-',
              `${one.evidence.length} evidence`,
              short(one.wording),
            ]),
          ),
        );
      }),
    worldOf,
  );
}

/** What is wrong with a source is noted beside it; what is wrong with the project ends the import. */
async function importOne(
  engine: Engine,
  source: { name: string; read: () => Uint8Array },
  done: Imported,
): Promise<void> {
  let bytes: Uint8Array;
  try {
    bytes = source.read();
  } catch (error) {
    const code = error instanceof CallError ? error.code : 'unreadable';
    done.failed.push({ source: source.name, error: { code, message: sentenceOf(error) } });
    return;
  }
  const { token } = engine.receive(bytes, source.name);
  const { articles, failed } = await engine.call('importArticles', {
    uploads: [{ token, name: source.name }],
  });
  done.articles.push(...articles);
  done.failed.push(...failed);
}

function report(out: Out, done: Imported): void {
  out.result(done, () => [
    ...table(
      done.articles.map((one) => [
        brief(one.id),
        one.words,
        `${one.references} references proposed`,
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
