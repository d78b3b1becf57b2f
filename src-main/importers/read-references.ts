import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { CslItem } from '#domain/citation.ts';
import { UnreadableReference, cleanCsl } from './clean-csl.ts';
import { type BibtexEntry, splitBibtex } from './split-bibtex.ts';
import { type RisRecord, splitRis } from './split-ris.ts';

export { fromAddress, fromFootnote } from './reference-from-address.ts';

/** What could be read, in the order of the file, and what could not. `source` says which part of the file it was. */
export type ReadReferences = {
  readonly items: CslItem[];
  readonly failed: { readonly source: string; readonly error: { code: string; message: string } }[];
};

const MAX_FILE = 50_000_000;
const MAX_ENTRY = 1_000_000;

/** Reads CSL-JSON: one item, a list of items, or an object whose `items` is such a list. */
export function readCsl(text: string): ReadReferences {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return nothing('CSL-JSON', 'This file is not JSON, so it holds no CSL-JSON references.');
  }
  const list: unknown = (json as { items?: unknown } | null)?.items ?? json;
  const parts = Array.isArray(list) ? list : [list];
  if (parts.length === 0) return nothing('CSL-JSON', 'This CSL-JSON file holds no references.');
  return readEach(parts, (part, n) => [nameOfPart(part, n), () => cleanCsl(part)]);
}

/** Reads BibTeX and BibLaTeX, with `@string` names and crossed references. */
export function readBibtex(text: string): ReadReferences {
  if (text.length > MAX_FILE) return nothing('BibTeX', 'This BibTeX file is too large; please split it.');
  const all = splitBibtex(text.replace(/^\uFEFF/, ''));
  const entries = all.filter(({ kind }) => !['string', 'comment', 'preamble'].includes(kind));
  if (entries.length === 0) return nothing('BibTeX', 'This file holds no BibTeX entry.');
  const around: Surroundings = {
    names: new Map(
      all.filter(({ kind }) => kind === 'string').map((one) => [one.key.toLowerCase(), one.text]),
    ),
    entries: new Map(entries.toReversed().map((one) => [one.key, one])),
  };
  return readEach(entries, (entry, n) => [
    `@${entry.kind}{${entry.key || n + 1}}`,
    () => readBibtexEntry(entry, around),
  ]);
}

/** Reads RIS, as EndNote, Zotero and many library catalogues write it. */
export function readRis(text: string): ReadReferences {
  if (text.length > MAX_FILE) return nothing('RIS', 'This RIS file is too large; please split it.');
  const records = splitRis(text.replace(/^\uFEFF/, ''));
  if (records.length === 0)
    return nothing('RIS', 'This file holds no RIS record: no line begins with “TY  - ”.');
  return readEach(records, (record, n) => [`RIS record ${n + 1}`, () => readRisRecord(record)]);
}

const nothing = (source: string, message: string): ReadReferences => ({
  items: [],
  failed: [{ source, error: { code: 'unreadable', message } }],
});

function readEach<Part>(
  parts: readonly Part[],
  reading: (part: Part, n: number) => [source: string, read: () => CslItem],
): ReadReferences {
  const result: ReadReferences = { items: [], failed: [] };
  for (const [n, part] of parts.entries()) {
    const [source, read] = reading(part, n);
    try {
      result.items.push(read());
    } catch (error) {
      const message =
        error instanceof UnreadableReference
          ? error.message
          : 'This entry is not well-formed; please check its braces, quotes and commas.';
      result.failed.push({ source, error: { code: 'unreadable', message } });
    }
  }
  return result;
}

function nameOfPart(part: unknown, n: number): string {
  const { id, title } = (part ?? {}) as { id?: unknown; title?: unknown };
  const name = [id, title].find((one) => typeof one === 'string' && one !== '');
  return typeof name === 'string' ? name.slice(0, 200) : `item ${n + 1}`;
}

/** What an entry may lean on: names defined by `@string`, and entries it crosses to. */
type Surroundings = {
  readonly names: ReadonlyMap<string, string>;
  readonly entries: ReadonlyMap<string, BibtexEntry>;
};

