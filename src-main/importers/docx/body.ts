import type { Mark } from '#domain/document.ts';
import { safeLink } from '../html-tree.ts';
import { marker, roman } from '../structured.ts';
import { TextBuilder } from '../text-builder.ts';
import { childOf, descendantsOf, textIn, type XmlElement, type XmlNode } from '../xml.ts';
import { Fields, linkOf } from './fields.ts';
import { Flow } from './flow.ts';
import { formulaText } from './formula.ts';
import type { DocxNumbering } from './numbering.ts';
import type { Relation } from './package.ts';
import { layered, lookOf, marksOf, numberOf, valueOf } from './properties.ts';
import type { DocxStyles } from './styles.ts';
import { symbolText } from './symbols.ts';
import { rowsOf } from './table.ts';

/** What all parts of one Word file share while it is read. */
export type DocxContext = {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  /** Notes in the order in which the text cites them. */
  readonly cited: { key: string; label: string; isOwn: boolean }[];
  readonly endnoteNumbers: string;
  readonly counts: Record<'changes' | 'comments' | 'pictures' | 'hidden' | 'formulas' | 'embedded', number>;
  title: string;
};

type Inline = { readonly marks: readonly Mark[] };
const TAKEN = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:bdo', 'w:dir', 'w:sdtContent']);

/** Walks one part of a Word file (the body, or a note) and writes it as an article text. */
export class DocxBody {
  readonly builder = new TextBuilder();
  readonly #context: DocxContext;
  readonly #relations: ReadonlyMap<string, Relation>;
  readonly #fields = new Fields();
  readonly #boxes: XmlElement[] = [];
  #flow = new Flow(this.builder);
  /** Whether the next paragraph goes on with the line of the one before. */
  #joins: '' | 'words' | 'letters' = '';
  #inCode = false;
  #keepsSpace = false;

  constructor(context: DocxContext, relations: ReadonlyMap<string, Relation>) {
    this.#context = context;
    this.#relations = relations;
  }

  write(root: XmlElement): void {
    this.#keepsSpace = valueOf(root, 'xml:space') === 'preserve';
    this.#blocks(root.children);
    this.#flow.plain();
  }

