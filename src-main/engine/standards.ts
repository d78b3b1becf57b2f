import { REPORT_FORMATS, type ReportFormat, type ReportPart } from '#domain/report-options.ts';
import type { Scale } from '#domain/scale.ts';
import { timeOf } from '#domain/stamp.ts';
import type { Asked, Output } from '#contract/index.ts';
import type {
  StandardClaim,
  StandardFile,
  StandardReference,
  StandardsInput,
  StandardsOptions,
} from '#reports/standards/input.ts';
import { Losses } from '#reports/standards/losses.ts';
import { getArticle, listArticles, textOf } from '#store/articles.ts';
import { readBlob, readText } from '#store/blobs.ts';
import { claimIds, getClaims } from '#store/claims.ts';
import { commentsOf } from '#store/comments.ts';
import { newestRevision } from '#store/derive.ts';
import { getQuestion } from '#store/questions.ts';
import { listReceived } from '#store/received.ts';
import { getCapture, getReferences, listScales, referenceIds } from '#store/references.ts';
import { readOf, whole, type Session } from './session.ts';

const STANDARDS = ['averitec', 'claimreview', 'claimreview-page', 'qdpx', 'webannotation'] as const;
export type Standard = (typeof STANDARDS)[number];

/** Formats that other programs read back: written from the rows themselves, with every id. */
export function isStandard(format: ReportFormat): format is Standard {
  return STANDARDS.some((standard) => standard === format);
}

type Wanted = Asked<'writeReport'>;

/** What is written: these articles and claims; without any, the whole project. */
type Scope = { readonly articles: readonly string[]; readonly claims: readonly string[] };
type Chosen = { readonly include: readonly ReportPart[] };

export async function planStandard(
  session: Session,
  format: Standard,
  asked: Wanted,
): Promise<Output<'planReport'>['plan']> {
  const scope = scopeOf(session, asked);
  const { file, input } = await made(session, format, scope, asked, optionsOf(asked));
  return {
    name: nameOf(input, format),
    mediaType: REPORT_FORMATS[format].mediaType,
    claims: file.claims,
    articles: input.articles.length,
    references: input.references.length,
    files: 0,
    losses: [...file.losses],
  };
}

export async function writeStandard(
  session: Session,
  format: Standard,
  asked: Wanted,
): Promise<Output<'writeReport'>['report']> {
  const scope = scopeOf(session, asked);
  const { file, input } = await made(session, format, scope, asked, optionsOf(asked));
  const { bytes, claims, losses } = file;
  const token = session.world.newId();
  const name = nameOf(input, format);
  const { mediaType } = REPORT_FORMATS[format];
  session.files.set(token, { name, mediaType, bytes });
  return { token, name, mediaType, bytes: bytes.length, claims, losses: [...losses] };
}

function optionsOf(asked: Wanted): StandardsOptions {
  return {
    address: asked.address,
    publisher: asked.team.trim(),
    publisherAddress: asked.teamAddress,
    questionsFromEvidence: asked.questionsFromEvidence,
    tell: asked.tell ?? 'en',
  };
}

const NONE: StandardsOptions = {
  address: '',
  publisher: '',
  publisherAddress: '',
  questionsFromEvidence: false,
  tell: 'en',
};

/** One file in a standard format, with what it cannot carry. Same project, same options, same bytes. */
export async function standardFile(
  session: Session,
  format: Standard,
  scope: Scope,
  chosen: Chosen,
  options: StandardsOptions = NONE,
): Promise<StandardFile> {
  return (await made(session, format, scope, chosen, options)).file;
}

async function made(
  session: Session,
  format: Standard,
  scope: Scope,
  chosen: Chosen,
  options: StandardsOptions,
): Promise<{ file: StandardFile; input: StandardsInput }> {
  const input = await withCitations(standardsInput(session, format, scope, chosen, options), format);
  const file = await written(format, input);
  const left = new Losses(options.tell);
  left.add('commentsLeft', chosen.include.includes('comments') ? 0 : commentsLeft(session, input));
  return { input, file: { ...file, losses: [...file.losses, ...left.all] } };
}

