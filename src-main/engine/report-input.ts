import type { ReportOptions, ReportPart } from '#domain/report-options.ts';
import { DEFAULT_SCALE, type Scale } from '#domain/scale.ts';
import { AVERITEC_SCALE } from '#domain/scale-mapping.ts';
import { timeOf } from '#domain/stamp.ts';
import { CallError } from '#contract/error.ts';
import type { Claim } from '#contract/nouns.ts';
import {
  type ReportClaim,
  type ReportInput,
  type ReportReference,
  ratingOf,
  rulingOf,
} from '#reports/input.ts';
import { logoOf } from '#reports/logo.ts';
import { listArticles } from '#store/articles.ts';
import { childrenOf, claimIds, getClaims } from '#store/claims.ts';
import { getQuestion } from '#store/questions.ts';
import { getReferences, listScales } from '#store/references.ts';
import { fileStates } from './file-states.ts';
import { differencesAmong } from './report-differences.ts';
import {
  type Making,
  onScale,
  reportArticle,
  reportCapture,
  reportClaim,
  reportReference,
} from './report-parts.ts';
import { readOf, type Session } from './session.ts';

/** What a report is about, by ids; without any, the whole project. */
export type ReportScope = { readonly articles: readonly string[]; readonly questions: readonly string[] };

/** Everything a report prints, and nothing that its options leave out. */
export async function reportInput(
  session: Session,
  scope: ReportScope,
  options: ReportOptions,
  { isPreview = false, isTable = false }: { readonly isPreview?: boolean; readonly isTable?: boolean } = {},
): Promise<ReportInput> {
  const db = readOf(session);
  const has = (part: ReportPart) => options.include.includes(part);
  const everything = listArticles(db);
  const { articles, ids } = inReach(session, scope, everything);
  const inScope = getClaims(db, ids);
  const claims = inScope.filter(
    ({ verifiability }) =>
      verifiability !== 'not-a-claim' && (verifiability !== 'unverifiable' || has('unverifiable')),
  );
  const count = (kind: Claim['verifiability']) =>
    inScope.filter(({ verifiability }) => verifiability === kind).length;
  const scales = knownScales(session);
  if (options.scale !== '' && !scales.some(({ id }) => id === options.scale)) {
    throw new CallError(
      'not-found',
      `There is no scale ${options.scale}; choose one of ${scales.map(({ id }) => id).join(', ')}.`,
    );
  }
  const ordered = inOrder(claims, options, scales);
  const making: Making = {
    session,
    options,
    has,
    scales,
    files: fileStates(session, isPreview),
    numbers: new Map(ordered.map(({ id }, n) => [id, n + 1])),
  };
  const { references, numbers, captures } = await referencesInUse(making, ordered);
  const printed = new Set(articles.map(({ id }) => id));
  const titles = new Map(everything.flatMap(({ id, title }) => (printed.has(id) ? [] : [[id, title]])));
  const reported = withParts(ordered.map((claim) => reportClaim(making, claim, numbers, captures, titles)));
  const printedArticles = articles.map(({ id }) => reportArticle(making, id));
  return {
    language: options.language,
    include: options.include,
    order: options.order,
    style: options.style,
    scale: options.scale,
    team: { name: options.team.trim(), logo: logo(options.logo), note: options.note.trim() },
    ...aboutProject(session),
    scales: usedScales(reported, scales, options.scale),
    articles: printedArticles,
    claims: reported,
    differing: has('occurrences') && !isTable ? await differencesAmong(printedArticles) : [],
    references,
    leftOut: {
      articles: everything.length - articles.length,
      claims: claimIds(db).length - inScope.length,
      unverifiable: has('unverifiable') ? 0 : count('unverifiable'),
      notClaims: count('not-a-claim'),
    },
  };
}

type Articles = ReturnType<typeof listArticles>;

/** The articles and claims that a report is about: a question brings its claim, its parts and where they stand. */
function inReach(
  session: Session,
  scope: ReportScope,
  everything: Articles,
): { articles: Articles; ids: string[] } {
  const db = readOf(session);
  if (scope.articles.length === 0 && scope.questions.length === 0) {
    const ids = everything.flatMap(({ id }) => claimIds(db, id));
    return { articles: everything, ids: [...new Set([...ids, ...claimIds(db)])] };
  }
  const asked = new Set(
    scope.questions.flatMap((id) => {
      const { claim } = getQuestion(db, id);
      return [claim, ...childrenOf(db, claim).map((part) => part.id)];
    }),
  );
  const articles = everything.filter(
    ({ id }) => scope.articles.includes(id) || claimIds(db, id).some((claim) => asked.has(claim)),
  );
  const ids = articles.flatMap(({ id }) =>
    claimIds(db, id).filter((claim) => scope.articles.includes(id) || asked.has(claim)),
  );
  return { articles, ids: [...new Set([...ids, ...asked])] };
}

