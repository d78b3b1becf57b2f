import type { Csl } from '#contract/nouns.ts';
import { dayOfCsl } from '#domain/citation.ts';
import { isSafeAddress } from '#domain/document.ts';

/** The fields of a reference as a person edits them. */
export type CslFields = {
  readonly type: string;
  readonly title: string;
  /** `Family, Given`, one a line. */
  readonly authors: string;
  readonly container: string;
  readonly publisher: string;
  readonly issued: string;
  readonly url: string;
  readonly accessed: string;
  readonly doi: string;
  readonly language: string;
  readonly note: string;
};

export const NO_FIELDS: CslFields = {
  type: 'webpage',
  title: '',
  authors: '',
  container: '',
  publisher: '',
  issued: '',
  url: '',
  accessed: '',
  doi: '',
  language: '',
  note: '',
};

/** The types that the form offers by name; any other type of a reference stays as it is. */
export const OFFERED_TYPES = [
  'webpage',
  'article-newspaper',
  'article-magazine',
  'article-journal',
  'report',
  'dataset',
  'interview',
  'book',
  'chapter',
  'document',
  'legislation',
  'legal_case',
  'hearing',
  'speech',
  'broadcast',
  'motion_picture',
  'graphic',
  'map',
  'post',
  'post-weblog',
  'personal_communication',
  'entry-encyclopedia',
  'thesis',
] as const;

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

type Name = { readonly [part: string]: unknown };

function lineOf(name: Name): string {
  const family = [textOf(name['non-dropping-particle']), textOf(name['family'])].filter(Boolean).join(' ');
  if (textOf(name['literal']) !== '' || family === '')
    return textOf(name['literal']) || textOf(name['given']);
  const given = [textOf(name['given']), textOf(name['dropping-particle'])].filter(Boolean).join(' ');
  return given === '' ? `${family},` : `${family}, ${given}`;
}

function namesFrom(lines: string, before: readonly Name[]): Name[] {
  const known = new Map(before.map((name) => [lineOf(name), name]));
  return lines
    .split(/[;\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const same = known.get(line);
      if (same) return same;
      const [family, ...given] = line.split(',').map((part) => part.trim());
      if (!line.includes(',')) return { literal: line };
      return given.join(', ') === '' ? { family } : { family, given: given.join(', ') };
    });
}

/** What a date says in the form: as far as it is known, else its own words. */
const dateText = (date: unknown): string =>
  dayOfCsl(date) || textOf((date as { literal?: unknown } | undefined)?.literal);

export function fieldsOf(csl: Csl): CslFields {
  const names = csl['author'];
  return {
    type: csl.type,
    title: csl.title ?? '',
    authors: Array.isArray(names) ? names.map((name: Name) => lineOf(name)).join('\n') : '',
    container: textOf(csl['container-title']),
    publisher: textOf(csl['publisher']),
    issued: dateText(csl['issued']),
    url: csl.URL ?? '',
    accessed: dateText(csl['accessed']),
    doi: textOf(csl['DOI']),
    language: textOf(csl['language']),
    note: textOf(csl['note']),
  };
}

/** The item with what the person changed; what the form does not show stays as it was. */
export function withFields(csl: Csl, fields: CslFields): Csl {
  const before = fieldsOf(csl);
  const changed: Record<string, unknown> = { ...csl, type: fields.type };
  const set = (name: string, value: unknown) => {
    if (value === undefined || value === '') delete changed[name];
    else changed[name] = value;
  };
  const put = (name: string, field: keyof CslFields, value: unknown = fields[field].trim()) => {
    if (fields[field] !== before[field]) set(name, value);
  };
  const old = csl['author'];
  const names = namesFrom(fields.authors, Array.isArray(old) ? (old as Name[]) : []);
  put('title', 'title');
  put('author', 'authors', names.length > 0 ? names : undefined);
  put('container-title', 'container');
  put('publisher', 'publisher');
  put('issued', 'issued', dateFrom(fields.issued));
  put('URL', 'url');
  put('accessed', 'accessed', dateFrom(fields.accessed));
  put('DOI', 'doi');
  put('language', 'language');
  put('note', 'note');
  return changed as Csl;
}

function dateFrom(day: string): { 'date-parts': number[][] } | undefined {
  const text = day.trim();
  return text === '' ? undefined : { 'date-parts': [text.split('-').map(Number)] };
}

/** A line of text that can only be meant as an address, completed; else undefined. */
export function addressFrom(text: string): string | undefined {
  const line = text.trim();
  if (/\s/.test(line) || line === '') return undefined;
  if (isSafeAddress(line)) return line;
  return /^(www\.)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(\/\S*)?$/u.test(line) ? line : undefined;
}
