import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
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

const COUNT = Number(process.env['ASSAY_ROUND_TRIPS'] ?? 2);
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
/** Numbers of notes and of list items stand in pandoc's plain text, but not in every reader's. */
const theirs = (path: string, format: string) =>
  wordsIn(
    outputOf('pandoc', ['--sandbox', '-f', format, '-t', 'plain', '--wrap=none', path]).replaceAll(
      /^\s*\d+\.\s+/gm,
      '',
    ),
  );

describe.skipIf(!pandoc)('documents that pandoc made', () => {
  test.each(['docx', 'odt', 'epub', 'html'])(
    '%s: the same words in the same order',
    async (format) => {
      let least = 1;
      for (let n = 0; n < COUNT; n++) {
        const path = join(folder, `p${n}.${format}`);
        const source = join(folder, `p${n}.md`);
        writeFileSync(source, articleSource(n));
        outputOf('pandoc', ['-s', '--metadata', `title=Part`, '-o', path, source]);
        const share = agreement(await ours(path), theirs(path, format));
        least = Math.min(least, share);
        expect(share, `${format} ${n}`).toBeGreaterThanOrEqual(0.995);
      }
      console.info(`pandoc’s ${format}: ${COUNT} documents, agreement at least ${least.toFixed(4)}`);
    },
    240_000,
  );
});

describe.skipIf(!pandoc || !soffice)('documents that LibreOffice made', () => {
  test('DOCX, ODT and RTF: the same words in the same order', async () => {
    for (let n = 0; n < COUNT; n++) {
      const source = join(folder, `l${n}.md`);
      writeFileSync(source, articleSource(n));
      outputOf('pandoc', ['-o', join(folder, `l${n}.odt`), source]);
    }
    const sources = Array.from({ length: COUNT }, (_, n) => join(folder, `l${n}.odt`));
    for (const format of ['docx', 'rtf', 'odt']) {
      const made = join(folder, format);
      const home = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      spawnSync('soffice', [home, '--headless', '--convert-to', format, '--outdir', made, ...sources], {
        timeout: 200_000,
      });
      for (let n = 0; n < COUNT; n++) {
        // pandoc reads RTF less well than OpenDocument, so the words of the source are the measure for all three
        const share = agreement(await ours(join(made, `l${n}.${format}`)), theirs(sources[n]!, 'odt'));
        expect(share, `${format} ${n}`).toBeGreaterThanOrEqual(0.995);
      }
      console.info(`LibreOffice’s ${format}: ${COUNT} documents`);
    }
  }, 600_000);
});

describe.skipIf(!pandoc || !soffice || !pdftotext)('two-column PDF that LibreOffice made', () => {
  /*
   * pdftotext's own order puts the top of the second column before the first on such pages; -raw keeps the order in which
   * LibreOffice writes, which is that of reading. Notes stand at the foot of their pages there, and at the end in Assay.
   * The words of the source are the second measure. Hyphens inside words are left out on all sides, since whether one
   * at the end of a line belongs to the word cannot be seen in what pdftotext prints.
   */
  test('has the words that pdftotext finds, in the order of reading', async () => {
    const source = join(folder, 'two.md');
    writeFileSync(source, articleSource(3, 40));
    outputOf('pandoc', ['-t', 'odt', '-o', join(folder, 'two.odt'), source]);
    // LibreOffice sets columns by the page style of a flat document
    const flat = join(folder, 'two.fodt');
    const home = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    spawnSync(
      'soffice',
      [home, '--headless', '--convert-to', 'fodt', '--outdir', folder, join(folder, 'two.odt')],
      { timeout: 200_000 },
    );
    writeFileSync(
      flat,
      readFileSync(flat, 'utf8').replaceAll(
        /<style:page-layout-properties([^>]*)>/g,
        '<style:page-layout-properties$1><style:columns fo:column-count="2" fo:column-gap="0.6cm"><style:column style:rel-width="1*"/><style:column style:rel-width="1*"/></style:columns>',
      ),
    );
    spawnSync('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, flat], {
      timeout: 200_000,
    });
    const pdf = join(folder, 'two.pdf');
    const words = (text: string) => wordsIn(text.replaceAll(/(\p{L})[-\u00AD]\s*(?=\p{L})/gu, '$1'));
    const own = words(await textFrom(pdf));
    const found = words(outputOf('pdftotext', ['-raw', pdf, '-']));
    const written = words(outputOf('pandoc', ['-t', 'plain', '--wrap=none', source]));
    const shares = { pdftotext: agreement(own, found), source: agreement(own, written) };
    console.info(
      `two columns: ${found.length} words, agreement ${shares.pdftotext.toFixed(4)} with pdftotext, ${shares.source.toFixed(4)} with the source`,
    );
    expect(shares.pdftotext).toBeGreaterThanOrEqual(0.98);
    expect(shares.source).toBeGreaterThanOrEqual(0.98);
  }, 600_000);
});
