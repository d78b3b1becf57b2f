import { childOf, childrenOf, type XmlElement } from '../xml.ts';
import { layered, lookOf, numberOf, valueOf, type Look } from './properties.ts';

/** What a paragraph's style makes of it. */
export type ParagraphStyle = {
  readonly kind: 'plain' | 'title' | 'quote' | 'code' | 'continued';
  /** 1 to 6 for headings, else 0. */
  readonly level: number;
  readonly list: { readonly id: string; readonly level: number } | null;
};

const PLAIN: ParagraphStyle = { kind: 'plain', level: 0, list: null };
/** Longer chains are circles. */
const LONGEST_CHAIN = 30;

const QUOTE = /^(?:(?:intense |block )?quot(?:e|ation)s?|block ?text|цитата|выделенная цитата|дәйексөз)\b/i;
const CODE =
  /^(?:html preformatted|source ?code|preformatted(?: text)?|plain ?code|code(?: ?block)?|verbatim|listing)$/i;
const CODE_CHARACTER =
  /^(?:verbatim(?: ?char)?|html (?:code|keyboard|sample|typewriter)|source ?text|inline ?code|code)$/i;

export class DocxStyles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #paragraphs = new Map<string, ParagraphStyle>();
  readonly #looks = new Map<string, Look>();
  readonly #default: string;
  /** What the file says that its words are written in, or ''. */
  readonly language: string;

  constructor(root: XmlElement | undefined) {
    for (const style of childrenOf(root, 'w:style')) {
      const id = valueOf(style, 'w:styleId');
      if (id !== undefined && !this.#styles.has(id)) this.#styles.set(id, style);
    }
    const standard = [...this.#styles].find(
      ([, style]) =>
        valueOf(style, 'w:type') === 'paragraph' && /^(?:1|true|on)$/.test(valueOf(style, 'w:default') ?? ''),
    );
    this.#default = standard?.[0] ?? '';
    const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    const own = childOf(childOf(standard?.[1], 'w:rPr'), 'w:lang');
    this.language = valueOf(own) ?? valueOf(childOf(defaults, 'w:lang')) ?? '';
  }

  paragraph(id: string | undefined): ParagraphStyle {
    const key = id ?? this.#default;
    let found = this.#paragraphs.get(key);
    if (!found) this.#paragraphs.set(key, (found = this.#paragraphOf(key)));
    return found;
  }

  /** The look that a character style gives. */
  character(id: string | undefined): Look {
    if (id === undefined) return {};
    let found = this.#looks.get(id);
    if (!found) {
      const chain = this.#chainOf(id);
      const code = chain.some((style) => CODE_CHARACTER.test(nameOf(style)));
      const look = layered(...chain.toReversed().map((style) => lookOf(childOf(style, 'w:rPr'))));
      // the blue and underlined look of links says nothing that the link itself does not say
      const link = chain.some((style) => /^(?:followed)?hyperlink$/i.test(nameOf(style).replaceAll(' ', '')));
      found = { ...look, ...(code ? { code } : {}), ...(link ? { underline: undefined } : {}) };
      this.#looks.set(id, found);
    }
    return found;
  }

  #chainOf(id: string): XmlElement[] {
    const chain: XmlElement[] = [];
    let style = this.#styles.get(id);
    while (style && chain.length < LONGEST_CHAIN) {
      chain.push(style);
      style = this.#styles.get(valueOf(childOf(style, 'w:basedOn')) ?? '');
    }
    return chain;
  }

  #paragraphOf(id: string): ParagraphStyle {
    const chain = this.#chainOf(id);
    if (chain.length === 0) return headingByName(id, PLAIN);
    let result = PLAIN;
    // from the ground up, so that what stands nearer to the paragraph counts
    for (const style of chain.toReversed()) {
      const name = nameOf(style);
      const properties = childOf(style, 'w:pPr');
      const outline = numberOf(childOf(properties, 'w:outlineLvl'));
      if (outline !== undefined) result = { ...result, level: outline > 8 ? 0 : Math.min(6, outline + 1) };
      result = headingByName(name, result);
      const number = childOf(properties, 'w:numPr');
      if (number) {
        const list = valueOf(childOf(number, 'w:numId')) ?? result.list?.id ?? '';
        result = { ...result, list: { id: list, level: numberOf(childOf(number, 'w:ilvl')) ?? 0 } };
      }
      if (QUOTE.test(name)) result = { ...result, kind: 'quote' };
      else if (CODE.test(name)) result = { ...result, kind: 'code' };
      else if (/^list continue/i.test(name)) result = { ...result, kind: 'continued' };
    }
    return result;
  }
}

function headingByName(name: string, style: ParagraphStyle): ParagraphStyle {
  const level = /^(?:heading|überschrift|titre|заголовок|тақырып)\s*([1-9])\b/iu.exec(name)?.[1];
  if (level !== undefined) return { ...style, level: Math.min(6, Number(level)) };
  return /^title$/i.test(name) ? { ...style, kind: 'title', level: 1 } : style;
}

function nameOf(style: XmlElement): string {
  return valueOf(childOf(style, 'w:name')) ?? '';
}
