import { describe, expect, test } from 'vitest';
import { flatten } from '#domain/flat-text.ts';
import { readArticle } from '#importers/read-article.ts';

const WORDS =
  'The dam broke at night, the council said in a long statement, and nine people were missing by dawn, although nobody could say where they had been.';
const PARAGRAPHS = Array.from({ length: 5 }, (_, n) => `<p>Paragraph ${n + 1}. ${WORDS}</p>`).join('\n');

async function readPage(head: string, body: string, attributes = ' lang="en"') {
  const html = `<!doctype html><html${attributes}><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
  const article = await readArticle({ bytes: Buffer.from(html), name: 'page.html' });
  return { ...article, text: flatten(article.document).text };
}

const data = (json: string) => `<title>x</title><script type="application/ld+json">${json}</script>`;

describe('what a page says about itself', () => {
  test.each<[string, string, string, object]>([
    [
      'the headline, not the site’s name',
      '<title>Dam breaks | Daily Sarkyn</title>',
      '',
      { title: 'Dam breaks' },
    ],
    [
      'the headline behind the site’s name',
      '<title>Sarkyn News: Dam breaks</title>',
      '',
      { title: 'Dam breaks' },
    ],
    [
      'a title without the publisher’s name',
      '<meta property="og:title" content="The wall - Daily Sarkyn"><meta property="og:site_name" content="Daily Sarkyn">',
      '',
      { title: 'The wall', publisher: 'Daily Sarkyn' },
    ],
    [
      'a title with a dash of its own',
      '<title>Dam breaks-in-waiting</title>',
      '',
      { title: 'Dam breaks-in-waiting' },
    ],
    [
      'authors and publishers named by id',
      data(
        '{"@graph":[{"@type":"Person","@id":"#a","name":"Ada Lind"},{"@type":"NewsArticle","headline":"Dam breaks","author":{"@id":"#a"},"publisher":{"@id":"#o"}},{"@id":"#o","@type":"Organization","name":"Sarkyn"}]}',
      ),
      '',
      { title: 'Dam breaks', author: 'Ada Lind', publisher: 'Sarkyn' },
    ],
    [
      'entities inside JSON',
      data('{"@type":"NewsArticle","headline":"Dam &amp; river: it&#8217;s over","author":"Ada Lind"}'),
      '',
      { title: 'Dam & river: it’s over', author: 'Ada Lind' },
    ],
    [
      'JSON with a line break in a string and a CDATA mark',
      data(
        '//<![CDATA[\n{"@type":"NewsArticle","headline":"Dam\n breaks","author":"Ada Lind","datePublished":"2023-05-04",}\n//]]>',
      ),
      '',
      { title: 'Dam breaks', author: 'Ada Lind', published: '2023-05-04' },
    ],
    [
      'several authors',
      '<meta property="article:author" content="Ada Lind"><meta property="article:author" content="Bek Omarov">',
      '',
      { author: 'Ada Lind, Bek Omarov' },
    ],
    [
      'authors as libraries write them',
      '<meta name="citation_author" content="Lind, Ada"><meta name="citation_author" content="Omarov, Bek">',
      '',
      { author: 'Ada Lind, Bek Omarov' },
    ],
    [
      'microdata',
      '',
      '<article itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="2023-05-04"><span itemprop="author"><b itemprop="name">Ada Lind</b></span></article>',
      { author: 'Ada Lind', published: '2023-05-04' },
    ],
    [
      'an address relative to the page’s base',
      '<base href="https://sarkyn.example/news/"><link rel="canonical" href="/news/dam">',
      '',
      { address: 'https://sarkyn.example/news/dam' },
    ],
    [
      'the time in the article, not one beside it',
      '',
      '<aside><time datetime="2024-01-01">x</time></aside><article><time datetime="2023-05-04">4 May</time><p>The dam.</p></article>',
      { published: '2023-05-04' },
    ],
  ])('%s', async (_, head, body, facts) => {
    expect(await readPage(head, `${body}<h1>Dam breaks</h1>${PARAGRAPHS}`)).toMatchObject(facts);
  });

  test.each([
    ['date', '20230504'],
    ['article:published_time', '20230504T060000Z'],
    ['citation_publication_date', '2023/05/04'],
    ['article:published_time', '1683180000'],
    ['article:published_time', '1683180000000'],
    ['pubdate', 'Thu, 04 May 2023 06:00:00 GMT'],
    ['citation_online_date', '2023/05/04'],
    ['sailthru.date', '2023-05-04 06:00:00 +0500'],
    ['dcterms.created', '4 мая 2023 г.'],
  ])('the day in %s “%s”', async (name, value) => {
    expect(await readPage(`<meta name="${name}" content="${value}">`, PARAGRAPHS)).toMatchObject({
      published: '2023-05-04',
    });
  });
});

describe('what stands around an article', () => {
  const around = (inner: string) => `<nav><a href="/">Home</a> <a href="/s">Sport</a></nav>
    <div class="cookie-banner"><p>We use cookies to improve your experience.</p></div>
    <main>${inner}</main><aside><a href="/x">Ten ways to cook rice</a></aside>
    <section id="comments"><p>First! A reader is angry about the dam.</p></section><footer>All rights reserved</footer>`;

  test.each([
    ['a short article', '<h1>Dam breaks</h1><p>Nine people were missing.</p>'],
    ['a long one', `<h1>Dam breaks</h1><p>Nine people were missing.</p>${PARAGRAPHS}`],
  ])('%s loses none of its words and keeps nothing else', async (_, inner) => {
    const { text, warnings } = await readPage('', around(inner));
    expect(text).toContain('Nine people were missing.');
    for (const other of ['Sport', 'cookies', 'Ten ways', 'First!', 'All rights'])
      expect(text).not.toContain(other);
    expect(warnings.join()).toContain('around the article were left out');
  });

  test('bars for sharing and other articles to read go, what is said about them stays', async () => {
    const { text } = await readPage(
      '',
      `<article><h1>Dam breaks</h1><ul class="social-share"><li><a href="#">VK</a></li></ul>${PARAGRAPHS}
       <p class="share-price">The share fell by 3 %, and the social costs are high.</p>
       <aside>A box inside the article.</aside><div class="related-news"><h3>Related</h3><a href="/z">Another dam holds</a></div></article>`,
    );
    expect(text).not.toMatch(/VK|Another dam/);
    expect(text).toMatch(/The share fell by 3 %[\s\S]*A box inside the article/);
  });

  test('an article about cookies keeps its words', async () => {
    const { text } = await readPage(
      '',
      `<article><h1>Cookies</h1><p class="cookie-text">The cookie law was passed.</p><div class="consent">${PARAGRAPHS}</div></article>`,
    );
    expect(text).toMatch(/The cookie law was passed[^]*Paragraph 5/);
  });

  test('a page that names no main part keeps its asides and footers', async () => {
    const { text } = await readPage(
      '',
      '<p>The dam broke.</p><aside>It was old.</aside><footer>By Ada</footer>',
    );
    expect(text).toBe('The dam broke.\nIt was old.\nBy Ada');
  });
});
