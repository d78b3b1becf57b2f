import { useEffect, useRef } from 'react';
import { isTyping } from './commands.ts';

/** Ctrl+Enter, or Command+Enter. */
export function isSave(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

type Keys = {
  /** A digit from 1 to 9, where no text is being typed. */
  readonly digit?: (n: number) => void;
  readonly save: () => void;
};

/** The keys of a form that has the whole window to itself, wherever in it the focus is. */
export function useFormKeys(keys: Keys): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat) return;
      if (isSave(event)) {
        event.preventDefault();
        event.stopPropagation();
        now.current.save();
        return;
      }
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (digit !== undefined && isPlain && !isTyping(event.target)) now.current.digit?.(Number(digit));
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
}
