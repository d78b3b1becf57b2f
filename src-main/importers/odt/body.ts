import type { Mark } from '#domain/document.ts';
import { safeLink } from '../html-tree.ts';
import { mathText } from '../mathml.ts';
import { marker, type WrittenNote } from '../structured.ts';
import { TextBuilder } from '../text-builder.ts';
import { childOf, childrenOf, textIn, type XmlElement, type XmlNode } from '../xml.ts';
import { marksOf, type OdtStyles } from './styles.ts';

export type OdtContext = {
  readonly styles: OdtStyles;
  readonly notes: WrittenNote[];
  readonly warnings: string[];
  readonly counts: Record<'comments' | 'pictures' | 'hidden' | 'formulas', number>;
  /** The last number that each list counted, by its name. */
  readonly counted: Map<string, number>;
  /** The formula in an object of the file, as a line of text, or ''. */
  readonly formula: (path: string) => string;
  title: string;
};

type Inline = { readonly look: Readonly<Record<string, boolean>>; readonly href: string };
type List = { readonly style: string | undefined; readonly depth: number };

const PLAIN: Inline = { look: {}, href: '' };
/** Elements that hold blocks and say nothing more. */
const WRAPPERS = new Set(
  (
    'text:section text:index-body text:index-title text:table-of-content text:illustration-index text:table-index ' +
    'text:object-index text:user-index text:alphabetical-index text:bibliography text:numbered-paragraph ' +
    'text:list-header draw:g office:text'
  ).split(' '),
);
/** Elements whose content is not shown in the text. */
const SILENT = new Set(
  (
    'office:annotation office:annotation-end text:tracked-changes office:forms text:sequence-decls ' +
    'text:variable-decls text:user-field-decls text:dde-connection-decls svg:title svg:desc text:script ' +
    'text:alphabetical-index-source text:table-of-content-source text:bibliography-source text:user-index-source ' +
    'text:illustration-index-source text:table-index-source text:object-index-source text:note-citation'
  ).split(' '),
);

/** Walks an OpenDocument text, or one of its notes, and writes it as an article text. */
export class OdtBody {
  readonly builder = new TextBuilder();
  readonly #context: OdtContext;
  readonly #boxes: XmlElement[] = [];
  #quote = 0;
  #inCode = false;

  constructor(context: OdtContext) {
    this.#context = context;
  }

  write(root: XmlElement): void {
    this.#blocks(root.children);
    this.#plain();
  }

