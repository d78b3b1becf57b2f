import { ratingLabel, shapeOf } from '#domain/scale.ts';
import { colourOf } from '../html-parts.ts';
import type { Page } from '../page.ts';
import { type RatingCount, type Summary, percent } from '../summary.ts';
import { type Block, type Cell, type Run, isolated, run } from './blocks.ts';
import { cell } from './claim.ts';

/** What has no rating is drawn in this grey. */
export const REST = '#c9c5bd';
const ACCENT = '#1d5a8c';

/** The figures: one strip that shows the proportions, and the same numbers as tables. */
export function summaryBlocks(page: Page, summary: Summary): Block[] {
  return [
    ...(summary.claims > 0 ? [strip(page, summary)] : []),
    ratingsTable(page, summary),
    kindsTable(page, summary),
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
