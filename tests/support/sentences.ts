import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/** A sentence of the program: where it stands, and how it reads with `7` for whatever it names. */
export type Sentence = { readonly file: string; readonly text: string };

type Node = { readonly type: string; readonly [key: string]: unknown };

/** Errors whose words are for people, and functions that take the rest of a sentence. */
const FOR_PEOPLE = /^(?:CallError|StoreError|ImportError|FormatError|RichTextError|UnreadableReference)$/;

/**
 * Every sentence that stands in a source: what is given to an error for people, and whatever else begins and ends as a
 * sentence does. What a template or a condition leaves open is spelled out in each of its ways.
 */
export function sentencesIn(pattern: string, except: readonly RegExp[]): Sentence[] {
  const files = globSync(pattern).filter((file) => !except.some((one) => one.test(file)));
  return files.toSorted().flatMap((file) => {
    const found = new Set<string>();
    walk(parseSync(file, readFileSync(file, 'utf8')).program, (node) => {
      if (node.type === 'NewExpression' && FOR_PEOPLE.test(nameOf(node['callee'])))
        for (const given of node['arguments'] as Node[])
          for (const text of spelled(given)) if (text.includes(' ')) found.add(text);
      if (node.type === 'Literal' || node.type === 'TemplateLiteral')
        for (const text of spelled(node)) if (isSentence(text)) found.add(text);
    });
    return [...found].map((text) => ({ file, text }));
  });
}

/** What calls of a function, or of a class of errors, are given as their words at one place. */
export function givenTo(name: string, at: number, pattern: string): Sentence[] {
  return globSync(pattern).flatMap((file) => {
    const found = new Set<string>();
    walk(parseSync(file, readFileSync(file, 'utf8')).program, (node) => {
      if (!/^(?:New|Call)Expression$/.test(node.type) || nameOf(node['callee']) !== name) return;
      const given = (node['arguments'] as Node[])[at];
      if (given) for (const text of spelled(given)) if (/[a-z]/.test(text)) found.add(text);
    });
    return [...found].map((text) => ({ file, text }));
  });
}

function isSentence(text: string): boolean {
  // a question mark ends some sentences, and a placeholder some statements of SQL
  return /^[A-Z“7][^\n]* [^\n]*(?:[^.]\.|[^ ]\?)$/.test(text) && !/^7 (?:order|where) /.test(text);
}

/** All ways in which an expression can be spelled, as far as its source shows. */
function spelled(node: Node): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value'].replaceAll('#', '7')] : ['7'];
    case 'TemplateLiteral': {
      const between = node['expressions'] as Node[];
      return (node['quasis'] as { value: { cooked: string } }[]).reduce<string[]>(
        (before, { value }, n) =>
          before.flatMap((start) =>
            (n === 0 ? [''] : spelled(between[n - 1]!)).map((middle) => start + middle + value.cooked),
          ),
        [''],
      );
    }
    case 'ConditionalExpression':
      return [...spelled(node['consequent'] as Node), ...spelled(node['alternate'] as Node)];
    default:
      return ['7'];
  }
}

function nameOf(callee: unknown): string {
  const { name, property } = callee as { name?: string; property?: { name?: string } };
  return name ?? property?.name ?? '';
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit);
    return;
  }
  if ('type' in node && typeof node.type === 'string') visit(node as Node);
  for (const value of Object.values(node)) walk(value, visit);
}
