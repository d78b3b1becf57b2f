import type { Key } from '../i18n/index.ts';
import { useWords } from '../i18n/index.ts';
import { en } from '../i18n/en/index.ts';

function hasWords(key: string): key is Key<'app'> {
  return Object.hasOwn(en.app, key);
}

/** What a deed is called; one that has no words yet keeps its own name. */
export function useDeeds(): (deed: string) => string {
  const say = useWords('app');
  return (deed) => {
    const key = `deed.${deed}`;
    return hasWords(key) ? say(key) : deed;
  };
}