function readBibtexEntry(entry: BibtexEntry, around: Surroundings): CslItem {
  if (entry.text.length > MAX_ENTRY)
    throw new UnreadableReference('This entry is too long to be a reference.');
  if (!entry.closed) {
    throw new UnreadableReference('This entry has no end: one of its braces or quotes is not closed.');
  }
  const family = [entry, ...parentsOf(entry, around.entries)];
  const texts = family.map((one) => (one.key === '' ? withKey(one.text) : one.text));
  const text = [...namesIn(texts.join('\n'), around.names), ...texts].join('\n');
  let item: Record<string, unknown> | undefined;
  try {
    item = firstOf(text);
  } catch {
    item = firstOf(mended(text));
  }
  if (!item) throw new UnreadableReference('This entry holds no reference.');
  return cleanCsl(item);
}

/** LaTeX's commands for signs that the reader does not know. */
const LETTER_OF: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  S: '§',
  P: '¶',
  dots: '…',
  ldots: '…',
  euro: '€',
  pounds: '£',
};
const LETTERS = /\\(aa|AA|S|P|l?dots|euro|pounds)(?![a-zA-Z])(?: |\{\})?/g;

/** A named type, so that no text is ever taken for an address and fetched. */
function firstOf(bibtex: string): Record<string, unknown> | undefined {
  const text = bibtex.replace(LETTERS, (_, command: string) => LETTER_OF[command]!);
  return plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false })[0];
}

/** What the reader refuses and people still write: doubled commas, accents over nothing, a part of an unsigned book. */
function mended(bibtex: string): string {
  return bibtex
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/\{\\([a-z])\}/gi, '$1')
    .replace(/^(\s*@\s*)inbook(?=\s*[{(])/gim, '$1incollection')
    .replace(/^(\s*@\s*)book(?=\s*[{(])/gim, '$1collection');
}

const withKey = (text: string) => text.replace(/^(@\s*\w+\s*[{(])\s*,?/, '$1unnamed,');

function parentsOf(entry: BibtexEntry, entries: ReadonlyMap<string, BibtexEntry>): BibtexEntry[] {
  const parents: BibtexEntry[] = [];
  for (let child: BibtexEntry | undefined = entry; child && parents.length < 5;) {
    const key: string | undefined = /[\s,]crossref\s*=\s*["{]\s*([^"{},]+?)\s*["}]/i.exec(child.text)?.[1];
    const parent: BibtexEntry | undefined = key === undefined ? undefined : entries.get(key);
    child = parent?.closed && parent !== entry && !parents.includes(parent) ? parent : undefined;
    if (child) parents.push(child);
  }
  return parents;
}

/** The `@string` definitions that a text uses, each after those it uses itself. */
function namesIn(text: string, names: ReadonlyMap<string, string>, seen = new Set<string>()): string[] {
  if (names.size === 0) return [];
  return (text.match(/[a-z_][\w:+-]*/gi) ?? []).flatMap((word) => {
    const name = word.toLowerCase();
    const definition = names.get(name);
    if (definition === undefined || seen.has(name)) return [];
    seen.add(name);
    return [...namesIn(definition, names, seen), definition];
  });
}

function readRisRecord(record: RisRecord): CslItem {
  const length = Object.values(record).reduce((sum, value) => sum + value.length, 0);
  if (length > MAX_ENTRY) throw new UnreadableReference('This record is too long to be a reference.');
  const [item] = plugins.input.chain(record, { forceType: '@ris/record', generateGraph: false });
  if (!item) throw new UnreadableReference('This record holds no reference.');
  return cleanCsl({ ...item, ...missedInRis(item, record) });
}

/** What the reader overlooks: the authors of newspaper articles, older tags beside newer ones, whole dates. */
function missedInRis(item: Record<string, unknown>, record: RisRecord): Record<string, unknown> {
  const first = (...tags: string[]) => tags.map((tag) => record[tag]).find((value) => value !== undefined);
  const names = [first('AU', 'A1') ?? []].flat().map((name) => {
    const [family = '', given = ''] = name.split(/,\s*/);
    return given === '' ? { literal: family } : { family, given };
  });
  const people = item['author'] ?? item['editor'] ?? item['director'] ?? item['composer'];
  const date = [first('DA', 'Y1', 'PY') ?? []].flat()[0] ?? '';
  const [, year, month, day] = /^(\d{4})(?:\/(\d\d?)(?:\/(\d\d?))?)?(?:\/|$)/.exec(date) ?? [];
  return {
    ...(people === undefined && names.length > 0 ? { author: names } : {}),
    ...(item['title'] === undefined ? { title: [first('TI', 'T1', 'CT', 'BT') ?? []].flat()[0] } : {}),
    ...(year && (month || !item['issued']) ? { issued: { 'date-parts': [[year, month, day]] } } : {}),
  };
}
