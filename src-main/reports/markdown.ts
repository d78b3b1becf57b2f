import type { Mark } from '#domain/document.ts';
import type { ReportInput } from './input.ts';
import { LOSSES } from './losses.ts';
import { address, indented, line, lineStart, quoted, styled } from './markdown-text.ts';
import type { Block, Cell, Run } from './outline/blocks.ts';
import { outlineOf } from './outline/outline.ts';
import type { ReportWriter } from './writer.ts';
import { WORDS, type Words } from './words.ts';

/** The whole report as CommonMark. Same input, same text. */
export function writeMarkdown(input: ReportInput): string {
  const outline = outlineOf(input);
  const words = WORDS[input.language];
  const made = [
    `# ${line(outline.title)}`,
    `${[line(outline.kicker), line(outline.asOf), line(outline.checkedBy)].filter(Boolean).join('. ')}`,
    written(outline.cover, words),
    written(outline.blocks, words),
  ];
  return `${made.filter((part) => part !== '').join('\n\n')}\n`;
}

export const markdown: ReportWriter = {
  losses: ({ language }) => LOSSES[language].markdown,
  write: writeMarkdown,
};

function written(blocks: readonly Block[], words: Words): string {
  return blocks
    .map((block) => blockText(block, words))
    .filter((text) => text !== '')
    .join('\n\n');
}

const list = (items: readonly string[]) => items.map((item) => `- ${indented(item, 2)}`).join('\n');

function blockText(block: Block, words: Words): string {
  switch (block.kind) {
    case 'heading':
      return heading(block, words);
    case 'text':
      return block.role === 'label' || block.role === 'stance'
        ? bold(runsText(block.runs, words))
        : runsText(block.runs, words);
    case 'code':
      return runsText(block.runs, words);
    case 'facts':
      return list(block.rows.map(({ name, value }) => `${line(name)}: ${runsText(value, words)}`));
    case 'verdict': {
      const meta = runsText(block.meta, words);
      const said = [block.badge ? bold(line(block.badge.label)) : '', meta].filter(Boolean);
      return block.badge ? `${words.verdict}: ${said.join(' · ')}` : meta;
    }
    case 'quote':
      return quoted(written(block.blocks, words));
    case 'list':
      return items(block, words);
    case 'table':
      return table(block, words);
    case 'strip':
      // the table beside it says the same in numbers; a small one stands for itself
      return block.small ? line(block.text) : '';
    case 'rule':
      return '---';
    case 'group':
      return written(block.blocks, words);
    case 'references':
      return block.items
        .map(({ number, blocks }) => {
          const sign = `${number}. `;
          return sign + indented(written(blocks, words), sign.length);
        })
        .join('\n');
  }
}

/** A claim is called by its number, from which the usual readers make the anchor of its heading. */
function heading(block: Extract<Block, { kind: 'heading' }>, words: Words): string {
  const text = runsText(block.runs, words).replaceAll('\\\n', ' ');
  const signs = '#'.repeat(Math.min(6, block.level + 1));
  if (block.number === undefined) return text === '' ? '' : `${signs} ${text}`;
  return `${signs} ${words.claim} ${block.number}\n\n${bold(text)}`;
}

const bold = (markdown: string) => (markdown === '' ? '' : `**${markdown}**`);

function items({ first, items: all }: Extract<Block, { kind: 'list' }>, words: Words): string {
  return all
    .map((item, n) => {
      const sign = first === undefined ? '- ' : `${Math.min(first, 999_000_000) + n}. `;
      return sign + indented(written(item, words), sign.length);
    })
    .join('\n');
}

/** CommonMark has no tables: each row is a line. */
function table({ role, rows, heads }: Extract<Block, { kind: 'table' }>, words: Words): string {
  const cells = (row: readonly Cell[]) => row.map((cell) => written(cell.blocks, words));
  if (role === 'article') return rows.map((row) => cells(row).join(' \\| ')).join('\n\n');
  const names = role === 'articles' ? cells(rows[0] ?? []) : [];
  const lines = rows.slice(heads).map((row) =>
    cells(row)
      .map((cell, n) => (n > 0 && names[n] !== undefined && cell !== '' ? `${names[n]}: ${cell}` : cell))
      .filter((cell) => cell !== ''),
  );
  const name = role === 'figures' || role === 'articles' ? `${bold(cells(rows[0] ?? [])[0] ?? '')}\n\n` : '';
  return name + list(lines.map((row) => row.join(' · ')));
}

/** Corner brackets show where a claim begins and ends; its number follows. */
function runsText(runs: readonly Run[], words: Words): string {
  return runs
    .flatMap((run) => {
      const opens = '⌜'.repeat(run.ids?.length ?? 0);
      if (run.spoken !== undefined) return [`⌟${claimLink(run.text, words)}`];
      if (run.icon) return [];
      if (run.to?.startsWith('claim-') === true) return [claimLink(run.text, words)];
      if (run.link !== undefined && run.styles === undefined && run.text.includes('://'))
        return [`${opens}${address(run.text)}`];
      return [
        opens +
          run.text
            .split('\n')
            .map((part) => styled(part, marksOf(run)))
            .join('\\\n'),
      ];
    })
    .join('')
    .replace(/^(?:\\\n)+|(?:\\\n)+$/g, '')
    .split('\n')
    .map((one) => lineStart(one.trimStart()))
    .join('\n')
    .trimEnd();
}

const claimLink = (number: string, words: Words) => `[${number}](#${words.claim.toLowerCase()}-${number})`;

function marksOf({ styles = [], link }: Run): Mark[] {
  return [
    ...styles.flatMap((style) => (style === 'bold' || style === 'italic' ? [{ type: style }] : [])),
    ...(link === undefined ? [] : [{ type: 'link', attrs: { href: link } }]),
  ];
}
