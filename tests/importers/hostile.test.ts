import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { articleSchema } from '#domain/article-schema.ts';
import { checkDocument, isSafeAddress, type Node } from '#domain/document.ts';
import { ImportError } from '#importers/import-error.ts';
import { readArticle } from '#importers/read-article.ts';
import { hasShared, sharedAt } from '../support/shared.ts';

/** Every link of a document. */
function linksIn(node: Node): string[] {
  const own = (node.marks ?? []).flatMap((mark) =>
    mark.type === 'link' ? [String(mark.attrs?.['href'])] : [],
  );
  return [...own, ...(node.content ?? []).flatMap(linksIn)];
}

/** Reads and checks; false where the input held no text at all. Anything else that fails, fails the test. */
async function readsSafely(source: string | Uint8Array, name: string): Promise<boolean> {
  try {
    const bytes = typeof source === 'string' ? Buffer.from(source.toWellFormed()) : source;
    const article = await readArticle({ bytes, name });
    checkDocument(article.document);
    ProseMirrorNode.fromJSON(articleSchema(), article.document).check();
    for (const href of linksIn(article.document)) {
      if (!isSafeAddress(href) || !['http:', 'https:', 'mailto:'].includes(new URL(href).protocol))
        throw new Error(`unsafe link ${href}`);
    }
    return true;
  } catch (error) {
    if (error instanceof ImportError) return false;
    throw new Error(`${name}: ${String(source).slice(0, 300)}`, { cause: error });
  }
}

const json = <T>(path: string): T => JSON.parse(readFileSync(sharedAt(path), 'utf8')) as T;

describe.skipIf(!hasShared)('public hostile samples', () => {
  test('HTML payloads, as HTML and in Markdown, leave only text', async () => {
    const payloads = json<{ payload: string }[]>('data/hostile/html-payloads.json');
    let read = 0;
    for (const { payload } of payloads) {
      if (await readsSafely(payload, 'a.html')) read++;
      if (await readsSafely(`# Title\n\n${payload}\n\n[x](javascript:alert(1))`, 'a.md')) read++;
    }
    console.info(`HTML payloads: ${payloads.length} samples, twice each, ${read} with text`);
    expect(read).toBeGreaterThan(payloads.length);
  });

  test('naughty strings are read in every format', async () => {
    const strings = json<string[]>('data/hostile/blns.json');
    for (const one of strings)
      for (const name of ['a.txt', 'a.md', 'a.html']) await readsSafely(`Some words\n\n${one}`, name);
    console.info(`naughty strings: ${strings.length} samples in 3 formats`);
    expect(strings.length).toBeGreaterThan(500);
  });

  test('tree-construction cases keep to the schema', async () => {
    const folder = 'data/hostile/html5lib/tree-construction';
    const files = readdirSync(sharedAt(folder), { recursive: true, encoding: 'utf8' }).filter((f) =>
      f.endsWith('.dat'),
    );
    let count = 0;
    for (const file of files)
      for (const part of readFileSync(sharedAt(`${folder}/${file}`), 'latin1')
        .split(/(?:^|\n)#data\n/)
        .slice(1)) {
        await readsSafely(Buffer.from(part.split('\n#errors')[0]!, 'latin1'), 'a.html');
        count++;
      }
    console.info(`tree construction: ${count} samples`);
    expect(count).toBeGreaterThan(500);
  });

  test('tokenizer cases keep to the schema', async () => {
    const folder = 'data/hostile/html5lib/tokenizer';
    let count = 0;
    for (const file of readdirSync(sharedAt(folder)).filter((name) => name.endsWith('.test')))
      for (const { input } of json<{ tests?: { input: string }[] }>(`${folder}/${file}`).tests ?? []) {
        await readsSafely(`words ${input}`, 'a.html');
        count++;
      }
    console.info(`tokenizer: ${count} samples`);
    expect(count).toBeGreaterThan(200);
  });

  test('archives are refused with a sentence', async () => {
    let count = 0;
    for (const folder of ['failure', 'inconsistent'])
      for (const file of readdirSync(sharedAt(`data/hostile/zip/${folder}`))) {
        expect(await readsSafely(readFileSync(sharedAt(`data/hostile/zip/${folder}/${file}`)), file)).toBe(
          false,
        );
        count++;
      }
    console.info(`archives: ${count} samples`);
  });

  test('all of CommonMark is read, and its words are kept', async () => {
    const examples =
      json<{ markdown: string; html: string; section: string; example: number }[]>(
        'data/commonmark/spec.json',
      );
    const raw = new Set(['HTML blocks', 'Raw HTML']);
    let read = 0;
    const different: number[] = [];
    for (const { markdown, html, section, example } of examples) {
      if (!(await readsSafely(markdown, 'a.md'))) continue;
      read++;
      if (raw.has(section) || /<(?:img|!--|\?)|&lt;|&amp;|&quot;/.test(html)) continue;
      const { document } = await readArticle({ bytes: Buffer.from(markdown), name: 'a.md' });
      const wanted = lettersOf(html.replaceAll(/<[^>]+>/g, ''));
      if (lettersOf(wordsOf(document)) !== wanted) different.push(example);
    }
    console.info(
      `CommonMark: ${examples.length} samples, ${read} with text, other words in ${different.length}: ${different.join()}`,
    );
    expect(different.length).toBeLessThan(10);
  });

  const lettersOf = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const wordsOf = (node: Node): string => (node.text ?? '') + (node.content ?? []).map(wordsOf).join(' ');
});

const TAGS =
  'p div span b i em strong a ul ol li dl dt dd table tr td th thead tbody caption blockquote pre code h1 h3 br hr sup sub img svg math script style template select option textarea iframe form input button q figure figcaption details summary font center nobr xmp plaintext noscript frameset body html head title base'.split(
    ' ',
  );
const markup = fc.array(
  fc.oneof(
    fc.constantFrom(...TAGS).map((tag) => `<${tag}>`),
    fc.constantFrom(...TAGS).map((tag) => `</${tag}>`),
    fc
      .tuple(
        fc.constantFrom(
          'javascript:alert(1)',
          'data:text/html,x',
          '//a.example',
          '/x',
          'https://a.example',
          ' jAvAscript:x',
          'mailto:a@b.c',
          '#n',
        ),
        fc.boolean(),
      )
      .map(([href, id]) => `<a href="${href}" ${id ? 'id="n"' : ''} onclick="x()">`),
    fc.constantFrom(
      'words',
      ' ',
      '&#0;',
      '&#xD800;',
      '&nbsp;',
      '\n',
      '<!--',
      '-->',
      '<',
      '&lt;script&gt;',
      '1',
      ']]>',
      '\u{1F98A}',
    ),
    fc.string({ maxLength: 6 }),
  ),
  { maxLength: 40 },
);

test('whatever the markup, the result fits the schema and links stay harmless', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(markup, async (parts) => {
      if (await readsSafely(`words${parts.join('')}`, 'a.html')) read++;
    }),
    { numRuns: 400 },
  );
  expect(read).toBeGreaterThan(300);
});

test('whatever the bytes, they are read or refused with a sentence', async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('a.txt', 'a.md', 'a.html', 'a', 'a.bin'),
      async (bytes, name) => {
        if (!(await readsSafely(bytes, name))) refused++;
      },
    ),
    { numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(5);
});