function commentsLeft(session: Session, { claims, articles }: StandardsInput): number {
  const ids = JSON.stringify([...claims, ...articles].map(({ id }) => id));
  return readOf(session).one<{ n: number }>(
    'select count(*) as n from comment where present = 1 and subject in (select value from json_each(?))',
    ids,
  )!.n;
}

async function written(format: Standard, input: StandardsInput): Promise<StandardFile> {
  switch (format) {
    case 'averitec':
      return (await import('#reports/standards/averitec.ts')).writeAveritec(input);
    case 'claimreview':
      return (await import('#reports/standards/claimreview.ts')).writeClaimReview(input);
    case 'claimreview-page':
      return (await import('#reports/standards/claimreview-page.ts')).writeClaimReviewPage(input);
    case 'qdpx':
      return (await import('#reports/standards/qdpx.ts')).writeQdpx(input);
    case 'webannotation':
      return (await import('#reports/standards/webannotation.ts')).writeWebAnnotation(input);
  }
}

function scopeOf(session: Session, asked: Wanted): Scope {
  const articles = (asked.scope.articles ?? []).map((id) => whole(session, 'article', id));
  const questions = (asked.scope.questions ?? []).map((id) => whole(session, 'question', id));
  const db = readOf(session);
  const asking = questions.map((id) => getQuestion(db, id).claim);
  const standing = getClaims(db, asking).flatMap(({ occurrences }) =>
    occurrences.map(({ article }) => article),
  );
  return {
    articles: [...new Set([...articles, ...standing])],
    claims: [...new Set([...articles.flatMap((id) => claimIds(db, id)), ...asking])],
  };
}

function nameOf(input: StandardsInput, format: Standard): string {
  const about = input.articles.length === 1 ? input.articles[0]!.title : input.project.title;
  return `${about || 'Report'}${REPORT_FORMATS[format].ending}`;
}

/** Everything a standard format is written from, without what its reader shall not have. */
function standardsInput(
  session: Session,
  format: Standard,
  scope: Scope,
  { include }: Chosen,
  options = NONE,
): StandardsInput {
  const db = readOf(session);
  const isWhole = scope.articles.length === 0 && scope.claims.length === 0;
  const has = (part: ReportPart) => include.includes(part);
  const articles = listArticles(db).filter(({ id }) => isWhole || scope.articles.includes(id));
  const ids = isWhole
    ? [...new Set([...articles.flatMap(({ id }) => claimIds(db, id)), ...claimIds(db)])]
    : scope.claims;
  const claims = getClaims(db, ids).map((claim) => shown(claim, has));
  const used = new Set(
    claims.flatMap((claim) => [
      ...claim.evidence.map(({ reference }) => reference),
      ...claim.questions.flatMap(({ answers }) => answers.flatMap(({ reference }) => reference ?? [])),
    ]),
  );
  const head = db.one<{ stamp: string }>('select stamp from act order by stamp desc, hash desc limit 1');
  const project = db.one<{ title: string | null; method: string | null }>(
    'select title, method from project where id = ?',
    session.project.id,
  );
  const written = format === 'claimreview-page' ? 'claimreview' : format;
  return {
    project: { id: session.project.id, title: project?.title ?? '', method: project?.method ?? '' },
    generatedFrom: head === undefined ? '' : timeOf(head.stamp),
    scales: listScales(db) as Scale[],
    articles: articles.map(({ id }) => articleOf(session, id, has('comments'), has('people'))),
    claims,
    references: getReferences(
      db,
      referenceIds(db).filter((id) => isWhole || used.has(id)),
    ).map((row) => ({
      id: row.id,
      csl: row.csl,
      citation: '',
      kind: row.kind,
      origin: row.origin,
      captures: has('captures')
        ? row.captures.map((capture) => ({ ...capture, text: textIn(session, capture.id) }))
        : [],
    })),
    received: listReceived(db, written).map(({ id, key, kind, subject, data, bytes }) => ({
      id,
      key,
      kind,
      subject,
      data,
      bytes: bytes === null ? null : () => readBlob(db, bytes),
    })),
    options,
  };
}

