import MarkdownIt from 'markdown-it';
import { frontMatter } from './front-matter.ts';
import type { PageFacts } from './html-metadata.ts';
import { signNotes } from './note-signs.ts';

const engine = new MarkdownIt({ html: true });

/** Markdown as HTML, still untrusted, and what its front matter says. */
export async function renderMarkdown(source: string): Promise<{ html: string; facts: PageFacts }> {
  const { facts, body } = await frontMatter(source);
  return { html: engine.render(signedNotes(numberedNotes(inlineNotes(citedDefinitions(body))))), facts };
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

/** Turns pandoc's notes inside the text, `^[A note.]`, into `[^a]` notes: those of several words, not in code. */
function inlineNotes(source: string): string {
  const notes: string[] = [];
  let fence = '';
  const lines = source.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === '' ? mark : line.trim().startsWith(fence) ? '' : fence;
    if (fence !== '' || !line.includes('^[')) return line;
    return line.replaceAll(
      /`[^`]*`|(?<=[^\s`\\(])\^\[((?:[^[\]\\]|\\.|\[[^[\]]*\]){3,2000})\]/g,
      (whole, text: string | undefined) => {
        if (text === undefined || !/\s|https?:/.test(text.trim())) return whole;
        notes.push(text.trim());
        return `[^inline-${notes.length}]`;
      },
    );
  });
  const definitions = notes.map((text, index) => `[^inline-${index + 1}]: ${text}`);
  return notes.length === 0 ? source : [...lines, '', ...definitions, ''].join('\n');
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

/** Keeps notes such as `* …` and `† …` lines of their own: CommonMark would make them lists, or one paragraph. */
function signedNotes(source: string): string {
  if (!/^ {0,3}\\?[*†‡§¶‖]/m.test(source)) return source;
  let at = 0;
  let fence = '';
  const code = new Set<number>();
  const lines = source.split('\n').map((text, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (mark !== undefined) fence = fence === '' ? mark : text.trim().startsWith(fence) ? '' : fence;
    if (fence !== '' || /^(?: {4}|\t)/.test(text)) code.add(index);
    const start = at;
    at += text.length + 1;
    return { text, start, end: start + text.length };
  });
  const notes = signNotes(source, lines, (index) => !code.has(index));
  const escaped = (words: string) =>
    words.replace(
      /^(\s*)\\?(\*+)/,
      (_, blanks: string, stars: string) => blanks + stars.replaceAll('*', '\\*'),
    );
  const own = new Map(notes.map((note) => [note.index, note]));
  const cited = notes.flatMap(({ places }) => places).toSorted((a, b) => a.start - b.start);
  let next = 0;
  return lines
    .map(({ text, start, end }, index) => {
      // a line that is set in goes on with the note
      const isOver = !/^\s/.test(lines[index + 1]?.text ?? '');
      if (own.has(index)) return `\n${escaped(text)}${isOver ? '\n' : ''}`;
      let [line, from] = ['', start];
      // what cites a note is no emphasis
      for (let place = cited[next]; place && place.start < end; place = cited[++next]) {
        line += source.slice(from, place.start) + escaped(source.slice(place.start, place.end));
        from = place.end;
      }
      return line + source.slice(from, end);
    })
    .join('\n');
}
