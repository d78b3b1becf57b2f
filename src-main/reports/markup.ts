/** HTML that is safe by how it was made: only `html` and `constant` can make it. */
export class Html {
  readonly #text: string;

  constructor(made: typeof MAKER, text: string) {
    if (made !== MAKER) throw new TypeError('HTML is made by html`…` alone.');
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

const MAKER = Symbol('maker');

export type HtmlValue = Html | string | number | readonly HtmlValue[] | null | undefined | false;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/**
 * Any text as HTML text or as the value of a quoted attribute. Invisible characters are kept; what HTML cannot hold
 * (other control characters, lone surrogates) becomes U+FFFD, so that the reader sees that something stood there.
 */
export function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"'\r]/g, (sign) => ESCAPES[sign]!)
    .replace(/[^\P{Cc}\t\n]/gu, '\uFFFD');
}

/** Text values are escaped, lists are joined, nothing (null, undefined, false) is left out. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(
    MAKER,
    flush(parts)
      .map((part, n) => part + (n < values.length ? shown(values[n]) : ''))
      .join(''),
  );
}

const flushed = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A template without the indentation that it has in our source. */
function flush(parts: TemplateStringsArray): readonly string[] {
  const known = flushed.get(parts);
  if (known) return known;
  const made = parts.map((part) => part.replace(/\n\s+/g, '\n'));
  flushed.set(parts, made);
  return made;
}

function shown(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  return value.map(shown).join('');
}

/** Text of our own that is HTML already, such as a style sheet. Never for anything that was read. */
export function constant(text: string): Html {
  return new Html(MAKER, text);
}

/** Words of a person inside our own line: what direction they run in does not touch their neighbours. */
export function isolate(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** A text of several lines, each on its own. */
export function lines(text: string): Html {
  return html`${text.split(/\r\n?|\n/).map((line, n) => [n > 0 && html`<br />`, line])}`;
}

/** The address as a browser may follow it, or undefined for all but http and https. */
export function followable(address: string): string | undefined {
  if (!/^\s*https?:\/\//i.test(address)) return undefined;
  return URL.parse(address)?.href;
}

/** An address as text, and as a link where following it is safe. */
export function addressLink(address: string): Html {
  const href = followable(address);
  const text = html`<bdi dir="ltr">${address}</bdi>`;
  return href === undefined ? text : html`<a href="${href}" rel="noopener noreferrer">${text}</a>`;
}
