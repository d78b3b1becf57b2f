import { useState } from 'react';

/** Reads a small fact about the window, such as a pane's width, kept from the last start. */
export function recall<T>(name: string, fallback: T, fits: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`assay.${name}`) ?? 'null');
    return fits(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

export function remember(name: string, value: unknown): void {
  try {
    localStorage.setItem(`assay.${name}`, JSON.stringify(value));
  } catch {
    // Without storage the window starts as new each time.
  }
}

export const isNumber = (value: unknown): value is number => typeof value === 'number';
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const isText = (value: unknown): value is string => typeof value === 'string';

/** State that is still there at the next start. */
export function useRemembered<T>(
  name: string,
  first: T,
  fits: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const [value, setValue] = useState(() => recall(name, first, fits));
  return [
    value,
    (next) => {
      setValue(next);
      remember(name, next);
    },
  ];
}
