import type { Node } from '#domain/document.ts';
import { firstNumber } from '#domain/rich-text.ts';
import { shapeOf } from '#domain/scale.ts';
import { colourOf, icon, inline, row, spokenClaim } from './html-parts.ts';
import type { Page } from './page.ts';
import { type ReportArticle, type ReportClaim, type ReportMark, ratingOf, rulingOf } from './input.ts';
import { type MarkedArticle, type Piece, markArticle } from './marked-text.ts';
import { type Html, addressLink, html, isolate } from './markup.ts';

/** One article, set like a page, with the claims' numbers in place. */
export function articleSection(page: Page, article: ReportArticle, n: number): Html {
  const { words, input } = page;
  const marked = markArticle(article);
  const ambiguous = article.marks.filter((mark) => mark.state === 'ambiguous');
  return html`<section aria-labelledby="article-${n}">
    <h3 id="article-${n}">${isolate(article.title || words.article)}</h3>
    <dl>
      ${row(words.by, article.author && isolate(article.author))}${row(words.published, published(page, article))}${row(words.quoteFrom, article.address && addressLink(article.address))}${row(words.words, page.number(article.words))}
    </dl>
    ${article.corrections > 0 && html`<p class="small">${words.revised(article.corrections)}</p>`}
    ${claimList(words.lost, marked.lost)}${claimList(words.ambiguous, ambiguous)}
    <div
      class="article"
      dir="auto"
      ${article.language !== '' && article.language !== input.language && html` lang="${article.language}"`}
    >
      ${(article.document.content ?? []).map((node) => block(page, node, marked))}
    </div>
  </section>`;
}

function published(page: Page, article: ReportArticle): Html | '' {
  const parts = [
    article.publisher && isolate(article.publisher),
    article.published && html`${page.day(article.published)}`,
  ].filter((part) => part !== '');
  return parts.length > 0 ? html`${parts.map((part, n) => [n > 0 && ', ', part])}` : '';
}

function claimList(label: string, marks: readonly ReportMark[]): Html | false {
  const numbers = [...new Set(marks.map(({ claim }) => claim))].toSorted((a, b) => a - b);
  return (
    numbers.length > 0 &&
    html`<p class="small">
      ${label} ${numbers.map((number, n) => [n > 0 && ', ', html`<a href="#claim-${number}">${number}</a>`])}
    </p>`
  );
}

function block(page: Page, node: Node, marked: MarkedArticle): Html {
  const pieces = marked.blocks.get(node);
  if (pieces) return textBlock(node, html`${pieces.pieces.map((one) => piece(page, one))}`);
  const inside = (node.content ?? []).map((child) => block(page, child, marked));
  switch (node.type) {
    case 'blockquote':
      return html`<blockquote>${inside}</blockquote>`;
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
    case 'table':
      return html`<div class="wide">
        <table>
          ${inside}
        </table>
      </div>`;
    case 'tableRow':
      return html`<tr>
        ${inside}
      </tr>`;
    case 'tableCell':
      return html`<td${spans(node)}>${inside}</td>`;
    case 'tableHeader':
      return html`<th${spans(node)}>${inside}</th>`;
    default:
      return html`<div>${inside}</div>`;
  }
}

function spans({ attrs }: Node): Html[] {
  return (['colspan', 'rowspan'] as const).flatMap((name) => {
    const count = attrs?.[name];
    const plain = typeof count === 'number' && Number.isInteger(count) && count > 1 && count <= 1_000;
    return plain ? [name === 'colspan' ? html` colspan="${count}"` : html` rowspan="${count}"`] : [];
  });
}

function textBlock(node: Node, inside: Html): Html {
  if (node.type === 'codeBlock') return html`<pre><code>${inside}</code></pre> `;
  if (node.type !== 'heading') return node.type === 'paragraph' ? html`<p dir="auto">${inside}</p> ` : inside;
  const level = Number(node.attrs?.['level'] ?? 1);
  if (level <= 1) return html`<h4 dir="auto">${inside}</h4> `;
  return level === 2 ? html`<h5 dir="auto">${inside}</h5> ` : html`<h6 dir="auto">${inside}</h6> `;
}

/** The innermost claim is wrapped first; the numbers stand after all wrappers, so that links never nest. */
function piece(page: Page, { text, leaf, marks, claims, opens, closes }: Piece): Html {
  const words =
    leaf === undefined ? inline({ text, marks }) : leaf === 'horizontalRule' ? html`<hr />` : html`<br />`;
  const wrapped = claims.reduceRight((inside, mark) => {
    const claim = page.claims.get(mark.claim);
    const id = opens.includes(mark) && html` id="${page.placeIds.get(mark)}"`;
    return html`<span class="m ${claim?.verifiability ?? 'undecided'}" ${id}>${inside}</span>`;
  }, words);
  const numbers = closes.map(({ claim: number }) => {
    const claim = page.claims.get(number);
    return claim && placeNumber(page, claim);
  });
  return html`${wrapped}${numbers}`;
}

/** The number of a claim where it ends in the text, with the shape and colour of its verdict. */
function placeNumber(page: Page, claim: ReportClaim): Html {
  const ruling = rulingOf(claim);
  const rating = ruling && ratingOf(ruling, page.input.scales);
  return html`<sup class="n"
    ><a
      href="#claim-${claim.number}"
      aria-label="${spokenClaim(page, claim)}"
      ${ruling && html` class="tone" style="--r:${colourOf(rating)}"`}
      >${ruling && icon(shapeOf(ruling.rating))}${claim.number}</a
    ></sup
  >`;
}
