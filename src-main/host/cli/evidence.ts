import { Option, type Command } from 'commander';
import type { Input } from '#contract/index.ts';
import { STANCES, wordFrom } from '#contract/words.ts';
import type { World } from '#engine/engine.ts';
import { readInput, readInputText } from './files.ts';
import { brief, notAmong, short, table, UsageError } from './output.ts';
import { add, text } from './program.ts';

export function evidenceCommands(program: Command, worldOf: () => Promise<World>): void {
  add(
    program,
    'reference <file>',
    'add references from CSL-JSON, BibTeX or RIS, or one by its address',
    [
      'reference dam.assay --url https://example.org/report --title "Inspection report"',
      'reference dam.assay --bibtex library.bib',
      'reference dam.assay --csl items.json --json',
    ],
    (command) =>
      command
        .option('--csl <path>', 'a CSL-JSON file')
        .option('--bibtex <path>', 'a BibTeX file')
        .option('--ris <path>', 'a RIS file')
        .option('--url <address>', 'the address of a page')
        .option('--title <title>', 'its title'),
    async ({ out, open }, [file], options) => {
      const input = referenceInput(options);
      await open(file!, async (engine) => {
        const { references, failed } = await engine.call('addReferences', input);
        out.result({ references, failed }, () =>
          table(references.map((one) => [brief(one.id), short(one.citation, 120)])),
        );
        for (const { source, error } of failed) out.warn(`error: ${short(source, 60)}: ${error.message}`);
        if (references.length === 0) out.exit(1);
      });
    },
    worldOf,
  );

  add(
    program,
    'capture <file> <reference> <source>',
    'keep an archived copy of a reference: PDF, web page, web archive, message, text or image',
    ['capture dam.assay 51d0 report.pdf', 'capture dam.assay 51d0 crawl.wacz --page https://example.org/'],
    (command) => command.option('--page <page>', 'which page of an archive: its address or number'),
    async ({ out, open }, [file, reference, source], options) => {
      const page = text(options, 'page');
      const bytes = readInput(source!);
      await open(file!, async (engine) => {
        const { token } = engine.receive(bytes, source!);
        const { capture } = await engine.call('capture', {
          reference: reference!,
          upload: { token, name: source!, ...(page === undefined ? {} : { page }) },
        });
        out.result({ capture }, () => [
          `${brief(capture.id)}  ${capture.mediaType}  ${capture.bytes} bytes  sha256 ${capture.sha256}`,
        ]);
      });
    },
    worldOf,
  );

  add(
    program,
    'evidence <file> <claim> <reference>',
    'link a claim to a reference',
    ['evidence dam.assay 3f2a 51d0 --stance refutes --quote "no crack was found" --locator "p. 4"'],
    (command) =>
      command
        .requiredOption('--stance <stance>', STANCES.join(', '))
        .option('--quote <words>', 'the passage; its place is found in the archived copies')
        .option('--locator <locator>', 'page, paragraph or time')
        .option('--note <note>', 'what it shows'),
    async ({ out, open }, [file, claim, reference], options) => {
      const stance = wordFrom(STANCES, String(options['stance']));
      if (!stance) throw notAmong('Stance', String(options['stance']), STANCES);
      await open(file!, async (engine) => {
        const { evidence } = await engine.call('linkEvidence', {
          claim: claim!,
          reference: reference!,
          stance,
          quote: text(options, 'quote'),
          locator: text(options, 'locator'),
          note: text(options, 'note'),
        });
        out.result({ evidence }, () => [
          `${brief(evidence.id)}  ${evidence.stance}  ${short(evidence.quote)}`,
        ]);
      });
    },
    worldOf,
  );

  add(
    program,
    'verdict <file> <claim>',
    'give a verdict on a claim',
    ['verdict dam.assay 3f2a --rating false --justification "The log shows two." --final'],
    (command) =>
      command
        .requiredOption('--rating <rating>', 'a rating of the project’s scale, such as half-true')
        .option('--justification <text>', 'why')
        .addOption(
          new Option('--confidence <confidence>', 'how sure you are').choices(['low', 'medium', 'high']),
        )
        .option('--known-as-of <day>', 'the date up to which you know')
        .option('--final', 'make it the final verdict of the claim'),
    ({ out, open }, [file, claim], options) =>
      open(file!, async (engine) => {
        const { verdict } = await engine.call('rateClaim', {
          claim: claim!,
          rating: String(options['rating']),
          justification: text(options, 'justification'),
          confidence: text(options, 'confidence') as 'low' | undefined,
          knownAsOf: text(options, 'knownAsOf'),
          final: options['final'] === true,
        });
        out.result({ verdict }, () => [
          `${brief(verdict.id)}  ${verdict.rating}${verdict.final ? ', final' : ''}`,
        ]);
      }),
    worldOf,
  );
}

function referenceInput(options: Record<string, unknown>): Input<'addReferences'> {
  const url = text(options, 'url');
  const files = (['csl', 'bibtex', 'ris'] as const).flatMap((kind) => {
    const path = text(options, kind);
    return path === undefined ? [] : [[kind === 'csl' ? 'cslText' : kind, path] as const];
  });
  if (files.length + (url === undefined ? 0 : 1) !== 1) {
    throw new UsageError('Name exactly one of --csl, --bibtex, --ris or --url.');
  }
  if (url !== undefined) return { url, title: text(options, 'title') };
  const [[kind, path]] = files as [readonly ['cslText' | 'bibtex' | 'ris', string]];
  return { [kind]: readInputText(path) };
}