/** The scales of the project, and AVeriTeC's labels, onto which every rating can be mapped. */
export function knownScales(session: Session): Scale[] {
  const scales = listScales(readOf(session)) as Scale[];
  const missing = [DEFAULT_SCALE, AVERITEC_SCALE].filter(
    (scale) => !scales.some(({ id }) => id === scale.id),
  );
  return [...scales, ...missing];
}

const PRIORITY = ['urgent', 'high', 'normal', 'low'] as const;

/** As they stand in the articles, or by what matters most first; equal ones stay in the order of the text. */
function inOrder(claims: readonly Claim[], options: ReportOptions, scales: readonly Scale[]): Claim[] {
  const { order } = options;
  if (order === 'priority') {
    return claims.toSorted((a, b) => PRIORITY.indexOf(a.priority) - PRIORITY.indexOf(b.priority));
  }
  if (order === 'place') return [...claims];
  const place = (claim: Claim) => {
    const ruling = rulingOf(claim);
    const shown = ruling && onScale({ scales, options }, ruling.scale, ruling.rating);
    return (shown && ratingOf(shown, scales)?.order) ?? Number.MAX_SAFE_INTEGER;
  };
  return claims.toSorted((a, b) => place(a) - place(b));
}

function withParts(claims: readonly ReportClaim[]): ReportClaim[] {
  const parts = Map.groupBy(
    claims.filter(({ parent }) => parent !== null),
    ({ parent }) => parent,
  );
  return claims.map((claim) => ({
    ...claim,
    parts: (parts.get(claim.number) ?? []).map(({ number }) => number),
  }));
}

/** Every scale of a printed verdict, that of most claims first. */
function usedScales(claims: readonly ReportClaim[], scales: readonly Scale[], chosen: string): Scale[] {
  const uses = new Map<string, number>();
  for (const claim of claims) {
    const ruling = rulingOf(claim);
    for (const verdict of claim.verdicts) {
      uses.set(verdict.scale, (uses.get(verdict.scale) ?? 0) + (verdict === ruling ? 1_000_000 : 1));
    }
  }
  const used = scales.filter(({ id }) => uses.has(id) || id === chosen);
  const weight = ({ id }: Scale) => (id === chosen ? Infinity : (uses.get(id) ?? 0));
  return used.length > 0 ? used.toSorted((a, b) => weight(b) - weight(a) || 0) : [scales[0]!];
}

function aboutProject(session: Session): Pick<ReportInput, 'project' | 'generatedFrom'> {
  const db = readOf(session);
  const head = db.one<{ hash: string; stamp: string }>(
    'select hash, stamp from act order by stamp desc, hash desc limit 1',
  );
  const project = db.one<{ title: string | null; method: string | null }>(
    'select title, method from project where id = ?',
    session.project.id,
  );
  return {
    project: {
      id: session.project.id,
      title: project?.title ?? '',
      method: project?.method ?? '',
      head: head?.hash ?? '',
    },
    generatedFrom: head === undefined ? '' : timeOf(head.stamp),
  };
}

function logo(dataAddress: string): ReportInput['team']['logo'] {
  if (dataAddress === '') return null;
  const found = logoOf(dataAddress);
  if (found === 'not-an-image')
    throw new CallError('unreadable', 'The logo is not a PNG or JPEG picture that Assay can read.');
  if (found === 'too-large') throw new CallError('too-large', 'The logo has more than 4,096 pixels a side.');
  return found;
}

async function referencesInUse(making: Making, claims: readonly Claim[]) {
  const { session, options, has } = making;
  const used = claims.flatMap(({ evidence, questions }) => [
    ...(has('evidence') ? evidence.map(({ reference }) => reference) : []),
    ...(has('questions')
      ? questions.flatMap(({ answers }) => answers.flatMap(({ reference }) => reference ?? []))
      : []),
  ]);
  const rows = getReferences(readOf(session), [...new Set(used)]);
  const { citationOf } = await import('#importers/format-citation.ts');
  const captures = new Map(
    has('captures')
      ? rows.flatMap((row) => row.captures.map((capture) => [capture.id, reportCapture(making, capture)]))
      : [],
  );
  const references = rows.map((row, n): ReportReference => {
    const citation = citationOf(row.csl, { language: options.language, style: options.style });
    return reportReference(making, row, n + 1, citation, captures);
  });
  return { references, captures, numbers: new Map(rows.map(({ id }, n) => [id, n + 1])) };
}
