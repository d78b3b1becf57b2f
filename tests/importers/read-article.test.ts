import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flatten } from '#domain/flat-text.ts';
import { ImportError } from '#importers/import-error.ts';
import { readArticle } from '#importers/read-article.ts';
import { hasShared, sharedAt } from '../support/shared.ts';

async function read(name: string, text: string, mediaType?: string) {
  const article = await readArticle({
    bytes: Buffer.from(text),
    name,
    ...(mediaType === undefined ? {} : { mediaType }),
  });
  return { ...article, text: flatten(article.document).text };
}

describe('plain text', () => {
  test('gives one paragraph a line, and says what the article is', async () => {
    const article = await read(
      'dam.txt',
      '“The Dam That Broke”\n“The Dam That Broke”\n\nBy Aru Bekova\n5 January 2022\nhttps://news.example/dam\n\n- First point.\n- Second point.\n',
    );
    expect(article).toMatchObject({
      title: 'The Dam That Broke',
      author: 'Aru Bekova',
      published: '2022-01-05',
      address: 'https://news.example/dam',
      format: 'text',
      language: 'en',
      warnings: [],
    });
    expect(article.text.split('\n').slice(-2)).toEqual(['- First point.', '- Second point.']);
  });

  test.each([
    ['Автор: Иван Петров\n5 января 2022', 'Иван Петров', '2022-01-05'],
    ['Мәтін: Әсел Нұрлан\n2022 жылғы 5 қаңтар', 'Әсел Нұрлан', '2022-01-05'],
    ['By Ann Lee\nJanuary 5, 2022', 'Ann Lee', '2022-01-05'],
    ['By Ann Lee\n05.01.2022', 'Ann Lee', '2022-01-05'],
    ['By Ann Lee\n31.02.2022', 'Ann Lee', ''],
  ])('reads author and date from %j', async (top, author, published) => {
    expect(await read('a.txt', `A title\n${top}\n\nText of the article.`)).toMatchObject({
      author,
      published,
    });
  });

  test('joins lines that were broken at a width, and says so', async () => {
    const words =
      'The water rose for three hours before anybody in the town was told to leave the lower streets and'.split(
        ' ',
      );
    const paragraph: string[] = [];
    for (let i = 0; i < 150; i++) paragraph.push(words[i % words.length]!);
    const wrapped = `A Title\n\n${wrap(paragraph, 70)}\n\n${wrap(paragraph.slice(3), 70)}\n`;
    const article = await read('wrapped.txt', wrapped);
    expect(article.text.split('\n')).toEqual(['A Title', paragraph.join(' '), paragraph.slice(3).join(' ')]);
    expect(article.warnings).toHaveLength(1);
    const poem =
      'A Poem\n\n' +
      'The water rose,\nthe people slept,\nthe night was long,\nand no one wept.\n\n'.repeat(5);
    expect((await read('poem.txt', poem)).text.split('\n')).toHaveLength(21);
  });

  function wrap(words: readonly string[], width: number): string {
    const lines = [''];
    for (const word of words) {
      if (lines.at(-1)!.length + 1 + word.length > width) lines.push(word);
      else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
    }
    return lines.join('\n');
  }

  test.each([
    ['kk', 'Су басу түнде басталды. Тұрғындардың айтуынша, су бір сағатта екі метрге көтерілген.'],
    ['ru', 'Паводок начался ночью. По словам жителей, вода поднялась на два метра за один час.'],
    ['uk', 'Повінь почалася вночі. За словами мешканців, вода піднялася на два метри за одну годину.'],
    ['en', 'The flood began at night. According to residents the water rose by two metres within an hour.'],
    ['', '1234 5678'],
  ])('hears the language %j', async (language, text) => {
    expect((await read('a.txt', text)).language).toBe(language);
  });
});

describe('the lines over a text', () => {
  const body =
    '\n\nThe dam broke at night, the council said in a long statement, and nobody knew of it before.';
  test.each([
    ['By Ada Lind | January 8, 2022', 'Ada Lind', '2022-01-08'],
    ['By Ada Lind – 8 January 2022', 'Ada Lind', '2022-01-08'],
    ['By A. B. Lind', 'A. B. Lind', ''],
    ['By Ada Lind and Bek Omarov', 'Ada Lind and Bek Omarov', ''],
    ['Posted on January 8, 2022 by Ada Lind', 'Ada Lind', '2022-01-08'],
    ['Updated January 9, 2022 · Published January 8, 2022', '', '2022-01-08'],
    ['Автор: Ада Линд, 08.01.2022', 'Ада Линд', '2022-01-08'],
    ['By the time the council met, the water had risen.', '', ''],
  ])('“%s” names the author and the day', async (line, author, published) => {
    expect(await read('a.txt', `Dam breaks\n${line}${body}`)).toMatchObject({
      title: 'Dam breaks',
      author,
      published,
    });
  });
});

