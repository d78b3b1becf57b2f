import { toPlainText } from '#domain/rich-text.ts';
import { ratingLabel } from '#domain/scale.ts';
import { countryName } from '../countries.ts';
import {
  type ReportClaim,
  type ReportInput,
  type ReportPart,
  type ReportVerdict,
  includes,
  rulingOf,
} from '../input.ts';
import { PRINT_WORDS } from '../print-words.ts';
import { type Page, captureState, mappedFrom, originalPages, pageOf, ratingName } from '../page.ts';
import { percent, summaryOf } from '../summary.ts';

/** `day` and `time` are ISO 8601 in UTC; a day that is not known to the day stays a text. `address` may be a link. */
export type Kind = 'text' | 'long' | 'number' | 'day' | 'time' | 'address';
export type Column = { readonly name: string; readonly kind: Kind; readonly width: number };
export type Value = string | number | null;
export type Sheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
};

const column = (name: string, kind: Kind, width: number): Column => ({ name, kind, width });

/** The report as tables: one sheet a noun, one row a thing; numbers of claims and references join them. */
export function sheetsOf(input: ReportInput): Sheet[] {
  const page = pageOf(input);
  const has = (part: ReportPart) => includes(input, part);
  return [
    claims(page),
    ...(has('evidence') ? [evidence(page)] : []),
    verdicts(page),
    ...(input.claims.some((claim) => claim.questions.length > 0) ? [questions(page)] : []),
    ...(has('references') ? [references(page)] : []),
    ...(has('summary') ? [summary(page)] : []),
  ];
}

function claims(page: Page): Sheet {
  const { words, terms, input } = page;
  const names = PRINT_WORDS[input.language].columns;
  const titles = (claim: ReportClaim) => [
    ...new Set((page.places.get(claim.number) ?? []).map(({ article }) => article.title || words.article)),
  ];
  return {
    name: words.claims,
    columns: [
      column('№', 'number', 8),
      column(words.articles, 'long', 28),
      column(words.claim, 'long', 60),
      column(words.said, 'long', 24),
      column(words.saidOn, 'day', 12),
      column(words.saidWhere, 'long', 24),
      column(words.country, 'text', 16),
      column(words.kind, 'text', 18),
      column(words.strategies, 'long', 24),
      column(words.verifiabilities, 'text', 16),
      column(names.reason, 'text', 18),
      column(words.checkableOn, 'day', 12),
      column(words.status, 'text', 14),
      column(words.priority, 'text', 12),
      column(words.tags, 'long', 20),
      column(words.partOf, 'number', 10),
      column(words.verdict, 'text', 18),
      column(names.state, 'text', 16),
      column(words.person, 'text', 18),
      column(names.rated, 'time', 17),
      column(words.confidence, 'text', 12),
      column(words.knownAsOf, 'day', 12),
      column(words.justification, 'long', 70),
      column(words.evidence, 'number', 10),
      column(words.originalPage, 'text', 14),
      column('ID', 'text', 38),
    ],
    rows: input.claims.map((claim) => {
      const ruling = rulingOf(claim);
      return [
        claim.number,
        titles(claim).join('\n'),
        claim.wording,
        claim.claimant,
        claim.claimedOn,
        claim.claimedWhere,
        countryName(claim.country, input.language),
        claim.types.map((type) => terms.type[type]).join(', '),
        claim.strategies.map((strategy) => terms.strategy[strategy]).join(', '),
        terms.verifiability[claim.verifiability],
        claim.reason === null ? '' : terms.reason[claim.reason],
        claim.checkableOn,
        terms.status[claim.status],
        terms.priority[claim.priority],
        claim.tags.join(', '),
        claim.parent,
        ruling ? ratingName(page, ruling) : words.noVerdict,
        ruling ? terms.state[ruling.state] : '',
        ruling?.person ?? '',
        ruling?.at ?? '',
        ruling?.confidence ? terms.confidence[ruling.confidence] : '',
        ruling?.knownAsOf ?? '',
        ruling?.justification ? toPlainText(ruling.justification) : '',
        claim.evidence.length,
        originalPages(page, claim)
          .map(({ pages }) => pages)
          .join('\n'),
        claim.id,
      ];
    }),
  };
}

function evidence(page: Page): Sheet {
  const { words, terms, input } = page;
  const names = PRINT_WORDS[input.language].columns;
  return {
    name: words.evidence,
    columns: [
      column(words.claim, 'number', 8),
      column(names.stance, 'text', 14),
      column(names.quote, 'long', 70),
      column(words.references, 'number', 10),
      column(words.quoteFrom, 'long', 50),
      column(names.locator, 'text', 18),
      column(names.note, 'long', 50),
      column(words.capture, 'long', 36),
      column('SHA-256', 'text', 66),
    ],
    rows: input.claims.flatMap((claim) =>
      claim.evidence.map((one) => [
        claim.number,
        terms.stance[one.stance],
        one.quote,
        one.reference,
        input.references[one.reference - 1]?.citation ?? '',
        one.locator,
        one.note,
        one.capture ? captureState(page, one.capture) : '',
        one.capture?.sha256 ?? '',
      ]),
    ),
  };
}