  #blocks(nodes: readonly XmlNode[], list?: List): void {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      const { name } = node;
      if (name === 'text:p' || name === 'text:h') this.#paragraph(node);
      else if (name === 'text:list') this.#list(node, list);
      else if (name === 'table:table') this.#table(node);
      else if (WRAPPERS.has(name)) {
        if (!this.#isHidden(node)) this.#blocks(node.children, list);
      } else if (name.startsWith('draw:')) {
        this.#drawing(node);
        this.#flushBoxes();
      }
    }
  }

  #isHidden(node: XmlElement): boolean {
    const display = node.attributes.get('text:display');
    if (display !== 'none') return false;
    this.#context.counts.hidden++;
    return true;
  }

  /** Ends a quote and a run of code. */
  #plain(): void {
    this.#inCode = false;
    if (this.#quote > 0) this.builder.close(this.#quote);
    this.#quote = 0;
    this.builder.startLine();
  }

  #paragraph(element: XmlElement): void {
    const style = this.#context.styles.paragraph(element.attributes.get('text:style-name'));
    if (style.hidden) {
      if (textIn(element).trim() !== '') this.#context.counts.hidden++;
      return;
    }
    if (style.kind === 'title' && this.#context.title === '') this.#context.title = textIn(element).trim();
    const level = Number.parseInt(element.attributes.get('text:outline-level') ?? '1', 10) || 1;
    if (element.name === 'text:h' || style.kind === 'title') {
      this.#plain();
      const own = style.kind === 'title' ? 1 : Math.min(Math.max(level, 1), 6);
      this.builder.startLine({ type: 'heading', attrs: { level: own } });
    } else if (style.kind === 'code') {
      if (this.#inCode) this.builder.text('\n');
      else {
        this.#plain();
        this.builder.startLine({ type: 'codeBlock', attrs: { language: null } });
      }
      this.#inCode = true;
    } else if (style.kind === 'quote') {
      this.#inCode = false;
      if (this.#quote === 0) this.#quote = this.builder.open('blockquote');
      this.builder.startLine();
    } else this.#plain();
    this.#inline(element.children, PLAIN);
    this.#flushBoxes();
  }

  #flushBoxes(): void {
    for (const box of this.#boxes.splice(0)) {
      this.#plain();
      this.#blocks(box.children);
      this.#plain();
    }
  }

  #list(element: XmlElement, outer: List | undefined): void {
    const style = element.attributes.get('text:style-name') ?? outer?.style;
    const inner: List = { style, depth: (outer?.depth ?? 0) + 1 };
    const items = element.children.filter((node): node is XmlElement => typeof node !== 'string');
    // numbered headings stand in lists of their own, which say nothing more
    if (onlyHeadings(element)) {
      for (const item of items) this.#blocks(item.children, inner);
      return;
    }
    // Word's lists come as lists in lists, one for each level that they are set in
    const only = items.length === 1 ? onlyList(items[0]!) : undefined;
    if (only) {
      this.#list(only, inner);
      return;
    }
    this.#plain();
    const level = this.#context.styles.level(style, inner.depth);
    const key = `${style ?? ''} ${inner.depth}`;
    const before = element.attributes.get('text:continue-list') ?? '';
    const goesOn = element.attributes.get('text:continue-numbering') === 'true';
    const known =
      this.#context.counted.get(`#${before} ${inner.depth}`) ??
      (goesOn ? this.#context.counted.get(key) : undefined);
    const start = known === undefined ? level.start : known + 1;
    let count = start - 1;
    let token: number | null = null;
    const end = () => {
      if (token !== null) this.builder.close(token);
      token = null;
    };
    for (const item of items) {
      const given = Number.parseInt(item.attributes.get('text:start-value') ?? '', 10);
      const isItem = item.name === 'text:list-item';
      // the head of a list has no number, and an item may begin to count anew: our lists do neither
      if (!isItem || (level.ordered && !Number.isNaN(given) && given !== count + 1)) end();
      if (!isItem) {
        this.#blocks(item.children, inner);
        this.#plain();
        continue;
      }
      count = Number.isNaN(given) ? count + 1 : Math.max(0, given);
      token ??= this.builder.open(
        level.ordered ? 'orderedList' : 'bulletList',
        level.ordered ? { start: Math.min(count, 1_000_000_000), type: level.type } : undefined,
      );
      const opened = this.builder.open('listItem');
      this.#blocks(item.children, inner);
      this.#plain();
      this.builder.close(opened);
    }
    end();
    this.#context.counted.set(key, count);
    const id = element.attributes.get('xml:id') ?? element.attributes.get('text:id');
    if (id !== undefined) this.#context.counted.set(`#${id} ${inner.depth}`, count);
  }

  #table(element: XmlElement): void {
    this.#plain();
    const table = this.builder.open('table');
    for (const { row, header } of rowsOf(element)) {
      const opened = this.builder.open('tableRow');
      for (const cell of childrenOf(row, 'table:table-cell')) {
        const span = (name: string) =>
          Math.min(Math.max(Number.parseInt(cell.attributes.get(name) ?? '1', 10) || 1, 1), 100);
        const token = this.builder.open(header ? 'tableHeader' : 'tableCell', {
          colspan: span('table:number-columns-spanned'),
          rowspan: span('table:number-rows-spanned'),
        });
        this.#blocks(cell.children);
        this.#plain();
        this.builder.close(token);
      }
      this.builder.close(opened);
    }
    this.builder.close(table);
  }

  #inline(nodes: readonly XmlNode[], context: Inline): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.#text(node, context);
      else this.#element(node, context);
    }
  }

  #text(text: string, { look, href }: Inline): void {
    if (look['hidden']) {
      if (text.trim() !== '') this.#context.counts.hidden++;
      return;
    }
    this.builder.text(text, marksFor(look, href));
  }

  #element(node: XmlElement, context: Inline): void {
    const { name } = node;
    if (name === 'text:span' || name === 'text:ruby-base') {
      const look = this.#context.styles.look(node.attributes.get('text:style-name'), context.look);
      this.#inline(node.children, { ...context, look });
    } else if (name === 'text:a') {
      const href = safeLink(node.attributes.get('xlink:href') ?? '', '');
      this.#inline(node.children, { ...context, href: href || context.href });
    } else if (name === 'text:s') {
      const count = Number.parseInt(node.attributes.get('text:c') ?? '1', 10) || 1;
      this.#text(' '.repeat(Math.min(Math.max(count, 1), 1_000)), context);
    } else if (name === 'text:tab') this.#text('\t', context);
    else if (name === 'text:line-break') this.builder.lineBreak();
    else if (name === 'text:note') this.#note(node, context);
    else if (name === 'office:annotation') this.#context.counts.comments++;
    else if (name === 'text:hidden-text' || name === 'text:hidden-paragraph') {
      if (textIn(node).trim() !== '') this.#context.counts.hidden++;
    } else if (name === 'text:ruby-text') {
      this.#text('(', context);
      this.#inline(node.children, context);
      this.#text(')', context);
    } else if (name.startsWith('draw:')) this.#drawing(node);
    else if (!SILENT.has(name)) this.#inline(node.children, context);
  }

  #note(node: XmlElement, { look }: Inline): void {
    const citation = childOf(node, 'text:note-citation');
    const label = (citation?.attributes.get('text:label') ?? textIn(citation)).trim().slice(0, 40) || '*';
    const key = `note ${this.#context.notes.length + 1} ${node.attributes.get('text:id') ?? ''}`;
    const { superscript: _, subscript: __, ...rest } = look;
    this.builder.text(marker(label), [...marksOf(rest), { type: 'superscript' }], key);
    const body = new OdtBody(this.#context);
    const place = this.#context.notes.push({
      key,
      label,
      document: { type: 'doc', content: [{ type: 'paragraph' }] },
    });
    const content = childOf(node, 'text:note-body');
    if (content) body.write(content);
    this.#context.warnings.push(...body.builder.warnings);
    this.#context.notes[place - 1] = {
      key,
      label,
      document: body.builder.finish(),
      noted: body.builder.noted,
    };
  }

  /** Boxes of text come after the paragraph that holds them; pictures are counted, formulas written out. */
  #drawing(node: XmlElement): void {
    if (node.name === 'draw:text-box') {
      this.#boxes.push(node);
      return;
    }
    if (node.name === 'draw:a') {
      for (const child of node.children) if (typeof child !== 'string') this.#drawing(child);
      return;
    }
    const inner = node.children.filter((child): child is XmlElement => typeof child !== 'string');
    const object = inner.find((child) => child.name === 'draw:object');
    if (object) {
      // a flat file holds the formula where a packed one points to it
      const written = childOf(object, 'math:math');
      const formula = written
        ? mathText(written).trim()
        : this.#context.formula(object.attributes.get('xlink:href') ?? '');
      if (formula === '') this.#context.counts.pictures++;
      else {
        this.#context.counts.formulas++;
        this.builder.text(formula);
      }
      return;
    }
    if (inner.some((child) => child.name === 'draw:image')) this.#context.counts.pictures++;
    // shapes hold their paragraphs themselves
    if (inner.some((child) => child.name === 'text:p' || child.name === 'text:list')) this.#boxes.push(node);
    for (const child of inner)
      if (child.name.startsWith('draw:') && child.name !== 'draw:image') this.#drawing(child);
  }
}