describe('footnotes', () => {
  test('tie each numbered note to the places that cite it', async () => {
    const article = await read(
      'notes.txt',
      'Title\nIt rose [1] and was declared[2]. Both [1][3]. Nothing [9].\n[1] https://a.example/x.\n[2]https://b.example/y\n[3] A book, p. 5 [4] https://c.example\n',
    );
    const shown = article.footnotes.map(({ label, address, places }) => [
      label,
      address,
      places.map(({ start, end }) => article.text.slice(start, end)),
    ]);
    expect(shown).toEqual([
      ['1', 'https://a.example/x', ['[1]', '[1]']],
      ['2', 'https://b.example/y', ['[2]']],
      ['3', '', ['[3]']],
      ['4', 'https://c.example', []],
    ]);
  });

  test('in pages are found by their links', async () => {
    const article = await read(
      'notes.html',
      '<p id="top">It rose<sup><a id="r1" href="#fn1">1</a></sup> and fell<sup><a href="#fn2">[2]</a></sup>, rose<sup><a href="#fn1">1</a></sup>. <a href="#top">2</a></p>' +
        '<ol><li id="fn1">Report <a href="https://a.example/x">here</a> <a href="#r1">↩</a></li><li id="fn2">See https://b.example/ ↩</li></ol>',
    );
    expect(article.footnotes).toEqual([
      {
        label: '1',
        text: 'Report here',
        address: 'https://a.example/x',
        places: places(article.text, /(?<=rose)1/g),
      },
      {
        label: '2',
        text: 'See https://b.example/',
        address: 'https://b.example/',
        places: places(article.text, /\[2\]/g),
      },
    ]);
  });

  test('of Markdown become numbered ones', async () => {
    const article = await read(
      'n.md',
      '# T\n\nText[^a] and[^2].\n\n[^a]: https://a.example/\n[^2]: Book, <https://b.example/>\n',
    );
    expect(article.text).toBe('T\nText[1] and[2].\n[1] https://a.example/\n[2] Book, https://b.example/');
    expect(article.footnotes.map((note) => [note.label, note.address, note.places.length])).toEqual([
      ['1', 'https://a.example/', 1],
      ['2', 'https://b.example/', 1],
    ]);
  });

  function places(text: string, pattern: RegExp) {
    return Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
  }
});

describe('Markdown', () => {
  test('keeps structure and reads its front matter', async () => {
    const article = await read(
      'a.md',
      '---\ntitle: "The Dam: a story"\nauthors:\n  - Ann\n  - Bo\ndate: 2022-01-05\nlang: en-GB\n---\n# Head\n\n> quoted\n\n1. one\n2. *two*\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
    );
    expect(article).toMatchObject({
      title: 'The Dam: a story',
      author: 'Ann, Bo',
      published: '2022-01-05',
      language: 'en',
    });
    expect(article.document.content!.map((block) => block.type)).toEqual([
      'heading',
      'blockquote',
      'orderedList',
      'table',
    ]);
  });
});

describe('HTML', () => {
  const filler =
    '<p>' +
    'The water rose for three hours before anybody was told, and nobody came to help. '.repeat(5) +
    '</p>';
  const page = `<!doctype html><html lang="ru"><head><title>Dam | Site</title>
    <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"The Dam","author":[{"name":"Ann"},{"name":"Bo"}],"publisher":{"name":"The Site"},"datePublished":"2022-01-05T23:00:00+06:00"}]}</script>
    <link rel="canonical" href="https://news.example/2022/dam"></head>
    <body><nav><ul>${'<li><a href="/x">Menu entry of the site</a></li>'.repeat(40)}</ul></nav>
    <article><h1>The Dam</h1>${filler}${filler}<h2>Next</h2>${filler}<p>See <a href="../more?x=1">more</a>, <a href="mailto:a@b.example">mail</a>, <a href="javascript:x()">this</a>.</p><img src="https://t.example/pixel.gif">${filler}</article>
    <script>alert(1)</script><iframe src="https://e.example"></iframe></body></html>`;

  test('gives the article of a page without what surrounds it', async () => {
    const article = await read('page.html', page);
    expect(article).toMatchObject({
      title: 'The Dam',
      author: 'Ann, Bo',
      publisher: 'The Site',
      address: 'https://news.example/2022/dam',
      published: '2022-01-05',
    });
    expect(article.text).not.toContain('Menu entry');
    expect(article.text.startsWith('The Dam\n')).toBe(true);
    const json = JSON.stringify(article.document);
    expect(json).toContain('"https://news.example/more?x=1"');
    expect(json).toContain('"mailto:a@b.example"');
    expect(json).not.toMatch(/javascript|pixel|alert|e\.example/);
    expect(article.warnings).toEqual([
      'One script was left out.',
      'One picture was left out.',
      'One embedded page was left out.',
      'One link that leads to no web page lost its address.',
      'Menus and other parts of the page around the article were left out.',
    ]);
  });

  test('keeps all of a pasted piece', async () => {
    const piece =
      '<h2>Head</h2>text<ul>stray<li><h3>Item</h3><ul><li>in</li></ul></li></ul><table><tr><th colspan=2>H<td>1</table><pre>x\n  y</pre>a<br>b<br><br>c';
    expect((await read('a.html', 'words<!--<frameset><body>')).text).toBe('words');
    expect((await read('a.html', '<html><body>in</body></html> after')).text).toBe('in after');
    const article = await read('', piece, 'text/html');
    expect(article.text).toBe('Head\ntext\nstray\nItem\nin\nH\n1\nx\n  y\na\nb\nc');
  });

  test('neither depth nor size nor odd names stop it', async () => {
    // three times what the stack of a walk that calls itself would hold
    const deep = await read('deep.html', `${'<div>'.repeat(30_000)}deep${'</div>'.repeat(30_000)}`);
    expect(deep.text).toBe('deep');
    const nested = await read('nested.html', `${'<blockquote><ul><li>'.repeat(10_000)}deep`);
    expect(nested.text.trim()).toBe('deep');
    const large = await read(
      'large.html',
      `<html><body><article>${filler.repeat(12_000)}</article></body></html>`,
    );
    expect(large.text.length).toBeGreaterThan(4_000_000);
    expect((await read('odd.html', '<constructor>a<__proto__>b</__proto__></constructor>')).text).toContain(
      'a',
    );
  }, 120_000);
});

