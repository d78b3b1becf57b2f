import { useSyncExternalStore } from 'react';

/** A value that components can follow and anyone may set. */
export type Store<T> = {
  readonly get: () => T;
  readonly set: (next: T | ((now: T) => T)) => void;
  readonly listen: (hear: () => void) => () => void;
};

export function createStore<T>(first: T): Store<T> {
  let value = first;
  const ears = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      const now = typeof next === 'function' ? (next as (now: T) => T)(value) : next;
      if (Object.is(now, value)) return;
      value = now;
      for (const hear of ears) hear();
    },
    listen: (hear) => {
      ears.add(hear);
      return () => ears.delete(hear);
    },
  };
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.listen, store.get);
}
