import type { ReportInput } from '../input.ts';
import { type Page, pageOf } from '../page.ts';
import { summaryOf } from '../summary.ts';
import { articleBlocks } from './article.ts';
import { type Block, type Entry, type Outline, type Run, joined, printable, run, text } from './blocks.ts';
import { claimBlocks } from './claim.ts';
import { colophonBlocks, methodBlocks, notCheckedBlocks, referenceBlocks } from './closing.ts';
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
  const sections: Section[] = [
    { id: 'summary', name: words.summary, blocks: summaryBlocks(page, summary) },
    articlesSection(page, summary),
    {
      id: 'claims',
      name: words.claims,
      blocks:
        input.claims.length === 0
          ? [text('body', words.noClaims)]
          : input.claims.map((claim) => claimBlocks(page, claim)),
    },
    { id: 'references', name: words.references, blocks: referenceBlocks(page) },
    { id: 'method', name: words.method, blocks: methodBlocks(page) },
    { id: 'not-checked', name: words.notChecked, blocks: notCheckedBlocks(page, summary) },
    { id: 'colophon', name: words.colophon, blocks: [colophonBlocks(page)] },
  ];
  return {
    language: input.language,
    title,
    kicker: words.report,
    generatedFrom: input.generatedFrom,
    asOf: input.generatedFrom === '' ? '' : `${words.generatedFrom} ${page.time(input.generatedFrom)}`,
    team: '',
    logo: undefined,
    cover: [],
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