function verdicts(page: Page): Sheet {
  const { words, terms, input } = page;
  const names = PRINT_WORDS[input.language].columns;
  return {
    name: words.ratings,
    columns: [
      column(words.claim, 'number', 8),
      column(names.rated, 'time', 17),
      column(words.person, 'text', 20),
      column(words.verdict, 'text', 20),
      column(names.state, 'text', 16),
      column(words.confidence, 'text', 12),
      column(words.knownAsOf, 'day', 12),
      column(words.justification, 'long', 70),
      column(names.reason, 'long', 40),
    ],
    rows: input.claims.flatMap((claim) =>
      verdictsToTell(page, claim).map((verdict) => [
        claim.number,
        verdict.at,
        verdict.person,
        [ratingName(page, verdict), mappedFrom(page, verdict)].filter(Boolean).join('; '),
        terms.state[verdict.state],
        verdict.confidence ? terms.confidence[verdict.confidence] : '',
        verdict.knownAsOf,
        verdict.justification ? toPlainText(verdict.justification) : '',
        verdict.why,
      ]),
    ),
  };
}

/** Without the history, the verdict that speaks and, where they are wanted, those that no longer hold. */
function verdictsToTell({ input }: Page, claim: ReportClaim): readonly ReportVerdict[] {
  if (includes(input, 'history')) return claim.verdicts;
  const ruling = rulingOf(claim);
  const undone = includes(input, 'corrections');
  return claim.verdicts.filter(
    (verdict) =>
      verdict === ruling || (undone && (verdict.state === 'corrected' || verdict.state === 'void')),
  );
}

function questions(page: Page): Sheet {
  const { words, terms, input } = page;
  return {
    name: words.questions,
    columns: [
      column(words.claim, 'number', 8),
      column(words.questions, 'long', 60),
      column(words.answer, 'long', 60),
      column(PRINT_WORDS[input.language].columns.answerKind, 'text', 20),
      column(words.justification, 'long', 50),
      column(words.references, 'number', 10),
      column(words.person, 'text', 20),
      column(words.date, 'time', 17),
    ],
    rows: input.claims.flatMap((claim) =>
      claim.questions.flatMap(({ text, answers }): Value[][] =>
        answers.length === 0
          ? [[claim.number, text, words.noAnswer, '', '', null, '', '']]
          : answers.map((answer) => [
              claim.number,
              text,
              answer.text,
              terms.answer[answer.type],
              answer.explanation,
              answer.reference,
              answer.person,
              answer.at,
            ]),
      ),
    ),
  };
}

function references(page: Page): Sheet {
  const { words, terms, input } = page;
  const names = PRINT_WORDS[input.language].columns;
  return {
    name: words.references,
    columns: [
      column('№', 'number', 8),
      column(words.quoteFrom, 'long', 80),
      column(names.address, 'address', 50),
      column(words.accessed, 'day', 14),
      column(names.sourceKind, 'text', 18),
      column(words.origin, 'long', 24),
      column(words.capture, 'long', 60),
    ],
    rows: input.references.map((one) => [
      one.number,
      one.citation,
      one.address,
      one.accessed,
      terms.kind[one.kind],
      one.origin,
      one.captures
        .map((copy) => `${copy.name}: ${captureState(page, copy)}, SHA-256 ${copy.sha256}`)
        .join('\n'),
    ]),
  };
}

function summary(page: Page): Sheet {
  const { words, terms, input } = page;
  const figures = summaryOf(input);
  const row = (group: string, name: string, count: number): Value[] => [
    group,
    name,
    count,
    percent(count, figures.claims),
  ];
  return {
    name: words.summary,
    columns: [
      column(words.summary, 'text', 24),
      column('', 'text', 34),
      column(words.number, 'number', 10),
      column(`${words.share}, %`, 'number', 10),
    ],
    rows: [
      ...figures.byRating.map(({ rating, id, claims: count }) =>
        row(words.ratings, rating ? ratingLabel(rating, input.language) : id, count),
      ),
      row(words.ratings, words.noVerdict, figures.unrated),
      ...figures.byVerifiability.map(({ kind, claims: count }) =>
        row(words.verifiabilities, terms.verifiability[kind], count),
      ),
      row(words.total, words.claims, figures.claims),
      [words.total, words.evidence, figures.evidence, null],
      [words.total, words.references, input.references.length, null],
    ],
  };
}
