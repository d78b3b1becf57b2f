import { ratingLabel, shapeOf } from '#domain/scale.ts';
import { correctionLine } from './html-claim.ts';
import { claimLink, colourOf, icon, joined, row } from './html-parts.ts';
import { type ReportClaim, type ReportReference, leavesOut, rulingOf } from './input.ts';
import { type Html, addressLink, html, isolate, lines } from './markup.ts';
import { type Page, captureState, withoutAddress } from './page.ts';
import { type Summary, percent } from './summary.ts';

/** Numbers and dates of one claim that contradict each other, each with the article that says it. */
export function differingSection({ words, input }: Page): Html | false {
  if (input.differing.length === 0) return false;
  return html`<section aria-labelledby="differing">
    <h2 id="differing">${words.differing}</h2>
    <p>${words.differingNote}</p>
    <ul class="plain">
      ${input.differing.map(
        ({ claim, said }) =>
          html`<li>
            ${claimLink(claim)}. ${isolate(input.claims[claim - 1]?.wording ?? '')}
            ${said.map(
              ({ article, text }) =>
                html`<br /><bdi><em>${input.articles[article - 1]?.title || words.article}</em></bdi
                  >: <bdi>${text}</bdi>`,
            )}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What was said before and no longer holds, in one place: an honest report shows its corrections. */
export function correctionsSection(page: Page): Html {
  const { words, input } = page;
  const undone = input.claims.flatMap((claim) =>
    claim.verdicts
      .filter(({ state }) => state === 'corrected' || state === 'void')
      .map((verdict) => ({ claim, verdict })),
  );
  return html`<section aria-labelledby="corrections">
    <h2 id="corrections">${words.corrections}</h2>
    ${
      undone.length === 0
        ? html`<p>${words.noCorrections}</p>`
        : html`<ul class="plain">
            ${undone.map(
              ({ claim, verdict }) =>
                html`<li>
                  ${claimLink(claim.number)}. ${isolate(claim.wording)}<br />
                  ${correctionLine(page, verdict, rulingOf(claim))}
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

export function referencesSection(page: Page): Html {
  const { words, input } = page;
  return html`<section aria-labelledby="references">
    <h2 id="references">${words.references}</h2>
    ${
      input.references.length === 0
        ? html`<p>${words.noReferences}</p>`
        : html`<ol class="refs">
            ${input.references.map((one) => referenceItem(page, one))}
          </ol>`
    }
  </section>`;
}

function referenceItem(page: Page, one: ReportReference): Html {
  const { words, terms } = page;
  const used = page.uses.get(one.number) ?? [];
  const facts = [
    one.accessed !== '' && `${words.accessed} ${page.day(one.accessed)}`,
    terms.kind[one.kind],
    one.origin !== '' && html`${words.origin} ${isolate(one.origin)}`,
    used.length > 0 && html`${words.claims}: ${joined(used.map(claimLink), ', ')}`,
  ];
  return html`<li id="reference-${one.number}" value="${one.number}">
    <bdi>${withoutAddress(one)}</bdi> ${one.address !== '' && addressLink(one.address)}
    <div class="small">${joined(facts, ' · ')}</div>
    ${one.captures.map((capture) => html`<div class="small">${words.capture}: ${isolate(capture.name)}, ${page.size(capture.bytes)}, ${isolate(captureState(page, capture))}<br /><span class="hash">${capture.sha256}</span></div>`)}
  </li>`;
}

export function methodSection(page: Page): Html {
  const { words, input } = page;
  return html`<section aria-labelledby="method">
    <h2 id="method">${words.method}</h2>
    ${input.project.method.trim() === '' ? html`<p>${words.noMethod}</p>` : html`<p dir="auto">${lines(input.project.method)}</p>`}
    <p>${words.methodNote}</p>
    ${input.scale !== '' && html`<p>${words.mappingNote(input.scales[0]?.name || input.scale)}</p>`}
    ${input.scales.map(
      ({ name, ratings }) =>
        ratings.length > 0 &&
        html`<h3 class="label">${words.legend}${input.scales.length > 1 && html` ${isolate(name)}`}</h3>
          <ul class="plain key small">
            ${ratings.map((rating) => html`<li><span class="tone" style="--r:${colourOf(rating)}">${icon(shapeOf(rating.id))}</span>${isolate(ratingLabel(rating, input.language))}</li>`)}
          </ul>`,
    )}
  </section>`;
}

/** The limits of the work, said as plainly as its results. */
export function notCheckedSection(page: Page, summary: Summary): Html {
  const { words, input } = page;
  const unverifiable = input.claims.filter(({ verifiability }) => verifiability === 'unverifiable');
  const undecided = input.claims.filter(({ verifiability }) => verifiability === 'undecided');
  const open = [unverifiable, undecided, summary.unchecked].some((list) => list.length > 0);
  return html`<section aria-labelledby="not-checked">
    <h2 id="not-checked">${words.notChecked}</h2>
    ${input.articles.map(
      (article) =>
        html`<p>
          <bdi><em>${article.title || words.article}</em></bdi
          >.
          ${article.sentences === 0 ? words.noSentences : words.coverage(article.judgedSentences, article.sentences, percent(article.judgedSentences, article.sentences))}
        </p>`,
    )}
    ${claimList(page, words.unverifiable, unverifiable)}${claimList(page, words.undecided, undecided)}${claimList(page, words.unchecked, summary.unchecked)}
    ${!open && html`<p>${words.nothingOpen}</p>`}
  </section>`;
}

function claimList(page: Page, label: string, claims: readonly ReportClaim[]): Html | false {
  const { words, terms } = page;
  const reason = (claim: ReportClaim) =>
    claim.verifiability === 'unverifiable' &&
    ` (${[claim.reason ? terms.reason[claim.reason] : words.noReason, claim.checkableOn && `${words.checkableOn.toLowerCase()} ${page.day(claim.checkableOn)}`].filter(Boolean).join('; ')})`;
  return (
    claims.length > 0 &&
    html`<h3 class="label">${label} (${page.number(claims.length)})</h3>
      <ul class="plain">
        ${claims.map((claim) => html`<li>${claimLink(claim.number)}. ${isolate(claim.wording)}${reason(claim)}</li>`)}
      </ul>`
  );
}

/** Printed whatever else is left out, even where that is the list of open questions. */
export function leftOutSection(page: Page): Html | false {
  const { words, terms, input } = page;
  const { articles, claims, unverifiable, notClaims } = input.leftOut;
  const parts = page.unprinted.map((part) => terms.part[part]);
  if (!leavesOut(input) && parts.length === 0) return false;
  return html`<section aria-labelledby="left-out">
    <h2 id="left-out">${words.leftOut}</h2>
    <ul class="plain">
      ${articles > 0 && html`<li>${words.leftOutArticles(articles)}</li>`}
      ${claims > 0 && html`<li>${words.leftOutClaims(claims)}</li>`}
      ${unverifiable > 0 && html`<li>${words.leftOutUnverifiable(unverifiable)}</li>`}
      ${notClaims > 0 && html`<li>${words.leftOutNotClaims(notClaims)}</li>`}
      ${parts.length > 0 && html`<li>${words.leftOutParts(parts.join(', '))}</li>`}
    </ul>
  </section>`;
}

export function colophon(page: Page, madeWith: string): Html {
  const { words, input } = page;
  return html`<footer class="end">
    <h2 id="colophon" class="label">${words.colophon}</h2>
    <p>${madeWith}</p>
    <dl>
      ${row(words.generatedFrom, page.time(input.generatedFrom))}${row(words.projectId, html`<span class="hash">${input.project.id}</span>`)}${row(words.head, html`<span class="hash">${input.project.head || words.emptyHead}</span>`)}${input.articles.map((article) => row(words.original, html`<bdi>${article.title || words.article}</bdi><br /><span class="hash">${article.original}</span>`))}
    </dl>
  </footer>`;
}
