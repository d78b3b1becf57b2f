import { TextSelection, type Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Mark } from '#contract/nouns.ts';
import type { FlatText } from '#domain/flat-text.ts';
import { claimsAt, setMarks, setSelectedClaim } from './claim-layer.ts';
import { setHighlights, type Highlight, type HighlightKind } from './highlight-layer.ts';
import { withCaret } from './viewport.ts';

export type Place = { readonly start: number; readonly end: number };

/** The article on the screen in the article's own words: offsets into its canonical text instead of positions. */
export type Reader = {
  readonly view: EditorView;
  /** The selection, and where its moving end, the caret, stands. */
  readonly selection: () => Place & { readonly caret: number };
  /** Selects a place and brings it on the screen; `focus` also takes the keyboard there. */
  readonly select: (place: Place, focus?: boolean) => void;
  readonly reveal: (offset: number) => void;
  readonly isFocused: () => boolean;
  readonly focus: () => void;
  /** The occurrences at an offset, the shortest first. */
  readonly claimsAt: (offset: number) => Mark[];
  readonly showMarks: (marks: readonly Mark[]) => void;
  readonly showSelected: (claim: string | null) => void;
  readonly highlight: (kind: HighlightKind, places: readonly Highlight[]) => void;
  /** Hears plain clicks on the text, which select nothing. Gives a function that stops. */
  readonly hearClicks: (hear: (offset: number) => void) => () => void;
  /** Where an offset is in the window, px. */
  readonly boxAt: (offset: number) => {
    readonly left: number;
    readonly top: number;
    readonly bottom: number;
  };
};

export function readerOf(view: EditorView, flat: FlatText): Reader {
  const at = flat.positionAt;
  const reveal = (offset: number) => bringIntoView(view, at(offset));
  return {
    view,
    // a key that follows an arrow at once would otherwise mean the place before it
    selection: () => selectionOf(withCaret(view).selection, flat),
    select: ({ start, end }, focus = true) => {
      const { tr, doc } = view.state;
      view.dispatch(tr.setSelection(TextSelection.create(doc, at(start), at(end))));
      if (focus) focusOn(view);
      reveal(start);
    },
    reveal,
    isFocused: () => view.hasFocus(),
    focus: () => focusOn(view),
    claimsAt: (offset) => claimsAt(view.state, at(offset)).map((span) => span.row),
    showMarks: (marks) => setMarks(view, marks, at),
    showSelected: (claim) => setSelectedClaim(view, claim),
    highlight: (kind, places) => setHighlights(view, kind, places, at),
    hearClicks: (hear) => {
      const click = (event: MouseEvent) => {
        if (event.button !== 0 || !(document.getSelection()?.isCollapsed ?? true)) return;
        const hit = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (!hit) return;
        // the browser tells of its caret later, and a redraw before that would put the old one back
        if (view.state.selection.head !== hit.pos) {
          const { tr, doc } = view.state;
          view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(hit.pos))));
        }
        hear(flat.offsetAt(hit.pos));
      };
      view.dom.addEventListener('click', click);
      return () => view.dom.removeEventListener('click', click);
    },
    boxAt: (offset) => view.coordsAtPos(at(offset)),
  };
}

function selectionOf(selection: Selection, flat: FlatText): Place & { caret: number } {
  const { from, to, head } = selection;
  return { start: flat.offsetAt(from), end: flat.offsetAt(to), caret: flat.offsetAt(head) };
}

/** How far from the top and bottom a revealed line stays, as a share of the height. */
const COMFORT = 0.12;
const LANDING = 0.3;
/** Blocks far from the screen have only a guessed height until they come near; so the aim is taken again. */
const AIMS = 4;

function bringIntoView(view: EditorView, position: number, aims = AIMS): void {
  const scroller = view.dom.closest('[data-scroller]');
  if (!scroller || view.isDestroyed) return;
  const box = scroller.getBoundingClientRect();
  const line = view.coordsAtPos(position);
  const margin = box.height * COMFORT;
  if (line.top >= box.top + margin && line.bottom <= box.bottom - margin) return;
  const before = scroller.scrollTop;
  scroller.scrollTop += line.top - box.top - box.height * LANDING;
  if (aims > 1 && scroller.scrollTop !== before) {
    requestAnimationFrame(() => bringIntoView(view, position, aims - 1));
  }
}

/** The keyboard goes to the text and the page stays where it is. */
function focusOn(view: EditorView): void {
  view.dom.focus({ preventScroll: true });
  view.focus();
}
