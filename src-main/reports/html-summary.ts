import { ratingLabel, shapeOf } from '#domain/scale.ts';
import { colourOf, icon } from './html-parts.ts';
import type { Page } from './page.ts';
import { type Html, html, isolate } from './markup.ts';
import { type RatingCount, type Summary, percent } from './summary.ts';

/** The figures: one strip that shows the proportions, and the same numbers as tables. */
export function summarySection(page: Page, summary: Summary): Html {
  const { words, terms } = page;
  return html`<section aria-labelledby="summary">
    <h2 id="summary">${words.summary}</h2>
    ${summary.claims > 0 && strip(page, summary)}
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">${words.ratings}</th>
          <th scope="col">${words.number}</th>
          <th scope="col">${words.share}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${summary.byRating.map(
          (count) =>
            html`<tr>
              <th scope="row">
                <span class="tone" style="--r:${colourOf(count.rating)}">${icon(shapeOf(count.id))}</span
                >${isolate(nameOf(page, count))}${count.final < count.claims && html` <span class="small">(${words.ofThemFinal(count.final)})</span>`}
              </th>
              ${figures(count.claims, summary.claims, colourOf(count.rating))}
            </tr>`,
        )}
        <tr>
          <th scope="row">${words.noVerdict}</th>
          ${figures(summary.unrated, summary.claims)}
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${words.total}</th>
          <td>${summary.claims}</td>
          <td></td>
          <td></td>
        </tr>
      </tfoot>
    </table>
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">${words.verifiabilities}</th>
          <th scope="col">${words.number}</th>
          <th scope="col">${words.share}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${summary.byVerifiability.map(
          ({ kind, claims }) =>
            html`<tr>
              <th scope="row"><span class="m ${kind}">${terms.verifiability[kind]}</span></th>
              ${figures(claims, summary.claims)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function nameOf(page: Page, { rating, id }: RatingCount): string {
  return rating ? ratingLabel(rating, page.input.language) : id;
}

function figures(part: number, whole: number, colour?: string): Html {
  const share = `${percent(part, whole)}\u00A0%`;
  const width = whole > 0 ? ((part / whole) * 100).toFixed(2) : '0';
  const paint = paintOf(colour);
  return html`<td>${part}</td>
    <td>${share}</td>
    <td class="bar">
      <svg
        class="bar ${paint.name}"
        ${paint.style}
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect width="${width}" height="10" />
      </svg>
    </td>`;
}

function strip(page: Page, summary: Summary): Html {
  const { words } = page;
  const parts = [
    ...summary.byRating.map((count) => ({
      name: nameOf(page, count),
      claims: count.claims,
      colour: colourOf(count.rating),
    })),
    { name: words.noVerdict, claims: summary.unrated, colour: undefined },
  ].filter(({ claims }) => claims > 0);
  let from = 0;
  const bars = parts.map(({ claims, colour }) => {
    const paint = paintOf(colour);
    const width = (claims / summary.claims) * 1_000;
    const bar = html`<rect
      class="${paint.name}"
      ${paint.style}
      x="${from.toFixed(1)}"
      width="${Math.max(1, width - 3).toFixed(1)}"
      height="28"
    />`;
    from += width;
    return bar;
  });
  return html`<figure class="chart">
    <svg role="img" aria-labelledby="chart-title chart-text" viewBox="0 0 1000 28" preserveAspectRatio="none">
      <title id="chart-title">${words.chart}</title>
      <desc id="chart-text">${parts.map(({ name, claims }) => `${name}: ${claims}`).join('; ')}</desc>
      ${bars}
    </svg>
  </figure>`;
}

/** What has no rating is drawn in the colour of the lines. */
function paintOf(colour: string | undefined): { name: string; style: Html | false } {
  return colour === undefined
    ? { name: 'rest', style: false }
    : { name: 'tone', style: html`style="--r:${colour}"` };
}
