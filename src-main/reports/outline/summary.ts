import { ratingLabel, shapeOf } from '#domain/scale.ts';
import { colourOf } from '../html-parts.ts';
import { type ReportArticle, type ReportClaim, ratingOf, rulingOf } from '../input.ts';
import { type Page, ratingName } from '../page.ts';
import { type RatingCount, type Summary, percent } from '../summary.ts';
import { type Block, type Cell, type Run, isolated, languageOf, printable, run } from './blocks.ts';
import { cell, claimRun } from './claim.ts';
import { ratingRuns } from './rating.ts';

/** What has no rating is drawn in this grey. */
export const REST = '#c9c5bd';
const ACCENT = '#1d5a8c';

/** The figures: one strip that shows the proportions, and the same numbers as tables. */
export function summaryBlocks(page: Page, summary: Summary): Block[] {
  return [
    ...(summary.claims > 0 ? [strip(page, summary)] : []),
    ratingsTable(page, summary),
    kindsTable(page, summary),
    ...(page.input.articles.length > 0 ? [articlesTable(page)] : []),
    ...glance(page),
  ];
}

function strip(page: Page, summary: Summary): Block {
  const { words } = page;
  const parts = [
    ...summary.byRating.map((count) => ({
      name: nameOf(page, count),
      claims: count.claims,
      colour: colourOf(count.rating),
    })),
    { name: words.noVerdict, claims: summary.unrated, colour: REST },
  ].filter(({ claims }) => claims > 0);
  return {
    kind: 'strip',
    small: false,
    title: words.chart,
    text: parts.map(({ name, claims }) => `${name}: ${claims}`).join('; '),
    parts: parts.map(({ claims, colour }) => ({ share: claims / summary.claims, colour })),
  };
}

function ratingsTable(page: Page, summary: Summary): Block {
  const { words } = page;
  const rows = summary.byRating.map((count) => {
    const colour = colourOf(count.rating);
    const icon: Run = { text: '', icon: { shape: shapeOf(count.id), colour } };
    const some = count.final < count.claims ? [run(` (${words.ofThemFinal(count.final)})`, 'soft')] : [];
    return [
      cell(true, icon, isolated(nameOf(page, count)), ...some),
      ...figures(page, count.claims, summary.claims, colour),
    ];
  });
  return table(words.ratings, page, [
    ...rows,
    [cell(true, words.noVerdict), ...figures(page, summary.unrated, summary.claims, REST)],
    [
      cell(true, run(words.total, 'bold')),
      { ...cell(false, run(page.number(summary.claims), 'bold')), end: true },
      { ...cell(false), end: true },
      cell(false),
    ],
  ]);
}

function kindsTable(page: Page, summary: Summary): Block {
  const { words, terms } = page;
  return table(
    words.verifiabilities,
    page,
    summary.byVerifiability.map(({ kind, claims }) => [
      cell(true, { ...run(terms.verifiability[kind]), claims: [kind] }),
      ...figures(page, claims, summary.claims, ACCENT),
    ]),
  );
}

function table(name: string, { words }: Page, rows: Cell[][]): Block {
  const head = [
    cell(true, name),
    { ...cell(true, words.number), end: true },
    { ...cell(true, words.share), end: true },
    cell(false),
  ];
  return { kind: 'table', role: 'figures', columns: 4, heads: 1, rows: [head, ...rows], summary: name };
}

function nameOf(page: Page, { rating, id }: RatingCount): string {
  return rating ? ratingLabel(rating, page.input.language) : id;
}

function figures(page: Page, part: number, whole: number, colour: string): Cell[] {
  return [
    { ...cell(false, page.number(part)), end: true },
    { ...cell(false, `${percent(part, whole)}\u00A0%`), end: true },
    { ...cell(false), bar: { share: whole > 0 ? part / whole : 0, colour } },
  ];
}

/** One line an article: its verdicts as a strip, and how much of its text was judged. */
function articlesTable(page: Page): Block {
  const { words, input } = page;
  const head = [
    cell(true, words.articles),
    { ...cell(true, words.claims), end: true },
    cell(true, words.ratings),
    { ...cell(true, words.judged), end: true },
  ];
  const rows = input.articles.map((article, n): Cell[] => [
    cell(true, { ...isolated(article.title || words.article), to: `article-${n + 1}` }),
    { ...cell(false, page.number(claimsOf(page, article).length)), end: true },
    { ...cell(false), blocks: articleStrip(page, article) },
    { ...cell(false, `${percent(article.judgedSentences, article.sentences)}\u00A0%`), end: true },
  ]);
  return {
    kind: 'table',
    role: 'articles',
    columns: 4,
    heads: 1,
    rows: [head, ...rows],
    summary: words.byArticle,
  };
}

function claimsOf({ claims }: Page, { marks }: ReportArticle): ReportClaim[] {
  return [...new Set(marks.map(({ claim }) => claim))].flatMap((number) => claims.get(number) ?? []);
}

function articleStrip(page: Page, article: ReportArticle): Block[] {
  const { words, input } = page;
  const claims = claimsOf(page, article);
  if (claims.length === 0) return [];
  const order = input.scales.flatMap(({ id, ratings }) => ratings.map((rating) => `${id} ${rating.id}`));
  const counts = new Map<string, { name: string; colour: string; claims: number; place: number }>();
  for (const claim of claims) {
    const ruling = rulingOf(claim);
    const key = ruling ? `${ruling.scale} ${ruling.rating}` : '';
    const before = counts.get(key)?.claims ?? 0;
    counts.set(key, {
      name: ruling ? ratingName(page, ruling) : words.noVerdict,
      colour: ruling ? colourOf(ratingOf(ruling, input.scales)) : REST,
      claims: before + 1,
      place: ruling ? order.indexOf(key) : order.length,
    });
  }
  const parts = [...counts.values()].toSorted((a, b) => a.place - b.place);
  return [
    {
      kind: 'strip',
      small: true,
      title: printable(`${words.ratings}: ${article.title || words.article}`),
      text: parts.map((part) => `${part.name}: ${part.claims}`).join('; '),
      parts: parts.map((part) => ({ share: part.claims / claims.length, colour: part.colour })),
    },
  ];
}

/** Every claim that has a verdict, on a line: what most readers come for. */
function glance(page: Page): Block[] {
  const { words, input } = page;
  const rows = input.claims.flatMap((claim): Cell[][] => {
    const ruling = rulingOf(claim);
    if (!ruling) return [];
    const draft = ruling.state === 'draft' ? [run(` (${words.draft.toLowerCase()})`, 'soft')] : [];
    const wording: Cell = {
      ...cell(false),
      blocks: [{ kind: 'text', role: 'body', runs: [run(claim.wording)], ...languageOf(claim.wording) }],
    };
    return [
      [
        { ...cell(false, claimRun(claim.number)), end: true },
        wording,
        cell(false, ...ratingRuns(page, ruling), ...draft),
      ],
    ];
  });
  if (rows.length === 0) return [];
  const head = [{ ...cell(true, '№'), end: true }, cell(true, words.claims), cell(true, words.verdict)];
  return [
    { kind: 'heading', level: 2, runs: [run(words.glance)], own: true },
    { kind: 'table', role: 'glance', columns: 3, heads: 1, rows: [head, ...rows], summary: words.glance },
  ];
}
