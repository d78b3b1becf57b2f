import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import {
  CITATION_STYLES,
  REPORT_FORMAT_NAMES,
  REPORT_LANGUAGES,
  REPORT_ORDERS,
  REPORT_PARTS,
  USUAL_PARTS,
  type ReportOptions,
  type ReportPart,
} from '#contract/words.ts';
import { CallError } from '#contract/error.ts';
import type { Engine, World } from '#engine/engine.ts';
import { readInput } from './files.ts';
import { notAmong, UsageError } from './output.ts';
import { add, text } from './program.ts';

export function exportCommand(program: Command, worldOf: () => Promise<World>): void {
  add(
    program,
    'export <file>',
    'write a verdict report or a standard format',
    [
      'export dam.assay --format html --out report.html',
      'export dam.assay --format csv --out claims.csv --article 8c11 --article 51fe',
      'export dam.assay --format claimreview --out checks.jsonld --team "Sarkyn Desk" --address https://example.org/dam',
      'export dam.assay --format html --out отчёт.html --language ru --style gost --exclude history',
    ],
    (command) =>
      command
        .requiredOption('--format <format>', REPORT_FORMAT_NAMES.join(', '))
        .requiredOption('--out <path>', 'the file to write')
        .option('--article <article>', 'only this article; may be given several times', andMore, [])
        .option(
          '--question <question>',
          'only the claim of this question; may be given several times',
          andMore,
          [],
        )
        .option('--language <language>', `of the report: ${REPORT_LANGUAGES.join(', ')}`)
        .option('--style <style>', `of the citations: ${CITATION_STYLES.join(', ')}`)
        .option('--order <order>', `of the claims: ${REPORT_ORDERS.join(', ')}`)
        .option('--scale <scale>', 'map all ratings onto this scale; averitec is always known')
        .option('--include <parts>', `only these parts, by commas: ${REPORT_PARTS.join(', ')}`)
        .option('--exclude <parts>', 'all the usual parts but these, by commas')
        .option('--team <name>', 'the name of the team that the report prints')
        .option('--logo <file>', 'its logo, a PNG or JPEG file')
        .option('--note <text>', 'a cover note')
        .option('--address <address>', 'ClaimReview: the page on which the checks stand')
        .option('--team-address <address>', 'ClaimReview: the address of the team’s own site')
        .option('--questions-from-evidence', 'AVeriTeC: write evidence that answers no question as one')
        .option('--preset <name>', 'options that the team keeps under this name'),
    async ({ out, open }, [file], options) => {
      const format = oneOf('Format', REPORT_FORMAT_NAMES, text(options, 'format'))!;
      const chosen = chosenIn(options);
      const path = String(options['out']);
      refuseOutput(path, file!);
      await open(file!, async (engine) => {
        const kept = await presetOf(engine, text(options, 'preset'));
        const { report } = await engine.call('writeReport', {
          ...kept,
          ...chosen,
          format,
          scope: {
            articles: options['article'] as string[],
            questions: options['question'] as string[],
          },
          tell: 'en',
          address: text(options, 'address'),
          teamAddress: text(options, 'teamAddress'),
          questionsFromEvidence: options['questionsFromEvidence'] === true,
        });
        writeWhole(path, engine.fileOf(report.token)!.bytes);
        const { bytes, claims, losses } = report;
        out.result({ report: { file: resolve(path), bytes, claims, losses } }, () => [
          `Wrote ${path}: ${claims} claims, ${bytes} bytes.`,
          ...losses.map((loss) => `  not in this format: ${loss}`),
        ]);
      });
    },
    worldOf,
  );
}

const andMore = (one: string, sofar: string[]) => [...sofar, one];

function oneOf<W extends string>(
  what: string,
  words: readonly W[],
  given: string | undefined,
): W | undefined {
  const found = words.find((word) => word === given?.trim());
  if (given !== undefined && found === undefined) throw notAmong(what, given, words);
  return found;
}

function partsOf(list: string): ReportPart[] {
  return list
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => oneOf('Part', REPORT_PARTS, part)!);
}

/** What was written on the command line; what was not is left to the preset, or to what is usual. */
function chosenIn(options: Record<string, unknown>): Partial<ReportOptions> {
  const include = text(options, 'include');
  const exclude = text(options, 'exclude');
  if (include !== undefined && exclude !== undefined)
    throw new UsageError('Write --include or --exclude, not both.');
  const without = exclude === undefined ? undefined : partsOf(exclude);
  const logo = text(options, 'logo');
  const chosen = {
    language: oneOf('Language', REPORT_LANGUAGES, text(options, 'language')),
    style: oneOf('Style', CITATION_STYLES, text(options, 'style')),
    order: oneOf('Order', REPORT_ORDERS, text(options, 'order')),
    scale: text(options, 'scale'),
    include:
      include === undefined
        ? without && USUAL_PARTS.filter((part) => !without.includes(part))
        : partsOf(include),
    team: text(options, 'team'),
    note: text(options, 'note'),
    logo: logo === undefined ? undefined : logoAddress(logo),
  };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
}

/** The largest picture that still fits into the options of a report. */
const LARGEST_PICTURE = 190_000;

function logoAddress(path: string): string {
  const bytes = readInput(path, 200 << 20);
  if (bytes.length > LARGEST_PICTURE)
    throw new CallError('too-large', `${path} is larger than 190 kB, the most that a logo may have.`);
  const type = bytes[0] === 0xff ? 'jpeg' : 'png';
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

async function presetOf(engine: Engine, name: string | undefined): Promise<Partial<ReportOptions>> {
  if (name === undefined) return {};
  const { presets } = await engine.call('listReportPresets', {});
  const found = presets.find((preset) => preset.name === name);
  if (!found) {
    const known = presets.map((preset) => `“${preset.name}”`).join(', ');
    throw new CallError(
      'not-found',
      `The project keeps no report options named “${name}”${known === '' ? '' : `; it has ${known}`}.`,
    );
  }
  return found.options;
}

/** A report may replace an older report, but never the project it is made from, nor a folder. */
function refuseOutput(path: string, project: string): void {
  if (path.trim() === '') throw new UsageError('--out names no file.');
  if (resolve(path) === resolve(project))
    throw new CallError('refused', `${path} is the project itself; choose another name.`);
  if (!existsSync(dirname(resolve(path))))
    throw new CallError('not-found', `The folder ${dirname(resolve(path))} does not exist.`);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new CallError('refused', `${path} is a folder; name a file.`);
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const unfinished = `${path}.unfinished`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new CallError(
      'refused',
      `${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
    );
  }
}
