import type { ArticleDocument, Node } from '#domain/document.ts';

/** A document of one paragraph a line; lines broken at a fixed width become whole again where that is plain to see. */
export function readPlainText(text: string): { document: ArticleDocument; warnings: string[] } {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const width = wrapWidth(lines);
  const paragraphs = width === 0 ? lines.map((line) => line.trim()).filter(Boolean) : unwrap(lines, width);
  return {
    document: {
      type: 'doc',
      content: paragraphs.length > 0 ? paragraphs.map(paragraph) : [{ type: 'paragraph' }],
    },
    warnings:
      width === 0
        ? []
        : [
            `The lines of this text were broken at about ${width} characters; they were joined to paragraphs.`,
          ],
  };
}

function paragraph(text: string): Node {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

/** A line that begins something of its own is never joined to the one before. */
const OWN_LINE = /^\s*(?:[-•–—·]\s|\*{1,4}\s|[†‡]|\d{1,3}[.)]\s|\[\d+\]|#{1,6}\s|>|https?:\/\/)|^\s{2,}|^\t/;

/** A line this much of the width long was meant to go on, unless a blank line follows. */
const NEARLY_FULL = 0.75;

/** Whether the next line's first word would not have fitted, so that the line was broken for its width alone. */
function isFull(line: string, next: string, width: number): boolean {
  return line.length + 1 + (/^\S+/.exec(next.trim())?.[0].length ?? 0) > width;
}

/** The width at which a text was broken into lines; 0 where it was not, or where that is not certain. */
export function wrapWidth(lines: readonly string[]): number {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length < 8) return 0;
  const lengths = filled.map((line) => line.length).sort((a, b) => a - b);
  const width = lengths.at(-1 - Math.floor(lengths.length / 100))!;
  if (width < 45 || width > 110 || lengths.at(-1)! > 140) return 0;

  let joins = 0;
  let full = 0;
  let midSentence = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line, next] = [lines[i]!, lines[i + 1]!];
    if (line.trim() === '' || next.trim() === '' || OWN_LINE.test(next)) continue;
    joins++;
    if (!isFull(line, next, width)) continue;
    full++;
    if (!/[.!?…:;"'»”)]$/.test(line)) midSentence++;
  }
  return joins >= 6 && full / joins > 0.75 && midSentence / full > 0.6 ? width : 0;
}

export function unwrap(lines: readonly string[], width: number): string[] {
  const paragraphs: string[][] = [];
  lines.forEach((line, index) => {
    const words = line.trim();
    if (words === '') return;
    const before = lines[index - 1] ?? '';
    const joins = before.trim() !== '' && !OWN_LINE.test(line) && before.length >= width * NEARLY_FULL;
    if (!joins) paragraphs.push([words]);
    else {
      const cutWord = /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(words);
      paragraphs.at(-1)!.push(cutWord ? words : ` ${words}`);
    }
  });
  return paragraphs.map((pieces) => pieces.join(''));
}
