import type { Key } from '../i18n/index.ts';
import { currentLanguage, useLanguage, useWords } from '../i18n/index.ts';
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

/** One line that says what an act did, in the language of the window. */
export function useActSummary(): (act: { readonly deed: string; readonly summary: string }) => string {
  const deedOf = useDeeds();
  const isEnglish = useLanguage() === 'en';
  return ({ deed, summary }) => (isEnglish ? summary : inLanguage(deedOf(deed), summary));
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who did an act; of somebody whose name has not arrived yet there is only an id, which says nothing to people. */
export function useActPerson(): (act: { readonly person: string }) => string {
  const word = useWords('words');
  return ({ person }) => (ID.test(person) ? word('unknownPerson') : person);
}

/** The engine sums up in English; of that, another language keeps what people wrote. */
function inLanguage(deed: string, summary: string): string {
  const quote = /“((?:[^“”]|“[^”]*”)*)”/.exec(summary)?.[1];
  const begun = deed.charAt(0).toLocaleUpperCase(currentLanguage()) + deed.slice(1);
  return quote ? `${begun}: «${quote}»` : begun;
}
