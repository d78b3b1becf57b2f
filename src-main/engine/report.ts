import { judgedSentences } from '#domain/coverage.ts';
import { dayOfCsl } from '#domain/citation.ts';
import type { ArticleDocument } from '#domain/document.ts';
import { checkRichText } from '#domain/rich-text.ts';
import type { Scale } from '#domain/scale.ts';
import { timeOf } from '#domain/stamp.ts';
import type { Asked, Output } from '#contract/index.ts';
import type { ReportFormat } from '#contract/project.ts';
import type { Claim, Reference } from '#contract/nouns.ts';
import type {
  ReportArticle,
  ReportCapture,
  ReportClaim,
  ReportInput,
  ReportReference,
  Written,
} from '#reports/input.ts';
import { getArticle, listArticles, textOf } from '#store/articles.ts';
import { readBlob, readText } from '#store/blobs.ts';
import { claimIds, getClaims } from '#store/claims.ts';
import { listMarks } from '#store/occurrences.ts';
import { newestRevision } from '#store/derive.ts';
import { getReferences, listScales } from '#store/references.ts';
import { readOf, whole, type Session } from './session.ts';

type Language = ReportInput['language'];

const TYPES = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<ReportFormat, string>;

/** Writes a report and keeps it under a token until the project is closed. Same project, same options, same bytes. */
export async function writeReport(
  session: Session,
  asked: Asked<'writeReport'>,
): Promise<Output<'writeReport'>> {
  const only = asked.article === undefined ? undefined : whole(session, 'article', asked.article);
  const input = await reportInput(session, only, asked.language);
  const { text, losses } = await written(asked.format, input);
  const bytes = new TextEncoder().encode(text);
  const token = session.world.newId();
  const about = input.articles.length === 1 ? input.articles[0]!.title : input.project.title;
  const name = `${about || 'Report'}.${asked.format}`;
  session.files.set(token, { name, mediaType: TYPES[asked.format], bytes });
  return {
    report: {
      token,
      name,
      mediaType: TYPES[asked.format],
      bytes: bytes.length,
      claims: input.claims.length,
      losses: [...losses],
    },
  };
}

async function written(format: ReportFormat, input: ReportInput): Promise<Written> {
  switch (format) {
    case 'html':
      return (await import('#reports/html.ts')).writeHtml(input);
    case 'md':
      return (await import('#reports/markdown.ts')).writeMarkdown(input);
    case 'csv':
      return (await import('#reports/csv.ts')).writeCsv(input);
  }
}

/** Everything a report prints, in reading order: article by article, then what stands in none of them. */
export async function reportInput(
  session: Session,
  only: string | undefined,
  language: Language,
): Promise<ReportInput> {
  const db = readOf(session);
  const articles = listArticles(db).filter((article) => only === undefined || article.id === only);
  const ids = [
    ...new Set([
      ...articles.flatMap((article) => claimIds(db, article.id)),
      ...(only === undefined ? claimIds(db) : []),
    ]),
  ];
  const claims = getClaims(db, ids).filter((claim) => claim.verifiability !== 'not-a-claim');
  const numbers = new Map(claims.map((claim, i) => [claim.id, i + 1]));
  const references = await referencesInUse(session, claims, language);
  const referenceNumbers = new Map(references.rows.map((row, i) => [row.id, i + 1]));
  const head = db.one<{ hash: string; stamp: string }>(
    'select hash, stamp from act order by stamp desc, hash desc limit 1',
  );
  const project = db.one<{ title: string | null; method: string | null }>(
    'select title, method from project where id = ?',
    session.project.id,
  );
  return {
    language,
    project: {
      id: session.project.id,
      title: project?.title ?? '',
      method: project?.method ?? '',
      head: head?.hash ?? '',
    },
    generatedFrom: head === undefined ? '' : timeOf(head.stamp),
    scales: listScales(db) as Scale[],
    articles: articles.map((article) => reportArticle(session, article.id, numbers)),
    claims: claims.map((claim, i) =>
      reportClaim(claim, i + 1, numbers, referenceNumbers, references.captures),
    ),
    references: references.printed,
  };
}

function reportArticle(session: Session, id: string, numbers: ReadonlyMap<string, number>): ReportArticle {
  const db = readOf(session);
  const article = getArticle(db, id);
  const revision = newestRevision(db, id)!;
  const { text, words, sentences } = textOf(db, revision);
  const document = db.one<{ document: string }>(
    'select document from revision where id = ?',
    revision,
  )!.document;
  const marks = listMarks(db, id);
  const placed = marks.filter((mark) => mark.state !== 'orphaned');
  return {
    ...article,
    importedBy: article.importedBy?.name ?? '',
    words,
    sentences: sentences.length / 2,
    judgedSentences: judgedSentences(sentences, placed).filter(Boolean).length,
    document: JSON.parse(readText(db, document)) as ArticleDocument,
    text,
    marks: placed.flatMap(({ claim, start, end, state }) => {
      const number = numbers.get(claim);
      return number === undefined ? [] : [{ claim: number, start, end, state }];
    }),
  };
}

function reportClaim(
  claim: Claim,
  number: number,
  numbers: ReadonlyMap<string, number>,
  references: ReadonlyMap<string, number>,
  captures: ReadonlyMap<string, ReportCapture>,
): ReportClaim {
  return {
    ...claim,
    number,
    parent: claim.parent === null ? null : (numbers.get(claim.parent) ?? null),
    evidence: claim.evidence.map(({ stance, quote, locator, note, reference, capture }) => ({
      stance,
      quote,
      locator,
      note,
      reference: references.get(reference)!,
      capture: capture === null ? null : (captures.get(capture) ?? null),
    })),
    verdicts: claim.verdicts.map((verdict) => ({
      ...verdict,
      person: verdict.person?.name ?? '',
      justification: verdict.justification === null ? null : checkRichText(verdict.justification),
    })),
  };
}

type InUse = {
  readonly rows: ReturnType<typeof getReferences>;
  readonly printed: ReportReference[];
  readonly captures: Map<string, ReportCapture>;
};

async function referencesInUse(
  session: Session,
  claims: readonly Claim[],
  language: Language,
): Promise<InUse> {
  const db = readOf(session);
  const rows = getReferences(db, [
    ...new Set(claims.flatMap((claim) => claim.evidence.map((one) => one.reference))),
  ]);
  const { citationOf } = await import('#importers/format-citation.ts');
  const captures = new Map(
    rows.flatMap((row) => row.captures.map((capture) => [capture.id, reportCapture(session, capture)])),
  );
  const printed = rows.map((row, i): ReportReference => ({
    number: i + 1,
    citation: citationOf(row.csl, { language }),
    address: typeof row.csl.URL === 'string' ? row.csl.URL : '',
    accessed: dayOfCsl(row.csl['accessed']),
    kind: row.kind,
    origin: row.origin,
    captures: row.captures.map((capture) => captures.get(capture.id)!),
  }));
  return { rows, printed, captures };
}

function reportCapture(session: Session, capture: Reference['captures'][number]): ReportCapture {
  const { sha256, name, mediaType, bytes, capturedAt, capturedBy } = capture;
  return {
    sha256,
    name,
    mediaType,
    bytes,
    capturedAt,
    capturedBy: capturedBy?.name ?? '',
    state: stateOf(session, sha256),
  };
}

function stateOf(session: Session, sha256: string): ReportCapture['state'] {
  try {
    readBlob(readOf(session), sha256);
    return 'unchanged';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'not-found' ? 'absent' : 'changed';
  }
}
