import { judgedSentences } from '#domain/coverage.ts';
import { dayOfCsl } from '#domain/citation.ts';
import type { ArticleDocument } from '#domain/document.ts';
import type { ReportOptions, ReportPart } from '#domain/report-options.ts';
import { checkRichText } from '#domain/rich-text.ts';
import { ratingLabel, type Scale } from '#domain/scale.ts';
import { mapRating } from '#domain/scale-mapping.ts';
import type { Capture, Claim, Person, Verdict } from '#contract/nouns.ts';
import type {
  ReportArticle,
  ReportCapture,
  ReportClaim,
  ReportEvidence,
  ReportReference,
  ReportVerdict,
} from '#reports/input.ts';
import { getArticle, listRevisions, pagesOf, textOf } from '#store/articles.ts';
import { readText } from '#store/blobs.ts';
import { newestRevision } from '#store/derive.ts';
import { listMarks } from '#store/occurrences.ts';
import type { getReferences } from '#store/references.ts';
import type { FileStates } from './file-states.ts';
import { readOf, type Session } from './session.ts';

/** What every part of a report's input is made with. */
export type Making = {
  readonly session: Session;
  readonly options: ReportOptions;
  readonly has: (part: ReportPart) => boolean;
  readonly scales: readonly Scale[];
  readonly files: FileStates;
  /** The claims' numbers, by id. */
  readonly numbers: ReadonlyMap<string, number>;
};

/** A name only where names are wanted. */
function nameOf(making: Making, person: Person | null): string {
  return making.has('people') ? (person?.name ?? '') : '';
}

export function reportArticle(making: Making, id: string): ReportArticle {
  const db = readOf(making.session);
  const article = getArticle(db, id);
  const revision = newestRevision(db, id)!;
  const revisions = listRevisions(db, id);
  const { text, words, sentences } = textOf(db, revision);
  const pages = pagesOf(db, revision);
  const { document, sha256 } = revisions.find((one) => one.id === revision)!;
  const marks = listMarks(db, id).filter((mark) => mark.state !== 'orphaned');
  return {
    id,
    title: article.title,
    author: article.author,
    publisher: article.publisher,
    address: article.address,
    published: article.published,
    language: article.language,
    original: article.original,
    originalName: article.originalName.split(/[\\/]/).at(-1) ?? '',
    importedAt: article.importedAt,
    importedBy: nameOf(making, article.importedBy),
    words,
    sentences: sentences.length / 2,
    judgedSentences: judgedSentences(sentences, marks).filter(Boolean).length,
    revision,
    textSha256: sha256,
    corrections: revisions.length - 1,
    document: JSON.parse(readText(db, document)) as ArticleDocument,
    text,
    marks: marks.flatMap(({ id: occurrence, claim, start, end, state }) => {
      const number = making.numbers.get(claim);
      return number === undefined
        ? []
        : [{ id: occurrence, claim: number, start, end, state, page: pageAt(pages, start) }];
    }),
  };
}

/** The page of the original in which an offset lies, counted from 1; null where pages are not known. */
const pageAt = (pages: readonly number[], offset: number): number | null =>
  pages.filter((start) => start <= offset).length || null;

export function reportClaim(
  making: Making,
  claim: Claim,
  references: ReadonlyMap<string, number>,
  captures: ReadonlyMap<string, ReportCapture>,
  titles: ReadonlyMap<string, string>,
): ReportClaim {
  const { numbers, has } = making;
  return {
    number: numbers.get(claim.id)!,
    id: claim.id,
    wording: claim.wording,
    claimant: claim.claimant,
    claimedOn: claim.claimedOn,
    claimedWhere: claim.claimedWhere,
    country: claim.country,
    types: claim.types,
    strategies: claim.strategies,
    verifiability: claim.verifiability,
    reason: claim.reason,
    checkableOn: claim.checkableOn,
    status: claim.status,
    priority: claim.priority,
    tags: claim.tags,
    parent: claim.parent === null ? null : (numbers.get(claim.parent) ?? null),
    parts: [],
    elsewhere: has('occurrences')
      ? claim.occurrences.flatMap(({ article, exact, state, page }) => {
          const title = titles.get(article);
          return title === undefined || state === 'orphaned' ? [] : [{ article: title, quote: exact, page }];
        })
      : [],
    questions: has('questions')
      ? claim.questions.map(({ id, text, answers }) => ({
          id,
          text,
          answers: answers.map((answer) => ({
            id: answer.id,
            text: answer.text,
            type: answer.type,
            explanation: answer.explanation,
            reference: answer.reference === null ? null : (references.get(answer.reference) ?? null),
            person: nameOf(making, answer.answeredBy),
            at: answer.answeredAt,
          })),
        }))
      : [],
    evidence: has('evidence')
      ? claim.evidence.map((one) => reportEvidence(making, one, references, captures))
      : [],
    verdicts: spoken(making, claim.verdicts).map((verdict) => reportVerdict(making, verdict)),
    comments: has('comments')
      ? claim.comments.map(({ text, person, at }) => ({ text, person: nameOf(making, person), at }))
      : [],
    hasConflicts: claim.conflicts.length > 0,
  };
}

