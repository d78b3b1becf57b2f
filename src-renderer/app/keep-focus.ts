import { isTyping } from './commands.ts';
import { FOCUSABLE, focusPane, isPane, START } from './panes.ts';

/** Where the focus was, and what stood around it then. */
type Trail = {
  readonly target: HTMLElement;
  readonly pane: HTMLElement;
  /** What the target stood in, from the inside out, up to the pane. */
  readonly boxes: readonly Element[];
  /** Everything in the pane that can have the focus, in order. */
  readonly all: readonly HTMLElement[];
  readonly name: string;
};

/**
 * Gives the focus to a neighbour when what had it is removed or disabled: a deleted comment, a settled conflict, a
 * button that did the last thing it could do. Browsers would leave the keyboard nowhere. While the article is read there is nothing to watch.
 */
export function keepFocus(): () => void {
  let trail: Trail | undefined;
  const changes = new MutationObserver((records) => {
    if (trail && (!isThere(trail.target) || hasMoved(trail.target, records))) setTimeout(mend, 60);
  });
  const mend = () => {
    // a dialog that closes, and a place that comes, have given the focus themselves by now
    const active = document.activeElement;
    if (!trail || (active !== null && active !== document.body)) return;
    const next = isThere(trail.target) ? trail.target : neighbourOf(trail);
    const { pane } = trail;
    if (next) next.focus();
    else focusPane(isPane(pane.id) && pane.querySelector(FOCUSABLE) ? pane.id : 'pane-middle');
  };
  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    // what is in a dialog goes with it: then it counts where the focus was before
    const pane = target.closest<HTMLElement>('[data-pane]');
    if (!pane || target === pane) return;
    changes.disconnect();
    trail = undefined;
    if (target.closest('[data-reading="true"]')) return;
    trail = trailOf(target, pane);
    changes.observe(pane, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden'],
    });
    // dialogs and menus stand beside the panes
    changes.observe(document.body, { childList: true });
  };
  window.addEventListener('focusin', note);
  return () => {
    changes.disconnect();
    window.removeEventListener('focusin', note);
  };
}

function trailOf(target: HTMLElement, pane: HTMLElement): Trail {
  const boxes: Element[] = [];
  for (let box = target.parentElement; box && box !== pane; box = box.parentElement) boxes.push(box);
  boxes.push(pane);
  return {
    target,
    pane,
    boxes,
    all: [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)],
    name: nameOf(target),
  };
}

const nameOf = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.textContent;

const isThere = (element: HTMLElement) =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility();

/** What takes another place in a list is taken out and put in again, and loses the focus on the way. */
const hasMoved = (target: HTMLElement, records: readonly MutationRecord[]) =>
  records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(target)));

/** The nearest thing inside what is left of its surroundings: the same button of the next item before any other. */
function neighbourOf({ target, boxes, all, name }: Trail): HTMLElement | undefined {
  const at = all.indexOf(target);
  // in a text field undo would mean the text, and it is the removal that people want to undo
  const fits = (element: HTMLElement) => isThere(element) && !isTyping(element);
  const after = all.slice(at + 1).filter(fits);
  const before = all.slice(0, Math.max(0, at)).filter(fits).toReversed();
  for (const box of boxes) {
    if (!box.isConnected) continue;
    const inside = (element: HTMLElement) => box.contains(element);
    const same = (element: HTMLElement) => inside(element) && nameOf(element) === name;
    const next =
      after.find(same) ??
      before.find(same) ??
      box.querySelector<HTMLElement>(START) ??
      after.find(inside) ??
      before.find(inside);
    if (next) return next;
  }
  return undefined;
}
