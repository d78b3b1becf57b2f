import { useEffect, useState } from 'react';

/** The value once it has stayed the same for a while; values are compared by their JSON. */
export function useSettled<T>(value: T, milliseconds = 350): T {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const wait = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(wait);
    // the key stands for the value
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, milliseconds]);
  return settled;
}
