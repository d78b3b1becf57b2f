/** XML that is well-formed by how it was made: only `element` makes it, and every text in it is escaped. */
export class Xml {
  readonly #text: string;

  constructor(made: typeof MAKER, text: string) {
    if (made !== MAKER) throw new TypeError('XML is made by element(…) alone.');
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const MAKER = Symbol('maker');

export type Attributes = Readonly<Record<string, string | number | undefined>>;
export type Child = Xml | string | readonly Child[];

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

const escaped = (text: string) => text.toWellFormed().replace(/[&<>"\n]/g, (sign) => SIGNS[sign]!);

/** Attributes that are undefined are left out; texts must hold no control characters (see `printable`). */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Xml {
  let text = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) text += ` ${key}="${escaped(String(value))}"`;
  }
  const inside = joined(children);
  return new Xml(MAKER, inside === '' ? `${text}/>` : `${text}>${inside}</${name}>`);
}

function joined(children: readonly Child[]): string {
  let text = '';
  for (const child of children) {
    if (typeof child === 'string') text += escaped(child);
    else if (child instanceof Xml) text += child.toString();
    else text += joined(child);
  }
  return text;
}

/** A whole file. */
export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.toString()}\n`;
}
