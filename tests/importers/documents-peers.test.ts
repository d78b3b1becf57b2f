import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { flatten } from '#domain/flat-text.ts';
import { readArticle } from '#importers/read-article.ts';
import { articleSource } from '../support/article-source.ts';
import { agreement, outputOf, peer, wordsIn } from '../support/peers.ts';

const pandoc = peer('pandoc');
const soffice = peer('soffice');
const pdftotext = peer('pdftotext', '-v');
for (const [name, found] of Object.entries({ pandoc, soffice, pdftotext }))
  if (!found)
    process.stderr.write(`${name} is not installed: the documents that it would make or read are skipped.\n`);

/** Documents of each format: they have the same parts in another order, and to start pandoc costs a second of work. */
const COUNT = Number(process.env['ASSAY_ROUND_TRIPS'] ?? 1);
/** Each start of LibreOffice costs seconds: `npm test` has the format that pandoc does not write as it does, the soak all. */
const OFFICE = COUNT < 10 ? ['rtf'] : ['docx', 'rtf', 'odt'];
const folder = mkdtempSync(join(tmpdir(), 'assay-peers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/*
 * Agreement is measured word by word and in order: the longest sequence of words common to both texts over the number of
 * words of the longer text, so that a word lost, added or moved by either side lowers it. A word is letters, marks and
 * digits after NFKC, in small letters; punctuation counts for nothing.
 */
const textFrom = async (path: string) =>
  flatten((await readArticle({ bytes: readFileSync(path), name: path })).document).text;
const ours = async (path: string) => wordsIn(await textFrom(path));

const read = new Map<string, string[]>();
/** Numbers of notes and of list items stand in pandoc's plain text, but not in every reader's. */
function theirs(path: string, format: string): string[] {
  let words = read.get(path);
  if (!words) {
    const text = outputOf('pandoc', ['--sandbox', '-f', format, '-t', 'plain', '--wrap=none', path]);
    read.set(path, (words = wordsIn(text.replaceAll(/^\s*\d+\.\s+/gm, ''))));
  }
  return words;
}

const numbers = Array.from({ length: COUNT }, (_, n) => n);
const named = (name: string) => join(folder, name);
for (const n of numbers) writeFileSync(named(`${n}.md`), articleSource(n));

/** Has pandoc make the Nth document. */
function made(n: number, format: string): string {
  const path = named(`${n}.${format}`);
  if (existsSync(path)) return path;
  outputOf('pandoc', ['-s', '--metadata', 'pagetitle=Part', '-o', path, named(`${n}.md`)]);
  return path;
}

async function leastAgreement(paths: readonly string[], words: readonly (readonly string[])[]) {
  let least = 1;
  for (const [n, path] of paths.entries()) least = Math.min(least, agreement(await ours(path), words[n]!));
  return least;
}

describe.skipIf(!pandoc)('documents that pandoc made', () => {
  test.each(['docx', 'odt', 'epub', 'html'])(
    '%s: the same words in the same order',
    async (format) => {
      const paths = numbers.map((n) => made(n, format));
      const words = paths.map((path) => theirs(path, format));
      const least = await leastAgreement(paths, words);
      console.info(`pandoc’s ${format}: ${COUNT} documents, agreement at least ${least.toFixed(4)}`);
      expect(least).toBeGreaterThanOrEqual(0.995);
    },
    600_000,
  );
});

/** One start of LibreOffice for all documents of a format. */
function converted(format: string, sources: readonly string[]): string {
  const out = named(`office-${format}`);
  const home = `-env:UserInstallation=file://${named('profile')}`;
  spawnSync('soffice', [home, '--headless', '--convert-to', format, '--outdir', out, ...sources], {
    timeout: 400_000,
  });
  return out;
}

describe.skipIf(!pandoc || !soffice)('documents that LibreOffice made', () => {
  test(`${OFFICE.join(', ')}: the same words in the same order`, async () => {
    const sources = numbers.map((n) => made(n, 'odt'));
    // pandoc reads RTF less well than OpenDocument, so the words of the source are the measure for all
    const words = sources.map((source) => theirs(source, 'odt'));
    for (const format of OFFICE) {
      const out = converted(format, sources);
      const paths = numbers.map((n) => join(out, `${n}.${format}`));
      const least = await leastAgreement(paths, words);
      console.info(`LibreOffice’s ${format}: ${COUNT} documents, agreement at least ${least.toFixed(4)}`);
      expect(least, format).toBeGreaterThanOrEqual(0.995);
    }
  }, 1_200_000);
});

/** An OpenDocument text set in two columns. */
function inTwoColumns(odt: string): void {
  const parts = unzipSync(readFileSync(odt));
  const styles = strFromU8(parts['styles.xml']!).replaceAll(
    /<style:page-layout-properties([^>]*?)(\/?)>/g,
    (_, rest: string, closed: string) =>
      `<style:page-layout-properties${rest}><style:columns fo:column-count="2" fo:column-gap="0.6cm"><style:column style:rel-width="1*"/><style:column style:rel-width="1*"/></style:columns>${closed === '' ? '' : '</style:page-layout-properties>'}`,
  );
  writeFileSync(odt, zipSync({ ...parts, 'styles.xml': strToU8(styles) }));
}

describe.skipIf(!pandoc || !soffice || !pdftotext)('two-column PDF that LibreOffice made', () => {
  /*
   * pdftotext's own order begins a page with its second column where that begins higher, and on most pages where a heading
   * stands alone at the top; -raw keeps the order in which LibreOffice writes, which is that of reading. So its words are
   * compared in the order of -raw, without the numbers of the pages, which are no text, and all of them without order. Notes stand at the foot of their pages there, and at
   * the end in Assay. The words of the source are the third measure. Hyphens inside words are left out on all sides,
   * since whether one at the end of a line belongs to the word cannot be seen in what pdftotext prints.
   */
  test('has the words that pdftotext finds, in the order of reading', async () => {
    const sources = numbers.map((n) => {
      writeFileSync(named(`two${n}.md`), articleSource(n + 3, 40));
      const odt = named(`two${n}.odt`);
      outputOf('pandoc', ['-o', odt, named(`two${n}.md`)]);
      inTwoColumns(odt);
      return odt;
    });
    const out = converted('pdf', sources);
    const words = (text: string) => wordsIn(text.replaceAll(/(\p{L})[-\u00AD]\s*(?=\p{L})/gu, '$1'));
    const least = { inOrder: 1, all: 1, source: 1 };
    for (const n of numbers) {
      const pdf = join(out, `two${n}.pdf`);
      const own = words(await textFrom(pdf));
      const found = words(outputOf('pdftotext', ['-raw', pdf, '-']).replaceAll(/^\d+\n(?=\f)/gm, ''));
      const written = words(outputOf('pandoc', ['-t', 'plain', '--wrap=none', named(`two${n}.md`)]));
      const plain = words(outputOf('pdftotext', [pdf, '-']));
      least.inOrder = Math.min(least.inOrder, agreement(own, found));
      least.all = Math.min(least.all, agreement(own.toSorted(), plain.toSorted()));
      least.source = Math.min(least.source, agreement(own, written));
    }
    console.info(
      `two columns: ${COUNT} documents, agreement at least ${least.inOrder.toFixed(4)} with pdftotext in order, ${least.all.toFixed(4)} in any order, ${least.source.toFixed(4)} with the source`,
    );
    expect(least.inOrder).toBeGreaterThanOrEqual(0.98);
    expect(least.all).toBeGreaterThanOrEqual(0.99);
    expect(least.source).toBeGreaterThanOrEqual(0.98);
  }, 1_200_000);
});
