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

const ours = async (path: string) => {
  const { document } = await readArticle({ bytes: readFileSync(path), name: path });
  return wordsIn(flatten(document).text);
};
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
      for (let n = 0; n < COUNT; n++) {
        const path = join(folder, `p${n}.${format}`);
        const source = join(folder, `p${n}.md`);
        writeFileSync(source, articleSource(n));
        outputOf('pandoc', ['-s', '--metadata', `title=Part`, '-o', path, source]);
        // the titles that pandoc puts before a book's or a page's text are data, not text
        const share = agreement(await ours(path), theirs(path, format));
        expect(share, `${format} ${n}`).toBeGreaterThanOrEqual(0.99);
      }
      console.info(`pandoc’s ${format}: ${COUNT} documents`);
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
  test('has the words that pdftotext finds', async () => {
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
    const found = wordsIn(
      outputOf('pdftotext', [pdf, '-']).replaceAll(/(\p{L})[-\u00AD]\n(?=\p{Ll})/gu, '$1'),
    );
    const share = agreement(await ours(pdf), found);
    console.info(`two columns: ${found.length} words, agreement ${share.toFixed(3)}`);
    expect(share).toBeGreaterThanOrEqual(0.98);
  }, 600_000);
});