  #blocks(nodes: readonly XmlNode[]): void {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      if (node.name === 'w:p') this.#paragraph(node);
      else if (node.name === 'w:tbl') this.#table(node);
      else if (node.name === 'w:sdt') this.#blocks(childOf(node, 'w:sdtContent')?.children ?? []);
      else if (TAKEN.has(node.name)) this.#blocks(node.children);
      else if (node.name === 'w:del' || node.name === 'w:moveFrom') this.#context.counts.changes++;
      else if (node.name === 'mc:AlternateContent') this.#blocks(alternative(node)?.children ?? []);
      else if (node.name === 'w:altChunk' || node.name === 'w:subDoc') this.#context.counts.embedded++;
      else if (node.name === 'm:oMathPara' || node.name === 'm:oMath') {
        this.#line();
        this.#formula(node, []);
      }
    }
  }

  /** Blocks with lists of their own: a cell, a box. */
  #apart(nodes: readonly XmlNode[]): void {
    const outer = this.#flow;
    this.#flow = new Flow(this.builder);
    this.#inCode = false;
    this.#blocks(nodes);
    this.#flow.plain();
    this.#flow = outer;
    this.#inCode = false;
    this.#joins = '';
  }

  #line(): void {
    this.#inCode = false;
    this.#flow.plain();
    this.builder.startLine();
  }

  #paragraph(element: XmlElement): void {
    const properties = childOf(element, 'w:pPr');
    if (this.#joins === '') this.#begin(properties, element);
    else this.builder.text(this.#joins === 'words' ? ' ' : '');
    this.#joins = '';
    this.#inline(element.children, { marks: [] });
    const mark = childOf(properties, 'w:rPr');
    // a deleted paragraph mark leaves no line end, and a letter set large beside its paragraph begins its word
    const deleted = childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom');
    if (deleted) this.#context.counts.changes++;
    const dropCap = valueOf(childOf(properties, 'w:framePr'), 'w:dropCap');
    if (deleted !== undefined) this.#joins = 'words';
    else if (dropCap !== undefined && dropCap !== 'none') this.#joins = 'letters';
    if (this.#boxes.length === 0) return;
    this.#joins = '';
    for (const box of this.#boxes.splice(0)) {
      this.builder.startLine();
      this.#apart(box.children);
    }
  }

  #begin(properties: XmlElement | undefined, element: XmlElement): void {
    const style = this.#context.styles.paragraph(valueOf(childOf(properties, 'w:pStyle')));
    const outline = numberOf(childOf(properties, 'w:outlineLvl'));
    const level = outline === undefined ? style.level : outline > 8 ? 0 : Math.min(6, outline + 1);
    if (style.kind === 'title' && this.#context.title === '')
      this.#context.title = textIn(textOnly(element)).trim();
    if (style.kind === 'code' && level === 0) {
      if (this.#inCode) this.builder.text('\n');
      else {
        this.#flow.plain();
        this.builder.startLine({ type: 'codeBlock', attrs: { language: null } });
      }
      this.#inCode = true;
      return;
    }
    this.#inCode = false;
    if (level > 0) {
      this.#flow.plain();
      this.builder.startLine({ type: 'heading', attrs: { level } });
      return;
    }
    const own = childOf(properties, 'w:numPr');
    const list = valueOf(childOf(own, 'w:numId')) ?? style.list?.id ?? '0';
    const depth = Math.min(Math.max(numberOf(childOf(own, 'w:ilvl')) ?? style.list?.level ?? 0, 0), 8);
    const form = list === '0' ? null : this.#context.numbering.level(list, depth);
    if (form) this.#flow.item(list, depth, form, this.#context.numbering.count(list, depth, form.start));
    else if (style.kind === 'quote') this.#flow.quote();
    else if (style.kind !== 'continued' || !this.#flow.continued()) this.#flow.plain();
    this.builder.startLine();
  }

  #table(element: XmlElement): void {
    this.#line();
    const table = this.builder.open('table');
    for (const row of rowsOf(element)) {
      const opened = this.builder.open('tableRow');
      for (const { element: cell, header, colspan, rowspan } of row) {
        const token = this.builder.open(header ? 'tableHeader' : 'tableCell', { colspan, rowspan });
        this.#apart(cell.children);
        this.builder.close(token);
      }
      this.builder.close(opened);
    }
    this.builder.close(table);
  }

  #inline(nodes: readonly XmlNode[], context: Inline): void {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      const { name } = node;
      if (name === 'w:r') this.#run(node, context);
      else if (name === 'w:hyperlink') this.#inline(node.children, this.#linked(node, context));
      else if (name === 'w:fldSimple') {
        const href = linkOf(valueOf(node, 'w:instr') ?? '');
        this.#inline(node.children, withLink(context, href));
      } else if (name === 'w:sdt') this.#inline(childOf(node, 'w:sdtContent')?.children ?? [], context);
      else if (name === 'w:del' || name === 'w:moveFrom') {
        this.#context.counts.changes++;
        this.#fieldMarks(node);
      } else if (TAKEN.has(name)) {
        if (name === 'w:ins') this.#context.counts.changes++;
        this.#inline(node.children, context);
      } else if (name === 'm:oMath' || name === 'm:oMathPara') this.#formula(node, context.marks);
      else if (name === 'mc:AlternateContent') this.#inline(alternative(node)?.children ?? [], context);
      else if (name === 'w:ruby') this.#ruby(node, context);
    }
  }

  /** A deleted run may hold the end of a field that stays. */
  #fieldMarks(node: XmlElement): void {
    for (const one of descendantsOf(node)) if (one.name === 'w:fldChar') this.#fieldMark(one);
  }

  #fieldMark(node: XmlElement): void {
    const type = valueOf(node, 'w:fldCharType');
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') this.#fields.end();
  }

  #run(run: XmlElement, context: Inline): void {
    const properties = childOf(run, 'w:rPr');
    const style = this.#context.styles.character(valueOf(childOf(properties, 'w:rStyle')));
    const look = layered(style, lookOf(properties));
    if (look.hidden === true) {
      if (textIn(run).trim() !== '') this.#context.counts.hidden++;
      this.#fieldMarks(run);
      return;
    }
    const href = this.#fields.href;
    const marks = [...context.marks, ...linkMarks(href), ...marksOf(look)];
    const font = valueOf(childOf(properties, 'w:rFonts'), 'w:ascii') ?? '';
    this.#pieces(run, { marks }, font);
  }

  #pieces(run: XmlElement, context: Inline, font: string): void {
    const { builder } = this;
    let custom = false;
    for (const piece of run.children) {
      if (typeof piece === 'string') continue;
      const { name } = piece;
      if (name === 'w:fldChar') this.#fieldMark(piece);
      else if (name === 'w:instrText') this.#fields.instruct(textIn(piece));
      else if (!this.#fields.shows) continue;
      else if (name === 'w:t') {
        if (!custom) builder.text(this.#textOf(piece, font), context.marks);
      } else if (name === 'w:tab' || name === 'w:ptab') builder.text('\t', context.marks);
      else if (name === 'w:br' || name === 'w:cr') {
        if (!/^(?:page|column)$/.test(valueOf(piece, 'w:type') ?? '')) builder.lineBreak();
        else builder.text(' ');
      } else if (name === 'w:noBreakHyphen') builder.text('\u2011', context.marks);
      else if (name === 'w:softHyphen') builder.text('\u00AD', context.marks);
      else if (name === 'w:sym')
        builder.text(
          symbolText(valueOf(piece, 'w:font') ?? '', valueOf(piece, 'w:char') ?? ''),
          context.marks,
        );
      else if (name === 'w:footnoteReference' || name === 'w:endnoteReference')
        custom = this.#cite(piece, run, context);
      else if (name === 'w:commentReference') this.#context.counts.comments++;
      else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') this.#drawing(piece);
      else if (name === 'mc:AlternateContent') {
        const chosen = alternative(piece);
        if (chosen) this.#pieces(chosen, context, font);
      } else if (name === 'w:ruby') this.#ruby(piece, context);
    }
  }

  #textOf(piece: XmlElement, font: string): string {
    const text = textIn(piece);
    const kept = this.#keepsSpace || valueOf(piece, 'xml:space') === 'preserve';
    return symbolFont(kept ? text : text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''), font);
  }

  /** Cites a note where its number stands. True where the run's own text is the number. */
  #cite(piece: XmlElement, run: XmlElement, context: Inline): boolean {
    const kind = piece.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
    const custom = /^(?:1|true|on)$/.test(valueOf(piece, 'w:customMarkFollows') ?? '');
    const key = `${kind} ${valueOf(piece, 'w:id') ?? ''}`;
    const { cited, endnoteNumbers } = this.#context;
    const known = cited.find((note) => note.key === key);
    const number = 1 + cited.filter((note) => note.key.startsWith(kind) && !note.isOwn).length;
    const own = custom
      ? run.children
          .map((one) => (typeof one !== 'string' && one.name === 'w:t' ? textIn(one) : ''))
          .join('')
          .trim()
      : '';
    const counted = kind === 'endnote' && endnoteNumbers !== 'decimal' ? roman(number) : String(number);
    const label = known?.label ?? (own === '' ? counted : own.slice(0, 40));
    if (!known) cited.push({ key, label, isOwn: own !== '' });
    const marks = context.marks.filter((mark) => mark.type !== 'superscript' && mark.type !== 'link');
    this.builder.text(marker(label), [...marks, { type: 'superscript' }], key);
    return custom;
  }

  #drawing(node: XmlElement): void {
    let text = false;
    for (const one of outermost(node, 'w:txbxContent')) {
      this.#boxes.push(one);
      text = true;
    }
    if (!text) this.#context.counts.pictures++;
  }

  #ruby(node: XmlElement, context: Inline): void {
    this.#inline(childOf(node, 'w:rubyBase')?.children ?? [], context);
    const reading = textIn(textOnly(childOf(node, 'w:rt'))).trim();
    if (reading !== '') this.builder.text(`(${reading})`, context.marks);
  }

  #formula(node: XmlElement, marks: readonly Mark[]): void {
    this.#context.counts.formulas++;
    this.builder.text(formulaText(node), marks);
  }

  #linked(node: XmlElement, context: Inline): Inline {
    const relation = this.#relations.get(valueOf(node, 'r:id') ?? '');
    if (relation?.outside !== true) return context;
    const anchor = valueOf(node, 'w:anchor');
    const target =
      anchor === undefined || relation.target.includes('#')
        ? relation.target
        : `${relation.target}#${anchor}`;
    return withLink(context, safeLink(target, ''));
  }
}