function marksFor(look: Readonly<Record<string, boolean>>, href: string): Mark[] {
  const marks = marksOf(look);
  return href === '' ? marks : [{ type: 'link', attrs: { href, title: null } }, ...marks];
}

/** The list that an item holds and nothing else. */
function onlyList(item: XmlElement): XmlElement | undefined {
  const inner = item.children.filter((node) => typeof node !== 'string' || node.trim() !== '');
  const [first] = inner;
  return inner.length === 1 && typeof first === 'object' && first.name === 'text:list' ? first : undefined;
}

function onlyHeadings(list: XmlElement): boolean {
  const blocks = list.children.flatMap((item) => (typeof item === 'string' ? [] : item.children));
  const elements = blocks.filter((block): block is XmlElement => typeof block !== 'string');
  return (
    elements.length > 0 &&
    elements.every((block) => block.name === 'text:h' || (block.name === 'text:list' && onlyHeadings(block)))
  );
}

function rowsOf(table: XmlElement, header = false): { row: XmlElement; header: boolean }[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'table:table-row') return [{ row: child, header }];
    if (child.name === 'table:table-header-rows') return rowsOf(child, true);
    return child.name === 'table:table-rows' || child.name === 'table:table-row-group'
      ? rowsOf(child, header)
      : [];
  });
}
