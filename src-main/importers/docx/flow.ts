import type { TextBuilder } from '../text-builder.ts';
import type { ListLevel } from './numbering.ts';

type Open = { readonly list: string; readonly ordered: boolean; readonly token: number; item: number };

/**
 * Makes nested lists and quotes out of paragraphs that each say for themselves what they are.
 * One for each run of blocks: the body, a cell, a note.
 */
export class Flow {
  readonly #builder: TextBuilder;
  readonly #open: Open[] = [];
  #quote = 0;

  constructor(builder: TextBuilder) {
    this.#builder = builder;
  }

  /** Begins an item; `number` is what it counts. */
  item(list: string, depth: number, level: ListLevel, number: number): void {
    this.#endQuote();
    while (this.#open.length > depth + 1) this.#pop();
    const top = this.#open.at(-1);
    if (top && this.#open.length === depth + 1) {
      const same = top.ordered === level.ordered && (depth > 0 || top.list === list);
      if (same) this.#builder.close(top.item);
      else this.#pop();
    }
    while (this.#open.length < depth + 1) {
      const inner = this.#open.length === depth;
      const ordered = inner && level.ordered;
      const token = this.#builder.open(
        ordered ? 'orderedList' : 'bulletList',
        ordered ? { start: Math.min(number, 1_000_000_000), type: level.type } : undefined,
      );
      this.#open.push({ list, ordered, token, item: 0 });
      if (!inner) this.#open.at(-1)!.item = this.#builder.open('listItem');
    }
    this.#open.at(-1)!.item = this.#builder.open('listItem');
  }

  /** A paragraph that belongs to the item before it. False where there is none. */
  continued(): boolean {
    return this.#open.length > 0;
  }

  quote(): void {
    while (this.#open.length > 0) this.#pop();
    if (this.#quote === 0) this.#quote = this.#builder.open('blockquote');
  }

  /** Ends all lists and quotes. */
  plain(): void {
    this.#endQuote();
    while (this.#open.length > 0) this.#pop();
  }

  #endQuote(): void {
    if (this.#quote > 0) this.#builder.close(this.#quote);
    this.#quote = 0;
  }

  #pop(): void {
    this.#builder.close(this.#open.pop()!.token);
  }
}
