import type { Node } from '#domain/document.ts';

/** Every text of a document with its offset in the canonical text, in reading order. */
export function* textsOf(document: Node): Generator<{ node: Node; start: number }> {
  let offset = 0;
  let lines = 0;
  const stack: { node: Node; next: number }[] = [{ node: document, next: 0 }];
  while (stack.length > 0) {
    const frame = stack.at(-1)!;
    const child = frame.node.content?.[frame.next++];
    if (!child) {
      stack.pop();
      continue;
    }
    if (child.type === 'text') {
      yield { node: child, start: offset };
      offset += child.text!.length;
    } else if (child.type === 'hardBreak') offset += 1;
    else {
      const isLine = LINES.has(child.type);
      if (isLine && lines++ > 0) offset += 1;
      if (child.type === 'horizontalRule') offset += 1;
      stack.push({ node: child, next: 0 });
    }
  }
}

const LINES = new Set(['paragraph', 'heading', 'codeBlock', 'horizontalRule']);
