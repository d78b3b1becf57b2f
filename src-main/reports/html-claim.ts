import { badge, richText, row } from './html-parts.ts';
import { type Page, captureState, ratingName } from './page.ts';
import { type ReportClaim, type ReportEvidence, type ReportVerdict, rulingOf } from './input.ts';
import { type Html, html, isolate, lines } from './markup.ts';

const SIGNS = { supports: '+', refutes: '−', qualifies: '±', context: '·' } as const;

/** One claim with all that the team says about it. */
export function claimCard(page: Page, claim: ReportClaim): Html {
  const { words } = page;
  const ruling = rulingOf(claim);
  return html`<article class="card" id="claim-${claim.number}" aria-labelledby="claim-${claim.number}-title">
    <header>
      <p class="no"><span class="hidden">${words.claim} </span>${claim.number}</p>
      <h3 id="claim-${claim.number}-title" dir="auto">${claim.wording}</h3>
    </header>
    <div class="body">
      ${rulingLine(page, ruling)}
      <dl>${facts(page, claim)}</dl>
      ${
        ruling?.justification &&
        html`<p class="label">${words.justification}</p>
          ${richText(ruling.justification)}`
      }
      ${evidenceList(page, claim)} ${claim.verdicts.length > 1 && history(page, claim.verdicts)}
      ${backLinks(page, claim)}
    </div>
  </article> `;
}

function rulingLine(page: Page, ruling: ReportVerdict | undefined): Html {
  const { words, terms } = page;
  if (!ruling) return html`<p class="ruling"><span class="badge open">${words.noVerdict}</span></p>`;
  const parts = [
    isolate(ruling.person || words.unnamed),
    page.day(ruling.at),
    ruling.confidence && `${words.confidence.toLowerCase()}: ${terms.confidence[ruling.confidence]}`,
    ruling.knownAsOf && `${words.knownAsOf.toLowerCase()} ${page.day(ruling.knownAsOf)}`,
  ].filter((part) => part !== null && part !== '');
  return html`<div class="ruling">
    ${badge(page, ruling)}
    <p class="meta">${parts.map((part, n) => [n > 0 && ' · ', part])}</p>
  </div>`;
}

function facts(page: Page, claim: ReportClaim): (Html | false)[] {
  const { words, terms } = page;
  const reason = claim.reason && terms.reason[claim.reason];
  return [
    row(words.verifiabilities, [terms.verifiability[claim.verifiability], reason].filter(Boolean).join(': ')),
    row(words.checkableOn, page.day(claim.checkableOn)),
    row(words.said, claim.claimant && isolate(claim.claimant)),
    row(words.saidOn, page.day(claim.claimedOn)),
    row(words.saidWhere, claim.claimedWhere && isolate(claim.claimedWhere)),
    row(words.kind, claim.type && terms.type[claim.type]),
    row(words.partOf, claim.parent !== null && html`<a href="#claim-${claim.parent}">${claim.parent}</a>`),
    row(words.status, terms.status[claim.status]),
  ];
}

function evidenceList(page: Page, { evidence, verifiability }: ReportClaim): Html | false {
  const { words } = page;
  if (evidence.length > 0) {
    return html`<p class="label">${words.evidence}</p>
      <ul class="evidence">
        ${evidence.map((one) => evidenceItem(page, one))}
      </ul>`;
  }
  return verifiability === 'verifiable' && html`<p class="small">${words.noEvidence}</p>`;
}

function evidenceItem(page: Page, one: ReportEvidence): Html {
  const { words, terms } = page;
  return html`<li>
    <p class="stance">
      <span class="sign" aria-hidden="true">${SIGNS[one.stance]}</span>${terms.stance[one.stance]} ·
      ${words.quoteFrom}
      <a href="#reference-${one.reference}">[${one.reference}]</a
      >${one.locator !== '' && html`, ${isolate(one.locator)}`}
    </p>
    ${one.quote !== '' && html`<blockquote dir="auto">${lines(one.quote)}</blockquote>`}
    ${one.note !== '' && html`<p dir="auto">${lines(one.note)}</p>`}
    ${one.capture && html`<p class="small">${words.capture} <span class="hash">${one.capture.sha256.slice(0, 12)}…</span>: ${isolate(captureState(page, one.capture))}</p>`}
  </li>`;
}

function history(page: Page, verdicts: readonly ReportVerdict[]): Html {
  const { words, terms } = page;
  const line = (verdict: ReportVerdict) =>
    html`<tr>
      <td>${page.day(verdict.at)}</td>
      <td>${isolate(verdict.person || words.unnamed)}</td>
      <td>${isolate(ratingName(page, verdict))}</td>
      <td>${terms.state[verdict.state]}${verdict.why !== '' && html`: <bdi>${lines(verdict.why)}</bdi>`}</td>
    </tr>`;
  return html`<p class="label">${words.history}</p>
    <table class="history">
      <thead class="hidden">
        <tr>
          <th scope="col">${words.saidOn}</th>
          <th scope="col">${words.by}</th>
          <th scope="col">${words.verdict}</th>
          <th scope="col">${words.status}</th>
        </tr>
      </thead>
      <tbody>
        ${verdicts.map(line)}
      </tbody>
    </table>`;
}

function backLinks(page: Page, { number }: ReportClaim): Html {
  const { words } = page;
  const places = page.places.get(number) ?? [];
  if (places.length === 0) return html`<p class="small">${words.noPlace}</p>`;
  return html`<p class="small back">
    ${words.back}:
    ${places.map(({ id, article }, n) => [n > 0 && ', ', html`<a href="#${id}">${isolate(article.title || words.article)}</a>`])}
  </p>`;
}
