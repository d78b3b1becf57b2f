import { type ReportClaim, type ReportEvidence, type ReportQuestion, includes } from '../input.ts';
import { type Page, captureState, withoutAddress } from '../page.ts';
import {
  type Block,
  type Run,
  addressRun,
  isolated,
  joined,
  languageOf,
  prose,
  run,
  text,
} from './blocks.ts';

const SIGNS = { supports: '+', refutes: '−', qualifies: '±', context: '·' } as const;

/** What must be known to decide a claim, and what was found. */
export function questionBlocks(page: Page, { questions }: ReportClaim): Block[] {
  const { words } = page;
  if (questions.length === 0) return [];
  return [
    text('label', words.questions),
    ...questions.map(({ text: asked, answers }): Block => ({
      kind: 'group',
      role: 'evidence',
      blocks: [
        { kind: 'text', role: 'stance', runs: [isolated(asked)], ...languageOf(asked) },
        ...(answers.length === 0
          ? [text('small', words.noAnswer)]
          : answers.flatMap((answer) => answerBlocks(page, answer))),
      ],
    })),
  ];
}

function answerBlocks(page: Page, answer: ReportQuestion['answers'][number]): Block[] {
  const about = joined(
    [
      run(page.terms.answer[answer.type]),
      answer.reference !== null && referenceRun(page, answer.reference),
      isolated(answer.person),
    ],
    ' · ',
  );
  return [...prose(answer.text), ...prose(answer.explanation), text('small', ...about)];
}

/** What speaks for, against or about a claim, each piece with its passage and its source. */
export function evidenceBlocks(page: Page, { evidence, verifiability }: ReportClaim): Block[] {
  const { words, input } = page;
  if (!includes(input, 'evidence')) return [];
  if (evidence.length === 0) return verifiability === 'verifiable' ? [text('small', words.noEvidence)] : [];
  return [
    text('label', words.evidence),
    ...originsLine(page, evidence),
    ...evidence.map((one) => evidenceBlock(page, one)),
  ];
}

/** Sources of one origin repeat one another, so they count once; said only where that makes a difference. */
function originsLine({ input, words }: Page, evidence: readonly ReportEvidence[]): Block[] {
  const numbers = [...new Set(evidence.map(({ reference }) => reference))];
  const origins = new Set(
    numbers.map((number) => input.references[number - 1]?.origin || `reference ${number}`),
  );
  return origins.size < numbers.length ? [text('small', words.origins(numbers.length, origins.size))] : [];
}

function evidenceBlock(page: Page, one: ReportEvidence): Block {
  const { terms } = page;
  const about = joined([linkedRun(page, one), copyRuns(page, one)], ' · ');
  return {
    kind: 'group',
    role: 'evidence',
    blocks: [
      text('stance', `${SIGNS[one.stance]}\u2002${terms.stance[one.stance]}`),
      ...(one.quote === ''
        ? []
        : [{ kind: 'quote', of: 'evidence', blocks: prose(one.quote) } satisfies Block]),
      text('body', ...sourceRuns(page, one)),
      ...prose(one.note),
      ...(about.length > 0 ? [text('small', ...about)] : []),
    ],
  };
}

/** The number of the reference, and the reference itself, so that nobody has to turn the page for it. */
function sourceRuns(page: Page, { reference: number, locator }: ReportEvidence): Run[] {
  const reference = page.input.references[number - 1];
  const isListed = includes(page.input, 'references');
  return joined(
    [
      referenceRun(page, number),
      reference && isolated(withoutAddress(reference)),
      locator !== '' && isolated(locator, 'soft'),
      reference && !isListed && reference.address !== '' && addressRun(reference.address),
    ],
    ' ',
  );
}

function linkedRun({ words, day }: Page, { linkedBy, linkedAt }: ReportEvidence): Run | '' {
  return linkedAt === '' ? '' : isolated(words.linkedBy(linkedBy, day(linkedAt)));
}

function copyRuns(page: Page, { capture, quoteFound }: ReportEvidence): Run[] {
  const { words } = page;
  if (!capture) return [];
  const found = quoteFound === null ? '' : `; ${quoteFound ? words.quoteFound : words.quoteLost}`;
  return [
    run(`${words.capture} `),
    run(`${capture.sha256.slice(0, 12)}…`, 'hash'),
    run(': '),
    isolated(captureState(page, capture) + found),
  ];
}

export function referenceRun({ input }: Page, number: number): Run {
  const sign = `[${number}]`;
  return includes(input, 'references') ? { text: sign, to: `reference-${number}` } : { text: sign };
}
