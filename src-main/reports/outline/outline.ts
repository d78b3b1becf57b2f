import { type ReportInput, type ReportPart, includes } from '../input.ts';
import { type Page, pageOf } from '../page.ts';
import { summaryOf } from '../summary.ts';
import { articleBlocks } from './article.ts';
import {
  type Block,
  type Entry,
  type Outline,
  type Run,
  joined,
  printable,
  prose,
  run,
  text,
} from './blocks.ts';
import { claimBlocks } from './claim.ts';
import {
  colophonBlocks,
  correctionBlocks,
  differingBlocks,
  leftOutBlocks,
  methodBlocks,
  notCheckedBlocks,
  referenceBlocks,
} from './closing.ts';
import { summaryBlocks } from './summary.ts';

type Section = {
  readonly id: string;
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly entries?: readonly Entry[];
};

/** The report's structure, which PDF, DOCX and ODT share. Same input, same outline. */
export function outlineOf(input: ReportInput): Outline {
  const page = pageOf(input);
  const { words } = page;
  const summary = summaryOf(input);
  const title = printable(input.project.title) || words.report;
  const has = (part: ReportPart) => includes(input, part);
  const section = (id: string, name: string, blocks: readonly Block[]): Section => ({ id, name, blocks });
  const leftOut = leftOutBlocks(page);
  const sections: Section[] = [
    ...(has('summary') ? [section('summary', words.summary, summaryBlocks(page, summary))] : []),
    ...(has('articles') ? [articlesSection(page, summary)] : []),
    section(
      'claims',
      words.claims,
      input.claims.length === 0
        ? [text('body', words.noClaims)]
        : input.claims.map((claim) => claimBlocks(page, claim)),
    ),
    ...(input.differing.length > 0 ? [section('differing', words.differing, differingBlocks(page))] : []),
    ...(has('corrections') ? [section('corrections', words.corrections, correctionBlocks(page))] : []),
    ...(has('references') ? [section('references', words.references, referenceBlocks(page))] : []),
    ...(has('method') ? [section('method', words.method, methodBlocks(page))] : []),
    ...(has('open') ? [section('not-checked', words.notChecked, notCheckedBlocks(page, summary))] : []),
    ...(leftOut.length > 0 ? [section('left-out', words.leftOut, leftOut)] : []),
    section('colophon', words.colophon, [colophonBlocks(page)]),
  ];
  return {
    language: input.language,
    title,
    kicker: words.report,
    generatedFrom: input.generatedFrom,
    asOf: input.generatedFrom === '' ? '' : `${words.generatedFrom} ${page.time(input.generatedFrom)}`,
    team: printable(input.team.name),
    checkedBy: input.team.name === '' ? '' : printable(`${words.team} ${input.team.name}`),
    logo: logoOf(page),
    cover: prose(input.team.note),
    contents: {
      title: words.contents,
      entries: sections.flatMap(({ id, name, entries = [] }) => [
        { text: name, to: id, depth: 1 as const },
        ...entries,
      ]),
    },
    blocks: sections.map(({ id, name, blocks }): Block => ({
      kind: 'group',
      role: 'section',
      blocks: [{ kind: 'heading', level: 1, runs: [run(name)], id, own: true }, ...blocks],
    })),
  };
}

function logoOf({ input, words }: Page): Outline['logo'] {
  const { logo, name } = input.team;
  if (!logo) return undefined;
  const { mediaType, width, height } = logo;
  const bytes = new Uint8Array(Buffer.from(logo.base64, 'base64'));
  return { bytes, mediaType, width, height, alternative: printable(name) || words.logo };
}

function articlesSection(page: Page, summary: ReturnType<typeof summaryOf>): Section {
  const { words, terms, input } = page;
  const key = summary.byVerifiability.map(({ kind }): Run => ({
    ...run(terms.verifiability[kind]),
    claims: [kind],
  }));
  return {
    id: 'articles',
    name: words.articles,
    blocks: [
      text('small', ...joined(key, '\u2003 ')),
      ...input.articles.map((article, n) => articleBlocks(page, article, n + 1)),
    ],
    entries: input.articles.map((article, n) => ({
      text: printable(article.title || words.article),
      to: `article-${n + 1}`,
      depth: 2,
    })),
  };
}
