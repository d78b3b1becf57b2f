import { useEffect, useRef, type RefObject } from 'react';

/**
 * Takes the focus along when one of several radio buttons is chosen from elsewhere, such as by a digit: the next Tab then
 * leaves the group instead of going to the chosen one.
 */
export function useFocusChosen(value: string | null): RefObject<HTMLDivElement | null> {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = group;
    if (value !== null && current?.contains(document.activeElement))
      current.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, [value]);
  return group;
}
