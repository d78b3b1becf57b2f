import { useEffect, useRef } from 'react';
import { START } from './panes.ts';

/**
 * Keeps the keyboard in the middle when something else is shown there: what had the focus went with the old place, and
 * without it the arrow keys would do nothing. A focus that is still somewhere, such as on the button that was pressed, stays.
 */
export function useArrival(what: string): void {
  const shown = useRef(what);
  useEffect(() => {
    if (shown.current === what) return;
    shown.current = what;
    const pane = document.getElementById('pane-middle');
    const active = document.activeElement;
    if (!pane || (active !== null && active !== document.body && active !== pane)) return;
    pane.focus({ preventScroll: true });
    const coming = new MutationObserver(() => begin());
    const begin = () => {
      const start = pane.querySelector<HTMLElement>(START);
      if (document.activeElement === pane) start?.focus();
      if (document.activeElement !== pane) coming.disconnect();
    };
    // a place may still be loading itself or what it shows
    coming.observe(pane, { childList: true, subtree: true });
    begin();
    return () => coming.disconnect();
  }, [what]);
}
