import MarkdownIt from 'markdown-it';
import { oneLine } from './clean-text.ts';
import { dayIn } from './dates.ts';
import { safeLink } from './html-tree.ts';
import type { PageFacts } from './html-metadata.ts';

const engine = new MarkdownIt({ html: true });

/** Markdown as HTML, still untrusted, and what its front matter says. */
export function renderMarkdown(source: string): { html: string; facts: PageFacts } {
  const { facts, body } = frontMatter(source);
  return { html: engine.render(numberedNotes(citedDefinitions(body))), facts };
}

/** Reads the block of `key: value` lines between `---` at the top. Only plain values; YAML's other powers are not needed. */
function frontMatter(source: string): { facts: PageFacts; body: string } {
  const block = /^---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/s.exec(source);
  const values = new Map<string, string>();
  let key = '';
  for (const line of block?.[1]!.split('\n') ?? []) {
    const pair = /^([\p{L}_-]{1,40})\s*:\s*(.*)$/u.exec(line);
    const item = /^\s*-\s+(.+)$/.exec(line)?.[1];
    if (pair) {
      key = pair[1]!.toLowerCase();
      values.set(key, plainValue(pair[2]!));
    } else if (item !== undefined && key !== '')
      values.set(key, [values.get(key), plainValue(item)].filter(Boolean).join(', '));
  }
  const first = (...keys: string[]) => oneLine(keys.map((one) => values.get(one)).find(Boolean) ?? '');
  return {
    facts: {
      title: first('title', 'headline'),
      author: first('author', 'authors', 'by', 'byline'),
      publisher: first('publisher', 'publication', 'site', 'website'),
      address: safeLink(first('url', 'link', 'source', 'address', 'canonical'), '').replace(
        /^mailto:.*/i,
        '',
      ),
      published: dayIn(first('date', 'published', 'publishdate', 'created')),
      language: first('lang', 'language', 'locale'),
      captured: '',
    },
    body: block && values.size > 0 ? source.slice(block[0].length) : source,
  };
}

function plainValue(value: string): string {
  const list = /^\[(.*)\]$/.exec(value.trim())?.[1];
  if (list !== undefined) return list.split(',').map(plainValue).filter(Boolean).join(', ');
  return value.trim().replace(/^(["'])(.*)\1$/, '$2');
}

/**
 * Turns `[1]: https://…` into a note where the text cites it as a bare `[1]`: CommonMark would make that a link and let
 * the note vanish. What is used as in `[words][1]` stays a link.
 */
function citedDefinitions(source: string): string {
  if (!/^ {0,3}\[\d{1,4}\]:\s/m.test(source)) return source;
  const linked = new Set(Array.from(source.matchAll(/\]\[(\d{1,4})\]/g), ([, label]) => label));
  const defined = new Set(
    Array.from(source.matchAll(/^ {0,3}\[(\d{1,4})\]:\s/gm), ([, label]) => label).filter(
      (label) => !linked.has(label),
    ),
  );
  return source
    .replaceAll(/^ {0,3}\[(\d{1,4})\]:[ \t]+(.*)$/gm, (whole, label: string, rest: string) =>
      defined.has(label) ? `\n\\[${label}\\] ${rest}\n` : whole,
    )
    .replaceAll(/(?<![\]\\!])\[(\d{1,4})\](?![[(:])/g, (whole, label: string) =>
      defined.has(label) ? `\\[${label}\\]` : whole,
    );
}

/** Turns `[^a]` notes, which CommonMark does not know, into numbered ones: `[1]` in the text and `[1] …` at the end. */
function numberedNotes(source: string): string {
  if (!/^\[\^[^\]\s]{1,60}\]:/m.test(source)) return source;
  const definitions = new Map<string, string>();
  let fence = '';
  let open = '';
  const kept = source.split('\n').filter((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === '' ? mark : line.trim().startsWith(fence) ? '' : fence;
    const start = fence === '' ? /^\[\^([^\]\s]{1,60})\]:[ \t]*(.*)$/.exec(line) : null;
    if (start) {
      open = start[1]!;
      definitions.set(open, start[2]!);
      return false;
    }
    if (open !== '' && /^(?: {2,}|\t)\S/.test(line)) {
      definitions.set(open, `${definitions.get(open)} ${line.trim()}`);
      return false;
    }
    if (line.trim() !== '') open = '';
    return true;
  });
  const numbers = new Map<string, number>();
  const numberOf = (label: string) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
    return numbers.get(label)!;
  };
  const body = kept
    .join('\n')
    .replaceAll(/\[\^([^\]\s]{1,60})\](?!:)/g, (whole, label: string) =>
      definitions.has(label) ? `\\[${numberOf(label)}\\]` : whole,
    );
  for (const label of definitions.keys()) numberOf(label);
  const notes = [...definitions]
    .toSorted(([a], [b]) => numberOf(a) - numberOf(b))
    .map(([label, text]) => `\\[${numberOf(label)}\\] ${text}`);
  return `${body}\n\n${notes.join('\n\n')}\n`;
}
