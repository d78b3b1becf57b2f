import {
  CSL_DATE_FIELDS,
  CSL_NAME_FIELDS,
  CSL_TYPES,
  type CslDate,
  type CslItem,
  type CslName,
} from '#domain/citation.ts';

/** A reference that cannot be read, with the sentence people are shown. */
export class UnreadableReference extends Error {
  override readonly name = 'UnreadableReference';
  readonly code = 'unreadable';
}

const NAMES: readonly string[] = CSL_NAME_FIELDS;
const DATES: readonly string[] = CSL_DATE_FIELDS;
/** Parts of no use outside the program that wrote them, or that Assay gives itself. */
const LEFT_OUT = new Set(['id', '_graph', 'citation-number', 'citation-label', '__proto__']);
const MAX_FIELD = 20_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One line of well-formed text: no control characters, no lone surrogates, no blanks around it. */
function tidy(value: string): string {
  return value
    .slice(0, MAX_FIELD)
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

/**
 * Reads JSON from outside as a CSL item: known fields get their proper form, unknown ones are kept where they are
 * plain words or numbers, an address that is no web, file-transfer or mail address is left out.
 * @throws UnreadableReference where nothing would be left to name the source by.
 */
export function cleanCsl(json: unknown): CslItem {
  if (!isObject(json)) throw new UnreadableReference('This is not a description of a source.');
  const fields: [string, unknown][] = [];
  for (const [field, value] of Object.entries(json)) {
    const clean = LEFT_OUT.has(field) || field === 'type' ? undefined : cleanField(field, value);
    if (clean !== undefined) fields.push([field, clean]);
  }
  const item: CslItem = { type: cleanType(json['type']), ...Object.fromEntries(fields) };
  if (!item.title && !item.URL && !item['DOI'] && !item['author'] && !item['container-title']) {
    throw new UnreadableReference('This source has no title, no author and no address.');
  }
  return item;
}

function cleanField(field: string, value: unknown): unknown {
  if (NAMES.includes(field)) return cleanNames(value);
  if (DATES.includes(field)) return cleanDate(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return cleanField(field, value.join('; '));
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const text = tidy(value);
  if (text === '') return undefined;
  return field === 'URL' && !isAddress(text) ? undefined : text;
}

function isAddress(text: string): boolean {
  return /^(https?|ftp|mailto):/i.test(text) || !/^[a-z][a-z\d+.-]*:(?!\d+(\/|$))/i.test(text);
}

function cleanType(type: unknown): string {
  const named = typeof type === 'string' ? type.trim().toLowerCase() : '';
  return CSL_TYPES.find((one) => one === named || one.replace('_', '-') === named) ?? 'document';
}

function cleanNames(value: unknown): CslName[] | undefined {
  const names = (Array.isArray(value) ? value : [value]).flatMap((one): CslName[] => {
    if (typeof one === 'string') return tidy(one) ? [{ literal: tidy(one) }] : [];
    if (!isObject(one)) return [];
    const parts = Object.entries(one).flatMap(([part, text]) =>
      typeof text === 'string' && tidy(text) !== '' && part !== '__proto__' ? [[part, tidy(text)]] : [],
    );
    const name = Object.fromEntries(parts) as CslName;
    return name['family'] || name['given'] || name['literal'] ? [name] : [];
  });
  return names.length > 0 ? names : undefined;
}

function cleanDate(value: unknown): CslDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return dateFromText(tidy(String(value)));
  if (!isObject(value)) return undefined;
  const given: unknown = value['date-parts'];
  const parts = (Array.isArray(given) ? given : []).slice(0, 2).map(cleanDateParts);
  if (parts.length > 0 && parts[0]!.length > 0) {
    const { season, circa } = value;
    return {
      'date-parts': parts.filter((one) => one.length > 0),
      ...(typeof season === 'number' || typeof season === 'string' ? { season } : {}),
      ...(circa ? { circa: true } : {}),
    };
  }
  const words = value['raw'] ?? value['literal'];
  return typeof words === 'string' ? dateFromText(tidy(words)) : undefined;
}

function cleanDateParts(parts: unknown): number[] {
  const numbers = (Array.isArray(parts) ? parts : [parts]).map((one) =>
    typeof one === 'number' || (typeof one === 'string' && /^-?\d+$/.test(one)) ? Number(one) : Number.NaN,
  );
  const end = numbers.findIndex((one) => !Number.isSafeInteger(one) || one === 0);
  return numbers.slice(0, Math.min(3, end < 0 ? 3 : end));
}

function dateFromText(text: string): CslDate | undefined {
  if (text === '') return undefined;
  const spans = text.split('/').map((one) => /^(\d{4})(?:-(\d\d?)(?:-(\d\d?)(?:T.*)?)?)?$/.exec(one.trim()));
  if (spans.length > 2 || spans.some((one) => one === null)) return { literal: text };
  return { 'date-parts': spans.map((one) => one!.slice(1).filter(Boolean).map(Number)) };
}
