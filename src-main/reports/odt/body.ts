import type { Block, Language, Run } from '../outline/blocks.ts';
import { placeName } from '../office-look.ts';
import { stripPng } from '../picture.ts';
import { Looks, badgeContent, characters, content } from './runs.ts';
import { TEXT_WIDTH } from './styles.ts';
import { tableOf } from './table.ts';
import { type Attributes, type Child, type Xml, element } from './xml.ts';

/** Where a block stands. `list`: in a list item, which may hold no table. Widths in mm. */
export type Place = {
  readonly quote: 'article' | 'evidence' | undefined;
  readonly style: string | undefined;
  readonly list: boolean;
  readonly width: number;
};

export const TOP: Place = { quote: undefined, style: undefined, list: false, width: TEXT_WIDTH };

const TAB: Run = { text: '\t' };
const TEXT_STYLES = { label: 'Label', small: 'Small', stance: 'Stance' } as const;
const QUOTE_STYLES = { article: 'Quotations', evidence: 'Evidence_20_Quote' } as const;

/** Writes blocks as the content of an OpenDocument text; collects the pictures and the looks that it needs. */
export class Body {
  readonly looks = new Looks();
  /** By name in the package. */
  readonly pictures = new Map<string, Uint8Array>();
  readonly #named = new Map<string, string>();

  blocks(blocks: readonly Block[], place: Place = TOP): Xml[] {
    return blocks.flatMap((block) => this.#block(block, place));
  }

  paragraph(style: string, children: readonly Child[], about?: Language): Xml {
    return element('text:p', { 'text:style-name': this.#directed(style, about) }, children);
  }

  /** A picture in the line of text, mm; `description` is '' for what only decorates. */
  picture(bytes: Uint8Array, ending: 'png' | 'jpg', width: number, height: number, description: string): Xml {
    const key = Buffer.from(bytes).toString('base64');
    const name = this.#named.get(key) ?? `Pictures/${this.#named.size + 1}.${ending}`;
    this.#named.set(key, name);
    this.pictures.set(name, bytes);
    const image: Attributes = {
      'xlink:href': name,
      'xlink:type': 'simple',
      'xlink:show': 'embed',
      'xlink:actuate': 'onLoad',
    };
    return element(
      'draw:frame',
      { 'text:anchor-type': 'as-char', 'svg:width': `${width}mm`, 'svg:height': `${height}mm` },
      element('draw:image', image),
      ...(description === ''
        ? []
        : [element('svg:title', {}, description), element('svg:desc', {}, description)]),
    );
  }

  #block(block: Block, place: Place): Xml[] {
    switch (block.kind) {
      case 'heading':
        return [this.#heading(block)];
      case 'text':
      case 'code': {
        const role = block.kind === 'code' ? 'code' : block.role;
        const style =
          role === 'code' ? 'Preformatted' : role === 'body' ? bodyStyle(place) : TEXT_STYLES[role];
        return [this.paragraph(style, content(this.looks, block.runs, block.about), block.about)];
      }
      case 'facts':
        return block.rows.map(({ name, value }, n) =>
          this.paragraph(
            n === block.rows.length - 1 ? 'Facts_20_End' : 'Facts',
            content(this.looks, [{ text: name, styles: ['soft'] }, TAB, ...value]),
          ),
        );
      case 'verdict':
        return [
          this.paragraph('Verdict', [
            ...(block.badge ? badgeContent(this.looks, block.badge) : []),
            ...content(this.looks, block.meta),
          ]),
        ];
      case 'quote':
        return this.blocks(block.blocks, { ...place, quote: block.of });
      case 'list':
        return [this.#list(block, place)];
      case 'table':
        // a list item may hold no table: there its cells are paragraphs
        return place.list
          ? block.rows.flatMap((row) => row.flatMap((cell) => this.blocks(cell.blocks, place)))
          : [tableOf(this, block, place)];
      case 'strip':
        return this.#strip(block, place.width);
      case 'rule':
        return [this.paragraph('Rule', [])];
      case 'group':
        return this.blocks(block.blocks, place);
      case 'references':
        return block.items.flatMap(({ id, number, blocks }) => this.#reference(id, number, blocks));
    }
  }

  #strip(block: Extract<Block, { kind: 'strip' }>, width: number): Xml[] {
    const description = `${block.title}. ${block.text}`;
    const picture = this.picture(stripPng(block.parts), 'png', width, block.small ? 2.4 : 5.4, description);
    return block.small
      ? [this.paragraph('Table_20_Text', [picture])]
      : [this.paragraph('Picture', [picture]), this.paragraph('Caption', characters(block.title))];
  }

  #heading(block: Extract<Block, { kind: 'heading' }>): Xml {
    const place =
      block.id === undefined ? [] : [element('text:bookmark', { 'text:name': placeName(block.id) })];
    const number: Run[] =
      block.number === undefined ? [] : [{ text: String(block.number), styles: ['soft'] }, TAB];
    const style = block.number === undefined ? `Heading_20_${block.level}` : 'Claim_20_Heading';
    return element(
      'text:h',
      { 'text:style-name': this.#directed(style, block.about), 'text:outline-level': block.level },
      place,
      content(this.looks, number),
      content(this.looks, block.runs, block.about),
    );
  }

  #list(block: Extract<Block, { kind: 'list' }>, place: Place): Xml {
    const ordered = block.first !== undefined;
    const style = this.looks.other('L', { ordered: String(ordered) }, (name) => listStyle(name, ordered));
    return element(
      'text:list',
      { 'text:style-name': style },
      block.items.map((item, n) =>
        element(
          'text:list-item',
          { 'text:start-value': n === 0 ? block.first : undefined },
          this.blocks(item, { ...place, list: true }),
        ),
      ),
    );
  }

  #reference(id: string, number: number, blocks: readonly Block[]): Xml[] {
    const [first, ...rest] = blocks.filter((block) => block.kind === 'text');
    const runs = first?.runs ?? [];
    return [
      this.paragraph('Reference', [
        element('text:bookmark', { 'text:name': placeName(id) }),
        ...content(this.looks, [{ text: `${number}.`, styles: ['soft'] }, TAB, ...runs]),
      ]),
      ...rest.map((block) => this.paragraph('Reference_20_Note', content(this.looks, block.runs))),
    ];
  }

  #directed(style: string, about: Language | undefined): string {
    return about?.rightToLeft === true
      ? this.looks.paragraph(style, { 'style:writing-mode': 'rl-tb', 'fo:text-align': 'start' })
      : style;
  }
}

function bodyStyle({ style, quote }: Place): string {
  return style ?? (quote ? QUOTE_STYLES[quote] : 'Standard');
}

function listStyle(name: string, ordered: boolean): Xml {
  const levels = Array.from({ length: 10 }, (_, n) => {
    const level = n + 1;
    const position = element(
      'style:list-level-properties',
      { 'text:list-level-position-and-space-mode': 'label-alignment' },
      element('style:list-level-label-alignment', {
        'text:label-followed-by': 'listtab',
        'fo:text-indent': '-6mm',
        'fo:margin-left': `${6 * level}mm`,
      }),
    );
    return ordered
      ? element(
          'text:list-level-style-number',
          { 'text:level': level, 'style:num-format': '1', 'style:num-suffix': '.' },
          position,
        )
      : element('text:list-level-style-bullet', { 'text:level': level, 'text:bullet-char': '•' }, position);
  });
  return element('text:list-style', { 'style:name': name }, levels);
}
