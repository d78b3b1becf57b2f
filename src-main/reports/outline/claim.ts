import { countryName } from '../countries.ts';
import { type ReportClaim, type ReportVerdict, disputeOf, includes, rulingOf } from '../input.ts';
import { type Page, mappedFrom, originalPages, ratingName } from '../page.ts';
import { facts, richTextBlocks } from './article.ts';
import { type Block, type Cell, type Run, isolated, joined, languageOf, prose, run, text } from './blocks.ts';
import { evidenceBlocks, questionBlocks } from './evidence.ts';
import { badgeOf, ratingRuns } from './rating.ts';

/** One claim with all that the team says about it. */
export function claimBlocks(page: Page, claim: ReportClaim): Block {
  const { words, input } = page;
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
      ...verdictLine(page, claim, ruling),
      ...corrections(page, claim),
      claimFacts(page, claim),
      ...(ruling?.justification
        ? [text('label', words.justification), ...richTextBlocks(ruling.justification)]
        : []),
      ...dispute(page, claim),
      ...questionBlocks(page, claim),
      ...evidenceBlocks(page, claim),
      ...(includes(input, 'history') && claim.verdicts.length > 1
        ? [text('label', words.history), history(page, claim.verdicts)]
        : []),
      ...comments(page, claim),
      ...(claim.hasConflicts ? [text('small', run(words.conflict, 'bold'))] : []),
      ...(includes(input, 'articles') ? [backLinks(page, claim)] : []),
    ],
  };
}

function verdictLine(page: Page, claim: ReportClaim, ruling: ReportVerdict | undefined): Block[] {
  const { words, terms } = page;
  if (ruling) {
    const meta = joined(
      [
        isolated(ruling.person),
        run(page.day(ruling.at)),
        ruling.confidence && run(`${words.confidence.toLowerCase()}: ${terms.confidence[ruling.confidence]}`),
        ruling.knownAsOf !== '' && run(`${words.knownAsOf.toLowerCase()} ${page.day(ruling.knownAsOf)}`),
        isolated(mappedFrom(page, ruling)),
      ],
      ' · ',
    );
    return [{ kind: 'verdict', badge: badgeOf(page, ruling), meta }];
  }
  // what cannot be verified needs no verdict: its reason stands below
  if (claim.verifiability === 'unverifiable') return [];
  return [{ kind: 'verdict', badge: undefined, meta: [run(words.noVerdict)] }];
}

export const claimRun = (number: number): Run => ({ text: String(number), to: `claim-${number}` });

function claimFacts(page: Page, claim: ReportClaim): Block {
  const { words, terms, input } = page;
  const reason = claim.reason && terms.reason[claim.reason];
  const isUrgent = claim.priority === 'high' || claim.priority === 'urgent';
  const elsewhere = claim.elsewhere.map(({ article, quote, page: onPage }) => [
    isolated(article || words.article, 'italic'),
    run(`${onPage === null ? '' : `, ${words.page(page.number(onPage))}`}: `),
    isolated(quote),
  ]);
  const originals = originalPages(page, claim).map(({ article, pages }) =>
    input.articles.length === 1
      ? [run(pages)]
      : [isolated(article.title || words.article, 'italic'), run(`: ${pages}`)],
  );
  return facts([
    [
      words.verifiabilities,
      run([terms.verifiability[claim.verifiability], reason].filter(Boolean).join(': ')),
    ],
    [words.checkableOn, run(page.day(claim.checkableOn))],
    [words.said, isolated(claim.claimant)],
    [words.saidOn, run(page.day(claim.claimedOn))],
    [words.saidWhere, isolated(claim.claimedWhere)],
    [words.country, run(countryName(claim.country, input.language))],
    [words.kind, run(claim.types.map((type) => terms.type[type]).join(', '))],
    [words.strategies, run(claim.strategies.map((strategy) => terms.strategy[strategy]).join(', '))],
    [words.partOf, claim.parent === null ? null : claimRun(claim.parent)],
    [words.parts, joined(claim.parts.map(claimRun), ', ')],
    [words.originalPage, joined(originals, '; ')],
    [words.alsoIn, joined(elsewhere, '\n')],
    [words.priority, (isUrgent || input.order === 'priority') && run(terms.priority[claim.priority])],
    [
      words.tags,
      joined(
        claim.tags.map((tag) => isolated(tag)),
        ', ',
      ),
    ],
    [words.status, run(terms.status[claim.status])],
  ]);
}

/** Said where the verdict is read, not only in the history: what was printed before and no longer holds. */
function corrections(page: Page, claim: ReportClaim): Block[] {
  const undone = undoneVerdicts(claim);
  if (!includes(page.input, 'corrections') || undone.length === 0) return [];
  return [
    text('label', page.words.correction),
    ...undone.map((verdict) => text('body', ...correctionRuns(page, claim, verdict))),
  ];
}

export const undoneVerdicts = ({ verdicts }: ReportClaim) =>
  verdicts.filter(({ state }) => state === 'corrected' || state === 'void');

export function correctionRuns(page: Page, claim: ReportClaim, verdict: ReportVerdict): Run[] {
  const { words } = page;
  const rating = ratingName(page, verdict);
  const ruling = rulingOf(claim);
  const now = ruling?.state === 'final' ? ratingName(page, ruling) : '';
  const said =
    verdict.state === 'void'
      ? words.voidOn(rating, page.day(verdict.at))
      : words.correctedOn(rating, page.day(verdict.at), now);
  return [run(said), ...(verdict.why === '' ? [] : [run(` ${words.why}: `), isolated(verdict.why)])];
}

function dispute(page: Page, claim: ReportClaim): Block[] {
  const held = disputeOf(claim);
  if (held.length === 0) return [];
  const opinions = held.map((verdict): Run[] => [
    ...ratingRuns(page, verdict),
    ...(verdict.person === '' ? [] : [run(' ('), isolated(verdict.person), run(')')]),
  ]);
  return [text('small', `${page.words.disputed} `, ...joined(opinions, '; '))];
}

export const cell = (header: boolean, ...runs: readonly (Run | string)[]): Cell => ({
  blocks: runs.length > 0 ? [text('body', ...runs)] : [],
  header,
  columns: 1,
  rows: 1,
});

function history(page: Page, verdicts: readonly ReportVerdict[]): Block {
  const { words, terms } = page;
  const named = verdicts.some(({ person }) => person !== '');
  const head = [words.date, ...(named ? [words.person] : []), words.verdict, words.status];
  const rows = verdicts.map((verdict) => [
    cell(false, page.day(verdict.at)),
    ...(named ? [cell(false, isolated(verdict.person || words.unnamed))] : []),
    cell(false, ...ratingRuns(page, verdict)),
    cell(
      false,
      terms.state[verdict.state],
      ...(verdict.why === '' ? [] : [run(': '), isolated(verdict.why)]),
    ),
  ]);
  return {
    kind: 'table',
    role: 'history',
    columns: head.length,
    heads: 1,
    rows: [head.map((name) => cell(true, name)), ...rows],
    summary: words.history,
  };
}

function comments(page: Page, { comments: said }: ReportClaim): Block[] {
  if (said.length === 0) return [];
  return [
    text('label', page.words.comments),
    ...said.flatMap(({ text: words, person, at }) => [
      text('small', ...joined([isolated(person), run(page.day(at))], ', ')),
      ...prose(words),
    ]),
  ];
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
