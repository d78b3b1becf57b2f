import { harmless } from '#domain/formula-cells.ts';
import { toPlainText } from '#domain/rich-text.ts';
import { ratingLabel } from '#domain/scale.ts';
import { STANCES } from '#domain/words.ts';
import { type ReportClaim, type ReportInput, ratingOf, rulingOf } from './input.ts';
import { LOSSES } from './losses.ts';
import type { ReportWriter } from './writer.ts';

/** The columns, described in docs/formats.md. Names and coded values are the same in every language. */
export const CSV_COLUMNS = [
  'number',
  'id',
  'articles',
  'wording',
  'claimant',
  'claimed_on',
  'claimed_where',
  'type',
  'verifiability',
  'reason',
  'checkable_on',
  'status',
  'part_of',
  'rating',
  'rating_label',
  'verdict_state',
  'verdict_by',
  'verdict_at',
  'confidence',
  'known_as_of',
  'justification',
  'occurrences',
  'evidence',
  'supports',
  'refutes',
  'qualifies',
  'context',
  'references',
  'verdicts',
  'priority',
  'tags',
  'questions',
  'country',
  'strategies',
  'verdict_id',
  'scale',
  'pages',
] as const;

type Place = { readonly article: string; readonly page: number | null };

/** One row a claim, for spreadsheets: UTF-8 with a byte order mark, lines end in CRLF, every cell quoted. */
export function writeCsv(input: ReportInput): string {
  const places = new Map<number, Place[]>();
  for (const { title, id, marks } of input.articles) {
    for (const { claim, page } of marks)
      places.set(claim, [...(places.get(claim) ?? []), { article: title || id, page }]);
  }
  const claimRows = input.claims.map((claim) => claimRow(input, claim, places.get(claim.number) ?? []));
  const rows = [[...CSV_COLUMNS], ...claimRows.map((row) => row.map(harmless))];
  const text = rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('');
  return `\uFEFF${text}`;
}

export const csv: ReportWriter = {
  losses: ({ language }) => LOSSES[language].csv,
  write: writeCsv,
};

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

function claimRow(input: ReportInput, claim: ReportClaim, places: readonly Place[]): string[] {
  const ruling = rulingOf(claim);
  const byArticle = Map.groupBy(places, ({ article }) => article);
  const rating = ruling && ratingOf(ruling, input.scales);
  const references = [...new Set(claim.evidence.map(({ reference }) => reference))].toSorted((a, b) => a - b);
  const cells: Record<(typeof CSV_COLUMNS)[number], string | number> = {
    number: claim.number,
    id: claim.id,
    articles: [...byArticle.keys()].join('\n'),
    wording: claim.wording,
    claimant: claim.claimant,
    claimed_on: claim.claimedOn,
    claimed_where: claim.claimedWhere,
    type: claim.types.join('\n'),
    verifiability: claim.verifiability,
    reason: claim.reason ?? '',
    checkable_on: claim.checkableOn,
    status: claim.status,
    part_of: claim.parent ?? '',
    rating: ruling?.rating ?? '',
    rating_label: rating ? ratingLabel(rating, input.language) : (ruling?.rating ?? ''),
    verdict_state: ruling?.state ?? '',
    verdict_by: ruling?.person ?? '',
    verdict_at: ruling?.at ?? '',
    confidence: ruling?.confidence ?? '',
    known_as_of: ruling?.knownAsOf ?? '',
    justification: ruling?.justification ? toPlainText(ruling.justification) : '',
    occurrences: places.length,
    evidence: claim.evidence.length,
    ...stanceCounts(claim),
    references: references.map((number) => input.references[number - 1]?.citation ?? '').join('\n'),
    verdicts: claim.verdicts.length,
    priority: claim.priority,
    tags: claim.tags.join('\n'),
    questions: claim.questions.length,
    country: claim.country,
    strategies: claim.strategies.join('\n'),
    // a rating that was mapped onto another scale is not that of the verdict
    verdict_id: ruling?.mappedFrom === null ? ruling.id : '',
    scale: ruling?.scale ?? '',
    pages: places.some(({ page }) => page !== null) ? [...byArticle.values()].map(pagesIn).join('\n') : '',
  };
  return CSV_COLUMNS.map((column) => String(cells[column]).toWellFormed());
}

function pagesIn(places: readonly Place[]): string {
  const pages = new Set(places.flatMap(({ page }) => (page === null ? [] : [page])));
  return [...pages].toSorted((a, b) => a - b).join(' ');
}

function stanceCounts({ evidence }: ReportClaim): Record<(typeof STANCES)[number], number> {
  const count = (stance: string) => evidence.filter((one) => one.stance === stance).length;
  return {
    supports: count('supports'),
    refutes: count('refutes'),
    qualifies: count('qualifies'),
    context: count('context'),
  };
}
