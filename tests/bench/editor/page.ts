import './bench-page.css';
import { Editor } from '@tiptap/core';
import { baseKeymap } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import { Node as Document } from '@tiptap/pm/model';
import { EditorState, Plugin, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, EditorView } from '@tiptap/pm/view';
import type { Output } from '#contract/index.ts';
import type { Mark } from '#contract/nouns.ts';
import { articleExtensions, articleSchema } from '#domain/article-schema.ts';
import { flatten } from '#domain/flat-text.ts';
import { setMarks } from '../../../src-renderer/editor/claim-layer.ts';
import { layers } from '../../../src-renderer/editor/use-reader.ts';
import { Reading, readingAttributes } from '../../../src-renderer/editor/reading.ts';
import { afterPaint } from '../../../src-renderer/editor/viewport.ts';
import { documentOf, firstWords, inventedMarks } from './material.ts';

export type Side = 'bare-2k' | 'bare-100k' | 'plain-100k' | 'ours-100k' | 'reading-100k';
type Text = Output<'getArticle'>['document'];
type Opened = { view: EditorView; close: () => void };
type Figures = { firstPaint: number; claimsPainted: number; elements: number };

declare global {
  interface Window {
    paragraphs: string[];
    bench: typeof bench;
  }
}

let opened: Opened | undefined;
let marks: Mark[] = [];
let flat: ReturnType<typeof flatten>;
let presses: number[] = [];
const REST_MS = 30;

const bench = {
  /** Opens one side and gives the time until its text is painted, and until its claims are, ms. */
  open: async (side: Side, claims = 10_000): Promise<Figures> => {
    opened?.close();
    opened = undefined;
    document.querySelector('.window')?.remove();
    const json = documentOf(firstWords(window.paragraphs, side === 'bare-2k' ? 2_000 : 100_000));
    flat = flatten(json);
    marks = inventedMarks(flat.text.length, claims);
    const holder = document.createElement('div');
    holder.className = 'window';
    holder.dataset['scroller'] = '';
    document.body.append(holder);
    await painted();
    await painted();

    const start = performance.now();
    opened =
      side === 'ours-100k' || side === 'reading-100k' ? ours(side, json, holder) : bare(side, json, holder);
    const { view } = opened;
    const drawn = isOurs(side) ? drawClaims(view) : painted();
    await painted();
    const firstPaint = performance.now() - start;
    await drawn;
    const claimsPainted = performance.now() - start;
    return { firstPaint, claimsPainted, elements: view.dom.querySelectorAll('*').length };
  },

  /** Puts the caret into the middle of the text and listens for keys. */
  prepare: async (): Promise<void> => {
    const { view } = opened!;
    const { state } = view;
    const middle = state.doc.resolve(Math.floor(state.doc.content.size / 2));
    view.dispatch(state.tr.setSelection(TextSelection.near(middle)));
    view.focus();
    const scroller = document.querySelector('.window')!;
    for (let i = 0; i < 4; i++) {
      scroller.scrollTop += view.coordsAtPos(view.state.selection.head).top - 400;
      await painted();
    }
    presses = [];
  },

  /** The times from each key press to its paint since `prepare`, ms. */
  presses: async (): Promise<number[]> => {
    await painted();
    await rest();
    return presses;
  },

  /** Times claims on the screen being rated anew, one at a time, to their paint, ms. */
  rate: async (times: number): Promise<number[]> => {
    const { view } = opened!;
    const here = flat.offsetAt(view.state.selection.head);
    const first = marks.findIndex((mark) => mark.start > here - 200);
    const taken: number[] = [];
    for (let i = 0; i < times; i++) {
      const at = first + (i % 5);
      const next = marks.with(at, { ...marks[at]!, rating: i % 10 < 5 ? 'false' : 'true' });
      const start = performance.now();
      setMarks(view, next, flat.positionAt);
      await painted();
      taken.push(performance.now() - start);
      marks = next;
      await rest();
    }
    return taken;
  },

  /** Times far jumps of the scroll bar to their paint, ms, and counts those that showed a screen without claims. */
  jump: async (times: number): Promise<{ taken: number[]; blank: number }> => {
    const scroller = document.querySelector('.window')!;
    const taken: number[] = [];
    let blank = 0;
    for (let i = 0; i < times; i++) {
      const start = performance.now();
      scroller.scrollTop = ((i * 7919) % 1000) * 0.001 * (scroller.scrollHeight - 1000);
      await painted();
      taken.push(performance.now() - start);
      const seen = [...scroller.querySelectorAll('.claim')].some((claim) => {
        const box = claim.getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight;
      });
      if (!seen) blank += 1;
      await rest();
    }
    return { taken, blank };
  },
};
window.bench = bench;

window.addEventListener(
  'keydown',
  (event) => {
    const start = event.timeStamp;
    void painted().then(() => presses.push(performance.now() - start));
  },
  true,
);

function isOurs(side: Side): boolean {
  return side === 'ours-100k' || side === 'reading-100k';
}

/** As the pane does it: the text first, its claims in the next task. */
async function drawClaims(view: EditorView): Promise<void> {
  await painted();
  setMarks(view, marks, flat.positionAt);
  await painted();
}

/** Frames come at fixed times while the page is busy. Only after a rest does the next one come at once. */
function rest(): Promise<void> {
  return new Promise((done) => setTimeout(done, REST_MS));
}

function painted(): Promise<void> {
  return new Promise((done) => afterPaint(done));
}

/** The product's own schema and layers. Its reading mode lets no key write, so typing is measured without that mode. */
function ours(side: Side, json: Text, holder: HTMLElement): Opened {
  const element = document.createElement('div');
  holder.append(element);
  const editor = new Editor({
    element,
    extensions: [
      ...articleExtensions(),
      ...(side === 'reading-100k' ? [Reading] : []),
      layers(() => undefined),
    ],
    content: json,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: { attributes: readingAttributes('Bench') },
  });
  return { view: editor.view, close: () => editor.destroy() };
}

/** ProseMirror alone, or with all claims as one plain DecorationSet that is mapped. */
function bare(side: Side, json: Text, holder: HTMLElement): Opened {
  const plugins = [keymap(baseKeymap), ...(side === 'plain-100k' ? [plainDecorations()] : [])];
  const doc = Document.fromJSON(articleSchema(), json);
  const view = new EditorView(holder, {
    state: EditorState.create({ doc, plugins }),
    attributes: { ...readingAttributes('Bench'), class: 'article-text bare' },
  });
  return { view, close: () => view.destroy() };
}

function plainDecorations(): Plugin<DecorationSet> {
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_, { doc }) =>
        DecorationSet.create(
          doc,
          marks.map((mark) =>
            Decoration.inline(flat.positionAt(mark.start), flat.positionAt(mark.end), {
              class: `claim claim-${mark.verifiability}`,
            }),
          ),
        ),
      apply: (transaction, set) => set.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => plugin.getState(state) },
  });
  return plugin;
}