type Claim = ReturnType<typeof getClaims>[number];

/** A claim with only those parts that were asked for. */
function shown(claim: Claim, has: (part: ReportPart) => boolean): StandardClaim {
  const named = <T extends { readonly id: string; readonly name: string } | null>(agent: T) =>
    has('people') ? agent : null;
  const ruling =
    claim.verdicts.findLast(({ state }) => state === 'final') ??
    claim.verdicts.findLast(({ state, current }) => state === 'draft' && current);
  return {
    ...claim,
    assignee: named(claim.assignee),
    madeBy: named(claim.madeBy),
    occurrences: has('occurrences') ? claim.occurrences : [],
    evidence: has('evidence') ? claim.evidence.map((one) => ({ ...one, linkedBy: named(one.linkedBy) })) : [],
    questions: has('questions')
      ? claim.questions.map((question) => ({
          ...question,
          askedBy: named(question.askedBy),
          answers: question.answers.map((answer) => ({
            ...answer,
            answeredBy: named(answer.answeredBy),
            evidence: has('evidence') ? answer.evidence : null,
          })),
        }))
      : [],
    verdicts: claim.verdicts
      .filter((verdict) => has('history') || verdict.id === ruling?.id)
      .map((verdict) => ({
        ...verdict,
        person: named(verdict.person),
        justification: has('justifications')
          ? (verdict.justification as StandardClaim['verdicts'][number]['justification'])
          : null,
        text: has('justifications') ? verdict.text : '',
      })),
    comments: has('comments')
      ? claim.comments.map(({ id, text, person, at }) => ({ id, text, person: named(person), at }))
      : [],
  };
}

const PLAIN = new Set(['doc', 'paragraph', 'text']);

function articleOf(
  session: Session,
  id: string,
  withComments: boolean,
  withPeople: boolean,
): StandardsInput['articles'][number] {
  const db = readOf(session);
  const { title, author, publisher, address, published, language, importedAt, importedBy } = getArticle(
    db,
    id,
  );
  const revision = newestRevision(db, id);
  const document =
    revision &&
    db.one<{ document: string | null }>('select document from revision where id = ?', revision)?.document;
  return {
    id,
    title,
    author,
    publisher,
    address,
    published,
    language,
    importedAt,
    importedBy: withPeople ? importedBy : null,
    text: revision === undefined ? '' : textOf(db, revision).text,
    formatted: document != null && hasFormatting(JSON.parse(readText(db, document))),
    comments: withComments
      ? commentsOf(db, 'article', JSON.stringify([id])).map(({ id: own, text, person, at }) => ({
          id: own,
          text,
          person: withPeople ? person : null,
          at,
        }))
      : [],
  };
}

function hasFormatting(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { type, marks, content } = node as { type?: unknown; marks?: unknown; content?: unknown };
  return (
    !PLAIN.has(String(type)) || marks !== undefined || (Array.isArray(content) && content.some(hasFormatting))
  );
}

function textIn(session: Session, capture: string): string | null {
  const db = readOf(session);
  const { text } = getCapture(db, capture);
  try {
    return text === null ? null : readText(db, text);
  } catch {
    // a text that has not arrived, or is damaged, is as good as none here; `verify` tells of it
    return null;
  }
}

/** Citation styles are the slowest part to load, and some formats print none. */
function isCited({ csl }: StandardReference, format: Standard): boolean {
  const isUntitled = typeof csl['title'] !== 'string' || csl['title'] === '';
  return format === 'qdpx' || format === 'claimreview-page' || (format === 'claimreview' && isUntitled);
}

async function withCitations(input: StandardsInput, format: Standard): Promise<StandardsInput> {
  if (!input.references.some((one) => isCited(one, format))) return input;
  const { citationOf } = await import('#importers/format-citation.ts');
  const references = input.references.map((one) => {
    const { csl } = one;
    if (!isCited(one, format)) return one;
    return { ...one, citation: citationOf({ type: 'document', ...csl }, { language: 'en' }) };
  });
  return { ...input, references };
}
