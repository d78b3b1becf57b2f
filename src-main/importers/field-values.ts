/** A value in the head of a text; keys as they are written. */
export type FieldValue = string | readonly FieldValue[] | ReadonlyMap<string, FieldValue>;
export type Fields = ReadonlyMap<string, FieldValue>;

export const isTable = (value: FieldValue | undefined): value is Fields => value instanceof Map;

/** The value of a key, whatever the case it is written in. */
export function fieldOf(fields: Fields, key: string): FieldValue | undefined {
  for (const [known, value] of fields) if (known.toLowerCase() === key) return value;
  return undefined;
}

/** Thrown where what looked like the head of a text is none. */
export class NotFields extends Error {}

/** Deeper than any head of an article. */
export const DEEPEST = 20;

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\n',
  e: '',
  a: '',
  0: '',
  N: '\n',
  _: '\u00A0',
};

/** Reads quoted words, lists in brackets and tables in braces, which YAML and TOML write nearly alike. */
export class ValueReader {
  readonly #text: string;
  readonly #toml: boolean;
  at: number;

  /** @param toml whether `=` stands between a key and its value, and `'` knows no escapes */
  constructor(text: string, toml: boolean, at = 0) {
    this.#text = text;
    this.#toml = toml;
    this.at = at;
  }

  get ended(): boolean {
    return this.at >= this.#text.length;
  }

  get next(): string {
    return this.#text[this.at] ?? '';
  }

  /** Moves over a sign if it comes next. */
  took(sign: string): boolean {
    if (!this.#text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  /** Moves over blanks and comments; over the ends of lines too where they mean nothing. */
  blanks(lines: boolean): void {
    const pattern = lines ? /(?:\s|(?<![^\s,[{])#[^\n]*)*/y : /[ \t]*(?:(?<!\S)#[^\n]*)?/y;
    pattern.lastIndex = this.at;
    this.at += pattern.exec(this.#text)![0].length;
  }

  /** @throws NotFields where the value is not whole */
  value(ends: RegExp, depth = 0): FieldValue {
    if (depth > DEEPEST) throw new NotFields();
    if (this.next === '"' || this.next === "'") return this.quoted();
    if (this.took('[')) return this.#list(depth);
    if (this.took('{')) return this.#table(depth);
    return this.bare(ends);
  }

  bare(ends: RegExp): string {
    const rest = this.#text.slice(this.at);
    const length = ends.exec(rest)?.index ?? rest.length;
    this.at += length;
    return rest.slice(0, length).trim();
  }

  quoted(): string {
    const sign = this.next;
    const triple = this.#toml && this.#text.startsWith(sign.repeat(3), this.at);
    const mark = triple ? sign.repeat(3) : sign;
    this.at += mark.length;
    let words = '';
    while (!this.took(mark)) {
      if (this.ended || (this.#toml && !triple && this.next === '\n')) throw new NotFields();
      if (sign === '"' && this.took('\\')) words += this.#escaped();
      else words += this.#text[this.at++]!;
      // YAML doubles the sign that it does not mean as the end
      if (!this.#toml && sign === "'" && this.#text.startsWith("''", this.at)) {
        words += "'";
        this.at += 2;
      }
    }
    return words;
  }

  #escaped(): string {
    const sign = this.#text[this.at++] ?? '';
    const digits = { x: 2, u: 4, U: 8 }[sign] ?? 0;
    if (digits === 0) return /\s/.test(sign) ? '' : (ESCAPES[sign] ?? sign);
    const hex = this.#text.slice(this.at, this.at + digits);
    const point = /^[\da-f]+$/i.test(hex) ? Number.parseInt(hex, 16) : -1;
    if (hex.length < digits || point < 0 || point > 0x10ffff) throw new NotFields();
    this.at += digits;
    return String.fromCodePoint(point);
  }

  #list(depth: number): FieldValue {
    const items: FieldValue[] = [];
    for (;;) {
      this.blanks(true);
      if (this.took(']')) return items;
      items.push(this.value(/[,\]]|\s#/, depth + 1));
      this.#comma(']');
    }
  }

  #table(depth: number): FieldValue {
    const fields = new Map<string, FieldValue>();
    for (;;) {
      this.blanks(true);
      if (this.took('}')) return fields;
      let key = this.key();
      while (this.#toml && this.took('.')) key = `${key}.${this.key()}`;
      this.blanks(true);
      if (!this.took(this.#toml ? '=' : ':')) throw new NotFields();
      this.blanks(true);
      fields.set(key, this.value(/[,}]|\s#/, depth + 1));
      this.#comma('}');
    }
  }

  key(): string {
    const quoted = this.next === '"' || this.next === "'";
    const key = quoted ? this.quoted() : this.bare(this.#toml ? /[^\w-]/ : /[:,}\n]/);
    if (key === '') throw new NotFields();
    return key;
  }

  #comma(end: string): void {
    this.blanks(true);
    if (!this.took(',') && this.next !== end) throw new NotFields();
  }
}
