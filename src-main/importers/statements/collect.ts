import { identityOf, uuidIn } from '#domain/identity.ts';
import type {
  StatedArticle,
  StatedColumns,
  StatedKept,
  StatedLine,
  StatedNote,
  StatedPlace,
  StatedRow,
  StatementFormat,
  Statements,
} from '#domain/statements.ts';
import type { Value } from '#domain/act.ts';
import type { ReceivedSubject } from '#domain/words.ts';

type Values = Readonly<Record<string, Value | undefined>>;

/** Gathers what a file states; every string that goes through it can be kept by the project. */
export class Collected {
  readonly rows: StatedRow[] = [];
  readonly places: StatedPlace[] = [];
  readonly tags: { claim: string; names: string[] }[] = [];
  readonly notes: StatedNote[] = [];
  readonly articles: StatedArticle[] = [];
  readonly kept: StatedKept[] = [];
  readonly files: Uint8Array[] = [];
  readonly scales: { id: string; name: string; ratings: string }[] = [];
  readonly lines: StatedLine[] = [];
  readonly format: StatementFormat;
  private readonly people = new Map<string, string>();
  private readonly sources = new Map<string, string>();
  private readonly seen = new Map<string, number>();

  constructor(format: StatementFormat) {
    this.format = format;
  }

  row(table: StatedRow['table'], id: string, claim: string, values: Values, defaults: Values = {}): void {
    this.rows.push({ table, id, claim, values: said(values), defaults: said(defaults) });
  }

  skip(item: string, message: string): void {
    this.lines.push({ item: short(item), outcome: 'skipped', message });
  }

  note(item: string, message: string): void {
    this.lines.push({ item: short(item), outcome: 'noted', message });
  }

  keep(kind: ReceivedSubject, subject: string, key: string, data: unknown, file: number | null = null): void {
    this.kept.push({
      // of a whole project there are several: its description and each of its files
      id: identityOf('received', this.format, kind, subject, ...(kind === 'project' ? [key] : [])),
      kind,
      subject,
      key: plainText(key).slice(0, 8_000),
      data: data === undefined ? null : JSON.stringify(data).toWellFormed().replaceAll('\\u0000', ''),
      file,
    });
  }

  tag(claim: string, names: readonly string[]): void {
    const clean = [...new Set(names.map((name) => plainText(name).trim().slice(0, 500)))].filter(
      (name) => name !== '',
    );
    if (clean.length > 0) this.tags.push({ claim, names: clean });
  }

  /** The person of a name, stated once. @param given an id that Assay wrote */
  person(name: string, given?: unknown): string {
    const clean = plainText(name).replaceAll(/\s+/g, ' ').trim().slice(0, 500);
    const key = uuidIn(given) ?? clean;
    const known = this.people.get(key);
    if (known !== undefined) return known;
    const id = uuidIn(given) ?? identityOf('person', clean);
    this.people.set(key, id);
    this.row('person', id, '', { present: 1, ...(clean === '' ? {} : { name: clean }) });
    return id;
  }

  /** The reference of an address, stated once. */
  reference(csl: Readonly<Record<string, unknown>>, given?: unknown): string {
    const address = typeof csl['URL'] === 'string' ? csl['URL'] : JSON.stringify(csl);
    const key = uuidIn(given) ?? address;
    const known = this.sources.get(key);
    if (known !== undefined) return known;
    const id = uuidIn(given) ?? identityOf('reference', address);
    this.sources.set(key, id);
    this.row(
      'reference',
      id,
      '',
      { present: 1, csl: JSON.stringify(csl).toWellFormed() },
      { kind: 'unknown', origin: '' },
    );
    return id;
  }

  /** An identity made of a key; the second thing with the same key in one file is another one. */
  identity(kind: string, key: string): string {
    const whole = JSON.stringify([kind, key]);
    const count = (this.seen.get(whole) ?? 0) + 1;
    this.seen.set(whole, count);
    return count === 1
      ? identityOf(this.format, kind, key)
      : identityOf(this.format, kind, key, String(count));
  }

  done(columns: StatedColumns | null = null): Statements {
    const { format, rows, places, tags, notes, articles, kept, files, scales, lines } = this;
    return { format, rows, places, tags, notes, articles, kept, files, scales, lines, columns };
  }
}

function said(values: Values): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([column, value]) =>
      value === undefined ? [] : [[column, typeof value === 'string' ? plainText(value) : value]],
    ),
  );
}

/** Text as the project can keep it: no lone surrogates, and nothing that no text needs and no XML can hold. */
export function plainText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  return text.toWellFormed().replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/g, '');
}

export function short(text: string, length = 120): string {
  const line = plainText(text).replaceAll(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1).toWellFormed()}…` : line;
}

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a list: itself where it is one, alone where it is something, empty where it is nothing. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The text of a value: a string, a number, `@value`, or the first of a list or of several languages. '' for none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return plainText(value).trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.map(textOf).find((text) => text !== '') ?? '';
  if (isObject(value)) return textOf(value['@value'] ?? value['value'] ?? firstLanguage(value));
  return '';
}

const LANGUAGE = /^(?!id$|url$)[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;

/** `{"en": "…", "ru": "…"}` in its first language; '' for any other object. */
function firstLanguage(value: Json): string {
  const entries = Object.entries(value);
  const texts = entries.flatMap(([key, text]) =>
    LANGUAGE.test(key) && typeof text === 'string' ? [text] : [],
  );
  return texts.length === entries.length ? (texts[0] ?? '') : '';
}

/** A text that says something, or undefined: an empty field states nothing. */
export function some(text: string): string | undefined {
  return text === '' ? undefined : text;
}
