import { shapeOf } from '#domain/scale.ts';
import { colourOf } from '../html-parts.ts';
import { type ReportClaim, type ReportEvidence, type ReportVerdict, ratingOf, rulingOf } from '../input.ts';
import { type Page, captureState, ratingName } from '../page.ts';
import { facts, richTextBlocks } from './article.ts';
import {
  type Badge,
  type Block,
  type Cell,
  type Run,
  isolated,
  joined,
  languageOf,
  prose,
  run,
  text,
} from './blocks.ts';

const SIGNS = { supports: '+', refutes: '−', qualifies: '±', context: '·' } as const;

/** One claim with all that the team says about it. */
export function claimBlocks(page: Page, claim: ReportClaim): Block {
  const { words } = page;
  const ruling = rulingOf(claim);
  return {
    kind: 'group',
    role: 'claim',
    blocks: [
      {
        kind: 'heading',
        level: 2,
        runs: [run(claim.wording)],
        id: `claim-${claim.number}`,
        number: claim.number,
        own: true,
        ...languageOf(claim.wording),
      },
      { kind: 'verdict', badge: ruling && badgeOf(page, ruling), meta: rulingRuns(page, ruling) },
      claimFacts(page, claim),
      ...(ruling?.justification
        ? [text('label', words.justification), ...richTextBlocks(ruling.justification)]
        : []),
      ...evidenceBlocks(page, claim),
      ...(claim.verdicts.length > 1 ? [text('label', words.history), history(page, claim.verdicts)] : []),
      backLinks(page, claim),
    ],
  };
}

export function badgeOf(page: Page, verdict: ReportVerdict): Badge {
  const draft = verdict.state === 'draft';
  const name = isolated(ratingName(page, verdict)).text;
  return {
    label: draft ? `${name} (${page.words.draft.toLowerCase()})` : name,
    colour: colourOf(ratingOf(verdict, page.input.scales)),
    shape: shapeOf(verdict.rating),
    draft,
  };
}

function rulingRuns(page: Page, ruling: ReportVerdict | undefined): Run[] {
  const { words, terms } = page;
  if (!ruling) return [run(words.noVerdict)];
  return joined(
    [
      isolated(ruling.person || words.unnamed),
      run(page.day(ruling.at)),
      ruling.confidence && run(`${words.confidence.toLowerCase()}: ${terms.confidence[ruling.confidence]}`),
      ruling.knownAsOf !== '' && run(`${words.knownAsOf.toLowerCase()} ${page.day(ruling.knownAsOf)}`),
    ],
    ' · ',
  );
}

function claimFacts(page: Page, claim: ReportClaim): Block {
  const { words, terms } = page;
  const reason = claim.reason && terms.reason[claim.reason];
  const parent: Run | null =
    claim.parent === null ? null : { text: String(claim.parent), to: `claim-${claim.parent}` };
  return facts([
    [
      words.verifiabilities,
      run([terms.verifiability[claim.verifiability], reason].filter(Boolean).join(': ')),
    ],
    [words.checkableOn, run(page.day(claim.checkableOn))],
    [words.said, claim.claimant && isolated(claim.claimant)],
    [words.saidOn, run(page.day(claim.claimedOn))],
    [words.saidWhere, claim.claimedWhere && isolated(claim.claimedWhere)],
    [words.kind, claim.type && run(terms.type[claim.type])],
    [words.partOf, parent],
    [words.status, run(terms.status[claim.status])],
  ]);
}

function evidenceBlocks(page: Page, { evidence, verifiability }: ReportClaim): Block[] {
  const { words } = page;
  if (evidence.length === 0) return verifiability === 'verifiable' ? [text('small', words.noEvidence)] : [];
  return [text('label', words.evidence), ...evidence.map((one) => evidenceBlock(page, one))];
}

function evidenceBlock(page: Page, one: ReportEvidence): Block {
  const { words, terms } = page;
  const { capture } = one;
  return {
    kind: 'group',
    role: 'evidence',
    blocks: [
      text(
        'stance',
        `${SIGNS[one.stance]}\u2002${terms.stance[one.stance]} · ${words.quoteFrom} `,
        { text: `[${one.reference}]`, to: `reference-${one.reference}` },
        ...(one.locator === '' ? [] : [run(', '), isolated(one.locator)]),
      ),
      ...(one.quote === ''
        ? []
        : [{ kind: 'quote', of: 'evidence', blocks: prose(one.quote) } satisfies Block]),
      ...prose(one.note),
      ...(capture
        ? [
            text(
              'small',
              `${words.capture} `,
              run(`${capture.sha256.slice(0, 12)}…`, 'hash'),
              ': ',
              isolated(captureState(page, capture)),
            ),
          ]
        : []),
    ],
  };
}

export const cell = (header: boolean, ...runs: readonly (Run | string)[]): Cell => ({
  blocks: [text('body', ...runs)],
  header,
  columns: 1,
  rows: 1,
});

function history(page: Page, verdicts: readonly ReportVerdict[]): Block {
  const { words, terms } = page;
  const head = [words.saidOn, words.by, words.verdict, words.status].map((name) => cell(true, name));
  const rows = verdicts.map((verdict) => [
    cell(false, page.day(verdict.at)),
    cell(false, isolated(verdict.person || words.unnamed)),
    cell(false, isolated(ratingName(page, verdict))),
    cell(
      false,
      terms.state[verdict.state],
      ...(verdict.why === '' ? [] : [run(': '), isolated(verdict.why)]),
    ),
  ]);
  return {
    kind: 'table',
    role: 'history',
    columns: 4,
    heads: 1,
    rows: [head, ...rows],
    summary: words.history,
  };
}

function backLinks(page: Page, { number }: ReportClaim): Block {
  const { words } = page;
  const places = page.places.get(number) ?? [];
  if (places.length === 0) return text('small', words.noPlace);
  const links = places.map(({ id, article }): Run => ({
    ...isolated(article.title || words.article),
    to: id,
  }));
  return text('small', `${words.back}: `, ...joined(links, ', '));
}
