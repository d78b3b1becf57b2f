import { cleanText } from './clean-text.ts';
import { MARKS, type ArticleDocument, type Mark, type Node } from '#domain/document.ts';

/** A piece of a line as it comes in. `note` ties it to a note of the page by that note's key. */
type Piece = { text: string; marks: readonly Mark[]; note: string } | 'break';
type Frame = { type: string; attrs: Node['attrs']; content: Node[]; implied: boolean };
type Line = { type: 'paragraph' | 'heading' | 'codeBlock'; attrs?: NonNullable<Node['attrs']> };

/** Deeper containers are laid flat. */
const DEEPEST = 40;
const LISTS = new Set(['bulletList', 'orderedList']);
const CELLS = new Set(['tableCell', 'tableHeader']);
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const ODD = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\uFEFF\uFFFD\p{Cs}]/u;
const SPACE = /[ \t\n\r\f]+/g;
/** What is more than single spaces. */
const WIDE = /[\t\n\r\f]| {2}/;

/**
 * Builds an article text from what a walk over any tree meets, in whatever order: the result always fits the schema.
 * Whatever stands where it may not is wrapped or laid flat; no words are lost.
 */
export class TextBuilder {
  readonly #frames: Frame[] = [{ type: 'doc', attrs: undefined, content: [], implied: false }];
  #line: Line = { type: 'paragraph' };
  #pieces: Piece[] = [];
  readonly #noted = new Map<Node, string>();
  readonly #warnings = new Set<string>();

  /** Which texts of the document cite which note, by identity. */
  get noted(): ReadonlyMap<Node, string> {
    return this.#noted;
  }

  /** What character references smuggled in and had to be changed. */
  get warnings(): string[] {
    return [...this.#warnings];
  }

  get #top(): Frame {
    return this.#frames.at(-1)!;
  }

  text(text: string, marks: readonly Mark[] = [], note = ''): void {
    if (text === '') return;
    const cleaned = ODD.test(text) ? cleanText(text) : { text, warnings: [] };
    for (const warning of cleaned.warnings) this.#warnings.add(warning);
    this.#pieces.push({ text: cleaned.text, marks, note });
  }

  /** Ties the last words of the line to a note, if these are they. */
  cites(words: string, note: string): boolean {
    const last = this.#pieces.at(-1);
    if (last === undefined || last === 'break' || !last.text.endsWith(words)) return false;
    this.#pieces.pop();
    this.text(last.text.slice(0, -words.length), last.marks, last.note);
    this.text(words, last.marks, note);
    return true;
  }

  lineBreak(): void {
    this.#pieces.push('break');
  }

  /** Ends the line so far; what follows is of the given kind until the next `startLine`. */
  startLine(line: Line = { type: 'paragraph' }): void {
    this.#flush();
    this.#line = line;
  }

  /** Puts in a block that was built elsewhere. */
  add(block: Node): void {
    this.startLine();
    this.#addBlock(block);
  }

  rule(): void {
    this.#flush();
    this.#addBlock({ type: 'horizontalRule' });
  }

