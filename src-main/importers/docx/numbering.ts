import { childOf, childrenOf, type XmlElement } from '../xml.ts';
import { numberOf, valueOf } from './properties.ts';

export type ListLevel = {
  readonly ordered: boolean;
  /** HTML's name for the kind of numbers, or null for 1, 2, 3. */
  readonly type: string | null;
  readonly start: number;
};

const TYPES: Readonly<Record<string, string>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

/** The lists of a Word file, and how far each has counted. */
export class DocxNumbering {
  readonly #abstract = new Map<string, XmlElement>();
  readonly #lists = new Map<string, XmlElement>();
  readonly #counts = new Map<string, number>();

  constructor(root: XmlElement | undefined) {
    for (const one of childrenOf(root, 'w:abstractNum'))
      this.#abstract.set(valueOf(one, 'w:abstractNumId') ?? '', one);
    for (const one of childrenOf(root, 'w:num')) this.#lists.set(valueOf(one, 'w:numId') ?? '', one);
  }

  /** null where a paragraph with this number is no item of a list. */
  level(list: string, level: number): ListLevel | null {
    const num = this.#lists.get(list);
    if (!num) return null;
    const replaced = childrenOf(num, 'w:lvlOverride').find((one) => numberOf(one, 'w:ilvl') === level);
    const abstract = this.#abstract.get(this.#abstractOf(list));
    const defined =
      childOf(replaced, 'w:lvl') ??
      childrenOf(abstract, 'w:lvl').find((one) => (numberOf(one, 'w:ilvl') ?? 0) === level);
    const format = valueOf(childOf(defined, 'w:numFmt')) ?? 'decimal';
    const text = valueOf(childOf(defined, 'w:lvlText'));
    if (defined && format === 'none' && (text ?? '') === '') return null;
    const start =
      numberOf(childOf(replaced, 'w:startOverride')) ?? numberOf(childOf(defined, 'w:start')) ?? 1;
    return {
      ordered: format !== 'bullet' && format !== 'none' && /%\d/.test(text ?? '%1'),
      type: TYPES[format] ?? null,
      start: Math.max(0, start),
    };
  }

  /** The number that the next item of a list has. Items above it begin what is below anew. */
  count(list: string, level: number, start: number): number {
    const abstract = this.#abstractOf(list);
    const num = this.#lists.get(list);
    const key = `${abstract} ${level}`;
    const restarted = childrenOf(num, 'w:lvlOverride').some(
      (one) => numberOf(one, 'w:ilvl') === level && childOf(one, 'w:startOverride') !== undefined,
    );
    // the first item of a list that states its own start begins there, though it shares its form with others
    const own = `own ${list} ${level}`;
    const fresh = restarted && !this.#counts.has(own);
    if (restarted) this.#counts.set(own, 1);
    const next = fresh ? start : (this.#counts.get(key) ?? start - 1) + 1;
    this.#counts.set(key, next);
    for (let below = level + 1; below < 9; below++) this.#counts.delete(`${abstract} ${below}`);
    return next;
  }

  #abstractOf(list: string): string {
    let id = valueOf(childOf(this.#lists.get(list), 'w:abstractNumId')) ?? '';
    // a form that only names a style of numbers is defined where that style is
    for (let i = 0; i < 10; i++) {
      const link = valueOf(childOf(this.#abstract.get(id), 'w:numStyleLink'));
      if (link === undefined) return id;
      const defined = [...this.#abstract].find(([, one]) => valueOf(childOf(one, 'w:styleLink')) === link);
      if (!defined || defined[0] === id) return id;
      id = defined[0];
    }
    return id;
  }
}
