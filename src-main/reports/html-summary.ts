import { shapeOf } from '#domain/scale.ts';
import { articleChart, figures, ratingCountName, strip } from './html-charts.ts';
import { claimLink, colourOf, icon, ratingWord } from './html-parts.ts';
import { rulingOf } from './input.ts';
import type { Page } from './page.ts';
import { type Html, html, isolate } from './markup.ts';
import type { Summary } from './summary.ts';

/** The figures: strips that show the proportions, and the same numbers as tables. */
export function summarySection(page: Page, summary: Summary): Html {
  const { words, input } = page;
  return html`<section aria-labelledby="summary">
    <h2 id="summary">${words.summary}</h2>
    ${summary.claims > 0 && strip(page, summary)} ${ratingTable(page, summary)}
    ${verifiabilityTable(page, summary)} ${input.articles.length > 0 && articleChart(page)} ${glance(page)}
  </section>`;
}

function ratingTable(page: Page, summary: Summary): Html {
  const { words } = page;
  return html`<table class="figures">
    ${heads(page, words.ratings)}
    <tbody>
      ${summary.byRating.map(
        (count) =>
          html`<tr>
            <th scope="row">
              <span class="tone" style="--r:${colourOf(count.rating)}"
                >${icon(shapeOf(count.rating?.id ?? count.id))}</span
              >${isolate(ratingCountName(page, count))}${count.final < count.claims && html` <span class="small">(${words.ofThemFinal(count.final)})</span>`}
            </th>
            ${figures(page, count.claims, summary.claims, colourOf(count.rating))}
          </tr>`,
      )}
      <tr>
        <th scope="row">${words.noVerdict}</th>
        ${figures(page, summary.unrated, summary.claims)}
      </tr>
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${words.total}</th>
        <td>${page.number(summary.claims)}</td>
        <td></td>
        <td></td>
      </tr>
    </tfoot>
  </table>`;
}

function verifiabilityTable(page: Page, summary: Summary): Html {
  const { words, terms } = page;
  return html`<table class="figures">
    ${heads(page, words.verifiabilities)}
    <tbody>
      ${summary.byVerifiability.map(
        ({ kind, claims }) =>
          html`<tr>
            <th scope="row"><span class="m ${kind}">${terms.verifiability[kind]}</span></th>
            ${figures(page, claims, summary.claims)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function heads({ words }: Page, first: string): Html {
  return html`<thead>
    <tr>
      <th scope="col">${first}</th>
      <th scope="col">${words.number}</th>
      <th scope="col">${words.share}</th>
      <td></td>
    </tr>
  </thead>`;
}

/** Every claim that has a verdict, on a line: what most readers come for. */
function glance(page: Page): Html | false {
  const { words, input } = page;
  const rated = input.claims.flatMap((claim) => {
    const ruling = rulingOf(claim);
    return ruling ? [{ claim, ruling }] : [];
  });
  return (
    rated.length > 0 &&
    html`<h3 id="glance">${words.glance}</h3>
      <table class="glance">
        <thead class="hidden">
          <tr>
            <th scope="col">${words.claim}</th>
            <th scope="col">${words.claims}</th>
            <th scope="col">${words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          ${rated.map(
            ({ claim, ruling }) =>
              html`<tr>
                <td>${claimLink(claim.number)}</td>
                <td dir="auto">${claim.wording}</td>
                <td>
                  ${ratingWord(page, ruling)}${ruling.state === 'draft' && html` <span class="small">(${words.draft.toLowerCase()})</span>`}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>`
  );
}
