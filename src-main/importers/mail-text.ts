import { wrapWidth, unwrap } from './plain-text.ts';

type Run = { depth: number; lines: string[] };

/**
 * The plain text of a message as HTML: quoted lines (`> …`) become quotes, lines that were broken for their width are
 * joined, as `format=flowed` says or as their lengths show.
 */
export function mailTextAsHtml(text: string, parameters: ReadonlyMap<string, string>): string {
  const flowed = /^flowed$/i.test(parameters.get('format') ?? '');
  const runs = runsOf(text.split('\n'));
  const whole = runs.flatMap((run) => run.lines);
  const width = flowed ? 0 : wrapWidth(whole) || mailWidth(whole);
  const html: string[] = [];
  let depth = 0;
  for (const run of runs) {
    const paragraphs = flowed
      ? joinedFlow(run.lines, /^yes$/i.test(parameters.get('delsp') ?? ''))
      : width > 0
        ? unwrap(run.lines, width)
        : run.lines.map((line) => line.trim()).filter(Boolean);
    if (paragraphs.length === 0) continue;
    for (; depth < run.depth; depth++) html.push('<blockquote>');
    for (; depth > run.depth; depth--) html.push('</blockquote>');
    for (const paragraph of paragraphs) html.push(`<p>${escaped(paragraph)}</p>`);
  }
  return html.join('\n') + '</blockquote>'.repeat(depth);
}

/** Deeper quotes are laid flat. */
const DEEPEST = 12;

function runsOf(lines: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const line of lines) {
    const marks = /^(?:> ?)+/.exec(line)?.[0] ?? '';
    const depth = Math.min(DEEPEST, marks.split('>').length - 1);
    const rest = line.slice(marks.length);
    const last = runs.at(-1);
    if (last?.depth === depth) last.lines.push(rest);
    // an empty line between two quoted ones belongs to the quote
    else runs.push({ depth, lines: [rest] });
  }
  return runs;
}

function joinedFlow(lines: readonly string[], dropSpace: boolean): string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const stuffed of lines) {
    const line = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
    const flows = line.endsWith(' ') && line !== '-- ';
    const words = flows && dropSpace ? line.slice(0, -1) : line;
    if (open && words.trim() !== '') paragraphs.push(`${paragraphs.pop()!}${words}`);
    else if (words.trim() !== '') paragraphs.push(words);
    open = flows && words.trim() !== '';
  }
  return paragraphs.map((paragraph) => paragraph.trim());
}

/** Mail is broken at 65 to 80 characters; a few long lines that go on in small letters show it. */
function mailWidth(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.trimEnd().length).filter((length) => length > 0);
  const width = Math.max(0, ...lengths.filter((length) => length <= 80));
  if (width < 60 || lengths.some((length) => length > 90)) return 0;
  let goesOn = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i]!.trimEnd(), lines[i + 1]!];
    if (line.length > width * 0.8 && /[\p{L},]$/u.test(line) && /^\p{Ll}/u.test(next)) goesOn++;
  }
  return goesOn >= 1 ? width : 0;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
