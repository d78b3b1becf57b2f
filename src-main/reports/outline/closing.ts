import { type Scale, ratingLabel, shapeOf } from '#domain/scale.ts';
import { colourOf } from '../html-parts.ts';
import type { ReportClaim, ReportReference } from '../input.ts';
import { type Page, captureState, withoutAddress } from '../page.ts';
import { type Summary, percent } from '../summary.ts';
import { facts } from './article.ts';
import { claimRun, correctionRuns, undoneVerdicts } from './claim.ts';
import { type Block, type Run, addressRun, isolated, joined, prose, run, text } from './blocks.ts';

/** Numbers and dates of one claim that contradict each other, each with the article that says it. */
export function differingBlocks({ words, input }: Page): Block[] {
  return [
    text('body', words.differingNote),
    ...input.differing.map(({ claim, said }) =>
      text(
        'body',
        claimRun(claim),
        '. ',
        isolated(input.claims[claim - 1]?.wording ?? ''),
        ...said.flatMap(({ article, text: value }) => [
          run('\n'),
          isolated(input.articles[article - 1]?.title || words.article, 'italic'),
          run(': '),
          isolated(value),
        ]),
      ),
    ),
  ];
}

/** What was said before and no longer holds, in one place: an honest report shows its corrections. */
export function correctionBlocks(page: Page): Block[] {
  const { words, input } = page;
  const undone = input.claims.flatMap((claim) =>
    undoneVerdicts(claim).map((verdict) =>
      text(
        'body',
        claimRun(claim.number),
        '. ',
        isolated(claim.wording),
        '\n',
        ...correctionRuns(page, claim, verdict),
      ),
    ),
  );
  return undone.length > 0 ? undone : [text('body', words.noCorrections)];
}

export function referenceBlocks(page: Page): Block[] {
  const { words, input } = page;
  if (input.references.length === 0) return [text('body', words.noReferences)];
  const items = input.references.map((one) => ({
    id: `reference-${one.number}`,
    number: one.number,
    blocks: referenceItem(page, one),
  }));
  return [{ kind: 'references', items }];
}

function referenceItem(page: Page, one: ReportReference): Block[] {
  const { words, terms } = page;
  const used = page.uses.get(one.number) ?? [];
  const about = joined(
    [
      one.accessed !== '' && run(`${words.accessed} ${page.day(one.accessed)}`),
      run(terms.kind[one.kind]),
      one.origin !== '' && [run(`${words.origin} `), isolated(one.origin)],
      used.length > 0 && [run(`${words.claims}: `), ...joined(used.map(claimRun), ', ')],
    ],
    ' · ',
  );
  return [
    text(
      'body',
      ...joined([isolated(withoutAddress(one)), one.address !== '' && addressRun(one.address)], ' '),
    ),
    ...(about.length > 0 ? [text('small', ...about)] : []),
    ...one.captures.map((capture) =>
      text(
        'small',
        `${words.capture}: `,
        isolated(capture.name),
        `, ${page.size(capture.bytes)}, `,
        isolated(captureState(page, capture)),
        '\n',
        run(capture.sha256, 'hash'),
      ),
    ),
  ];
}

export function methodBlocks({ words, input }: Page): Block[] {
  const legend = ({ ratings }: Scale) =>
    ratings.map((rating): Run[] => [
      { text: '', icon: { shape: shapeOf(rating.id), colour: colourOf(rating) } },
      isolated(ratingLabel(rating, input.language)),
    ]);
  const several = input.scales.length > 1;
  return [
    ...(input.project.method.trim() === '' ? [text('body', words.noMethod)] : prose(input.project.method)),
    text('body', words.methodNote),
    ...(input.scale === '' ? [] : [text('body', words.mappingNote(input.scales[0]?.name || input.scale))]),
    ...input.scales.flatMap((scale) =>
      scale.ratings.length > 0
        ? [
            text('label', words.legend, ...(several ? [run(' '), isolated(scale.name)] : [])),
            text('small', ...joined(legend(scale), '\u2003 ')),
          ]
        : [],
    ),
  ];
}

/** The limits of the work, said as plainly as its results. */
export function notCheckedBlocks(page: Page, summary: Summary): Block[] {
  const { words, input } = page;
  const of = (kind: ReportClaim['verifiability']) =>
    input.claims.filter(({ verifiability }) => verifiability === kind);
  const lists = [
    ...claimList(page, words.unverifiable, of('unverifiable')),
    ...claimList(page, words.undecided, of('undecided')),
    ...claimList(page, words.unchecked, summary.unchecked),
  ];
  return [
    ...input.articles.map(({ title, sentences, judgedSentences }) => {
      const share = percent(judgedSentences, sentences);
      const said = sentences === 0 ? words.noSentences : words.coverage(judgedSentences, sentences, share);
      return text('body', isolated(title || words.article, 'italic'), `. ${said}`);
    }),
    ...(lists.length > 0 ? lists : [text('body', words.nothingOpen)]),
  ];
}

function claimList(page: Page, label: string, claims: readonly ReportClaim[]): Block[] {
  const { words, terms } = page;
  const reason = (claim: ReportClaim) => {
    if (claim.verifiability !== 'unverifiable') return '';
    const said = [
      claim.reason ? terms.reason[claim.reason] : words.noReason,
      claim.checkableOn && `${words.checkableOn.toLowerCase()} ${page.day(claim.checkableOn)}`,
    ];
    return ` (${said.filter(Boolean).join('; ')})`;
  };
  if (claims.length === 0) return [];
  return [
    text('label', `${label} (${page.number(claims.length)})`),
    ...claims.map((claim) =>
      text('body', claimRun(claim.number), '. ', isolated(claim.wording), reason(claim)),
    ),
  ];
}

/** Printed whatever else is left out, even where that is the list of open questions. */
export function leftOutBlocks(page: Page): Block[] {
  const { words, terms, input } = page;
  const { articles, claims, unverifiable, notClaims } = input.leftOut;
  const parts = page.unprinted.map((part) => terms.part[part]);
  return [
    articles > 0 && words.leftOutArticles(articles),
    claims > 0 && words.leftOutClaims(claims),
    unverifiable > 0 && words.leftOutUnverifiable(unverifiable),
    notClaims > 0 && words.leftOutNotClaims(notClaims),
    parts.length > 0 && words.leftOutParts(parts.join(', ')),
  ].flatMap((said) => (said === false ? [] : [text('body', said)]));
}

export function colophonBlocks(page: Page): Block {
  const { words, input } = page;
  return {
    kind: 'group',
    role: 'colophon',
    blocks: [
      text('small', words.madeWith),
      facts([
        [words.generatedFrom, run(page.time(input.generatedFrom))],
        [words.projectId, run(input.project.id, 'hash')],
        [words.head, input.project.head ? run(input.project.head, 'hash') : run(words.emptyHead)],
        ...input.articles.map((article): [string, Run[]] => [
          words.original,
          [isolated(article.title || words.article), run('\n'), run(article.original, 'hash')],
        ]),
      ]),
    ],
  };
}
