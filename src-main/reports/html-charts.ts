import { type Rating, ratingLabel, shapeOf } from '#domain/scale.ts';
import { colourOf, icon } from './html-parts.ts';
import { type ReportArticle, ratingOf, rulingOf } from './input.ts';
import type { Page } from './page.ts';
import { type Html, html, isolate } from './markup.ts';
import { type RatingCount, type Summary, percent } from './summary.ts';

export function ratingCountName(page: Page, { rating, id }: RatingCount): string {
  return rating ? ratingLabel(rating, page.input.language) : id;
}

/** The cells of a row of figures: number, share and a bar. */
export function figures(page: Page, part: number, whole: number, colour?: string): Html {
  return html`<td>${page.number(part)}</td>
    <td>${percent(part, whole)}${'\u00A0'}%</td>
    <td class="bar">${bar(part, whole, colour)}</td>`;
}

/** Drawn for the eye alone: the number stands beside it. */
function bar(part: number, whole: number, colour?: string): Html {
  const width = whole > 0 ? ((part / whole) * 100).toFixed(2) : '0';
  const paint = colour === undefined ? 'rest' : 'tone';
  return html`<svg
    class="bar ${paint}"
    ${colour !== undefined && html`style="--r:${colour}"`}
    viewBox="0 0 100 10"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect width="${width}" height="10" />
  </svg>`;
}

type Part = {
  readonly name: string;
  readonly claims: number;
  readonly rating: Rating | undefined;
  readonly isRated: boolean;
};

/** Proportions as a strip: each part has its colour and, where there is room, its shape; words and numbers for listeners. */
function stripOf(parts: readonly Part[], label: string): Html {
  const shown = parts.filter(({ claims }) => claims > 0);
  const all = shown.reduce((sum, { claims }) => sum + claims, 0);
  return html`<div
    class="strip"
    role="img"
    aria-label="${label}: ${shown.map(({ name, claims }) => `${name} ${claims}`).join('; ')}"
  >
    ${shown.map(({ claims, rating, isRated }) => {
      const style = `flex:${claims}${isRated ? `;--r:${colourOf(rating)}` : ''}`;
      const hasRoom = isRated && claims / all >= 0.045;
      return html`<span class="${isRated ? 'tone' : 'rest'}" style="${style}"
        >${hasRoom && icon(shapeOf(rating?.id ?? ''))}</span
      >`;
    })}
  </div>`;
}

/** The verdicts of the whole report. */
export function strip(page: Page, summary: Summary): Html {
  const { words } = page;
  return stripOf(
    [
      ...summary.byRating.map((count) => ({
        name: ratingCountName(page, count),
        claims: count.claims,
        rating: count.rating,
        isRated: true,
      })),
      { name: words.noVerdict, claims: summary.unrated, rating: undefined, isRated: false },
    ],
    words.chart,
  );
}

/** One line an article: its verdicts as a strip, and how much of its text was judged. */
export function articleChart(page: Page): Html {
  const { words, input } = page;
  return html`<table class="figures articles">
    <thead>
      <tr>
        <th scope="col">${words.articles}</th>
        <th scope="col">${words.claims}</th>
        <th scope="col">${words.ratings}</th>
        <th scope="col">${words.judged}</th>
      </tr>
    </thead>
    <tbody>
      ${input.articles.map((article, n) => articleRow(page, article, n + 1))}
    </tbody>
  </table>`;
}

function articleRow(page: Page, article: ReportArticle, n: number): Html {
  const { words, input } = page;
  const claims = [...new Set(article.marks.map(({ claim }) => claim))].map((number) =>
    page.claims.get(number)!,
  );
  const counts = new Map<string, Part & { claims: number; order: number }>();
  for (const claim of claims) {
    const ruling = rulingOf(claim);
    const rating = ruling && ratingOf(ruling, input.scales);
    const key = ruling ? `${ruling.scale}/${ruling.rating}` : '';
    const before = counts.get(key);
    const name = ruling ? page.rating(ruling) : words.noVerdict;
    const order = ruling ? placeOf(page, ruling.scale, ruling.rating) : Number.MAX_SAFE_INTEGER;
    counts.set(key, {
      name,
      rating,
      isRated: ruling !== undefined,
      order,
      claims: (before?.claims ?? 0) + 1,
    });
  }
  const parts = [...counts.values()].toSorted((a, b) => a.order - b.order);
  const share = percent(article.judgedSentences, article.sentences);
  return html`<tr>
    <th scope="row"><a href="#article-${n}">${isolate(article.title || words.article)}</a></th>
    <td>${page.number(claims.length)}</td>
    <td class="bar">${claims.length > 0 && stripOf(parts, words.ratings)}</td>
    <td>${share}${'\u00A0'}%</td>
  </tr>`;
}

/** Ratings stand in the strips in the order of their scale. */
function placeOf({ input }: Page, scale: string, rating: string): number {
  const ratings = input.scales.find(({ id }) => id === scale)?.ratings ?? [];
  return ratings.findIndex(({ id }) => id === rating);
}
