import type { Mark, Node } from '#domain/document.ts';
import { firstNumber } from '#domain/rich-text.ts';
import { spokenClaim } from '../html-parts.ts';
import { type ReportArticle, type ReportMark, rulingOf } from '../input.ts';
import { type MarkedArticle, type Piece, markArticle } from '../marked-text.ts';
import { followable } from '../markup.ts';
import type { Page } from '../page.ts';
import {
  type Block,
  type Run,
  type Style,
  addressRun,
  isolated,
  joined,
  languageOf,
  printable,
  run,
  text,
} from './blocks.ts';
import { toneOf } from './rating.ts';
import { laidOut } from './table.ts';

/** One article with the claims' numbers in place. */
export function articleBlocks(page: Page, article: ReportArticle, n: number): Block {
  const { words } = page;
  const marked = markArticle(article);
  const ambiguous = article.marks.filter((mark) => mark.state === 'ambiguous');
  const title = article.title || words.article;
  const headings = { above: 2 };
  return {
    kind: 'group',
    role: 'article',
    blocks: [
      { kind: 'heading', level: 2, runs: [run(title)], id: `article-${n}`, own: true, ...languageOf(title) },
      facts([
        [words.by, article.author && isolated(article.author)],
        [
          words.published,
          joined(
            [
              article.publisher && isolated(article.publisher),
              article.published && run(page.day(article.published)),
            ],
            ', ',
          ),
        ],
        [words.quoteFrom, article.address && addressRun(article.address)],
        [words.words, run(page.number(article.words))],
      ]),
      ...(article.corrections > 0 ? [text('small', words.revised(article.corrections))] : []),
      ...claimNumbers(words.lost, marked.lost),
      ...claimNumbers(words.ambiguous, ambiguous),
      ...(article.document.content ?? []).flatMap((node) =>
        block({ page, marked, article, headings, depth: 0 }, node),
      ),
    ],
  };
}

/** Facts by name; those without a value are left out. */
export function facts(rows: readonly [string, Run | readonly Run[] | '' | false | null][]): Block {
  return {
    kind: 'facts',
    rows: rows.flatMap(([name, value]) => {
      const runs = joined([value], '');
      return runs.length > 0 ? [{ name, value: runs }] : [];
    }),
  };
}

function claimNumbers(label: string, marks: readonly ReportMark[]): Block[] {
  const numbers = [...new Set(marks.map(({ claim }) => claim))].toSorted((a, b) => a - b);
  if (numbers.length === 0) return [];
  const links = numbers.map((number): Run => ({ text: String(number), to: `claim-${number}` }));
  return [text('small', `${label} `, ...joined(links, ', '))];
}

type Setting = {
  readonly page: Page;
  readonly marked: MarkedArticle;
  readonly article: ReportArticle;
  /** Level of the heading before: a text that jumps from its first level to its third must not. */
  readonly headings: { above: number };
  /** How deep in lists, quotes and tables. */
  readonly depth: number;
};

/** What is nested deeper is laid flat: no page has room for it, and setting it takes ever longer. */
export const MOST_DEPTH = 4;

function block(setting: Setting, node: Node): Block[] {
  const pieces = setting.marked.blocks.get(node);
  if (pieces) return [textBlock(setting, node, pieces.pieces)];
  const flat = setting.depth >= MOST_DEPTH;
  const deeper = flat ? setting : { ...setting, depth: setting.depth + 1 };
  const inside = (of: Node) => (of.content ?? []).flatMap((child) => block(deeper, child));
  if (flat) return inside(node);
  switch (node.type) {
    case 'blockquote':
      return [{ kind: 'quote', of: 'article', blocks: inside(node) }];
    case 'bulletList':
      return [{ kind: 'list', first: undefined, items: (node.content ?? []).map(inside) }];
    case 'orderedList':
      return [{ kind: 'list', first: firstNumber(node), items: (node.content ?? []).map(inside) }];
    case 'table':
      return [laidOut(node, inside)];
    default:
      return inside(node);
  }
}

function textBlock(setting: Setting, node: Node, pieces: readonly Piece[]): Block {
  if (node.type === 'horizontalRule') return { kind: 'rule' };
  const { page, article, headings } = setting;
  const runs = pieces.flatMap((piece) => pieceRuns(page, piece));
  const words = pieces.map((piece) => piece.text).join('');
  const foreign = article.language !== page.input.language ? article.language : undefined;
  const about = languageOf(words, foreign);
  if (node.type === 'codeBlock') return { kind: 'code', runs, ...about };
  if (node.type !== 'heading' || words.trim() === '') return { kind: 'text', role: 'body', runs, ...about };
  const asked = Number(node.attrs?.['level'] ?? 1) + 2;
  headings.above = Math.max(3, Math.min(6, asked, headings.above + 1));
  return { kind: 'heading', level: headings.above, runs, own: false, ...about };
}

/** The text of a piece, then the numbers of the claims that end with it. */
function pieceRuns(page: Page, piece: Piece): Run[] {
  const claims = piece.claims.flatMap((mark) => page.claims.get(mark.claim)?.verifiability ?? []);
  const ids = piece.opens.flatMap((mark) => page.placeIds.get(mark) ?? []);
  const words = piece.leaf === undefined ? inline(piece.text, piece.marks) : run('\n');
  const numbers = piece.closes.flatMap(({ claim: number }): Run[] => {
    const claim = page.claims.get(number);
    if (!claim) return [];
    const ruling = rulingOf(claim);
    return [
      {
        text: String(number),
        styles: ['sup'],
        to: `claim-${number}`,
        spoken: spokenClaim(page, claim),
        ...(ruling ? { tone: toneOf(page, ruling) } : {}),
      },
    ];
  });
  return [
    { ...words, ...(claims.length > 0 ? { claims } : {}), ...(ids.length > 0 ? { ids } : {}) },
    ...numbers.flatMap((number, n) => (n > 0 ? [run('\u2009', 'sup'), number] : [number])),
  ];
}

const STYLES: Readonly<Record<string, Style>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strike',
  code: 'code',
  subscript: 'sub',
  superscript: 'sup',
};

/** A run of text under its marks. */
function inline(words: string, marks: readonly Mark[]): Run {
  const styles = marks.flatMap(({ type }) => (Object.hasOwn(STYLES, type) ? [STYLES[type]!] : []));
  const href = marks.find(({ type }) => type === 'link')?.attrs?.['href'];
  const link = typeof href === 'string' ? followable(href) : undefined;
  return { ...run(words, ...styles), ...(link === undefined ? {} : { link: printable(link) }) };
}

/** A justification: the only rich text of a person besides the article. */
export function richTextBlocks(node: Node, depth = 0): Block[] {
  return (node.content ?? []).flatMap((child): Block[] => {
    if (child.type === 'bulletList' || child.type === 'orderedList') {
      const items = (child.content ?? []).map((item) => richTextBlocks(item, depth + 1));
      if (depth >= MOST_DEPTH) return items.flat();
      return [
        {
          kind: 'list',
          first: child.type === 'orderedList' ? firstNumber(child) : undefined,
          items,
        },
      ];
    }
    const runs = (child.content ?? []).map((one) =>
      one.type === 'hardBreak' ? run('\n') : inline(one.text ?? '', one.marks ?? []),
    );
    return [
      {
        kind: 'text',
        role: 'body',
        runs,
        ...languageOf(runs.map(({ text: words }) => words).join('')),
      },
    ];
  });
}
