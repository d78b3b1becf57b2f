import type { Command } from 'commander';
import { REASONS, VERIFIABILITIES, wordFrom } from '#contract/words.ts';
import type { World } from '#engine/engine.ts';
import { brief, notAmong, percent, short, table } from './output.ts';
import { add, text } from './program.ts';

export function articleCommands(program: Command, worldOf: () => Promise<World>): void {
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
          out.result(
            { text: got.text, revision: got.revision.id, sha256: got.revision.sha256, pages: got.pages },
            () => [],
          );
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
