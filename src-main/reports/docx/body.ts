import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  ImageRun,
  LevelFormat,
  type NumberingDefinition,
  Paragraph,
} from 'docx';
import type { Block, Language, Run } from '../outline/blocks.ts';
import { LINE, SOFT, placeName } from '../office-look.ts';
import { stripPng } from '../picture.ts';
import { badgeRuns, children } from './runs.ts';
import { CLAIM_HEADING, MM, TEXT_WIDTH } from './styles.ts';
import { tableOf } from './table.ts';

/** Twips that a list or a quote moves its text in. */
const STEP = 380;
/** Goes to the next stop; nothing that a person wrote holds one. */
const TAB: Run = { text: '\t' };
/** Pixels of an image in a twip. */
export const PIXELS = 1 / 15;

/** Where a block stands: in which quote, and how deep in lists. */
export type Place = {
  readonly quote: 'article' | 'evidence' | undefined;
  readonly depth: number;
  /** Of the list item whose first paragraph comes next. */
  readonly numbering: { readonly reference: string; readonly level: number } | undefined;
  readonly style: string | undefined;
  readonly width: number;
};

export const TOP: Place = {
  quote: undefined,
  depth: 0,
  numbering: undefined,
  style: undefined,
  width: TEXT_WIDTH,
};

/** Writes blocks as paragraphs and tables, and collects the numberings that their lists need. */
export class Body {
  readonly numberings: NumberingDefinition[] = [];

  blocks(blocks: readonly Block[], place: Place = TOP): FileChild[] {
    return blocks.flatMap((block, n) =>
      this.block(block, n === 0 ? place : { ...place, numbering: undefined }),
    );
  }

  private block(block: Block, place: Place): FileChild[] {
    switch (block.kind) {
      case 'heading':
        return [this.heading(block, place)];
      case 'text':
        return [this.text(block, place)];
      case 'code':
        return [this.paragraph(block.runs, block.about, { ...place, style: place.style ?? 'Preformatted' })];
      case 'facts':
        return block.rows.map(
          ({ name, value }, n) =>
            new Paragraph({
              style: n === block.rows.length - 1 ? 'FactsEnd' : 'Facts',
              children: children([{ text: name, styles: ['soft'] }, TAB, ...value], undefined),
            }),
        );
      case 'verdict':
        return [
          new Paragraph({
            style: 'Verdict',
            children: [...(block.badge ? badgeRuns(block.badge) : []), ...children(block.meta, undefined)],
          }),
        ];
      case 'quote':
        return this.blocks(block.blocks, { ...place, quote: block.of });
      case 'list':
        return this.list(block, place);
      case 'table':
        return [
          tableOf(this, block, place),
          spacer(block.role === 'figures' || block.role === 'articles' ? 200 : 60),
        ];
      case 'strip':
        return strip(block, place.width);
      case 'rule':
        return [
          new Paragraph({
            border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 1 } },
            indent: { left: Math.round(50 * MM), right: Math.round(50 * MM) },
            children: [],
          }),
        ];
      case 'group':
        return this.blocks(block.blocks, place);
      case 'references':
        return block.items.flatMap(({ id, number, blocks }) => this.reference(id, number, blocks));
    }
  }

  private heading(block: Extract<Block, { kind: 'heading' }>, place: Place): Paragraph {
    const marks = block.id === undefined ? [] : [new Bookmark({ id: placeName(block.id), children: [] })];
    if (block.number !== undefined) {
      const number: Run = { text: String(block.number), styles: ['soft'] };
      return new Paragraph({
        ...CLAIM_HEADING,
        heading: HeadingLevel.HEADING_2,
        children: [...marks, ...children([number, TAB], undefined), ...children(block.runs, block.about)],
        ...direction(block.about),
      });
    }
    return new Paragraph({
      heading: LEVELS[block.level - 1]!,
      children: [...marks, ...children(block.runs, block.about)],
      ...direction(block.about),
      ...(place.depth > 0 ? { indent: { left: STEP * place.depth } } : {}),
    });
  }

  private text(block: Extract<Block, { kind: 'text' }>, place: Place): Paragraph {
    const style = block.role === 'body' ? place.style : TEXT_STYLES[block.role];
    return this.paragraph(block.runs, block.about, { ...place, style });
  }

  private paragraph(runs: readonly Run[], about: Language | undefined, place: Place): Paragraph {
    const style = place.style ?? (place.quote && QUOTE_STYLES[place.quote]);
    const indent = place.depth > 0 ? { indent: { left: STEP * place.depth } } : {};
    return new Paragraph({
      ...(style === undefined ? {} : { style }),
      ...(place.numbering ? { numbering: place.numbering } : indent),
      ...direction(about),
      children: children(runs, about),
    });
  }

  private list(block: Extract<Block, { kind: 'list' }>, place: Place): FileChild[] {
    const depth = Math.min(place.depth, 8);
    const reference = `list-${this.numberings.length + 1}`;
    this.numberings.push(numbering(reference, block.first));
    return block.items.flatMap((item) =>
      this.blocks(item, { ...place, depth: depth + 1, numbering: { reference, level: depth } }),
    );
  }

  private reference(id: string, number: number, blocks: readonly Block[]): FileChild[] {
    const [first, ...rest] = blocks;
    const runs = first?.kind === 'text' ? first.runs : [];
    return [
      new Paragraph({
        style: 'Reference',
        children: [
          new Bookmark({ id: placeName(id), children: [] }),
          ...children([{ text: `${number}.`, styles: ['soft'] }, TAB, ...runs], undefined),
        ],
      }),
      ...rest.map(
        (block) =>
          new Paragraph({
            style: 'Small',
            indent: { left: 480 },
            children: block.kind === 'text' ? children(block.runs, block.about) : [],
          }),
      ),
    ];
  }
}

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

const TEXT_STYLES = { label: 'Label', small: 'Small', stance: 'Stance' } as const;
const QUOTE_STYLES = { article: 'Quote', evidence: 'IntenseQuote' } as const;

export const direction = (about: Language | undefined): Pick<IParagraphOptions, 'bidirectional'> =>
  about?.rightToLeft === true ? { bidirectional: true } : {};

/** Word joins tables that touch, and wants a paragraph after each. */
const spacer = (after: number) =>
  new Paragraph({ spacing: { after, line: 120, lineRule: 'exact' }, children: [] });

function numbering(reference: string, first: number | undefined): NumberingDefinition {
  return {
    reference,
    levels: Array.from({ length: 9 }, (_, level) => ({
      level,
      format: first === undefined ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text: first === undefined ? '•' : `%${level + 1}.`,
      start: first ?? 1,
      alignment: AlignmentType.LEFT,
      style: {
        run: { color: SOFT },
        paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } },
      },
    })),
  };
}

function strip(block: Extract<Block, { kind: 'strip' }>, width: number): FileChild[] {
  const image = new ImageRun({
    type: 'png',
    data: stripPng(block.parts),
    transformation: { width: Math.round(width * PIXELS), height: block.small ? 9 : 20 },
    altText: { name: block.title, title: block.title, description: `${block.title}. ${block.text}` },
  });
  if (block.small) return [new Paragraph({ style: 'TableText', children: [image] })];
  return [
    new Paragraph({ keepNext: true, spacing: { before: 60, after: 60 }, children: [image] }),
    new Paragraph({ style: 'Caption', children: children([{ text: block.title }], undefined) }),
  ];
}
