type Span = { colspan: number; rowspan: number };
/** What a row says of one of its cells: where it ends, and whether it goes on with the one above or before it. */
type Definition = { readonly right: number; readonly goesDown: boolean; readonly goesOn: boolean };
type Cell = { readonly attrs: Span; readonly left: number; right: number };

/** Edges this near to each other are one, in twentieths of a point. */
const NEAR = 40;
/** A table of more columns has none that span. */
const MOST_EDGES = 200;
const MOST_SPAN = 100;

/** The cells of a table by their edges: RTF tells no spans, but where each cell of each row ends. */
export class RtfGrid {
  #definitions: Definition[] = [];
  #goesDown = false;
  #goesOn = false;
  #column = 0;
  #left = -Infinity;
  #last: Cell | null = null;
  readonly #cells: Cell[] = [];
  /** The cell that stands in each column now, by its left edge. */
  readonly #above = new Map<number, Cell>();

  beginRow(): void {
    this.#definitions = [];
    this.#goesDown = this.#goesOn = false;
  }

  /** A word of a row's definition; false where it is another one. */
  define(word: string, value: number | null): boolean {
    if (word === 'clvmrg') this.#goesDown = true;
    else if (word === 'clmrg') this.#goesOn = true;
    else if (word === 'cellx') {
      if (this.#definitions.length < MOST_EDGES)
        this.#definitions.push({ right: value ?? 0, goesDown: this.#goesDown, goesOn: this.#goesOn });
      this.#goesDown = this.#goesOn = false;
    } else return false;
    return true;
  }

  /** The next cell of the row. Its spans are known once the table has ended, and are set then. */
  open(): Span {
    const attrs = { colspan: 1, rowspan: 1 };
    const right = this.#definitions[this.#column]?.right ?? NaN;
    this.#last = { attrs, left: this.#left, right };
    this.#cells.push(this.#last);
    this.#above.set(nearest(this.#left), this.#last);
    this.#step(right);
    return attrs;
  }

  /** Passes over the next cell where it only goes on with another one. False where it stands for itself. */
  merged(): boolean {
    const definition = this.#definitions[this.#column];
    if (definition?.goesOn && this.#last) this.#last.right = definition.right;
    else {
      const above = definition?.goesDown ? this.#above.get(nearest(this.#left)) : undefined;
      if (!definition || !above || above.attrs.rowspan >= MOST_SPAN) return false;
      above.attrs.rowspan++;
      this.#last = above;
    }
    this.#step(definition.right);
    return true;
  }

  endRow(): void {
    this.#column = 0;
    this.#left = -Infinity;
    this.#last = null;
  }

  /** Sets how many columns each cell of the table spans. */
  finish(): void {
    const rights = this.#cells.map(({ right }) => right).toSorted((a, b) => a - b);
    const edges = rights.filter((right, index) => index === 0 || right - rights[index - 1]! > NEAR);
    if (edges.length <= MOST_EDGES && !rights.some(Number.isNaN))
      for (const { attrs, left, right } of this.#cells) {
        const spanned = edges.filter((edge) => edge > left + NEAR && edge <= right + NEAR).length;
        attrs.colspan = Math.min(Math.max(spanned, 1), MOST_SPAN);
      }
    this.#cells.length = 0;
    this.#above.clear();
    this.endRow();
  }

  #step(right: number): void {
    this.#column++;
    this.#left = right;
  }
}

const nearest = (edge: number): number => Math.round(edge / NEAR);