function withLink(context: Inline, href: string): Inline {
  return { marks: [...context.marks, ...linkMarks(href)] };
}

function linkMarks(href: string): Mark[] {
  return href === '' ? [] : [{ type: 'link', attrs: { href, title: null } }];
}

/** One of the forms in which a thing is written for newer and older programs; the newer one unless it is no text. */
function alternative(node: XmlElement): XmlElement | undefined {
  return childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback');
}

/** The nearest elements of a name, looking at one form only where there are several. */
function* outermost(node: XmlElement, name: string): Generator<XmlElement> {
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    else if (child.name === 'mc:AlternateContent') {
      const chosen = alternative(child);
      if (chosen) yield* outermost(chosen, name);
    } else yield* outermost(child, name);
  }
}

/** An element with nothing but its words. */
function textOnly(element: XmlElement | undefined): XmlElement {
  const words = element ? [...descendantsOf(element)].filter((one) => one.name === 'w:t') : [];
  return { name: '', attributes: new Map(), children: words };
}

/** Characters of symbol fonts that stand as letters of no meaning. */
function symbolFont(text: string, font: string): string {
  return text.replaceAll(/[\uF020-\uF0FF]/g, (letter) =>
    symbolText(font === '' ? 'Symbol' : font, letter.charCodeAt(0).toString(16)),
  );
}