/** Without the history only what speaks, what people hold, and what had to be taken back. */
function spoken({ has }: Making, verdicts: readonly Verdict[]): readonly Verdict[] {
  if (has('history')) return verdicts;
  return verdicts.filter(
    ({ state, current }) =>
      state === 'final' ||
      (state === 'draft' && current) ||
      (has('corrections') && (state === 'corrected' || state === 'void')),
  );
}

function reportEvidence(
  making: Making,
  one: Claim['evidence'][number],
  references: ReadonlyMap<string, number>,
  captures: ReadonlyMap<string, ReportCapture>,
): ReportEvidence {
  const { id, stance, quote, locator, note, reference, capture, place, linkedAt, linkedBy } = one;
  const copy = capture === null || !making.has('captures') ? null : (captures.get(capture) ?? null);
  return {
    id,
    stance,
    quote,
    locator,
    note,
    reference: references.get(reference)!,
    capture: copy,
    quoteFound:
      copy === null || place === null || quote === ''
        ? null
        : making.files.textOf(capture!)?.slice(place.start, place.end) === quote,
    linkedBy: nameOf(making, linkedBy),
    linkedAt,
  };
}

function reportVerdict(making: Making, verdict: Verdict): ReportVerdict {
  const { id, scale, rating, person, at, confidence, knownAsOf, justification, state, current, why } =
    verdict;
  return {
    id,
    ...onScale(making, scale, rating),
    person: nameOf(making, person),
    at,
    confidence,
    knownAsOf,
    justification:
      justification === null || !making.has('justifications') ? null : checkRichText(justification),
    state,
    current,
    why,
  };
}

/** The rating on the report's scale, with what it was before, where it has a counterpart there. */
export function onScale(
  { scales, options }: Pick<Making, 'scales' | 'options'>,
  scaleId: string,
  ratingId: string,
): Pick<ReportVerdict, 'scale' | 'rating' | 'mappedFrom'> {
  const unmapped = { scale: scaleId, rating: ratingId, mappedFrom: null };
  if (options.scale === '' || options.scale === scaleId) return unmapped;
  const own = scales.find(({ id }) => id === scaleId);
  const rating = own?.ratings.find(({ id }) => id === ratingId);
  const wanted = scales.find(({ id }) => id === options.scale);
  const mapped = rating && wanted && mapRating(rating, wanted);
  return mapped === undefined
    ? unmapped
    : {
        scale: options.scale,
        rating: mapped.id,
        mappedFrom: { rating: ratingLabel(rating!, options.language), scale: own!.name },
      };
}

export function reportReference(
  making: Making,
  row: ReturnType<typeof getReferences>[number],
  number: number,
  citation: string,
  captures: ReadonlyMap<string, ReportCapture>,
): ReportReference {
  return {
    number,
    id: row.id,
    citation,
    address: typeof row.csl.URL === 'string' ? row.csl.URL : '',
    accessed: dayOfCsl(row.csl['accessed']),
    kind: row.kind,
    origin: row.origin,
    captures: making.has('captures') ? row.captures.map(({ id }) => captures.get(id)!) : [],
  };
}

export function reportCapture(making: Making, capture: Capture): ReportCapture {
  const { sha256, name, mediaType, bytes, capturedAt, capturedBy } = capture;
  return {
    sha256,
    name,
    mediaType,
    bytes,
    capturedAt,
    capturedBy: nameOf(making, capturedBy),
    state: making.files.stateOf(sha256),
  };
}
