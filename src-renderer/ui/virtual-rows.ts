import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

const MARGIN = 8;

/**
 * Which of many rows of one height are near the visible part of a scrolling element.
 * `bring` scrolls a row into sight.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  /** Height of a sticky head that covers rows. */
  headHeight: number,
): { readonly first: number; readonly last: number; readonly bring: (row: number) => void } {
  const [view, setView] = useState({ top: 0, height: 800 });
  const frame = useRef(0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const onScroll = () => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(look);
    };
    const sized = new ResizeObserver(look);
    sized.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame.current);
      sized.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  return {
    first: Math.max(0, Math.floor(view.top / rowHeight) - MARGIN),
    last: Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + MARGIN),
    bring: (row) => {
      const element = scroller.current;
      if (!element) return;
      const top = row * rowHeight;
      const shown = element.clientHeight - headHeight;
      if (top < element.scrollTop) element.scrollTo({ top });
      else if (top + rowHeight > element.scrollTop + shown)
        element.scrollTo({ top: top + rowHeight - shown });
    },
  };
}
