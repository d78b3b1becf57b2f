import type { Node } from '#domain/document.ts';
import { ratingLabel } from '#domain/scale.ts';
import {
  type ReportArticle,
  type ReportClaim,
  type ReportEvidence,
  type ReportInput,
  type ReportVerdict,
  rulingOf,
} from './input.ts';
import { address, indented, line, lineStart, prose, quoted, richText, styled } from './markdown-text.ts';
import { type MarkedArticle, markArticle } from './marked-text.ts';
import { type Page, captureState, pageOf, ratingName, withoutAddress } from './page.ts';
import { type Summary, percent, summaryOf } from './summary.ts';
import { LOSSES } from './losses.ts';
import type { ReportWriter } from './writer.ts';

const blocks = (...parts: readonly (string | false)[]) =>
  parts.filter((part) => part !== false && part !== '').join('\n\n');

/** The whole report as CommonMark. Same input, same text. */
export function writeMarkdown(input: ReportInput): string {
  const page = pageOf(input);
  const { words } = page;
  const summary = summaryOf(input);
  const text = blocks(
    `# ${line(input.project.title) || words.report}`,
    `${words.report}. ${words.generatedFrom} ${page.time(input.generatedFrom)}`,
    `## ${words.summary}`,
    summaryLists(page, summary),
    `## ${words.articles}`,
    ...input.articles.map((article) => articleText(page, article)),
    `## ${words.claims}`,
    input.claims.length === 0 && words.noClaims,
    ...input.claims.map((claim) => claimText(page, claim)),
    `## ${words.references}`,
    referenceList(page) || words.noReferences,
    `## ${words.method}`,
    prose(input.project.method) || words.noMethod,
    words.methodNote,
    `## ${words.notChecked}`,
    notChecked(page, summary),
    `## ${words.colophon}`,
    words.madeWith,
    list([
      `${words.projectId}: ${line(input.project.id)}`,
      `${words.head}: ${line(input.project.head) || words.emptyHead}`,
      ...input.articles.map(
        (article) => `${words.original}, ${line(article.title) || words.article}: ${line(article.original)}`,
      ),
    ]),
  );
  return `${text}\n`;
}

export const markdown: ReportWriter = {
  losses: ({ language }) => LOSSES[language].markdown,
  write: writeMarkdown,
};

const list = (items: readonly string[]) => items.map((item) => `- ${indented(item, 2)}`).join('\n');

function summaryLists({ words, terms, input }: Page, summary: Summary): string {
  const figure = (name: string, part: number, more = '') =>
    `${name}: ${part} (${percent(part, summary.claims)}\u00A0%)${more}`;
  return blocks(
    `**${words.ratings}**`,
    list([
      ...summary.byRating.map(({ id, rating, claims, final }) =>
        figure(
          line(rating ? ratingLabel(rating, input.language) : id),
          claims,
          final < claims ? `, ${words.ofThemFinal(final)}` : '',
        ),
      ),
      figure(words.noVerdict, summary.unrated),
      `${words.total}: ${summary.claims}`,
    ]),
    `**${words.verifiabilities}**`,
    list(summary.byVerifiability.map(({ kind, claims }) => figure(terms.verifiability[kind], claims))),
  );
}

function articleText(page: Page, article: ReportArticle): string {
  const { words } = page;
  const marked = markArticle(article);
  const lost = [...new Set(marked.lost.map(({ claim }) => claim))].toSorted((a, b) => a - b);
  return blocks(
    `### ${line(article.title) || words.article}`,
    list(
      [
        article.author && `${words.by}: ${line(article.author)}`,
        article.publisher && line(article.publisher),
        article.published && `${words.published}: ${line(page.day(article.published))}`,
        article.address && address(article.address),
        lost.length > 0 && `${words.lost} ${lost.join(', ')}`,
      ].filter((part) => typeof part === 'string' && part !== '') as string[],
    ),
    (article.document.content ?? []).map((node) => articleBlock(page, node, marked)).join('\n\n'),
  );
}

/** Corner brackets show where a claim begins and ends; its number follows. */
function articleBlock(page: Page, node: Node, marked: MarkedArticle): string {
  const block = marked.blocks.get(node);
  if (block) {
    // what the usual readers make of the heading “Claim 3”
    const anchor = page.words.claim.toLowerCase();
    const pieces = block.pieces
      .map((piece) => {
        const opens = '⌜'.repeat(piece.opens.length);
        const closes = piece.closes.map(({ claim }) => `⌟[${claim}](#${anchor}-${claim})`).join('');
        const words = piece.leaf === undefined ? styled(piece.text, piece.marks) : ' ';
        return `${opens}${words}${closes}`;
      })
      .join('');
    if (node.type === 'horizontalRule') return '---';
    const text = lineStart(pieces.trim());
    return node.type === 'heading' && text !== '' ? `#### ${text}` : text;
  }
  const inside = (node.content ?? []).map((child) => articleBlock(page, child, marked));
  if (node.type === 'blockquote') return quoted(inside.join('\n\n'));
  if (node.type === 'bulletList' || node.type === 'orderedList') return list(inside);
  if (node.type === 'tableRow') return inside.join(' \\| ');
  return inside.join('\n\n');
}

