import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frontMatter } from '#importers/front-matter.ts';

const BODY = 'The dam broke at night.\n';

/** Each line is nine times as long as the one before it. */
const MULTIPLIED = Array.from(
  { length: 20 },
  (_, n) => `a${n + 1}: &a${n + 1} [${n === 0 ? 'x' : Array(9).fill(`*a${n}`).join(', ')}]\n`,
).join('');

/** What was found, without what stays empty. */
async function found(head: string): Promise<Record<string, string>> {
  const { facts, body } = await frontMatter(`${head}${BODY}`);
  expect(body.trimStart()).toBe(BODY);
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
}

describe('the head of a Markdown text', () => {
  test.each<[string, string, Record<string, string>]>([
    [
      'YAML with folded words, comments and people in parts',
      '---\n# where it comes from\ntitle: >-\n  A long\n  title\nauthor:\n  - name: Ada Lind\n    email: ada@a.example\n  - given: Ben\n    family: Okri\n  - Cy Noor:\n      institute: Water\nabstract: |\n  Some text: and more\n\n  of it\nsource: The Paper\nsource_url: https://news.example/a\ndate: "2022-01-08"\n---\n',
      {
        title: 'A long title',
        author: 'Ada Lind, Ben Okri, Cy Noor',
        address: 'https://news.example/a',
        published: '2022-01-08',
      },
    ],
    [
      'YAML with quotes, brackets and braces',
      `---\ntitle: "He said: \\"no\\" \\u2014 twice"   # why\nauthors: [ "Lind, Ada", {name: Ben Okri} ,\n  'O''Brien' ]\nurl: <https://a.example/x>\nlang: en\n...\n`,
      {
        title: 'He said: "no" — twice',
        author: "Lind, Ada, Ben Okri, O'Brien",
        address: 'https://a.example/x',
        language: 'en',
      },
    ],
    [
      'YAML of a notebook, with quotes that do not end where they seem to',
      '---\nTitle: "The dam" and the town\nauthor:\n- "[[Ada Lind]]"\ntags:\n- a\n\npublished: 8 January 2022\n---\n\n',
      { title: '"The dam" and the town', author: 'Ada Lind', published: '2022-01-08' },
    ],
    [
      'TOML with tables and comments',
      `+++\ntitle = "The dam that \\"held\\""\ndate = 2022-01-08T10:00:00+05:00 # as printed\ndraft = false\nauthors = [\n  "Ada Lind", # first\n  'Ben Okri',\n]\n\n[params]\npublisher = """\nThe \\\n  Paper"""\nurl = 'https://news.example/dam'\n[[menu.main]]\nweight = 1\n+++\n`,
      {
        title: 'The dam that "held"',
        author: 'Ada Lind, Ben Okri',
        published: '2022-01-08',
        publisher: 'The Paper',
        address: 'https://news.example/dam',
      },
    ],
    [
      'TOML with people in tables',
      '+++\ntitle = \'\'\'Плотина\'\'\'\n[[author]]\nname = "Айгуль"\n[[author]]\nname = "Бота"\nextra."a key" = { x = 1, y = [2, 3] }\n+++\n',
      { title: 'Плотина', author: 'Айгуль, Бота' },
    ],
    [
      'JSON',
      '{\n  "Title": "The dam",\n  "author": {"name": "Ada Lind"},\n  "date": "2022-01-08"\n}\n\n',
      { title: 'The dam', author: 'Ada Lind', published: '2022-01-08' },
    ],
    [
      'MultiMarkdown’s lines',
      'Title: The dam\n  and the town\nAuthor: Ada Lind\nDate: 2022-01-08\n\n',
      { title: 'The dam and the town', author: 'Ada Lind', published: '2022-01-08' },
    ],
    [
      'pandoc’s lines',
      '% The dam\n  and the town\n% Ada Lind; Ben Okri\n% January 8, 2022\n\n',
      { title: 'The dam and the town', author: 'Ada Lind, Ben Okri', published: '2022-01-08' },
    ],
    [
      'YAML without the quotes that it wants',
      '---\ntitle: The dam: what is known\nauthor: Ada Lind # who else\nsource: @paper\nurl: https://a.example/x?y=1\n---\n',
      { title: 'The dam: what is known', address: 'https://a.example/x?y=1', author: 'Ada Lind' },
    ],
    ['YAML names that multiply without end, as words', `---\n${MULTIPLIED}---\n`, {}],
    ['nothing between the marks', '---\n---\n', {}],
  ])('%s', async (_, head, facts) => {
    expect(await found(head)).toEqual(facts);
  });

  test.each([
    ['a text between two rules', '---\n\nThe water rose.\n\nNote: nobody was told.\n\n---\n\nMore.\n'],
    ['a rule and a heading', '---\nNote: a line\nthat goes on here.\n---\nMore.\n'],
    ['plus signs that are no TOML', '+++\nWords of a text.\n+++\nMore.\n'],
    ['TOML that does not end', '+++\ntitle = "a"\n\nMore.\n'],
    ['braces that are no JSON', '{\n"a": \n}\nMore.\n'],
    ['brackets without end', `---\ntitle: ${'['.repeat(20_000)}\n---\nMore.\n`],
    ['one line with a colon', 'Title: a story\n\nMore.\n'],
    ['a line with a date', 'Date: today\nand more of it\n\nMore.\n'],
  ])('keeps %s as text', async (_, source) => {
    expect((await frontMatter(source)).body).toBe(source);
  });

  test('never takes more than a head, whatever stands there', async () => {
    const line = fc.constantFrom(
      ...'---;+++;{;};title: a;a: [b;- c;  d: e;"q;f = "g";[h];% i;words of a text;;k: |;  - l: {m: n'.split(
        ';',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const source = lines.join('\n');
        const { body } = await frontMatter(source);
        expect(source.endsWith(body)).toBe(true);
        expect(source.slice(0, source.length - body.length)).not.toContain('words of a text');
      }),
      { numRuns: 300 },
    );
  });
});