describe('what is no article', () => {
  test.each([
    ['a.txt', '', 'unreadable', /empty/],
    ['a.txt', ' \n\t', 'unreadable', /empty/],
    ['a.html', '<script>1</script>', 'unreadable', /no text/],
    ['a.txt', '%PDF-1.7 …', 'unreadable', /damaged PDF/],
    ['a.docx', 'PK\u0003\u0004…word/document.xml', 'unreadable', /the archive is cut off/],
    ['a.zip', 'PK\u0003\u0004…', 'unsupported', /ZIP/],
  ])('%s %j is refused with a sentence', async (name, text, code, sentence) => {
    const failure = await readArticle({ bytes: Buffer.from(text), name }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImportError);
    expect(failure).toMatchObject({ code, message: expect.stringMatching(sentence) as string });
  });

  test('a file is called by its name, without its folders', async () => {
    const refused = readArticle({ bytes: Buffer.from(''), name: '/home/aru/texts/empty.txt' });
    await expect(refused).rejects.toThrow('“empty.txt” is empty');
    const article = await readArticle({ bytes: Buffer.from('— 1234. —.'), name: 'C:\\texts\\dam.txt' });
    expect(article.title).not.toContain('texts');
  });

  test('noise is refused', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7 + (i >> 3)) & 255);
    await expect(readArticle({ bytes: noise, name: 'noise.bin' })).rejects.toThrow('not a text');
  });

  test('more text than an article can have is refused at once', async () => {
    await expect(readArticle({ bytes: Buffer.alloc(60_000_000, 'a '), name: 'big.txt' })).rejects.toThrow(
      'MB',
    );
  });
});

describe.skipIf(!hasShared)('the public articles', () => {
  test('are read as they stand, notes included', async () => {
    const files = readdirSync(sharedAt('articles'));
    for (const name of files) {
      const bytes = readFileSync(sharedAt(`articles/${name}`));
      const article = await readArticle({ bytes, name });
      const lines = bytes
        .toString('utf8')
        .split('\n')
        .map((line) => line.trim());
      expect(flatten(article.document).text).toBe(lines.filter(Boolean).join('\n'));
      expect(article.warnings).toEqual([]);
      expect(article.language).toBe('en');
      expect(article.title.length).toBeGreaterThan(10);
    }
    const noted = files.find((name) => name.startsWith('004_'))!;
    const { footnotes, document } = await readArticle({
      bytes: readFileSync(sharedAt(`articles/${noted}`)),
      name: noted,
    });
    const { text } = flatten(document);
    expect(footnotes).toHaveLength(24);
    expect(new Set(footnotes.map((note) => note.address)).size).toBe(22);
    for (const { label, places } of footnotes)
      expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([`[${label}]`]);
    console.info(`articles: ${files.length} samples`);
  });

  test('a book of 200,000 words is no burden', async () => {
    const started = performance.now();
    const article = await readArticle({
      bytes: readFileSync(sharedAt('data/long-text/moby-dick.txt')),
      name: 'm.txt',
    });
    expect(article.document.content!.length).toBe(2873);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
