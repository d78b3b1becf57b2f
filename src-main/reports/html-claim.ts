import { countryName } from './countries.ts';
import { evidenceList } from './html-evidence.ts';
import { badge, claimLink, joined, ratingWord, richText, row } from './html-parts.ts';
import { type Page, mappedFrom, originalPages } from './page.ts';
import { type ReportClaim, type ReportVerdict, disputeOf, includes, rulingOf } from './input.ts';
import { type Html, html, isolate, lines } from './markup.ts';

/** One claim with all that the team says about it. */
export function claimCard(page: Page, claim: ReportClaim): Html {
  const { words, input } = page;
  const ruling = rulingOf(claim);
  const isBrief = !ruling && claim.evidence.length === 0 && claim.questions.length === 0;
  return html`<article
    class="card${isBrief && ' brief'}"
    id="claim-${claim.number}"
    aria-labelledby="claim-${claim.number}-title"
  >
    <header>
      <p class="no"><span class="hidden">${words.claim} </span>${claim.number}</p>
      <h3 id="claim-${claim.number}-title" dir="auto">${claim.wording}</h3>
    </header>
    <div class="body">
      ${rulingLine(page, claim, ruling)} ${corrections(page, claim, ruling)}
      <dl>${facts(page, claim)}</dl>
      ${
        ruling?.justification &&
        html`<h4 class="label">${words.justification}</h4>
          ${richText(ruling.justification)}`
      }
      ${dispute(page, claim)} ${questions(page, claim)} ${evidenceList(page, claim)}
      ${includes(input, 'history') && claim.verdicts.length > 1 && history(page, claim.verdicts)}
      ${comments(page, claim)} ${claim.hasConflicts && html`<p class="notice">${words.conflict}</p>`}
      ${includes(input, 'articles') && backLinks(page, claim)}
    </div>
  </article> `;
}

function rulingLine(page: Page, claim: ReportClaim, ruling: ReportVerdict | undefined): Html | false {
  const { words, terms } = page;
  if (!ruling) {
    // what cannot be verified needs no verdict: its reason stands below
    if (claim.verifiability === 'unverifiable') return false;
    return html`<p class="ruling"><span class="badge open">${words.noVerdict}</span></p>`;
  }
  const parts = [
    ruling.person !== '' && isolate(ruling.person),
    page.day(ruling.at),
    ruling.confidence && `${words.confidence.toLowerCase()}: ${terms.confidence[ruling.confidence]}`,
    ruling.knownAsOf && `${words.knownAsOf.toLowerCase()} ${page.day(ruling.knownAsOf)}`,
    mappedFrom(page, ruling),
  ];
  return html`<div class="ruling">
    ${badge(page, ruling)}
    <p class="meta">${joined(parts, ' · ')}</p>
  </div>`;
}

function facts(page: Page, claim: ReportClaim): (Html | false)[] {
  const { words, terms, input } = page;
  const reason = claim.reason && terms.reason[claim.reason];
  const originals = originalPages(page, claim);
  return [
    row(words.verifiabilities, [terms.verifiability[claim.verifiability], reason].filter(Boolean).join(': ')),
    row(words.checkableOn, page.day(claim.checkableOn)),
    row(words.said, claim.claimant && isolate(claim.claimant)),
    row(words.saidOn, page.day(claim.claimedOn)),
    row(words.saidWhere, claim.claimedWhere && isolate(claim.claimedWhere)),
    row(words.country, countryName(claim.country, input.language)),
    row(words.kind, claim.types.map((type) => terms.type[type]).join(', ')),
    row(words.strategies, claim.strategies.map((strategy) => terms.strategy[strategy]).join(', ')),
    row(words.partOf, claim.parent !== null && claimLink(claim.parent)),
    row(words.parts, claim.parts.length > 0 && joined(claim.parts.map(claimLink), ', ')),
    row(
      words.originalPage,
      originals.length > 0 &&
        joined(
          originals.map(({ article, pages }) =>
            input.articles.length === 1
              ? html`${pages}`
              : html`${isolate(article.title || words.article)}: ${pages}`,
          ),
          '; ',
        ),
    ),
    row(
      words.alsoIn,
      claim.elsewhere.length > 0 &&
        html`<ul class="plain">
          ${claim.elsewhere.map(({ article, quote, page: onPage }) => html`<li>${isolate(article || words.article)}${onPage !== null && `, ${words.page(page.number(onPage))}`}: <q dir="auto">${quote}</q></li>`)}
        </ul>`,
    ),
    row(
      words.priority,
      (claim.priority === 'high' || claim.priority === 'urgent' || input.order === 'priority') &&
        terms.priority[claim.priority],
    ),
    row(words.tags, claim.tags.length > 0 && joined(claim.tags.map(isolate), ', ')),
    row(words.status, terms.status[claim.status]),
  ];
}

