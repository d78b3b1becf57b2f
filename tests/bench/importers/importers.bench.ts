/**
 * Word documents beside pandoc, PDF beside pdftotext: times as ratios of medians, interleaved in one run, and how far the
 * words agree, so that speed is not bought with loss. Peers that are absent are skipped, and said to be.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flatten } from '#domain/flat-text.ts';
import { readArticle } from '#importers/read-article.ts';
import { articleSource } from '../../support/article-source.ts';
import { agreement, outputOf, peer, wordsIn } from '../../support/peers.ts';

const RUNS = 7;
const TARGETS = { docx: { time: 0.2, words: 0.995 }, pdf: { time: 3, words: 0.98 } } as const;

const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** True where the target was met. */
async function compare(format: keyof typeof TARGETS, path: string, theirs: () => string): Promise<boolean> {
  const bytes = readFileSync(path);
  const read = () => readArticle({ bytes, name: path });
  const found = wordsIn(theirs());
  const words = agreement(wordsIn(flatten((await read()).document).text), found);
  const [own, other]: [number[], number[]] = [[], []];
  for (let i = 0; i < RUNS; i++) {
    own.push(await timed(read));
    other.push(await timed(() => Promise.resolve(theirs())));
  }
  const ratio = median(own) / median(other);
  const { time, words: least } = TARGETS[format];
  const isMet = ratio <= time && words >= least;
  process.stdout.write(
    `${format}: ${found.length} words, ours ${median(own).toFixed(0)} ms, peer ${median(other).toFixed(0)} ms, ratio ${ratio.toFixed(2)} (target ${time}), words ${words.toFixed(4)} (target ${least}) ${isMet ? 'ok' : 'MISSED'}\n`,
  );
  return isMet;
}

let isMet = true;
try {
  const hasPandoc = peer('pandoc') !== null;
  if (!hasPandoc) process.stdout.write('docx: pandoc is not installed, skipped\n');
  else {
    const source = join(folder, 'a.md');
    writeFileSync(source, articleSource(0, 300));
    const path = join(folder, 'a.docx');
    outputOf('pandoc', ['-o', path, source]);
    isMet =
      (await compare('docx', path, () =>
        outputOf('pandoc', ['--sandbox', '-t', 'plain', '--wrap=none', path]).replaceAll(
          /^\s*\d+\.\s+/gm,
          '',
        ),
      )) && isMet;
    if (peer('soffice') === null || peer('pdftotext', '-v') === null)
      process.stdout.write('pdf: LibreOffice or pdftotext is not installed, skipped\n');
    else {
      spawnSync(
        'soffice',
        [
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          path,
        ],
        { timeout: 240_000 },
      );
      const pdf = join(folder, 'a.pdf');
      isMet =
        (await compare('pdf', pdf, () =>
          outputOf('pdftotext', [pdf, '-'])
            .replaceAll(/(\p{L})[-\u00AD]\n(?=\p{Ll})/gu, '$1')
            .replaceAll(/\n\d+\n+\f/g, '\n'),
        )) && isMet;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isMet ? 0 : 1;
