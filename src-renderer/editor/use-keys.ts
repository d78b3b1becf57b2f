import { useEffect, type RefObject } from 'react';

/**
 * Hears keys inside an element before anything else does. A handler that gives true has used the key, and nobody else
 * gets it.
 */
export function useKeys(
  element: RefObject<HTMLElement | null>,
  hear: (event: KeyboardEvent) => boolean,
): void {
  useEffect(() => {
    const box = element.current;
    const press = (event: KeyboardEvent) => {
      if (!hear(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    box?.addEventListener('keydown', press, true);
    return () => box?.removeEventListener('keydown', press, true);
  }, [element, hear]);
}
