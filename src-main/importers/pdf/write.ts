import type { Mark } from '#domain/document.ts';
import { TextBuilder } from '../text-builder.ts';
import { joint, type Vocabulary } from './hyphens.ts';
import { isSpaced, textOf, type Line } from './lines.ts';
import { bulletOf, type Block } from './paragraphs.ts';
import type { Piece } from './pieces.ts';

/** The keys under which the builder remembers what a piece of text is. */
export const pageKey = (page: number) => `page ${page}`;
export const noteKey = (page: number, label: string) => `note ${page} ${label}`;

/** A piece of a line as it is written. */
type Run = { text: string; readonly piece: Piece; readonly raised: boolean };

/** Writes the blocks of a PDF as an article text. */
export class PdfWriter {
  readonly builder = new TextBuilder();
  readonly #words: Vocabulary;
  readonly #levels: (block: Block, next: Block | undefined) => number;
  readonly #labels: ReadonlySet<string>;
  #page = 0;
  #list = 0;

  /**
   * @param levels the level of a heading, or 0 for what is none
   * @param labels the notes there are, by the key of their page and label
   */
  constructor(
    words: Vocabulary,
    levels: (block: Block, next: Block | undefined) => number,
    labels: ReadonlySet<string>,
  ) {
    this.#words = words;
    this.#levels = levels;
    this.#labels = labels;
  }

  write(blocks: readonly Block[]): void {
    blocks.forEach((block, index) => this.#block(block, blocks[index + 1]));
    this.#endList();
  }

  #endList(): void {
    if (this.#list > 0) this.builder.close(this.#list);
    this.#list = 0;
  }

  #block(block: Block, next: Block | undefined): void {
    if (block.kind === 'item') {
      if (this.#list === 0) this.#list = this.builder.open('bulletList');
      const item = this.builder.open('listItem');
      this.builder.startLine();
      this.#lines(block, bulletOf(textOf(block.lines[0]!.line)).length);
      this.builder.close(item);
      return;
    }
    this.#endList();
    const level = block.kind === 'note' ? 0 : this.#levels(block, next);
    this.builder.startLine(level > 0 ? { type: 'heading', attrs: { level } } : { type: 'paragraph' });
    this.#lines(block, 0);
  }

  /** @param skip characters at the beginning that are no text, as a bullet */
  #lines(block: Block, skip: number): void {
    let last: Run | null = null;
    let ended = '';
    let isCut = false;
    for (const [index, { line, page, cut: lacks }] of block.lines.entries()) {
      const runs = runsOf(line);
      if (index === 0) skipped(runs, skip);
      const text = runs.map((run) => run.text).join('');
      if (text.trim() === '') continue;
      if (last) {
        const shown = isCut && /^\p{Ll}/u.test(text.trimStart()) ? `${ended}\u00AD` : ended;
        const joined = joint(shown, text.trimStart(), this.#words);
        const { between } = joined;
        const cut = joined.cut - (shown.length - ended.length);
        if (cut > 0) last.text = last.text.slice(0, -cut);
        this.#run(last, block);
        if (between !== '') this.builder.text(between);
      }
      this.#turnTo(page);
      ended = text;
      isCut = lacks;
      for (const run of runs.slice(0, -1)) this.#run(run, block);
      last = runs.at(-1)!;
    }
    if (last) this.#run(last, block);
  }

  /** Remembers on which page what follows stands. */
  #turnTo(page: number): void {
    this.#page = Math.max(this.#page, page);
  }
  #told = 0;

  #run(run: Run, block: Block): void {
    if (run.text === '') return;
    const marks: Mark[] =
      run.piece.href === '' ? [] : [{ type: 'link', attrs: { href: run.piece.href, title: null } }];
    const label = run.text.trim();
    const note =
      run.raised && block.kind !== 'note' && this.#labels.has(noteKey(this.#page, label))
        ? noteKey(this.#page, label)
        : '';
    if (run.raised && /^[\d\p{L}*†‡§¶,–-]{1,6}$/u.test(label)) marks.push({ type: 'superscript' });
    if (this.#told < this.#page && note === '' && label !== '') {
      this.#told = this.#page;
      this.builder.text(run.text, marks, pageKey(this.#page));
    } else this.builder.text(run.text, marks, note);
  }
}

/** The runs of a line, each with the space before it; raised are marks of notes and powers. */
export function runsOf(line: Line): Run[] {
  return line.pieces.map((piece, index) => {
    const before = line.pieces[index - 1];
    const space = before && isSpaced(before, piece, line.rightToLeft) ? ' ' : '';
    const raised = piece.size < line.size * 0.85 && piece.y < line.y - line.size * 0.15;
    return { text: `${space}${piece.text}`, piece, raised };
  });
}

function skipped(runs: Run[], count: number): void {
  let rest = count;
  for (const run of runs) {
    const cut = Math.min(rest, run.text.length);
    run.text = run.text.slice(cut);
    rest -= cut;
  }
}