function claimText(page: Page, claim: ReportClaim): string {
  const { words, terms } = page;
  const ruling = rulingOf(claim);
  const reason = claim.reason ? `: ${terms.reason[claim.reason]}` : '';
  const facts = [
    `${words.verifiabilities}: ${terms.verifiability[claim.verifiability]}${reason}`,
    claim.checkableOn && `${words.checkableOn}: ${line(page.day(claim.checkableOn))}`,
    claim.claimant && `${words.said}: ${line(claim.claimant)}`,
    claim.claimedOn && `${words.saidOn}: ${line(page.day(claim.claimedOn))}`,
    claim.claimedWhere && `${words.saidWhere}: ${line(claim.claimedWhere)}`,
    claim.type && `${words.kind}: ${terms.type[claim.type]}`,
    claim.parent !== null && `${words.partOf}: ${claim.parent}`,
    `${words.status}: ${terms.status[claim.status]}`,
  ].filter((part) => typeof part === 'string' && part !== '') as string[];
  return blocks(
    `### ${words.claim} ${claim.number}`,
    `**${line(claim.wording)}**`,
    ruling ? `${words.verdict}: ${verdictLine(page, ruling)}` : words.noVerdict,
    list(facts),
    ruling?.justification ? richText(ruling.justification) : false,
    claim.evidence.length > 0 &&
      blocks(`${words.evidence}:`, list(claim.evidence.map((one) => evidenceText(page, one)))),
    claim.verdicts.length > 1 &&
      blocks(`${words.history}:`, list(claim.verdicts.map((verdict) => historyLine(page, verdict)))),
  );
}

function verdictLine(page: Page, verdict: ReportVerdict): string {
  const { words, terms } = page;
  return [
    `**${line(ratingName(page, verdict))}**${verdict.state === 'draft' ? ` (${terms.state.draft})` : ''}`,
    line(verdict.person) || words.unnamed,
    line(page.day(verdict.at)),
    verdict.confidence && `${words.confidence}: ${terms.confidence[verdict.confidence]}`,
    verdict.knownAsOf && `${words.knownAsOf} ${line(page.day(verdict.knownAsOf))}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function historyLine(page: Page, verdict: ReportVerdict): string {
  const why = verdict.why === '' ? '' : `: ${line(verdict.why)}`;
  return `${line(page.day(verdict.at))}, ${line(verdict.person) || page.words.unnamed}: ${line(ratingName(page, verdict))} (${page.terms.state[verdict.state]}${why})`;
}

function evidenceText(page: Page, one: ReportEvidence): string {
  const { words, terms } = page;
  return blocks(
    `${terms.stance[one.stance]}, ${words.quoteFrom} ${one.reference}${one.locator === '' ? '' : `, ${line(one.locator)}`}`,
    one.quote !== '' && quoted(prose(one.quote)),
    prose(one.note),
    one.capture !== null &&
      `${words.capture} ${one.capture.sha256}: ${line(captureState(page, one.capture))}`,
  );
}

function referenceList(page: Page): string {
  const { words, terms, input } = page;
  return input.references
    .map((one) => {
      const facts = [
        one.accessed && `${words.accessed} ${line(page.day(one.accessed))}`,
        terms.kind[one.kind],
        one.origin && `${words.origin} ${line(one.origin)}`,
      ].filter(Boolean);
      const about = facts.length > 0 ? ` (${facts.join('; ')})` : '';
      const copies = one.captures.map(
        (capture) =>
          `- ${words.capture}: ${line(capture.name)}, ${page.size(capture.bytes)}, ${line(captureState(page, capture))}, SHA-256 ${capture.sha256}`,
      );
      const sign = `${one.number}. `;
      const said = [line(withoutAddress(one)), one.address && address(one.address)].filter(Boolean).join(' ');
      return sign + indented([`${said}${about}`, ...copies].join('\n'), sign.length);
    })
    .join('\n');
}

function notChecked(page: Page, summary: Summary): string {
  const { words, terms, input } = page;
  const coverage = input.articles.map(({ title, judgedSentences, sentences }) => {
    const share = percent(judgedSentences, sentences);
    const said = sentences === 0 ? words.noSentences : words.coverage(judgedSentences, sentences, share);
    return `${line(title) || words.article}: ${said}`;
  });
  const some = (label: string, claims: readonly ReportClaim[]) =>
    claims.length > 0 &&
    blocks(
      `${label}:`,
      list(
        claims.map((claim) => {
          const reason =
            claim.verifiability === 'unverifiable'
              ? ` (${claim.reason ? terms.reason[claim.reason] : words.noReason})`
              : '';
          return `${words.claim} ${claim.number}: ${line(claim.wording)}${reason}`;
        }),
      ),
    );
  const of = (kind: ReportClaim['verifiability']) =>
    input.claims.filter(({ verifiability }) => verifiability === kind);
  return blocks(
    list(coverage),
    some(words.unverifiable, of('unverifiable')),
    some(words.undecided, of('undecided')),
    some(words.unchecked, summary.unchecked),
  );
}
