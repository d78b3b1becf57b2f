import { joined } from './html-parts.ts';
import { type Page, captureState, withoutAddress } from './page.ts';
import { type ReportClaim, type ReportEvidence, includes } from './input.ts';
import { type Html, addressLink, html, isolate, lines } from './markup.ts';

const SIGNS = { supports: '+', refutes: '−', qualifies: '±', context: '·' } as const;

/** What speaks for, against or about a claim, each piece with its passage and its source. */
export function evidenceList(page: Page, { evidence, verifiability }: ReportClaim): Html | false {
  const { words, input } = page;
  if (!includes(input, 'evidence')) return false;
  if (evidence.length === 0) {
    return verifiability === 'verifiable' && html`<p class="small">${words.noEvidence}</p>`;
  }
  return html`<h4 class="label">${words.evidence}</h4>
    ${originsLine(page, evidence)}
    <ul class="evidence">
      ${evidence.map((one) => evidenceItem(page, one))}
    </ul>`;
}

/** Sources of one origin repeat one another, so they count once; said only where that makes a difference. */
function originsLine(page: Page, evidence: readonly ReportEvidence[]): Html | false {
  const numbers = [...new Set(evidence.map(({ reference }) => reference))];
  const origins = new Set(
    numbers.map((number) => page.input.references[number - 1]?.origin || `reference ${number}`),
  );
  return (
    origins.size < numbers.length &&
    html`<p class="small">${page.words.origins(numbers.length, origins.size)}</p>`
  );
}

function evidenceItem(page: Page, one: ReportEvidence): Html {
  const { words, terms } = page;
  const day = page.day(one.linkedAt);
  return html`<li class="${one.stance}">
    <p class="stance">
      <span class="sign" aria-hidden="true">${SIGNS[one.stance]}</span>${terms.stance[one.stance]}
    </p>
    ${one.quote !== '' && html`<blockquote dir="auto">${lines(one.quote)}</blockquote>`}
    <p class="source">${source(page, one)}</p>
    ${one.note !== '' && html`<p dir="auto">${lines(one.note)}</p>`}
    <p class="small">
      ${joined(
        [...(day === '' ? [] : [html`${isolate(words.linkedBy(one.linkedBy, day))}`]), ...copyOf(page, one)],
        ' · ',
      )}
    </p>
  </li>`;
}

/** The number of the reference, and the reference itself, so that nobody has to turn the page for it. */
function source(page: Page, { reference: number, locator }: ReportEvidence): Html {
  const reference = page.input.references[number - 1];
  const isListed = includes(page.input, 'references');
  const sign = isListed ? html`<a href="#reference-${number}">[${number}]</a>` : html`[${number}]`;
  return html`${sign}${reference && html` <bdi>${withoutAddress(reference)}</bdi>`}${locator !== '' && html` <span class="locator">${isolate(locator)}</span>`}${!isListed && reference && reference.address !== '' && html` ${addressLink(reference.address)}`}`;
}

function copyOf(page: Page, { capture, quoteFound }: ReportEvidence): Html[] {
  const { words } = page;
  if (!capture) return [];
  const found = quoteFound === null ? '' : `; ${quoteFound ? words.quoteFound : words.quoteLost}`;
  return [
    html`${words.capture} <span class="hash">${capture.sha256.slice(0, 12)}…</span>:
      ${isolate(captureState(page, capture) + found)}`,
  ];
}
