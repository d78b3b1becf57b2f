import type { Mark } from '#domain/document.ts';
import { childOf, childrenOf, type XmlElement } from '../xml.ts';

/** The looks of a text that Assay keeps; what is not named is as it was. */
type Look = Readonly<Record<string, boolean>>;

export type OdtParagraph = {
  readonly kind: 'plain' | 'title' | 'quote' | 'code';
  readonly hidden: boolean;
};
export type OdtListLevel = {
  readonly ordered: boolean;
  readonly type: string | null;
  readonly start: number;
};

const LONGEST_CHAIN = 30;
const LOOKS = ['bold', 'italic', 'underline', 'strike', 'subscript', 'superscript', 'code'] as const;
const CODE = /^(?:source[ _]?text|source20text|teletype|code|inline ?code|verbatim)/i;

/** The styles of an OpenDocument text: those of the file, and those that only carry direct formatting. */
export class OdtStyles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #lists = new Map<string, XmlElement>();
  readonly #looks = new Map<string, Look>();
  /** What the file says that its words are written in, or ''. */
  readonly language: string;

  constructor(roots: readonly (XmlElement | undefined)[]) {
    let language = '';
    for (const root of roots)
      for (const group of ['office:styles', 'office:automatic-styles'])
        for (const style of childOf(root, group)?.children ?? []) {
          if (typeof style === 'string') continue;
          const name = style.attributes.get('style:name') ?? '';
          if (style.name === 'style:style')
            this.#styles.set(`${style.attributes.get('style:family') ?? ''} ${name}`, style);
          else if (style.name === 'text:list-style') this.#lists.set(name, style);
          else if (
            style.name === 'style:default-style' &&
            style.attributes.get('style:family') === 'paragraph'
          )
            language ||= childOf(style, 'style:text-properties')?.attributes.get('fo:language') ?? '';
        }
    this.language = /^(?:none|zxx)$/i.test(language) ? '' : language;
  }

  paragraph(name: string | undefined): OdtParagraph {
    const chain = this.#chainOf('paragraph', name);
    const names = [
      decoded(name ?? ''),
      ...chain.flatMap((style) =>
        ['style:name', 'style:parent-style-name'].map((key) => decoded(style.attributes.get(key) ?? '')),
      ),
    ];
    const is = (pattern: RegExp) => names.some((one) => pattern.test(one));
    return {
      kind: is(/^title$/i)
        ? 'title'
        : is(/^(?:quotations?|quote$|block ?(?:text|quot)|intense quote)/i)
          ? 'quote'
          : is(/^(?:preformatted text|source ?code|html preformatted|verbatim)/i)
            ? 'code'
            : 'plain',
      hidden: chain.some((style) => propertyOf(style, 'text:display') === 'none'),
    };
  }

  /** The look that a span of this style has, on top of what is around it. */
  look(name: string | undefined, around: Look): Look {
    if (name === undefined) return around;
    let own = this.#looks.get(name);
    if (!own) {
      const chain = this.#chainOf('text', name);
      own = {};
      for (const style of chain.toReversed()) own = { ...own, ...lookOf(style) };
      if (
        [name, ...chain.map((style) => style.attributes.get('style:name') ?? '')].some((one) =>
          CODE.test(decoded(one)),
        )
      )
        own = { ...own, code: true };
      this.#looks.set(name, own);
    }
    return { ...around, ...own };
  }

  level(list: string | undefined, depth: number): OdtListLevel {
    const style = this.#lists.get(list ?? '');
    for (const level of style?.children ?? []) {
      if (typeof level === 'string' || Number(level.attributes.get('text:level')) !== depth) continue;
      const format = level.attributes.get('style:num-format') ?? '';
      const ordered = level.name === 'text:list-level-style-number' && format !== '';
      const start = Number.parseInt(level.attributes.get('text:start-value') ?? '1', 10);
      return {
        ordered,
        type: /^[aAiI]$/.test(format) ? format : null,
        start: Number.isNaN(start) ? 1 : Math.max(0, start),
      };
    }
    return { ordered: false, type: null, start: 1 };
  }

  #chainOf(family: string, name: string | undefined): XmlElement[] {
    const chain: XmlElement[] = [];
    let style = this.#styles.get(`${family} ${name ?? ''}`);
    while (style && chain.length < LONGEST_CHAIN) {
      chain.push(style);
      style = this.#styles.get(`${family} ${style.attributes.get('style:parent-style-name') ?? ''}`);
    }
    return chain;
  }
}

/** `Preformatted_20_Text` as people see it. */
function decoded(name: string): string {
  return name.replaceAll(/_([0-9a-f]{2})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function propertyOf(style: XmlElement, name: string): string | undefined {
  return childrenOf(style, 'style:text-properties')
    .map((properties) => properties.attributes.get(name))
    .find((value) => value !== undefined);
}

function lookOf(style: XmlElement): Look {
  const look: Record<string, boolean> = {};
  const weight = propertyOf(style, 'fo:font-weight');
  if (weight !== undefined) look['bold'] = weight === 'bold' || Number(weight) >= 600;
  const slant = propertyOf(style, 'fo:font-style');
  if (slant !== undefined) look['italic'] = slant !== 'normal';
  const under = propertyOf(style, 'style:text-underline-style');
  if (under !== undefined) look['underline'] = under !== 'none';
  const through =
    propertyOf(style, 'style:text-line-through-style') ?? propertyOf(style, 'style:text-line-through-type');
  if (through !== undefined) look['strike'] = through !== 'none';
  const position = propertyOf(style, 'style:text-position');
  if (position !== undefined) {
    const rise = position.startsWith('super')
      ? 1
      : position.startsWith('sub')
        ? -1
        : Number.parseFloat(position);
    look['superscript'] = rise > 0;
    look['subscript'] = rise < 0;
  }
  if (propertyOf(style, 'text:display') === 'none') look['hidden'] = true;
  return look;
}

export function marksOf(look: Look): Mark[] {
  return LOOKS.filter((type) => look[type]).map((type) => ({ type }));
}
