import type { ArticleDocument, Mark } from '#domain/document.ts';
import { Flow } from '../docx/flow.ts';
import { TextBuilder } from '../text-builder.ts';
import { RtfGrid } from './grid.ts';
import type { Paragraph } from './state.ts';

export type RtfStyle = { name: string; outline: number | null };

/** The label that a writer put before a list's item, as `3.` or `•`. */
type Label = string | null;

/** One run of text of an RTF file, the body or a note: makes lines, lists and tables out of what comes in. */
export class RtfSink {
  readonly builder = new TextBuilder();
  readonly #isNote: boolean;
  readonly #styleOf: (style: number) => RtfStyle | undefined;
  #flow = new Flow(this.builder);
  #begun = false;
  #inCode = false;
  #inHeading = false;
  #table = 0;
  #row = 0;
  #cell = 0;
  #headerRow = false;
  readonly #grid = new RtfGrid();
  readonly #boxes: ArticleDocument[] = [];
  label: Label = null;

  constructor(styleOf: (style: number) => RtfStyle | undefined, isNote = false) {
    this.#isNote = isNote;
    this.#styleOf = styleOf;
  }

  text(text: string, marks: readonly Mark[], paragraph: Paragraph, note = ''): void {
    if (text === '') return;
    // the number before a note leaves a space behind
    if (this.#isNote && !this.#begun && text.trim() === '') return;
    this.#begin(paragraph);
    // headings are bold by themselves
    const own = this.#inHeading ? marks.filter((mark) => mark.type !== 'bold') : marks;
    this.builder.text(text, own, note);
  }

  lineBreak(paragraph: Paragraph): void {
    this.#begin(paragraph);
    this.builder.lineBreak();
  }

  endParagraph(paragraph: Paragraph): void {
    // an empty line ends a list and a run of code, but is no paragraph
    if (!this.#begun) {
      this.#place(paragraph);
      if (!paragraph.inTable && this.label === null) this.#flow.plain();
    }
    this.#begun = false;
    this.label = null;
    this.#putBoxes();
  }

  /** Keeps a box until the paragraph ends that it hangs on. */
  box(document: ArticleDocument): void {
    this.#boxes.push(document);
  }

  #putBoxes(): void {
    for (const { content } of this.#boxes.splice(0))
      for (const block of content ?? [])
        if (block.content || block.type === 'horizontalRule') this.builder.add(block);
  }

  endCell(paragraph: Paragraph): void {
    if (this.#table !== 0 && this.#cell === 0 && !this.#begun && this.#boxes.length === 0) {
      if (this.#row === 0) this.#row = this.builder.open('tableRow');
      this.label = null;
      if (this.#grid.merged()) return;
    }
    this.#place({ ...paragraph, inTable: true });
    this.#flow.plain();
    this.#putBoxes();
    this.#begun = false;
    this.#inCode = false;
    this.label = null;
    this.builder.close(this.#cell);
    this.#cell = 0;
  }

  endRow(): void {
    if (this.#row === 0) return;
    this.#endCellOpen();
    this.builder.close(this.#row);
    this.#row = 0;
    this.#begun = false;
    this.#grid.endRow();
  }

  beginRow(): void {
    this.#headerRow = false;
    this.#grid.beginRow();
  }

  /** A word of a row's definition. */
  defineRow(word: string, value: number | null): void {
    this.#grid.define(word, value);
  }

  headerRow(): void {
    this.#headerRow = true;
  }

  finish(): void {
    this.#putBoxes();
    this.#endTable();
    this.#flow.plain();
  }

  #endCellOpen(): void {
    if (this.#cell === 0) return;
    this.#flow.plain();
    this.builder.close(this.#cell);
    this.#cell = 0;
  }

  #endTable(): void {
    if (this.#table === 0) return;
    this.endRow();
    this.#grid.finish();
    this.builder.close(this.#table);
    this.#table = 0;
    this.#flow = new Flow(this.builder);
  }

  /** Opens the table, row and cell that a paragraph stands in, or ends those that it does not. */
  #place(paragraph: Paragraph): void {
    if (!paragraph.inTable) {
      this.#endTable();
      return;
    }
    if (this.#table === 0) {
      this.#flow.plain();
      this.#inCode = false;
      this.#table = this.builder.open('table');
      this.#flow = new Flow(this.builder);
    }
    if (this.#row === 0) this.#row = this.builder.open('tableRow');
    if (this.#cell === 0)
      this.#cell = this.builder.open(this.#headerRow ? 'tableHeader' : 'tableCell', this.#grid.open());
  }

  #begin(paragraph: Paragraph): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#place(paragraph);
    const style = this.#styleOf(paragraph.style);
    const outline = paragraph.outline ?? style?.outline ?? null;
    const named = /^(?:heading|überschrift|titre|заголовок)\s*([1-9])/iu.exec(style?.name ?? '')?.[1];
    const level = /^title$/i.test(style?.name ?? '')
      ? 1
      : outline !== null && outline >= 0 && outline < 9
        ? outline + 1
        : named === undefined
          ? 0
          : Number(named);
    // numbered headings have the label of a list
    this.#inHeading = level > 0;
    if (this.#inHeading) {
      this.#inCode = false;
      this.#flow.plain();
      this.builder.startLine({ type: 'heading', attrs: { level: Math.min(level, 6) } });
      return;
    }
    if (
      this.label === null &&
      /^(?:preformatted text|html preformatted|source ?code)/i.test(style?.name ?? '')
    ) {
      if (this.#inCode) this.builder.text('\n');
      else {
        this.#flow.plain();
        this.builder.startLine({ type: 'codeBlock', attrs: { language: null } });
      }
      this.#inCode = true;
      return;
    }
    this.#inCode = false;
    if (this.label !== null) this.#item(paragraph, this.label);
    else if (/^(?:quot(?:e|ations?)|block ?(?:text|quot\w*)|intense quote)\b/i.test(style?.name ?? ''))
      this.#flow.quote();
    else this.#flow.plain();
    this.builder.startLine();
  }

  #item(paragraph: Paragraph, label: string): void {
    const plain = label.trim();
    const number = /(\d{1,9})\D*$/.exec(plain)?.[1];
    const letter = /^\(?([a-z]|[ivxlc]{1,6})[.)]*$/i.exec(plain)?.[1];
    const ordered = number !== undefined || letter !== undefined;
    const start = number === undefined ? 1 : Number(number);
    this.#flow.item(
      String(paragraph.list),
      Math.min(Math.max(paragraph.depth, 0), 8),
      { ordered, type: null, start },
      start,
    );
  }
}
