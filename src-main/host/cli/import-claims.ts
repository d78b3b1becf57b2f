import type { Command } from 'commander';
import { STATEMENT_FORMATS } from '#contract/words.ts';
import type { World } from '#engine/engine.ts';
import { readInput } from './files.ts';
import { notAmong, short, UsageError } from './output.ts';
import { add, text } from './program.ts';

const COUNTED = [
  'articles',
  'claims',
  'occurrences',
  'verdicts',
  'evidence',
  'questions',
  'answers',
  'comments',
  'references',
] as const;

export function importClaimsCommand(program: Command, worldOf: () => Promise<World>): void {
  add(
    program,
    'import-claims <file> <source>',
    'import claims, verdicts and annotations from other programs; - is standard input',
    [
      'import-claims dam.assay checks.jsonld --dry-run',
      'import-claims dam.assay annotations.json --article 8c11',
      'import-claims dam.assay claims.csv --map Statement=wording --map "Who said it=claimant"',
      'import-claims dam.assay project.qdpx --json',
    ],
    (command) =>
      command
        .option(
          '--format <format>',
          `told from the content where it is left out: ${STATEMENT_FORMATS.join(', ')}`,
        )
        .option(
          '--map <column=field>',
          'for a table: what a column stands for; may be given several times',
          andMore,
          [],
        )
        .option('--article <article>', 'the annotations belong to this article')
        .option('--dry-run', 'only say what would change'),
    async ({ out, open }, [file, source], options) => {
      const given = text(options, 'format');
      const format = STATEMENT_FORMATS.find((known) => known === given);
      if (given !== undefined && !format) throw notAmong('Format', given, STATEMENT_FORMATS);
      const columns = Object.fromEntries((options['map'] as string[]).map(columnIn));
      const bytes = readInput(source!);
      await open(file!, async (engine) => {
        const name = source === '-' ? 'standard input' : source!.split(/[\\/]/).at(-1)!;
        const { token } = engine.receive(bytes, name);
        const done = await engine.call('importClaims', {
          upload: { token, name },
          dryRun: options['dryRun'] === true,
          ...(format ? { format } : {}),
          ...(Object.keys(columns).length > 0 ? { columns } : {}),
          article: text(options, 'article'),
        });
        const { columns: found, ...report } = done;
        out.result({ ...report, ...(found ? { columns: found } : {}) }, () => [
          ...COUNTED.flatMap((noun) => {
            const { new: fresh, changed, same } = done[noun];
            return fresh + changed + same === 0
              ? []
              : [`${noun}: ${fresh} new, ${changed} changed, ${same} the same`];
          }),
          ...done.report
            .filter(({ outcome }) => outcome !== 'same')
            .map(({ item, outcome, message }) => `  ${outcome}  ${short(item, 60)}: ${message}`),
          ...(done.written
            ? []
            : [
                options['dryRun'] === true
                  ? 'Nothing was written: this was a trial.'
                  : 'There was nothing to write.',
              ]),
        ]);
        // nothing could be taken out of it
        const taken =
          done.written || COUNTED.some((noun) => done[noun].new + done[noun].changed + done[noun].same > 0);
        if (!taken && done.skipped > 0) {
          const [first] = done.report;
          out.warn(`error: Nothing was imported from ${name}: ${first?.message ?? ''}`);
          out.exit(1);
        }
      });
    },
    worldOf,
  );
}

const andMore = (one: string, sofar: string[]) => [...sofar, one];

function columnIn(pair: string): [string, string] {
  const at = pair.lastIndexOf('=');
  if (at <= 0) throw new UsageError(`Write --map as column=field; “${pair}” is none.`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}
