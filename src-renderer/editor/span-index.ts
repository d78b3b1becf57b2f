/**
 * Many overlapping spans of one text, to be asked which of them lie near a place. Kept as sorted arrays: ten thousand
 * spans move with a keystroke in some microseconds, and a question costs two binary searches and a short scan.
 */
export type Span<T> = { readonly row: T; readonly from: number; readonly to: number };

export class SpanIndex<T> {
  /** Sorted by start; those with the same start in the order they came. */
  readonly rows: readonly T[];
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  /** The furthest end of all spans up to this one: rises, so that it can be searched. */
  readonly #reach: Int32Array;

  private constructor(rows: readonly T[], from: Int32Array, to: Int32Array) {
    this.rows = rows;
    this.#from = from;
    this.#to = to;
    this.#reach = new Int32Array(rows.length);
    let furthest = -1;
    for (let i = 0; i < rows.length; i++) {
      furthest = Math.max(furthest, to[i]!);
      this.#reach[i] = furthest;
    }
  }

  static of<T>(spans: readonly Span<T>[]): SpanIndex<T> {
    const sorted = isSorted(spans) ? spans : spans.toSorted(inOrder);
    return new SpanIndex(
      sorted.map((span) => span.row),
      Int32Array.from(sorted, (span) => span.from),
      Int32Array.from(sorted, (span) => span.to),
    );
  }

  get size(): number {
    return this.rows.length;
  }

  span(index: number): Span<T> {
    return { row: this.rows[index]!, from: this.#from[index]!, to: this.#to[index]! };
  }

  /** The spans that cover a part of the range, in order. Empty spans cover nothing. */
  covering(from: number, to: number): Span<T>[] {
    const found: Span<T>[] = [];
    const end = firstAbove(this.#from, to - 1);
    for (let i = firstAbove(this.#reach, from); i < end; i++) {
      if (this.#to[i]! > from && this.#to[i]! > this.#from[i]!) found.push(this.span(i));
    }
    return found;
  }

  /** The spans that a caret at this place stands in or at the edge of, in order. */
  at(place: number): Span<T>[] {
    const found: Span<T>[] = [];
    const end = firstAbove(this.#from, place);
    for (let i = firstAbove(this.#reach, place - 1); i < end; i++) {
      if (this.#to[i]! >= place && this.#to[i]! > this.#from[i]!) found.push(this.span(i));
    }
    return found;
  }

  /** The same places with other rows, one for each, in the same order. */
  withRows(rows: readonly T[]): SpanIndex<T> {
    return new SpanIndex(rows, this.#from, this.#to);
  }

  /**
   * The spans after an edit. `move` gives a place's new place; `side` is 1 for starts and -1 for ends, so that text
   * typed at an edge stays outside. A span whose text is gone stays as an empty one. What lies outside `hull` is
   * moved without asking.
   */
  map(move: (place: number, side: 1 | -1) => number, hull: Hull = EVERYWHERE): SpanIndex<T> {
    const { start, end, by } = hull;
    const from = new Int32Array(this.#from.length);
    const to = new Int32Array(this.#to.length);
    for (let i = 0; i < from.length; i++) {
      const a = this.#from[i]!;
      const b = this.#to[i]!;
      const first = a < start ? a : a > end ? a + by : move(a, 1);
      from[i] = first;
      to[i] = Math.max(first, b < start ? b : b > end ? b + by : move(b, -1));
    }
    return new SpanIndex(this.rows, from, to);
  }
}

/** Between which old places an edit lies, and how far it moves all that follows. */
export type Hull = { readonly start: number; readonly end: number; readonly by: number };

const EVERYWHERE: Hull = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY, by: 0 };

function inOrder<T>(a: Span<T>, b: Span<T>): number {
  return a.from - b.from;
}

function isSorted<T>(spans: readonly Span<T>[]): boolean {
  return spans.every((span, i) => i === 0 || inOrder(spans[i - 1]!, span) <= 0);
}

/** The first index whose value is above `value`. Values never fall. */
function firstAbove(values: Int32Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
