/**
 * Web pages to clean text, and many files at once. A page becomes a typed tree here; beside it jsdom with Readability
 * gives cleaned HTML. The sides are taken in turn, figures are ratios of medians. Exit code 1 if one misses its target.
 * Usage: node tests/bench/importers/page.bench.ts [rounds]
 */
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { createParser } from '#engine/parse.ts';
import { readArticle } from '#importers/read-article.ts';
import { shinglesOf, sketchOf, estimatedShare, shareOf } from '#domain/shingles.ts';

const rounds = Number(process.argv[2] ?? 9);
const say = (line: string) => process.stdout.write(`${line}\n`);
let missed = 0;

const WORDS =
  'the water rose for three hours before anybody in lower town was told to leave and nobody at office would say who had read log that night'.split(
    ' ',
  );
const sentence = (seed: number, length = 18) =>
  `${Array.from({ length }, (_, i) => WORDS[(seed * 31 + i * i * 7 + i) % WORDS.length]).join(' ')}.`;

/** A page as news sites make them: an article among menus, teasers, scripts, styles, comments and a footer. */
function newsPage(seed: number, paragraphs: number): string {
  const menu = Array.from(
    { length: 60 },
    (_, n) => `<li class="nav-item"><a href="/section/${n}" data-track="nav-${n}">Section ${n}</a></li>`,
  ).join('');
  const teasers = Array.from(
    { length: 40 },
    (_, n) =>
      `<div class="teaser card"><a href="/story/${n}"><img src="/i/${n}.jpg" alt="" srcset="/i/${n}.jpg 1x, /i/${n}-2.jpg 2x"><span class="t">${sentence(seed + n, 9)}</span></a></div>`,
  ).join('');
  const body = Array.from(
    { length: paragraphs },
    (_, n) =>
      `<p>${sentence(seed + n * 3)} <a href="/tag/${n}">${sentence(n, 4)}</a> ${sentence(seed + n * 5, 25)}</p>${n % 6 === 5 ? `<h2>${sentence(n, 6)}</h2><figure><img src="/p/${n}.jpg"><figcaption>${sentence(n, 8)}</figcaption></figure>` : ''}`,
  ).join('');
  const comments = Array.from(
    { length: 50 },
    (_, n) => `<div class="comment"><b>Reader ${n}</b><p>${sentence(seed + n * 11, 12)}</p></div>`,
  ).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story ${seed}</title><meta property="og:title" content="Story ${seed}"><style>${'.a{color:red}'.repeat(400)}</style><script>${'var a=1;'.repeat(800)}</script></head><body><header><nav><ul>${menu}</ul></nav></header><main><article><h1>Story ${seed}</h1><div class="byline">By Aru Bekova</div>${body}</article><aside>${teasers}</aside></main><section class="comments">${comments}</section><footer><ul>${menu}</ul></footer></body></html>`;
}

const median = (figures: number[]) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function judge(what: string, ratio: number, most: number, note: string): void {
  if (ratio > most) missed++;
  say(`${ratio <= most ? 'met   ' : 'MISSED'} ${what}: ${ratio.toFixed(3)} (at most ${most}) ${note}`);
}

const pages = [12, 30, 80].map((paragraphs, n) => newsPage(n * 100, paragraphs));
const ours: number[] = [];
const theirs: number[] = [];
let recall = 1;
for (let round = 0; round < rounds + 2; round++) {
  for (const page of pages) {
    const bytes = Buffer.from(page);
    let text = '';
    const us = await timed(async () => {
      text = JSON.stringify((await readArticle({ bytes, name: 'page.html' })).document);
    });
    let other = '';
    const them = await timed(() => {
      const { document } = new JSDOM(page, { url: 'https://news.example/' }).window;
      other = new Readability(document).parse()?.textContent ?? '';
    });
    if (round < 2) {
      const words = new Set(text.match(/\p{L}+/gu));
      const all = other.match(/\p{L}+/gu) ?? [];
      recall = Math.min(recall, all.filter((word) => words.has(word)).length / all.length);
      continue;
    }
    ours.push(us);
    theirs.push(them);
  }
}
judge(
  'a web page to a tree, of jsdom with Readability',
  median(ours) / median(theirs),
  0.2,
  `${median(ours).toFixed(1)} and ${median(theirs).toFixed(1)} ms; words of theirs that are in ours: ${(recall * 100).toFixed(1)} %`,
);

/** A hundred files through the pool, beside each of them alone in turn, both in waiting processes. */
const files = Array.from({ length: 100 }, (_, n) => ({
  name: `${n}.html`,
  bytes: Buffer.from(newsPage(n, 10)),
}));
const parser = createParser();
await Promise.all(files.slice(0, 8).map((file) => parser.readArticle(file)));
const alone: number[] = [];
const together: number[] = [];
for (let round = 0; round < Math.max(3, Math.floor(rounds / 3)); round++) {
  alone.push(
    await timed(async () => {
      // oxlint-disable-next-line no-await-in-loop -- one after another is what is measured
      for (const file of files) await parser.readArticle(file);
    }),
  );
  together.push(await timed(() => Promise.all(files.map((file) => parser.readArticle(file)))));
}
parser.close();
judge(
  '100 files together, of the sum of each alone',
  median(together) / median(alone),
  0.6,
  `${median(together).toFixed(0)} and ${median(alone).toFixed(0)} ms`,
);

/** Near-duplicates among 1,000 articles: sketches beside whole sets. */
const texts = Array.from({ length: 1_000 }, (_, n) =>
  Array.from({ length: 40 }, (_each, i) => sentence(n * 97 + i * 13, 20 + ((n + i) % 7))).join(' '),
);
const sets = texts.map(shinglesOf);
const sketches = sets.map(sketchOf);
const probe = sets[500]!;
const bySketch: number[] = [];
const bySet: number[] = [];
for (let round = 0; round < rounds; round++) {
  bySketch.push(await timed(() => sketches.filter((one) => estimatedShare(sketches[500]!, one) >= 0.15)));
  bySet.push(await timed(() => sets.filter((one) => shareOf(probe, one) >= 0.3)));
}
const making = await timed(() => texts.map(shinglesOf));
say(
  `near-duplicates of one among 1,000 articles of 900 words: ${median(bySketch).toFixed(1)} ms by sketches, ${median(bySet).toFixed(1)} ms by whole sets; making all sets ${making.toFixed(0)} ms`,
);
process.exitCode = missed > 0 ? 1 : 0;