/** Said where the verdict is read, not only in the history: what was printed before and no longer holds. */
function corrections(page: Page, claim: ReportClaim, ruling: ReportVerdict | undefined): Html | false {
  const { words, input } = page;
  const undone = claim.verdicts.filter(({ state }) => state === 'corrected' || state === 'void');
  if (!includes(input, 'corrections') || undone.length === 0) return false;
  return html`<div class="correction">
    <h4 class="label">${words.correction}</h4>
    ${undone.map((verdict) => html`<p>${correctionLine(page, verdict, ruling)}</p>`)}
  </div>`;
}

export function correctionLine(page: Page, verdict: ReportVerdict, ruling: ReportVerdict | undefined): Html {
  const { words } = page;
  const rating = page.rating(verdict);
  const said =
    verdict.state === 'void'
      ? words.voidOn(rating, page.day(verdict.at))
      : words.correctedOn(rating, page.day(verdict.at), ruling?.state === 'final' ? page.rating(ruling) : '');
  return html`${said}${verdict.why !== '' && html` ${words.why}: <bdi>${lines(verdict.why)}</bdi>`}`;
}

function dispute(page: Page, claim: ReportClaim): Html | false {
  const { words } = page;
  const held = disputeOf(claim);
  return (
    held.length > 0 &&
    html`<p class="small">
      ${words.disputed}
      ${joined(
        held.map(
          (verdict) =>
            html`${ratingWord(page, verdict)}${verdict.person !== '' && html` (${isolate(verdict.person)})`}`,
        ),
        '; ',
      )}
    </p>`
  );
}

function questions(page: Page, { questions: asked }: ReportClaim): Html | false {
  const { words, terms } = page;
  if (asked.length === 0) return false;
  return html`<h4 class="label">${words.questions}</h4>
    <dl class="questions">
      ${asked.map(
        ({ text, answers }) =>
          html`<dt dir="auto">${lines(text)}</dt>
            ${
              answers.length === 0
                ? html`<dd class="small">${words.noAnswer}</dd>`
                : answers.map(
                    (answer) =>
                      html`<dd>
                        ${answer.text !== '' && html`<span dir="auto">${lines(answer.text)}</span>`}
                        ${answer.explanation !== '' && html`<br /><span dir="auto">${lines(answer.explanation)}</span>`}
                        <span class="small"
                          >${joined(
                            [
                              terms.answer[answer.type],
                              ...(answer.reference === null
                                ? []
                                : [html`<a href="#reference-${answer.reference}">[${answer.reference}]</a>`]),
                              ...(answer.person === '' ? [] : [isolate(answer.person)]),
                            ],
                            ' · ',
                          )}</span
                        >
                      </dd>`,
                  )
            }`,
      )}
    </dl>`;
}

function history(page: Page, verdicts: readonly ReportVerdict[]): Html {
  const { words, terms } = page;
  const named = verdicts.some(({ person }) => person !== '');
  const line = (verdict: ReportVerdict) =>
    html`<tr>
      <td>${page.day(verdict.at)}</td>
      ${named && html`<td>${isolate(verdict.person || words.unnamed)}</td>`}
      <td>${ratingWord(page, verdict)}</td>
      <td>${terms.state[verdict.state]}${verdict.why !== '' && html`: <bdi>${lines(verdict.why)}</bdi>`}</td>
    </tr>`;
  return html`<h4 class="label">${words.history}</h4>
    <table class="history">
      <thead class="hidden">
        <tr>
          <th scope="col">${words.date}</th>
          ${named && html`<th scope="col">${words.person}</th>`}
          <th scope="col">${words.verdict}</th>
          <th scope="col">${words.status}</th>
        </tr>
      </thead>
      <tbody>
        ${verdicts.map(line)}
      </tbody>
    </table>`;
}

function comments(page: Page, { comments: said }: ReportClaim): Html | false {
  const { words } = page;
  return (
    said.length > 0 &&
    html`<h4 class="label">${words.comments}</h4>
      <ul class="plain comments">
        ${said.map(
          ({ text, person, at }) =>
            html`<li>
              <p class="small">
                ${joined([...(person === '' ? [] : [isolate(person)]), page.day(at)], ', ')}
              </p>
              <p dir="auto">${lines(text)}</p>
            </li>`,
        )}
      </ul>`
  );
}

function backLinks(page: Page, { number }: ReportClaim): Html {
  const { words } = page;
  const places = page.places.get(number) ?? [];
  if (places.length === 0) return html`<p class="small">${words.noPlace}</p>`;
  return html`<p class="small back">
    ${words.back}:
    ${joined(
      places.map(({ id, article }) => html`<a href="#${id}">${isolate(article.title || words.article)}</a>`),
      ', ',
    )}
  </p>`;
}
