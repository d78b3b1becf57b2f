import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';

/** Positions between two blocks of the document. */
export type Range = { readonly from: number; readonly to: number };

export const NOWHERE: Range = { from: 0, to: 0 };

/** How many screens above and below the visible part are drawn, and how near its edge may come before it moves on. */
const DRAWN_SCREENS = 1.5;
const SPARE_SCREENS = 0.5;

/** After an edit the measure waits until the keys rest: a keystroke moves little, and measuring costs a layout. */
const REST_MS = 150;

const key = new PluginKey<Range>('viewport');

/** What a transaction says about the drawn part of the document, if it moves it. */
export function drawnBy(transaction: Transaction): Range | undefined {
  return transaction.getMeta(key) as Range | undefined;
}

/** Makes another part of the document the drawn one. Its ends lie between blocks. */
export function moveDrawn(transaction: Transaction, range: Range): Transaction {
  return transaction.setMeta(key, range);
}

/**
 * Knows which part of the document lies near the screen, so that layers draw only there. The first measure waits
 * until the text itself is painted.
 * @param onVisible told what is on the screen, after every scroll and change of size.
 */
export function viewport(onVisible: (visible: Range) => void): Plugin<Range> {
  return new Plugin<Range>({
    key,
    state: {
      init: () => NOWHERE,
      apply: (transaction, drawn) => {
        const moved = drawnBy(transaction);
        if (moved) return moved;
        if (!transaction.docChanged) return drawn;
        return { from: transaction.mapping.map(drawn.from, -1), to: transaction.mapping.map(drawn.to, 1) };
      },
    },
    view: (view) => watch(view, onVisible),
  });
}

function watch(view: EditorView, onVisible: (visible: Range) => void) {
  let stopped = false;
  let scroller: Element | undefined;
  let shown: Range = NOWHERE;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const measure = () => {
    if (stopped || !scroller) return;
    const box = scroller.getBoundingClientRect();
    if (box.height === 0) return;
    const around = (screens: number) => ({
      top: box.top - screens * box.height,
      bottom: box.bottom + screens * box.height,
    });
    const drawn = key.getState(view.state) ?? NOWHERE;
    const needed = blocksBetween(view, around(SPARE_SCREENS));
    if (needed.from < drawn.from || needed.to > drawn.to) {
      view.dispatch(moveDrawn(withCaret(view), blocksBetween(view, around(DRAWN_SCREENS))));
    }
    const visible = blocksBetween(view, around(0));
    if (visible.from !== shown.from || visible.to !== shown.to) {
      shown = visible;
      onVisible(visible);
    }
  };

  const sizes = new ResizeObserver(measure);
  const start = () => {
    if (stopped) return;
    if (!view.dom.isConnected) {
      requestAnimationFrame(start);
      return;
    }
    scroller = view.dom.closest('[data-scroller]') ?? document.documentElement;
    scroller.addEventListener('scroll', measure, { passive: true });
    sizes.observe(scroller);
    measure();
  };
  afterPaint(start);

  return {
    update: (_: EditorView, before: { doc: Node }) => {
      if (before.doc === view.state.doc) return;
      clearTimeout(resting);
      resting = setTimeout(measure, REST_MS);
    },
    destroy: () => {
      stopped = true;
      clearTimeout(resting);
      sizes.disconnect();
      scroller?.removeEventListener('scroll', measure);
    },
  };
}

/** The browser tells of its caret later, and drawing before that would put the old one back; so it is asked first. */
export function withCaret(view: EditorView): Transaction {
  const { tr, selection, doc } = view.state;
  const dom = document.getSelection();
  const { anchorNode, focusNode } = dom ?? {};
  if (!view.hasFocus() || !(selection instanceof TextSelection) || !dom || !anchorNode || !focusNode)
    return tr;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return tr;
  const anchor = view.posAtDOM(anchorNode, dom.anchorOffset);
  const head = view.posAtDOM(focusNode, dom.focusOffset);
  if (anchor === selection.anchor && head === selection.head) return tr;
  return tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)));
}

/** Runs a task after the next frame is on the screen. */
export function afterPaint(task: () => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      task();
    };
    channel.port2.postMessage(null);
  });
}

/** The blocks that lie at least partly between two heights of the window. */
function blocksBetween(view: EditorView, { top, bottom }: { top: number; bottom: number }): Range {
  const { doc } = view.state;
  return {
    from: edge(view, doc, 0, 'from', (box) => box.bottom > top),
    to: edge(view, doc, 0, 'to', (box) => box.top >= bottom),
  };
}

/**
 * Where in `parent`, whose content begins at `start`, the children begin to pass the test. Goes into long containers,
 * such as a table of a thousand rows.
 */
function edge(
  view: EditorView,
  parent: Node,
  start: number,
  side: 'from' | 'to',
  passes: (box: DOMRect) => boolean,
): number {
  const starts = startsOf(parent);
  const own = start === 0 && view.dom.children.length === parent.childCount ? view.dom.children : undefined;
  const boxOf = (index: number) => {
    const dom = own ? own[index] : view.nodeDOM(start + starts[index]!);
    return dom instanceof Element ? dom.getBoundingClientRect() : undefined;
  };
  let low = 0;
  let high = parent.childCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = boxOf(middle);
    if (box && passes(box)) high = middle;
    else low = middle + 1;
  }
  const at = side === 'from' ? low : low - 1;
  const child = at >= 0 && at < parent.childCount ? parent.child(at) : undefined;
  if (child && !child.isTextblock && child.childCount > 20) {
    return edge(view, child, start + starts[at]! + 1, side, passes);
  }
  return start + starts[low]!;
}

const cache = new WeakMap<Node, readonly number[]>();

/** Where each child begins, counted from the start of the content, and where the last one ends. */
function startsOf(parent: Node): readonly number[] {
  let starts = cache.get(parent);
  if (!starts) {
    const found = [0];
    parent.forEach((child, offset) => found.push(offset + child.nodeSize));
    starts = found;
    cache.set(parent, starts);
  }
  return starts;
}
