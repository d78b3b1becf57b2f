import type { Line } from './page-of.ts';

/** The element of a line carries where the line begins in the text. */
const LINE = '[data-start]';

/** The selection inside `root` as offsets of the text; undefined where nothing of it is selected. */
export function selectedSpan(root: HTMLElement): Line | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return undefined;
  const start = offsetOf(root, range.startContainer, range.startOffset, 'after');
  const end = offsetOf(root, range.endContainer, range.endOffset, 'before');
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

/** Between two lines, the edge of the line after or before counts. */
function offsetOf(root: HTMLElement, node: Node, at: number, side: 'before' | 'after'): number | undefined {
  const holder = node instanceof Element ? node : node.parentElement;
  const line = holder?.closest<HTMLElement>(LINE);
  if (line && root.contains(line)) {
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, at);
    return startOf(line) + before.toString().length;
  }
  const point = document.createRange();
  point.setStart(node, at);
  const lines = [...root.querySelectorAll<HTMLElement>(LINE)];
  const place = (one: HTMLElement) => point.comparePoint(one, 0);
  if (side === 'after') {
    const next = lines.find((one) => place(one) >= 0);
    return next && startOf(next);
  }
  const last = lines.findLast((one) => place(one) < 0);
  return last && startOf(last) + (last.textContent?.length ?? 0);
}

const startOf = (line: HTMLElement) => Number(line.dataset['start']);

/** Selects a span of the text and brings it into view. */
export function selectSpan(root: HTMLElement, span: Line): void {
  const lines = [...root.querySelectorAll<HTMLElement>(LINE)];
  const from = pointAt(lines, span.start);
  const to = pointAt(lines, span.end);
  if (!from || !to) return;
  document.getSelection()?.setBaseAndExtent(from.node, from.at, to.node, to.at);
  from.node.parentElement?.scrollIntoView({ block: 'center' });
}

function pointAt(lines: readonly HTMLElement[], offset: number): { node: Node; at: number } | undefined {
  const line = lines.findLast((one) => startOf(one) <= offset);
  if (!line) return undefined;
  let left = offset - startOf(line);
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, at: left };
    left -= length;
  }
  return { node: line, at: line.childNodes.length };
}
