/** The window's panes, by the id of their element, in the order in which F6 goes through them. */
export const PANES = [
  'pane-library',
  'pane-outline',
  'pane-middle',
  'pane-second',
  'pane-inspector',
] as const;
export type Pane = (typeof PANES)[number];

/** Where the keyboard begins in a place: the text that is read, what the place itself names, its table, or what to do where there is nothing. */
export const START = '[data-reading="true"], [data-pane-start], [role="grid"], [data-next-step] button';

/** What can have the focus by the keyboard. The edges between panes come last of all: nobody begins there. */
export const FOCUSABLE =
  '[contenteditable="true"], button:not(:disabled), [href], input:not(:disabled), select, textarea, [tabindex="0"]:not([role="separator"])';

export function isPane(id: string): id is Pane {
  return PANES.some((pane) => pane === id);
}

const lastFocus = new WeakMap<Element, HTMLElement>();

/** Remembers where the focus was in each pane, so that coming back is coming back to it. */
export function followFocus(): () => void {
  const remember = (event: FocusEvent) => {
    const { target } = event;
    const pane = target instanceof HTMLElement ? target.closest('[data-pane]') : null;
    if (pane && target instanceof HTMLElement && target !== pane) lastFocus.set(pane, target);
  };
  window.addEventListener('focusin', remember);
  return () => window.removeEventListener('focusin', remember);
}

export function focusPane(pane: Pane): boolean {
  const element = document.querySelector(`#${pane}`);
  if (!(element instanceof HTMLElement)) return false;
  const last = lastFocus.get(element);
  const first = element.querySelector(START) ?? element.querySelector(FOCUSABLE);
  const to = last?.isConnected && element.contains(last) ? last : first;
  (to instanceof HTMLElement ? to : element).focus();
  return true;
}

/** Moves the focus into the article, where one is open. */
export function focusText(): void {
  const text = document.querySelector('[data-reading="true"]');
  if (text instanceof HTMLElement) text.focus();
  else focusPane('pane-middle');
}

/** Moves the focus to the next or previous pane that is on the screen. */
export function cyclePanes(step: 1 | -1): void {
  const active = document.activeElement?.closest('[data-pane]');
  const shown = PANES.filter((pane) => document.querySelector(`#${pane}`));
  const at = shown.findIndex((pane) => pane === active?.id);
  const from = at === -1 ? (step === 1 ? -1 : 0) : at;
  const next = shown[(from + step + shown.length) % shown.length];
  if (next) focusPane(next);
}
