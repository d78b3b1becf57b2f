import type { Node } from '#domain/document.ts';
import { firstNumber } from '#domain/rich-text.ts';
import { type Rating, type RatingShape, SHAPE_PATHS, shapeOf } from '#domain/scale.ts';
import { type ReportClaim, type ReportVerdict, ratingOf, rulingOf } from './input.ts';
import { type Html, followable, html, isolate } from './markup.ts';
import { type Page, ratingName } from './page.ts';

/** The shapes of all ratings, drawn once; every icon of the page is a use of one of them. */
export function shapes(): Html {
  return html`<svg class="hidden" aria-hidden="true" focusable="false">
    ${Object.entries(SHAPE_PATHS).map(
      ([shape, path]) =>
        html`<symbol id="i-${shape}" viewBox="0 0 16 16"><path fill-rule="evenodd" d="${path}" /></symbol>`,
    )}
  </svg>`;
}

export function icon(shape: RatingShape): Html {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><use href="#i-${shape}" /></svg>`;
}

/** A scale may come from another team: what is no plain colour is not used as one. */
export function colourOf(rating: Rating | undefined): string {
  return rating && /^#[0-9a-f]{6}$/i.test(rating.colour) ? rating.colour : '#56616d';
}

/** The verdict as a coloured word with its shape. */
export function badge(page: Page, verdict: ReportVerdict): Html {
  const draft = verdict.state === 'draft';
  const style = `--r:${colourOf(ratingOf(verdict, page.input.scales))}`;
  return html`<span class="badge tone${draft && ' draft'}" style="${style}"
    >${icon(shapeOf(verdict.rating))}${isolate(ratingName(page, verdict))}${draft && html`${'\u00A0'}<span>(${page.words.draft.toLowerCase()})</span>`}</span
  >`;
}

/** The verdict in a running line: shape and word in its colour. */
export function ratingWord(page: Page, verdict: ReportVerdict): Html {
  const style = `--r:${colourOf(ratingOf(verdict, page.input.scales))}`;
  return html`<span class="tone word" style="${style}"
    >${icon(shapeOf(verdict.rating))}${isolate(ratingName(page, verdict))}</span
  >`;
}

/** `Claim 3: verifiable, False`: what a listener needs to know of a claim before following its number. */
export function spokenClaim(page: Page, claim: ReportClaim): string {
  const ruling = rulingOf(claim);
  const parts = [page.terms.verifiability[claim.verifiability], ruling && ratingName(page, ruling)];
  return `${page.words.claim} ${claim.number}: ${parts.filter(Boolean).join(', ')}`;
}

export function claimLink(number: number): Html {
  return html`<a href="#claim-${number}">${number}</a>`;
}

/** What there is of some values in a row, with a sign between them. */
export function joined(values: readonly (Html | string | false | null)[], between: string): Html {
  const shown = values.filter((value) => value !== false && value !== null && value !== '');
  return html`${shown.map((value, n) => [n > 0 && between, value])}`;
}

export function row(name: string, value: Html | string | false | null): Html | false {
  return (
    value !== '' &&
    value !== false &&
    value !== null &&
    html`<dt>${name}</dt>
      <dd>${value}</dd>`
  );
}

/** A justification: the only rich text of a person besides the article. */
export function richText(node: Node): Html {
  const inside = (node.content ?? []).map(richText);
  switch (node.type) {
    case 'text':
      return inline(node);
    case 'hardBreak':
      return html`<br />`;
    case 'paragraph':
      return html`<p dir="auto">${inside}</p>`;
    case 'bulletList':
      return html`<ul>
        ${inside}
      </ul>`;
    case 'orderedList':
      return html`<ol start="${firstNumber(node)}">
        ${inside}
      </ol>`;
    case 'listItem':
      return html`<li>${inside}</li>`;
    default:
      return html`${inside}`;
  }
}

const INLINE_TAGS: Readonly<Record<string, (inside: Html) => Html>> = {
  bold: (inside) => html`<strong>${inside}</strong>`,
  italic: (inside) => html`<em>${inside}</em>`,
  underline: (inside) => html`<u>${inside}</u>`,
  strike: (inside) => html`<s>${inside}</s>`,
  code: (inside) => html`<code>${inside}</code>`,
  subscript: (inside) => html`<sub>${inside}</sub>`,
  superscript: (inside) => html`<sup>${inside}</sup>`,
};

/** A run of text under its marks. */
export function inline({ text = '', marks = [] }: Pick<Node, 'text' | 'marks'>): Html {
  return marks.reduce(
    (inside, { type, attrs }) => {
      if (type === 'link') {
        const href = followable(typeof attrs?.['href'] === 'string' ? attrs['href'] : '');
        return href === undefined ? inside : html`<a href="${href}" rel="noopener noreferrer">${inside}</a>`;
      }
      return Object.hasOwn(INLINE_TAGS, type) ? INLINE_TAGS[type]!(inside) : inside;
    },
    html`${text}`,
  );
}
