import { DEEPEST, NotFields, ValueReader, type Fields, type FieldValue } from './field-values.ts';

/**
 * The fields of a YAML text as people write it over an article: nested maps and lists, quoted, folded and literal
 * words, lists and maps in brackets, comments. Tags, anchors and several documents are none; null where a line is
 * none of this.
 */
export function yamlFields(block: string): Fields | null {
  try {
    return new YamlReader(block).read();
  } catch (error) {
    if (error instanceof NotFields) return null;
    throw error;
  }
}

/** A key of one to four words; prose with a colon in it is longer, or goes on without one. */
const KEY =
  /^("[^"\n]{1,80}"|'[^'\n]{1,80}'|[\p{L}_$@][\p{L}\p{N}_$@.-]*(?: [\p{L}\p{N}_.-]+){0,3})[ \t]*:(?:[ \t]+(.*))?$/u;

class YamlReader {
  readonly #lines: string[];
  #at = 0;

  constructor(block: string) {
    this.#lines = block.replace(/\n$/, '').split('\n');
  }

  read(): Fields {
    this.#skip();
    if (this.#at >= this.#lines.length) return new Map();
    const fields = this.#map(0, 0);
    if (this.#at < this.#lines.length) throw new NotFields();
    return fields;
  }

  /** Moves over empty lines and comments. */
  #skip(): void {
    while (this.#at < this.#lines.length && /^\s*(?:#.*)?$/.test(this.#lines[this.#at]!)) this.#at++;
  }

  /** How far the next line is set in; -1 at the end. */
  #indent(): number {
    const line = this.#lines[this.#at];
    return line === undefined ? -1 : /^[ ]*/.exec(line)![0].length;
  }

  #map(indent: number, depth: number): Fields {
    if (depth > DEEPEST) throw new NotFields();
    const fields = new Map<string, FieldValue>();
    for (this.#skip(); this.#indent() === indent; this.#skip()) {
      const match = KEY.exec(this.#lines[this.#at]!.slice(indent));
      if (!match) break;
      const key = match[1]!.replace(/^(["'])(.*)\1$/, '$2');
      this.#at++;
      fields.set(key, this.#value(match[2] ?? '', indent, depth + 1, true));
    }
    if (fields.size === 0 || this.#indent() > indent) throw new NotFields();
    return fields;
  }

  #list(indent: number, depth: number): FieldValue {
    if (depth > DEEPEST) throw new NotFields();
    const items: FieldValue[] = [];
    for (this.#skip(); this.#indent() === indent; this.#skip()) {
      const line = this.#lines[this.#at]!;
      const mark = /^ *-(?:[ \t]+|$)/.exec(line)?.[0];
      if (mark === undefined) break;
      const rest = line.slice(mark.length);
      if (KEY.test(rest)) {
        // the first line of a map stands beside the sign
        this.#lines[this.#at] = ' '.repeat(mark.length) + rest;
        items.push(this.#map(mark.length, depth + 1));
      } else {
        this.#at++;
        items.push(this.#value(rest, indent, depth + 1, false));
      }
    }
    return items;
  }

  /** @param mapped whether the value belongs to a key: then its list may stand as far left as the key */
  #value(given: string, indent: number, depth: number, mapped: boolean): FieldValue {
    const rest = given.trim();
    if (/^[|>][+-]?\d?[+-]?(?:\s+#.*)?$/.test(rest)) return this.#deeper(indent).join('\n');
    if (/^["'[{]/.test(rest)) return this.#flow(rest, indent);
    const plain = rest.replace(/(?:^|\s+)#.*$/, '');
    if (plain !== '') return [plain, ...this.#deeper(indent)].join(' ').replaceAll(/\s+/g, ' ').trim();
    this.#skip();
    const next = this.#indent();
    const listed = /^ *-(?:\s|$)/.test(this.#lines[this.#at] ?? '');
    if (next > indent || (mapped && listed && next === indent)) {
      if (listed) return this.#list(next, depth);
      if (KEY.test((this.#lines[this.#at] ?? '').trim())) return this.#map(next, depth);
      return this.#value(this.#lines[this.#at++]!, indent, depth, false);
    }
    return '';
  }

  /** The lines that are set in more than this, and the empty ones between them. */
  #deeper(indent: number): string[] {
    const lines: string[] = [];
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at]!;
      if (line.trim() !== '' && this.#indent() <= indent) break;
      lines.push(line.trim());
      this.#at++;
    }
    return lines;
  }

  /** Quotes and brackets, which may go on over several lines; words where they do not end, or something follows. */
  #flow(first: string, indent: number): FieldValue {
    const text = [first, ...this.#deeper(indent)].join(' ');
    const reader = new ValueReader(text, false);
    try {
      const value = reader.value(/$/);
      reader.blanks(true);
      if (reader.ended) return value;
    } catch (error) {
      if (!(error instanceof NotFields)) throw error;
    }
    return text.trim();
  }
}
