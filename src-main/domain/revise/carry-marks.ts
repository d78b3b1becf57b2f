import { difference } from '../anchor/difference.ts';
import { tokensOf, Vocabulary } from '../anchor/tokens.ts';
import type { Mark, Node } from '../document.ts';

type Marks = readonly Mark[];
const NONE: Marks = [];

/**
 * The inline content of a corrected block: links, bold and the like stay on the words that stayed. Lines are parted by
 * hard breaks.
 */
export function carryMarks(old: Node, text: string): Node[] {
  const content = old.content ?? [];
  if (content.every((node) => node.marks === undefined || node.marks.length === 0)) return pieces(text, []);
  const units: Marks[] = [];
  let before = '';
  for (const node of content) {
    const words = node.type === 'text' ? (node.text ?? '') : '\n';
    before += words;
    for (let i = 0; i < words.length; i++) units.push(node.marks ?? NONE);
  }
  return pieces(text, marksOf(before, units, text));
}

/** The marks of each unit of the new text. */
function marksOf(before: string, units: readonly Marks[], text: string): Marks[] {
  const words = new Vocabulary();
  const old = tokensOf(before, words);
  const fresh = tokensOf(text, words);
  const { to } = difference(old, fresh);
  const from = new Int32Array(fresh.count).fill(-1);
  to.forEach((at, t) => {
    if (at >= 0) from[at] = t;
  });
  const marks = Array.from({ length: text.length }, () => NONE);
  const marksAt = (token: number): Marks => units[old.starts[token]!] ?? NONE;
  const ofToken: Marks[] = [];
  for (let n = 0; n < fresh.count; n++) {
    if (from[n]! >= 0) {
      ofToken.push(marksAt(from[n]!));
      continue;
    }
    // a changed word between two words of one link is still in that link
    let next = n + 1;
    while (next < fresh.count && from[next]! < 0) next += 1;
    const left = ofToken[n - 1];
    const right = next < fresh.count ? marksAt(from[next]!) : undefined;
    ofToken.push(left !== undefined && right !== undefined && same(left, right) ? left : NONE);
  }
  for (let n = 0; n < fresh.count; n++) {
    for (let i = fresh.starts[n]!; i < fresh.ends[n]!; i++) marks[i] = ofToken[n]!;
    if (n > 0 && same(ofToken[n - 1]!, ofToken[n]!))
      for (let i = fresh.ends[n - 1]!; i < fresh.starts[n]!; i++) marks[i] = ofToken[n]!;
  }
  return marks;
}

function same(a: Marks, b: Marks): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Text nodes of equal marks, with a hard break for each line end. */
function pieces(text: string, marks: readonly Marks[]): Node[] {
  const nodes: Node[] = [];
  const add = (from: number, to: number): void => {
    const own = marks[from] ?? NONE;
    if (to > from)
      nodes.push({ type: 'text', ...(own.length > 0 ? { marks: own } : {}), text: text.slice(from, to) });
  };
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') {
      add(from, at);
      nodes.push({ type: 'hardBreak' });
      from = at + 1;
    } else if (at > from && !same(marks[at] ?? NONE, marks[at - 1] ?? NONE)) {
      add(from, at);
      from = at;
    }
  }
  add(from, text.length);
  return nodes;
}
