import { oneLine } from './clean-text.ts';
import { dayIn } from './dates.ts';
import { fieldFrom, fieldOf, isTable, type Fields, type FieldValue } from './field-values.ts';
import type { PageFacts } from './html-metadata.ts';
import { safeLink } from './html-tree.ts';

/** What stands above a text about it, and where the text itself begins. */
type Head = { readonly fields: Fields; readonly length: number };

/** More than any head of an article has. */
const LONGEST = 50_000;
/** Site generators keep what is no setting of theirs in tables of these names. */
const OWN_TABLES = ['params', 'extra', 'taxonomies'];

/**
 * Takes the head off a Markdown text: YAML between `---`, TOML between `+++`, a JSON object, the `Key: value` lines of
 * MultiMarkdown or the `%` lines of pandoc. What is none of these to the last line is text, and stays.
 */
export async function frontMatter(source: string): Promise<{ facts: PageFacts; body: string }> {
  const head = await headOf(source);
  return {
    facts: factsOf(head?.fields ?? new Map<string, FieldValue>()),
    body: head ? source.slice(head.length) : source,
  };
}

type FieldReader = (block: string) => Promise<Fields | null> | Fields | null;

async function headOf(source: string): Promise<Head | null> {
  const start = source.slice(0, LONGEST);
  const fenced = async (pattern: RegExp, read: FieldReader): Promise<Head | null> => {
    const match = pattern.exec(start);
    const fields = match ? await read(match[1] ?? '') : null;
    return fields ? { fields, length: match![0].length } : null;
  };
  switch (start[0]) {
    case '-':
      return fenced(/^---[ \t]*\n([^]*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)/, yaml);
    case '+':
      return fenced(/^\+\+\+[ \t]*\n([^]*?\n)??\+\+\+[ \t]*(?:\n|$)/, toml);
    case '{':
      return fenced(/^(\{[ \t]*\n[^]*?\n\})[ \t]*(?:\n|$)/, jsonFields);
    case '%':
      return titleBlock(start);
    default:
      return fenced(/^((?:title|author|date)[ \t]*:[ \t]*\S[^]*?)\n[ \t]*(?:\n|$)/i, (block) =>
        keyLines(`${block}\n`),
      );
  }
}

// loaded for the texts that have such a head
const yaml = async (block: string) => (await import('./yaml-fields.ts')).yamlFields(block);
const toml = async (block: string) => (await import('./toml-fields.ts')).tomlFields(block);

/** At least two lines of `Key: value`: a single one may be how a text begins. */
async function keyLines(block: string): Promise<Fields | null> {
  const fields = await yaml(block);
  return fields !== null && fields.size > 1 && fieldOf(fields, 'title') !== undefined ? fields : null;
}

function jsonFields(block: string): Fields | null {
  try {
    const fields = fieldFrom(JSON.parse(block));
    return isTable(fields) ? fields : null;
  } catch {
    return null;
  }
}

/** `% title`, `% authors`, `% date`; a part goes on in lines that begin with a blank. */
function titleBlock(start: string): Head | null {
  const match = /^(?:%[ \t]*[^\n]*(?:\n|$)(?:[ \t]+\S[^\n]*(?:\n|$))*){1,3}/.exec(start);
  if (!match) return null;
  const parts = match[0].split(/^%/m).slice(1);
  const [title = '', authors = '', date = ''] = parts.map((part) => part.trim());
  return {
    fields: new Map<string, FieldValue>([
      ['title', title],
      ['author', authors.split(/[;\n]/)],
      ['date', date],
    ]),
    length: match[0].length,
  };
}

function factsOf(fields: Fields): PageFacts {
  const tables = [fields, ...OWN_TABLES.map((name) => fieldOf(fields, name))];
  const all = (...keys: string[]): string[] =>
    keys.flatMap((key) => tables.flatMap((table) => (isTable(table) ? said(fieldOf(table, key)) : [])));
  const first = (...keys: string[]) => oneLine(all(...keys)[0] ?? '');
  const people = ['author', 'authors', 'by', 'byline', 'creator']
    .map((key) => [...new Set(all(key))])
    .find((names) => names.length > 0);
  const addresses = ['url', 'link', 'source', 'address', 'canonical', 'canonicalurl', 'canonical_url'];
  return {
    title: first('title', 'headline'),
    author: oneLine((people ?? []).join(', ')),
    publisher: first('publisher', 'publication', 'site', 'website'),
    address:
      all(...addresses, 'source_url', 'original_url', 'permalink')
        .map((value) => safeLink(value.replace(/^<(.*)>$/, '$1'), ''))
        .find((link) => /^https?:/.test(link)) ?? '',
    published: dayIn(first('date', 'published', 'publishdate', 'pubdate', 'created')),
    language: first('lang', 'language', 'locale'),
    captured: '',
  };
}

/** The words of a value: of a person in parts the name, of a list each of its items. */
function said(value: FieldValue | undefined): string[] {
  if (value === undefined) return [];
  // notebooks write `[[name]]` for a page of their own
  if (typeof value === 'string') return [value.trim().replace(/^\[\[(.*)\]\]$/, '$1')].filter(Boolean);
  if (!isTable(value)) return value.flatMap(said);
  const part = (...keys: string[]) => keys.flatMap((key) => said(fieldOf(value, key)))[0] ?? '';
  const name =
    part('name', 'literal', 'full', 'title') ||
    `${part('given', 'firstname')} ${part('family', 'lastname')}`.trim();
  // `Ada Lind: {institute: …}` has the name as its key
  return name !== '' ? [name] : [...value.keys()].slice(0, 1);
}