  /** Opens a container. Gives a token for `close`, or 0 where it may not stand and its content is laid flat. */
  open(type: string, attrs?: Node['attrs']): number {
    this.startLine();
    if (type === 'tableRow') {
      this.#closeImplied();
      if (this.#top.type !== 'table') return 0;
    } else if (CELLS.has(type)) {
      if (this.#top.implied && CELLS.has(this.#top.type)) this.#pop();
      if (this.#top.type === 'table') this.#push('tableRow', undefined, true);
      if (this.#top.type !== 'tableRow') return 0;
    } else if (type === 'listItem') {
      this.#closeImplied();
      if (!LISTS.has(this.#top.type)) return 0;
    } else {
      if (this.#frames.length > DEEPEST) return 0;
      this.#makeRoom();
    }
    this.#push(type, attrs, false);
    return this.#frames.length - 1;
  }

  close(token: number): void {
    this.startLine();
    if (token > 0) while (this.#frames.length > token) this.#pop();
  }

  finish(): ArticleDocument {
    this.startLine();
    while (this.#frames.length > 1) this.#pop();
    const { content } = this.#top;
    return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
  }

  #push(type: string, attrs: Node['attrs'], implied: boolean): void {
    this.#frames.push({ type, attrs, content: [], implied });
  }

  #closeImplied(): void {
    while (this.#top.implied) this.#pop();
  }

  /** Opens the item, row or cell without which no block may stand here. */
  #makeRoom(): void {
    if (LISTS.has(this.#top.type)) this.#push('listItem', undefined, true);
    if (this.#top.type === 'table') this.#push('tableRow', undefined, true);
    if (this.#top.type === 'tableRow') this.#push('tableCell', undefined, true);
  }

  #addBlock(node: Node): void {
    this.#makeRoom();
    this.#top.content.push(node);
  }

  #pop(): void {
    const { type, attrs, content } = this.#frames.pop()!;
    if (CELLS.has(type) && content.length === 0) content.push({ type: 'paragraph' });
    if (content.length === 0) return;
    if (type === 'listItem') leadWithParagraph(content);
    // a table of one cell only serves the layout
    const onlyRow = type === 'table' && content.length === 1 ? content[0]!.content! : [];
    if (onlyRow.length === 1) this.#top.content.push(...onlyRow[0]!.content!);
    else this.#top.content.push({ type, ...(attrs ? { attrs } : {}), content });
  }

  #flush(): void {
    const pieces = this.#pieces;
    this.#pieces = [];
    if (pieces.length === 0) return;
    if (this.#line.type === 'codeBlock') {
      const code = pieces.map((piece) => (piece === 'break' ? '\n' : piece.text)).join('');
      const text = code.replace(/^\n/, '').replace(/\n$/, '');
      if (text.trim() !== '') this.#addBlock({ ...this.#line, content: [{ type: 'text', text }] });
      return;
    }
    for (const content of this.#paragraphs(pieces)) this.#addBlock({ ...this.#line, content });
  }

  /** Collapses spaces as a browser does; two line breaks in a row end a paragraph. */
  #paragraphs(pieces: readonly Piece[]): Node[][] {
    const paragraphs: Node[][] = [];
    let line: Node[] = [];
    let breaks = 0;
    let space = false;
    for (const piece of pieces) {
      if (piece === 'break') {
        breaks++;
        continue;
      }
      const words = WIDE.test(piece.text) ? piece.text.replaceAll(SPACE, ' ') : piece.text;
      const text = words.slice(words.startsWith(' ') ? 1 : 0, words.endsWith(' ') ? -1 : undefined);
      if (text === '') {
        space = true;
        continue;
      }
      if (line.length === 0) space = false;
      else if (breaks > 1 && this.#line.type === 'paragraph') {
        paragraphs.push(line);
        line = [];
      } else if (breaks > 0) line.push({ type: 'hardBreak' });
      else if (space || words.startsWith(' ')) addSpace(line, piece.marks);
      breaks = 0;
      space = words.endsWith(' ');
      const node: Node = { type: 'text', text, ...withMarks(piece.marks) };
      if (piece.note !== '') this.#noted.set(node, piece.note);
      line.push(node);
    }
    if (line.length > 0) paragraphs.push(line);
    return paragraphs;
  }
}

/** A space has only the marks of both its neighbours, so that no link begins or ends with one. */
function addSpace(line: Node[], marks: readonly Mark[]): void {
  const last = line.at(-1)?.marks;
  if (!last || marks.length === 0) {
    line.push({ type: 'text', text: ' ' });
    return;
  }
  const shared = last.filter((mark) => marks.some((other) => JSON.stringify(other) === JSON.stringify(mark)));
  line.push({ type: 'text', text: ' ', ...withMarks(shared) });
}

/** The marks in the schema's order, each once; code stands alone, but a link is worth more than code. */
function withMarks(marks: readonly Mark[]): { marks?: readonly Mark[] } {
  if (marks.length === 0) return {};
  if (marks.length === 1) return { marks };
  const byType = new Map(marks.map((mark) => [mark.type, mark]));
  if (byType.has('code') && byType.has('link')) byType.delete('code');
  const code = byType.get('code');
  const sorted = code ? [code] : MARKS.flatMap((type) => byType.get(type) ?? []);
  return sorted.length > 0 ? { marks: sorted } : {};
}

function leadWithParagraph(content: Node[]): void {
  const [first] = content;
  if (first?.type === 'paragraph') return;
  if (first?.type === 'heading')
    content[0] = { type: 'paragraph', ...(first.content ? { content: first.content } : {}) };
  else content.unshift({ type: 'paragraph' });
}

/** The document with neighbouring texts of the same marks joined, as ProseMirror keeps them. */
export function joinTexts<T extends Node>(node: T): T {
  if (!node.content) return node;
  const content: Node[] = [];
  for (const child of node.content) {
    const last = content.at(-1);
    if (child.type === 'text' && last?.type === 'text' && sameMarks(last, child))
      content[content.length - 1] = { ...last, text: `${last.text}${child.text}` };
    else content.push(joinTexts(child));
  }
  return { ...node, content };
}

function sameMarks(a: Node, b: Node): boolean {
  return JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);
}
